"""Fields that news, meetings and campaigns share."""

from localgroups.reading.fields import Id, ImagePath, Language, Line, Paragraph, Stems, Words, Yes
from localgroups.reading.records import Record, field


class ItemFields(Record):
    """What every item may say."""

    title: Line = field("What it is called", "Members' meeting", required=True, default="")
    summary: Paragraph = field(
        "One or two sentences for lists; default: the first paragraph", "We meet to plan the spring.", default=""
    )
    image: ImagePath = field("A picture in your folder images", "images/march.jpg", default="")
    image_alt: Line = field(
        "What the picture shows, for those who cannot see it; needed with an image",
        "People with banners in the rain",
        default="",
    )
    tags: Words = field("Words to find it by", "[housing, transport]", default=())
    campaign: Line = field("A campaign of your group, or a national one", "national/warm-homes", default="")
    language: Language = field("The code of the language it is written in; default: the group's", "fr", default="")
    id: Id = field("Its permanent name, where it had one elsewhere before", "2026-spring-meeting", default="")
    formerly: Stems = field("Names that the file had before, oldest first", "[spring-meeting]", default=())
    election: Yes = field("Whether it is about an election; then a digital imprint is needed", "true", default=False)
    imprint: Paragraph = field("A digital imprint of its own", "Promoted by the example office, Riverside", default="")
