"""Every kind of fault by its permanent name, with what it means and what helps: for `explain CODE` and the docs.

A code is never renamed and never used for something else. A test holds that this table and the program
name the same ones.
"""

from localgroups.model.values import Struct


class Code(Struct, frozen=True):
    """One kind of fault."""

    name: str
    """Permanent, kebab-case."""
    title: str
    """A few words."""
    explanation: str
    """One paragraph, for somebody who has never seen it."""


FILES = (
    Code(
        "garbled-letters",
        "Letters that were garbled",
        "Text that is saved in one encoding and opened in another comes out with signs like Ã© in place of é. The "
        "message shows what was meant. It is published as it stands; type the words again.",
    ),
    Code(
        "not-a-text",
        "A document or picture in place of a text",
        "The file is called a text and is a document, a PDF or a picture. Renaming does not make a text of it. Copy "
        "its words into a plain file that ends in .md, and put the document itself into the folder documents.",
    ),
    Code(
        "too-many-slips",
        "More slips than anybody mends at once",
        "After a hundred slips in one file the unknown fields are no longer listed. Mend those above and check again.",
    ),
    Code(
        "all-groups-gone",
        "A nation without groups",
        "The last build had groups, and now there is no folder of a group. That is more likely a folder that was not "
        "fetched than the end of all groups, so that nothing is published and the old site stands. Whoever means it "
        "puts a file of the name x-no-groups into the folder groups.",
    ),
    Code(
        "program-fault",
        "A fault of the program",
        "The program itself has a fault, which something in this group's folder brings out. All other groups are "
        "published; this one's pages stay as the last build left them. Nobody who writes did anything wrong: send the "
        "words that are shown, and the folder as it is, to those who maintain the program.",
    ),
    Code(
        "empty-file",
        "A file without text",
        "There is nothing in the file. Perhaps it was saved before anything was typed. Write its text, or delete it.",
    ),
    Code(
        "file-kind",
        "A kind of file that is not published",
        "Only some kinds of images and documents are published, because browsers run others as programs. "
        "Save the file as one of the kinds that the message lists.",
    ),
    Code(
        "file-name",
        "A file's name that cannot be an address",
        "The name of a text becomes part of its address, so it is made of small letters a to z, figures and hyphens, "
        "and ends in .md. The message suggests a name. Rename the file; the text can stay as it is.",
    ),
    Code(
        "file-not-there",
        "A file that is named and is not in the folder",
        "The text names an image or a document that is not in the group's folder. Perhaps it was not uploaded, or its "
        "name differs by a letter: capitals count. Upload the file, or write the name that the message suggests.",
    ),
    Code(
        "folder-emptied",
        "A folder whose items are gone all at once",
        "To delete one text after the other is an edit. Where all texts of an active group are gone at once, somebody "
        "has probably moved or cleared the folder by a slip, so they are shown as they were. Put the files back, or "
        "write a status other than active in group.yaml, and they are gone.",
    ),
    Code(
        "folder-name",
        "A folder's name that cannot be an address",
        "The name of a group's folder becomes part of every address of the group. It is made of small letters a to z, "
        "figures and hyphens, and has at most 40 characters.",
    ),
    Code(
        "folder-too-large",
        "A folder over the limit",
        "All files of a group together may have 500 MB. Delete images and documents that nothing shows any more, or "
        "save them smaller. Until then the group's texts are published without images and documents.",
    ),
    Code(
        "group-gone",
        "A group's folder that is gone",
        "At the last build there was a folder of this name, and now there is none. Its pages are taken down, and this "
        "is said once. A group that ends keeps its folder, with status: closed; one that is renamed names its old "
        "folder in former_slugs:.",
    ),
    Code(
        "hidden-character",
        "A character that cannot be seen",
        "Some characters cannot be seen and change how the text around them is shown. They come along when text is "
        "copied from elsewhere. They are left out; delete the place and type it again to be rid of the message.",
    ),
    Code(
        "merge-marker",
        "Two versions in one file",
        "Two people changed the same file, and both versions were saved into it, between lines that begin with "
        "<<<<<<<, ======= and >>>>>>>. Keep what is right and delete the other version and those three lines.",
    ),
    Code(
        "misnamed-folder",
        "A folder that is not read",
        "Texts, images and documents are read from news, meetings, campaigns, images and documents alone, written just "
        "so, in small letters, and from no folder inside them. Rename the folder, or move its files. A folder that you "
        "keep for yourselves begins with x-, like x-notes.",
    ),
    Code(
        "misplaced-file",
        "A file in a place or of a kind that is not read",
        "Nothing is published of this file, because it lies outside the folders that are read, or ends otherwise than "
        "what is read there. The message says where it belongs or what it should be called. A file that you keep for "
        "yourselves begins with x-.",
    ),
    Code(
        "missing-file",
        "A file that every folder needs",
        "A group needs a group.yaml, the national office organisation.yaml and regions.yaml. Copy one from the "
        "documentation and fill it in.",
    ),
    Code(
        "not-a-plain-file",
        "A link or a device in place of a file",
        "Links to other files, pipes and devices are never opened, because they could lead anywhere on the machine "
        "that builds the site. Upload the file itself.",
    ),
    Code(
        "not-utf-8",
        "Letters in an older encoding",
        "The file was saved with an encoding in which letters with accents cannot be told apart any more. Open it, "
        "choose Save as, and choose the encoding UTF-8. The message guesses the first word that is affected.",
    ),
    Code(
        "nul-byte",
        "A file that is not text",
        "The file holds a zero byte, as programs and images do and texts do not. Perhaps it was renamed, or damaged.",
    ),
    Code(
        "text-too-large",
        "A text over the limit",
        "A text may have 200 KB, which is a hundred pages of print. Make several texts of it, or attach the long part "
        "as a document.",
    ),
    Code(
        "text-too-heavy",
        "A text that unfolds into too much",
        "Some tables and notes become a hundred times as long on the page as they were typed. The page of one text may "
        "have 1 MB. Make several texts of it, or attach the long tables as a document.",
    ),
    Code(
        "text-too-deep",
        "Blocks within blocks within blocks",
        "Quotations, lists and tags may stand inside one another 50 deep; three or four are as much as anybody can "
        "read.",
    ),
    Code(
        "same-name",
        "Two files that are told apart by capitals or accents alone",
        "Many disks and some servers take Agenda.pdf and agenda.pdf for one file, and one would replace the other: "
        "the first is published. Rename the other.",
    ),
    Code(
        "too-many-items",
        "A group with too many items",
        "A group may have 2,000 items. Those beyond are left out, so that one folder cannot slow everybody down.",
    ),
    Code(
        "unexpected-file",
        "A file that programs make",
        "Only known files are published from a folder: group.yaml, about.md, and what lies in news, meetings, "
        "campaigns, images and documents. This one looks like something that a program left, and is ignored.",
    ),
)

UPLOADS = (
    Code(
        "document-content",
        "A document that is not what it says",
        "What is in the document does not fit its ending, or it holds macros, which are programs. Open it, save it "
        "anew without macros, and upload that.",
    ),
    Code(
        "document-kind",
        "A kind of document that is not published",
        "Documents are published as PDF, OpenDocument, Office without macros, plain text, CSV and calendar files. "
        "Save it as one of these.",
    ),
    Code(
        "document-name",
        "A document's name that cannot be an address",
        "The name of a document becomes part of its address: letters a to z, figures, hyphens and one point before "
        "the ending.",
    ),
    Code(
        "document-too-heavy",
        "A document over the limit",
        "A document may have 20 MB: people download it on a phone. Save it smaller; images in it are mostly the cause.",
    ),
    Code(
        "photo-has-position",
        "A photo that says where it was taken",
        "Many phones write into each photo where it was taken, to a few metres. Published, that can lead to "
        "somebody's home. Save the photo without its position (most phones offer that when sharing), and upload that.",
    ),
    Code(
        "picture-damaged",
        "An image that cannot be opened",
        "The image ends in the middle or is damaged. Upload it again from the original.",
    ),
    Code(
        "picture-format",
        "An image in an unknown format",
        "Images are taken as JPEG, PNG, WebP or GIF. What counts is what is in the file, not its ending. Save it as "
        "one of these.",
    ),
    Code(
        "picture-too-heavy",
        "An image over the limit",
        "An image may have 10 MB. Save it smaller; on the site it is never shown wider than 1,600 pixels.",
    ),
    Code(
        "picture-too-many-pixels",
        "An image with too many pixels",
        "An image may have 50 megapixels. A small file can unfold into more memory than a machine has.",
    ),
)

FORM = (
    Code(
        "other-program",
        "Signs of another program",
        "Some programs put pictures or other pages in where they find signs like {{< … >}} or {% … %}. This site does "
        "not know them, and prints them as they stand. Delete them.",
    ),
    Code(
        "spaced-stars",
        "Stars with a space beside them",
        "Two stars make the words between them bold where they stand close to the words, **like this**. With a space "
        "beside them they are printed.",
    ),
    Code(
        "table-rule",
        "A table without the line below its head",
        "Lines with | between the words become a table only if the second one is made of hyphens: | --- | --- |. "
        "Put that line below the first.",
    ),
    Code(
        "unclosed-code",
        "A block of code that does not end",
        "A line of three signs ` or ~ begins a block that is shown as it was typed, links and all, until such a line "
        "comes again. Here none comes, so that the rest of the text is in it.",
    ),
    Code(
        "unclosed-remark",
        "A remark that does not end",
        "What stands between <!-- and --> is a remark for whoever edits the file. Where --> is missing, nothing of the "
        "text below is shown.",
    ),
    Code(
        "comma-at-end",
        "A comma at the end of a line",
        "Fields stand on lines of their own and need no commas between them. Delete the comma, and the quotation "
        "marks around the field's name.",
    ),
    Code(
        "double-comma",
        "Two commas with nothing between",
        "In a list in brackets there is one comma between two entries. Delete the other.",
    ),
    Code(
        "field-inside",
        "A field that belongs inside another",
        "Some fields have fields of their own: a town and a postcode belong inside where:, an e-mail address inside "
        "contact:. Write them in its braces, or below it and two spaces further in.",
    ),
    Code(
        "fields-in-code-block",
        "Fields in a code block",
        "The fields were put between lines of ``` as if they were a programme to print. They stand between two "
        "lines of three hyphens, --- and ---.",
    ),
    Code(
        "fields-on-one-line",
        "Two fields on one line",
        "Every field has a line of its own. Put the second one on the next line; the comma between them goes.",
    ),
    Code(
        "link-in-field",
        "A link with brackets in a field",
        "Links with brackets are for the text below the fields. A field that takes an address takes it alone.",
    ),
    Code(
        "list-sign",
        "An entry of a list without its hyphen",
        "Each entry of a list stands on a line of its own that begins with a hyphen and a space. Stars, bullets, "
        "long dashes and boxes to tick are not read there.",
    ),
    Code(
        "missing-braces",
        "Fields inside a field, without braces",
        "Fields that stand inside another on the same line need braces around them: where: {name: Old Mill, town: "
        "Riverside}.",
    ),
    Code(
        "odd-space",
        "A space of another kind",
        "Text that is copied from a web page or a word processor can hold spaces that look like ordinary ones and "
        "are not. They are read as ordinary ones at the beginning of a line and behind a colon; type them again to "
        "be rid of the message.",
    ),
    Code(
        "second-item",
        "A second item in the same file",
        "Further down, fields begin again between lines of ---. Either the file was pasted twice, or two items were "
        "put into one file. Each item has a file of its own; only meetings can stand together, in a list like "
        "meetings/autumn.yaml.",
    ),
    Code(
        "starred-field",
        "A field's name between stars",
        "Stars make words bold in the text below. The names of fields stand without them: title: Members' meeting.",
    ),
    Code(
        "text-after-bracket",
        "Text behind a bracket",
        "A value that begins with a bracket is read as a list and ends with its closing bracket. If the brackets "
        "belong to the text, put all of it in quotation marks.",
    ),
    Code(
        "text-before-fields",
        "Text above the fields",
        "The fields come first: the first line of the file is ---. Move what stands above it to the text, below the "
        "second line ---.",
    ),
    Code(
        "alias",
        "A value that begins with *",
        "A star at the beginning of a value has a meaning of its own in this kind of file. Put the whole value in "
        "quotation marks.",
    ),
    Code(
        "anchor",
        "A value that begins with &",
        "The sign & at the beginning of a value has a meaning of its own in this kind of file. Put the whole value in "
        "quotation marks.",
    ),
    Code(
        "bad-indent",
        "A line that is indented differently",
        "Fields that belong together begin after the same number of spaces. Begin the line where the message says.",
    ),
    Code(
        "clashing-quote",
        "Quotation marks that end too early",
        "A value in quotation marks ends at the next such mark, so an apostrophe inside '…' ends it. Use the other "
        'kind of marks around it: "Members\' meeting".',
    ),
    Code(
        "comma-in-braces",
        "A comma inside braces",
        "Between { and } a comma begins the next field, so a text with a comma in it needs quotation marks: "
        '{address: "1, High Street"}.',
    ),
    Code(
        "curly-quotes",
        "Curly quotation marks",
        "Word processors turn quotation marks into curly ones, which do not work around a value. Type straight ones, "
        "or none.",
    ),
    Code(
        "cut-by-hash",
        "A value that is cut at #",
        "A space and a # begin a remark that is not read. If the # belongs to the text, put the whole text in "
        "quotation marks; if it is a remark, put a space behind it.",
    ),
    Code(
        "duplicate-key",
        "A field that is written twice",
        "The same field stands in two lines, and nobody can tell which one holds. Delete one of them.",
    ),
    Code(
        "fields-expected",
        "A text where fields belong",
        "This field has fields of its own, like where: {name: …, town: …}. Write them in braces, or each on a line of "
        "its own, two spaces further in.",
    ),
    Code(
        "fields-not-needed",
        "Fields in a text that needs none",
        "about.md and home.md are text alone; what stands between --- lines at their top is not published. The "
        "fields of a group belong into group.yaml.",
    ),
    Code(
        "list-expected",
        "A text where a list belongs",
        "This field takes a list: each entry on a line of its own that begins with a hyphen and a space, or all of "
        "them in square brackets with commas between.",
    ),
    Code("list-too-long", "A list over the limit", "A list in the fields may have 500 entries. Shorten it."),
    Code(
        "merge-key",
        "The field <<",
        "The sign << copies fields from elsewhere in other programs. Here every field is written out.",
    ),
    Code(
        "missing-colon",
        "A line that names no field",
        "Every line of the fields begins with the name of a field and a colon. Perhaps the colon is missing, or the "
        "line belongs to the text below.",
    ),
    Code(
        "missing-field",
        "A field that is needed",
        "Some fields have to be there: the title of every item, the start of a meeting, the name and the region of a "
        "group. Add the line that the message shows.",
    ),
    Code(
        "missing-front-matter",
        "No line --- at the top",
        "The fields of a text stand at its top between two lines of three hyphens. The first line of the file has to "
        "be ---.",
    ),
    Code(
        "missing-space",
        "No space behind a colon",
        "Between the colon behind a field's name and its value there has to be a space.",
    ),
    Code("no-fields", "A file without fields", "There is nothing between the lines ---, or in the file of fields."),
    Code(
        "odd-key",
        "A field's name that is no word",
        "The name of a field is a plain word. Brackets, braces or a question mark before the colon make it something "
        "else.",
    ),
    Code(
        "second-part",
        "A line --- in the middle of the fields",
        "In a file of fields alone a line --- begins a second file. Delete the line; all fields belong together.",
    ),
    Code(
        "special-start",
        "A value that begins with a special sign",
        "The signs * & ! % @ ` | > at the beginning of a value have meanings of their own in this kind of file. Put "
        "the whole value in quotation marks.",
    ),
    Code(
        "stray-hyphen",
        "A hyphen before a field",
        "A hyphen at the beginning of a line makes an entry of a list. Fields that stand among other fields have none.",
    ),
    Code(
        "tab",
        "A tab at the beginning of a line",
        "Lines of fields are indented with spaces; a tab looks the same and is not read. Delete it and type spaces.",
    ),
    Code(
        "tag",
        "A value that begins with !",
        "An exclamation mark at the beginning of a value has a meaning of its own in this kind of file. Put the whole "
        "value in quotation marks.",
    ),
    Code(
        "text-expected", "A list or fields where a text belongs", "This field takes one text, on the line of its name."
    ),
    Code(
        "too-deep",
        "Fields within fields within fields",
        "Fields may stand inside fields 50 deep; four are enough for everything here.",
    ),
    Code(
        "unclosed-bracket",
        "A bracket that is not closed",
        "A list in [ ] or fields in { } need their closing bracket, on the same line or further down.",
    ),
    Code(
        "unclosed-front-matter",
        "No line --- below the fields",
        "The fields of a text stand between two lines of three hyphens. The second one is missing, or has another "
        "number of hyphens.",
    ),
    Code(
        "unclosed-quote",
        "A quotation mark that is not closed",
        "A value that begins with a quotation mark has to end with one.",
    ),
    Code(
        "unknown-field",
        "A field that is not known",
        "The name of the field is not one of those that this kind of file has. Perhaps it is a slip of the finger, or "
        "has another name here; the message names the nearest. A note of your own begins with x- and is not published.",
    ),
    Code(
        "unquoted-colon",
        "A colon inside a value",
        "A colon and a space inside a value look like another field. Put the whole value in quotation marks.",
    ),
    Code(
        "unreadable-fields",
        "Fields that cannot be read",
        "Something in the fields cannot be read, and it is none of the slips that are known. Compare the line and the "
        "one above with another file: every field has its own line, its name, a colon, a space and its value.",
    ),
)

DATES = (
    Code(
        "date-to-come",
        "News from a day to come",
        "News is published as soon as it is in the folder, whatever its date. Write the day that it is from. What has "
        "to wait is kept back with status: draft.",
    ),
    Code(
        "expires-before-date",
        "News that ends before it begins",
        "expires: is the last day on which a piece of news is shown. It lies before the day that the news is from, so "
        "that it would never be shown.",
    ),
    Code(
        "fixed-zone",
        "A time zone without summer time",
        "GMT and its like are the clocks of the winter alone. In summer all times would be an hour out. Name the zone "
        "by its city, as the message does: then the clocks change by themselves.",
    ),
    Code(
        "last-year",
        "A date of nearly a year ago",
        "Around the turn of the year people write the old year from habit. Where the same day of the next year is soon "
        "to come, that one was probably meant. If not, begin the file's name with the date.",
    ),
    Code(
        "time-comes-twice",
        "A time that comes twice",
        "When the clocks go back, an hour of the night comes twice. The first of the two is taken.",
    ),
    Code(
        "updated-before-date",
        "A change before the beginning",
        "updated: is the day of the last change. It lies before the day that the news is from.",
    ),
    Code(
        "far-ahead",
        "A date far ahead",
        "The date is years ahead; perhaps a figure of the year is wrong. It is published all the same.",
    ),
    Code(
        "length-as-end",
        "A length where the end belongs",
        "ends: takes the time at which it ends, like 21:00. How long it lasts is written with duration:, like 2h.",
    ),
    Code(
        "letter-in-date",
        "A letter in a date",
        "The letter O looks like a zero, and l like a one. Type the figures.",
    ),
    Code(
        "long-dashes",
        "Long dashes in a date",
        "Word processors make long dashes of hyphens. In a date between figures, type hyphens: 2026-12-03.",
    ),
    Code(
        "name-says-otherwise",
        "A date that is not that of the file's name",
        "The file's name begins with another year, or with day and month the other way round. One of the two is "
        "probably a slip. It is published with the date of the field.",
    ),
    Code(
        "relative-date",
        "A day that changes every day",
        "Tomorrow, next Thursday or Christmas Eve are other days for somebody who reads the page later. Write the "
        "date itself.",
    ),
    Code(
        "repeating-date",
        "Many dates in one field",
        "The beginning is one date. Write the first one here.",
    ),
    Code(
        "split-date",
        "Day and time in two fields",
        "The day and the time are written in one field: starts: 2026-12-03 19:00.",
    ),
    Code(
        "time-not-known",
        "A time that is not known yet",
        "Write the date alone, which makes it an all-day meeting, and say in the text that the time follows; or "
        "keep the file back with status: draft.",
    ),
    Code(
        "time-without-date",
        "A time without its date",
        "A meeting begins on a day and at a time: 2026-12-03 19:00. The end alone may be a time without its date.",
    ),
    Code(
        "two-dates",
        "Two dates in one field",
        "The first day stands in starts: and the last in ends:, each on its own line. Two meetings on two days are "
        "two files, or two entries of a list.",
    ),
    Code(
        "ambiguous-date",
        "A date with two readings",
        "03/12/2026 is the third of December in one country and the twelfth of March in another. Write the year first, "
        "2026-12-03, or the month as a word, 3 December 2026.",
    ),
    Code(
        "date-in-figures",
        "A date in figures",
        "Dates in figures are read differently in different countries, even where this one has a single reading. Write "
        "the year first, 2026-12-25, or the month as a word.",
    ),
    Code(
        "date-not-known",
        "A date that is not known yet",
        "A meeting without a date cannot be listed. Keep the file back with status: draft until the date is known, or "
        "name a likely one and write status: provisional.",
    ),
    Code(
        "ends-before-start",
        "An end before the beginning",
        "The end is not after the beginning. Perhaps it ends after midnight: then write the date of the next day with "
        "the time.",
    ),
    Code(
        "ends-twice", "An end and a length", "Give the end or the length, not both: they could contradict each other."
    ),
    Code(
        "missing-day",
        "A date without its day",
        "The month or the year alone is enough for how long a group has existed, but here the day is needed.",
    ),
    Code(
        "missing-time",
        "A time on one side only",
        "The beginning has a time of day and the end has none, or the other way round. Write both with a time, or "
        "both as dates alone for whole days.",
    ),
    Code("missing-year", "A date without its year", "Texts are read for years; write the year behind the month."),
    Code(
        "no-such-day",
        "A day that the month does not have",
        "November has 30 days, February 28 or 29. Look at the date again.",
    ),
    Code("not-a-date", "No date", "Write dates like 2026-12-03 or 3 December 2026."),
    Code("not-a-duration", "No length of time", "Write lengths like 2h, 90 min or 1h 30m."),
    Code("not-a-time", "No time of day", "Write times like 19:30, 7.30pm or noon."),
    Code("odd-duration", "A length that no meeting has", "A meeting lasts longer than nothing and at most a month."),
    Code(
        "odd-year", "A year far away", "The year is not between 1800 and 2199. Perhaps a figure is missing or doubled."
    ),
    Code("only-a-date", "More than a date", "This field takes a date alone; a time of day has no meaning for it."),
    Code(
        "outside-meeting",
        "A part of the programme outside the meeting",
        "A part of the programme begins before the meeting does or ends after it. It is published all the same; look "
        "at the dates.",
    ),
    Code(
        "skipped-time",
        "A time that the clocks skip",
        "When the clocks go forward, an hour is left out: on that night nobody's clock shows this time. Write a time "
        "before or after.",
    ),
    Code(
        "time-range",
        "Two times in one field",
        "The beginning stands in starts: and the end in ends:, each on its own line.",
    ),
    Code(
        "unclear-midnight",
        "Midnight of which night",
        "Midnight can be the beginning or the end of the day that it is written with. Write 00:00 with the date that "
        "begins then.",
    ),
    Code(
        "unclear-time",
        "Morning or evening",
        "7.30 can be in the morning or in the evening. Write 19:30, or 7.30pm.",
    ),
    Code("unknown-month", "A month that is not known", "Months are written in English, or as figures from 01 to 12."),
    Code(
        "unknown-weekday",
        "A day of the week that is not known",
        "Perhaps a slip of the finger; the message has the right word.",
    ),
    Code(
        "very-long",
        "A meeting of more than a month",
        "The end is more than a month after the beginning. It is published all the same; perhaps the year is wrong.",
    ),
    Code(
        "wrong-weekday",
        "A day of the week that is not that date's",
        "The day of the week and the date contradict each other, and readers would believe one or the other. The "
        "message shows what fits.",
    ),
    Code(
        "zone-in-time",
        "A time zone behind a time",
        "Times are those on the wall of the group's own zone, which stands in group.yaml. Write the local time alone.",
    ),
)

VALUES = (
    Code(
        "alt-says-nothing",
        "Words for a picture that say nothing",
        "image_alt: is read aloud to those who cannot see the picture. It says in a few words what there is to see.",
    ),
    Code(
        "alt-without-image",
        "Words for a picture that is not there",
        "There is image_alt: and no image:. Perhaps that line was lost. Add it, or take the other out.",
    ),
    Code(
        "empty-imprint",
        "An imprint that names nobody",
        "The digital imprint says who promotes a text and where they can be found. yes or a dash does not.",
    ),
    Code(
        "html-in-field",
        "Signs of a web page in a field",
        "Titles and summaries are plain words: &amp; and <b> are printed as they stand. Type the sign itself, & or é; "
        "bold words belong into the text below the fields.",
    ),
    Code(
        "look-alike-letters",
        "Letters of two alphabets in one word",
        "Some Cyrillic and Greek letters look like Latin ones. A name in which they are mixed cannot be searched for, "
        "and can pass for another group's. Type the word again in one alphabet.",
    ),
    Code(
        "odd-postcode",
        "A postcode with a letter for a figure",
        "O and 0, l and 1 look alike, and maps and searches do not find what is mistyped. The message shows what was "
        "probably meant. In covers: each postcode district is an entry of its own.",
    ),
    Code(
        "where-is-online",
        "A call where a place belongs",
        "where: is a place that people can go to. What takes place on the web goes into online:, with its address, or "
        "with words like: members only.",
    ),
    Code(
        "broken-html",
        "A link in HTML that is not closed",
        "A link was typed as HTML, and its address is missing or one of its quotation marks is. Browsers then "
        "swallow the words that follow. Write it the short way: its words in square brackets, and right behind them "
        "the address in round ones.",
    ),
    Code(
        "html-left-out",
        "HTML that is left out",
        "Programs, frames and forms from elsewhere are not let through, because they could do harm to visitors. "
        "What they show can be linked: words in square brackets, and right behind them the address in round ones.",
    ),
    Code(
        "outside-image",
        "A picture on another site",
        "Pictures are shown from the group's own folder alone, so that reading a page tells no other site about it. "
        "This one is shown as a link. Save it in the folder images, if it is yours to use.",
    ),
    Code(
        "own-computer",
        "A file on the writer's own computer",
        "An address like C:\\Users or file:// leads to a disk that nobody else can see. Upload the file to the "
        "folder documents or images, and name it there.",
    ),
    Code(
        "placeholder",
        "Words of a form left in",
        "The words come from a form or an example, and were probably to be replaced. Write your own.",
    ),
    Code(
        "position-at-sea",
        "A position in the ocean",
        "Latitude 0 and longitude 0 is what a form has before it is filled in. Copy both from a map, or take both out.",
    ),
    Code(
        "space-in-link",
        "A space in a link",
        "Between ] and ( there is no space, and none inside an address: otherwise no link is made of it. Write %20 "
        "for a space in the name of a file, or rename the file.",
    ),
    Code(
        "swapped-position",
        "Latitude and longitude swapped",
        "The position is far from where the group keeps its time, and would not be the other way round. Latitude, "
        "north or south, comes first on most maps. It is published as it stands.",
    ),
    Code(
        "broken-link",
        "An address that cannot work",
        "The address is not whole, or has a space in it. Copy it again from the address line of the browser.",
    ),
    Code(
        "half-a-position", "A latitude without a longitude", "A position on the map needs both. Copy both from a map."
    ),
    Code("line-break", "A line break in a line", "This field takes one line. Write it without a break."),
    Code(
        "link-scheme",
        "An address of a kind that is not let through",
        "Addresses begin with https:, http:, mailto: or tel:. Others can run programs in a visitor's browser.",
    ),
    Code(
        "link-without-scheme",
        "An address without its beginning",
        "Without https:// at the beginning, a browser looks for the address on our own site. Write it in full.",
    ),
    Code(
        "link-nowhere",
        "A link in a text that leads nowhere",
        "The link leads to no file of this folder. The text is published without it. Links to other pages are written "
        "in full, with https:// at the beginning.",
    ),
    Code("not-a-number", "No whole number", "Write figures only, like 2500; thousands may be set apart by commas."),
    Code("not-a-phone-number", "No telephone number", "Write figures and spaces, with + before the code of a country."),
    Code(
        "not-a-slug",
        "A word that cannot be part of an address",
        "Small letters a to z, figures and hyphens, at most 40 characters.",
    ),
    Code(
        "not-a-stem",
        "A word that cannot be a file's name",
        "Small letters a to z, figures and hyphens, without .md at the end.",
    ),
    Code("not-an-email", "No e-mail address", "Write it like hello@example.org."),
    Code(
        "not-an-id",
        "A word that cannot be an id",
        "Letters a to z, figures, hyphens, points, and nothing that is not in the ids of calendars.",
    ),
    Code(
        "not-degrees",
        "No degrees",
        "Positions are written in decimal degrees with a point, like 53.80, as maps on the web show them.",
    ),
    Code("not-yes-or-no", "Neither yes nor no", "Write true or false; yes and no are read too."),
    Code(
        "online-how",
        "Online, but not how",
        "Write the address to join at, or words that say how to get it, like: members only.",
    ),
    Code(
        "out-of-range",
        "A position outside the globe",
        "Latitudes go from -90 to 90, longitudes from -180 to 180. Perhaps the two are swapped.",
    ),
    Code(
        "outside-path",
        "A path outside the folder",
        "A group shows images and documents of its own folder alone: images/… and documents/…. Save the file there.",
    ),
    Code(
        "too-long",
        "A text over the limit",
        "Titles and labels have at most 200 characters, summaries 2,000. Longer texts stand below the fields.",
    ),
    Code(
        "unknown-language",
        "No code of a language",
        "Write the two or three letters of the language, like en, fr or pt-BR.",
    ),
    Code(
        "unknown-word",
        "A word that is not one of the list",
        "This field takes one word of a list; the message names the nearest, or the list.",
    ),
    Code(
        "unknown-zone",
        "A time zone that is not known",
        "Write it like Europe/Paris or America/New_York, as the IANA time zone database has it.",
    ),
)

WHOLE = (
    Code(
        "former-slug-taken-over",
        "A former name that was another group's",
        "The old folder of this name belonged to a group that stood beside this one until a short time ago. Its old "
        "addresses now lead here. That is right where one group goes on as part of another; if nobody agreed to it, "
        "the national office takes the name out of former_slugs:.",
    ),
    Code(
        "look-alike-name",
        "A name that looks like another group's",
        "Two groups' names cannot be told apart by eye, because one has letters of another alphabet, or a figure in "
        "place of a letter. Until it is settled, the one with the odd letters is shown by the name of its folder.",
    ),
    Code(
        "word-removed",
        "A word that the nation no longer has",
        "A kind of meeting or an access fact was taken out of words: in organisation.yaml, and items of groups still "
        "use it. They are published without the word. Put it back, or ask the groups to choose another.",
    ),
    Code(
        "page-address-taken",
        "Two pages with one address",
        "Two pages of content/pages would stand at the same address. The first by name is published. Rename the other, "
        "or give it a line that begins with Slug:",
    ),
    Code(
        "page-unread",
        "A page that cannot be read",
        "Pages of content/pages begin with lines such as Title: and Date:, then an empty line, then the text. Where "
        "the title is missing, a date is not one, or the file was not saved as UTF-8, the page is left out.",
    ),
    Code(
        "address-taken",
        "A page that wants an address of the site's own",
        "A page of content/pages would stand where the site has a page of its own. Give it another slug.",
    ),
    Code(
        "duplicate-address",
        "Two items with one address",
        "Two meetings of a list begin on the same day and have the same title, or one has the id of another file. Give "
        "one of them an id of its own.",
    ),
    Code(
        "duplicate-id",
        "Two items with one id",
        "An id belongs to one item for ever: readers' programs know it by that. It is mostly copied along with a file. "
        "Take the line out of the copy.",
    ),
    Code(
        "duplicate-region", "Two regions with one slug", "The slug is the region's address; every region has its own."
    ),
    Code(
        "former-name-taken",
        "A former name that another item has",
        "An item says that it once had a name which another item has today, or claims too. One address can lead to "
        "one page only.",
    ),
    Code(
        "former-slug-taken",
        "A former group name that another group has",
        "A group says that it once had a name which belongs to a living group, or which another group claims too.",
    ),
    Code(
        "missing-alt",
        "An image without words",
        "Whoever cannot see the image needs words for what it shows. Add image_alt: with one sentence.",
    ),
    Code(
        "missing-imprint",
        "An election item without a digital imprint",
        "Texts about an election have to say who promotes them, and where they can be found. Add imprint: to the item, "
        "to group.yaml, or to organisation.yaml.",
    ),
    Code(
        "national-only",
        "A field of the national office",
        "Only the national office's own campaigns can have this field.",
    ),
    Code(
        "change-hits-nothing",
        "A change of a date on which there is no meeting",
        "date: in changes names the day that the meeting has by its words of repetition, also where it is moved to "
        "another. The nearest days on which there is one are named.",
    ),
    Code(
        "change-says-nothing",
        "A change that changes nothing",
        "Besides its date, an entry of changes says what is otherwise: status: cancelled, another starts:, another "
        "where:, or a note:.",
    ),
    Code(
        "changed-twice",
        "A date that is changed twice",
        "All that is otherwise on one date stands in one entry of changes.",
    ),
    Code(
        "except-hits-nothing",
        "Something left out where there is nothing",
        "except: names dates, months or stretches on which the meeting would take place by its words of repetition. "
        "Where there is none, the date is probably another. The nearest days are named.",
    ),
    Code(
        "except-not-known",
        "Dates to leave out that are not understood",
        "except: takes dates (2026-12-24), months (August, or August 2027) and stretches of dates (2026-12-20 to "
        "2027-01-05), with commas between them. Holidays have other dates every year; write the dates.",
    ),
    Code(
        "repeats-in-code",
        "Repetition as programs write it",
        "repeats: is said in words, so that everybody who opens the file can read it: every Tuesday, first Thursday of "
        "the month. Calendars get the rule as programs want it.",
    ),
    Code(
        "repeats-missing",
        "A field of a repeating meeting, in one that does not repeat",
        "until:, except: and changes: say something of a meeting that repeats, and need a line repeats:.",
    ),
    Code(
        "repeats-not-exact",
        "Repetition that leaves days open",
        "A calendar needs exact days. Write the plain rule, and name the dates that differ in except: and changes:.",
    ),
    Code(
        "repeats-not-known",
        "Words of repetition that are not understood",
        "repeats: takes words like every Tuesday, every Tuesday and Thursday, every weekday, every 2 weeks on Monday, "
        "first Tuesday of the month, second and fourth Wednesday of the month, last Sunday of March, the 15th of every "
        "month, last day of the month, 1 May every year. The time of day stands in starts:, the last day in until:.",
    ),
    Code(
        "repeats-skips",
        "A day that some months or years do not have",
        "What falls on the 29th, 30th or 31st would be left out in shorter months without a word. Write the last day "
        "of the month, or an earlier one.",
    ),
    Code(
        "repeats-unclear",
        "Words of repetition that are read in two ways",
        "Monthly may mean the same weekday or the same number; every third Thursday may be one of the month, or one "
        "every three weeks. Write which of the two it is.",
    ),
    Code(
        "second-or-fortnight",
        "Every second week, or the second of the month",
        "Every second Thursday is read as every other Thursday. The first one is the second Thursday of its month, so "
        "that the other may have been meant. Write every 2 weeks on Thursday, or second Thursday of the month, and it "
        "is clear to everybody.",
    ),
    Code(
        "start-not-in-repeats",
        "A first date that does not fit the words",
        "starts: is the first meeting, and has to be one of the days that repeats: names and except: does not leave "
        "out. The nearest such days are named; or the words are to be others.",
    ),
    Code(
        "too-many-dates",
        "More dates than a calendar should hold",
        "At most 500 dates within three years are taken of one meeting: programs of subscribers unfold them all. Say "
        "until when it goes on, and carry it on later.",
    ),
    Code(
        "unknown-campaign",
        "A campaign that is not known",
        "The campaign is neither a file in the group's folder campaigns nor, with national/ before it, one of the "
        "national office's.",
    ),
    Code(
        "unknown-original",
        "A translation of nothing",
        "translates: names the file of the original, in the same group's news, without .md.",
    ),
    Code(
        "unknown-region", "A region that is not known", "The region has to be one of the slugs in content/regions.yaml."
    ),
    Code(
        "until-before-start",
        "An end before the beginning",
        "until: is the last day on which the meeting may take place. A month or a year counts whole: until: 2027-07 "
        "takes in the 31st.",
    ),
)

SECTIONS = {
    "Files and folders": FILES,
    "Images and documents": UPLOADS,
    "The way fields are written": FORM,
    "Dates and times": DATES,
    "Links, words and numbers": VALUES,
    "What belongs together": WHOLE,
}
"""By what they are about, for the documentation."""
CODES = tuple(sorted((*FILES, *UPLOADS, *FORM, *DATES, *VALUES, *WHOLE), key=lambda one: one.name))
"""All of them, by name."""
