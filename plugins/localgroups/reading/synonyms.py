"""Words that people use for the fields of the format, and other programs' names for them.

Only for messages: a file says it in the format's word, so that everybody can read everybody's files.
"""

_SUMMARY = dict.fromkeys(
    ("desc", "description", "excerpt", "intro", "introduction", "abstract", "subtitle", "teaser"), "summary"
)
_TITLE = dict.fromkeys(("headline", "heading", "subject", "name", "event", "what"), "title")
_IMAGE = dict.fromkeys(
    ("picture", "photo", "img", "cover", "thumbnail", "featured_image", "banner"), "image"
) | dict.fromkeys(("alt", "alt_text", "image_description", "caption", "photo_alt", "picture_alt"), "image_alt")
_COMMON = (
    _SUMMARY
    | _TITLE
    | _IMAGE
    | dict.fromkeys(("lang", "locale"), "language")
    | dict.fromkeys(("keywords", "keyword", "tag", "categories", "category", "topics"), "tags")
    | dict.fromkeys(("uid", "guid", "identifier"), "id")
    | dict.fromkeys(("alias", "aliases", "old_name", "formerly_known_as", "redirect_from"), "formerly")
    | {"state": "status", "translation_of": "translates"}
)
WHOLE = {
    "draft": "status: draft",
    "published": "status: draft",
    "publish": "status: draft",
    "public": "status: draft",
    "hidden": "status: draft",
    "cancelled": "status: cancelled",
    "canceled": "status: cancelled",
    "postponed": "status: postponed",
    "provisional": "status: provisional",
    "free": "cost: free",
    "members_only": "audience: members",
    "members only": "audience: members",
}
"""Fields that other programs answer with yes or no, and the line that says the same here."""
WHOLE_WHERE_NO = ("published", "publish", "public")
"""Those that say it with no: `published: false`."""
GROUPED = ("where", "place", "contact", "goal")
"""Fields that have fields of their own, which people write beside them."""
_ENDS = dict.fromkeys(("end", "finish", "finishes", "end_date", "enddate", "end_time", "to", "dtend", "till"), "ends")
_STARTS = dict.fromkeys(
    (
        "start",
        "date",
        "when",
        "time",
        "begin",
        "begins",
        "start_date",
        "startdate",
        "start_time",
        "datetime",
        "day",
        "from",
        "dtstart",
    ),
    "starts",
)

NEWS = _COMMON | {
    **dict.fromkeys(("starts", "start", "publish_date", "pubdate", "posted", "created", "day", "when"), "date"),
    **dict.fromkeys(("modified", "lastmod", "changed"), "updated"),
    **dict.fromkeys(("by", "authors", "writer", "written_by"), "author"),
    **dict.fromkeys(("expiry", "expire", "expiry_date", "until", "show_until"), "expires"),
}
MEETING = (
    _COMMON
    | _STARTS
    | _ENDS
    | dict.fromkeys(("venue", "location", "place", "address", "hall", "room"), "where")
    | dict.fromkeys(("zoom", "video", "link", "call", "join", "stream", "meeting_link", "online_link", "url"), "online")
    | dict.fromkeys(("price", "fee", "entry", "tickets_cost", "admission", "costs"), "cost")
    | dict.fromkeys(("booking", "register", "registration", "rsvp", "tickets", "ticket", "sign_up", "signup"), "book")
    | dict.fromkeys(("length", "lasts", "for"), "duration")
    | dict.fromkeys(("kind", "event_type", "meeting_type"), "type")
    | dict.fromkeys(("accessibility", "facilities"), "access")
    | dict.fromkeys(("agenda", "schedule", "sessions", "program"), "programme")
    | dict.fromkeys(("files", "attachments", "papers", "downloads"), "documents")
    | dict.fromkeys(("open_to", "for_whom", "who"), "audience")
    | dict.fromkeys(("repeat", "recurrence", "rrule", "every", "recurring", "frequency"), "repeats")
    | dict.fromkeys(("repeat_until", "ends_on", "last_date", "last_time", "until_date"), "until")
    | dict.fromkeys(("excluding", "exceptions", "exclude", "exdate", "not_on", "skip", "without", "skips"), "except")
    | dict.fromkeys(("change", "changed", "differs", "overrides", "occurrences"), "changes")
    | dict.fromkeys(("eventbrite", "actionnetwork", "action_network"), "book")
)
CHANGE = (
    dict.fromkeys(("day", "on", "which", "occurrence", "when"), "date")
    | dict.fromkeys(("time", "begins", "start", "moved_to", "to", "new_date"), "starts")
    | dict.fromkeys(("end", "finish", "finishes", "until"), "ends")
    | dict.fromkeys(("venue", "location", "place", "address", "hall", "room"), "where")
    | dict.fromkeys(("state", "cancelled", "canceled"), "status")
    | dict.fromkeys(("name", "headline", "what"), "title")
    | dict.fromkeys(("comment", "text", "about", "reason", "summary", "why", "description"), "note")
)
ENTRY = MEETING | dict.fromkeys(("text", "body", "content", "details", "notes"), "about")
CAMPAIGN = (
    _COMMON
    | _STARTS
    | _ENDS
    | dict.fromkeys(("parent", "partof", "national", "campaign"), "part_of")
    | dict.fromkeys(("target", "counter", "goals", "progress"), "goal")
    | dict.fromkeys(("action", "buttons", "links", "petition", "take_action"), "actions")
)
GROUP = _SUMMARY | {
    **dict.fromkeys(("title", "group", "group_name"), "name"),
    **dict.fromkeys(("area", "county", "nation"), "region"),
    **dict.fromkeys(("type", "sort"), "kind"),
    **dict.fromkeys(("state",), "status"),
    **dict.fromkeys(("founded", "started", "established", "start", "starts"), "since"),
    **dict.fromkeys(("closed", "ended", "end", "ends"), "until"),
    **dict.fromkeys(("where", "venue", "location"), "place"),
    **dict.fromkeys(("contacts", "contact_details", "get_in_touch"), "contact"),
    **dict.fromkeys(("link", "website", "web", "social", "urls", "url", "social_media"), "links"),
    **dict.fromkeys(("facebook", "twitter", "instagram", "mastodon", "bluesky", "tiktok", "youtube"), "links"),
    **dict.fromkeys(("areas", "postcodes", "districts"), "covers"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("tz", "time_zone", "zone"), "timezone"),
    **dict.fromkeys(("owners", "editors", "maintainer"), "maintainers"),
    **dict.fromkeys(("formerly", "old_slugs", "former_slug", "aliases"), "former_slugs"),
}
PLACE = {
    **dict.fromkeys(("venue", "hall", "building", "title", "place"), "name"),
    **dict.fromkeys(("street", "road", "address1"), "address"),
    **dict.fromkeys(("city", "village"), "town"),
    **dict.fromkeys(("postal_code", "zip", "zipcode", "post_code", "zip_code"), "postcode"),
    **dict.fromkeys(("lat",), "latitude"),
    **dict.fromkeys(("lon", "lng", "long"), "longitude"),
}
CONTACT = {
    **dict.fromkeys(("mail", "e-mail", "email_address"), "email"),
    **dict.fromkeys(("telephone", "tel", "mobile", "number"), "phone"),
    **dict.fromkeys(("url", "link", "website", "contact_form"), "form"),
    **dict.fromkeys(("post", "postal_address", "street"), "address"),
}
LINK = {
    **dict.fromkeys(("title", "name", "text"), "label"),
    **dict.fromkeys(("link", "href", "address", "site"), "url"),
}
DOCUMENT = {
    **dict.fromkeys(("label", "name", "text"), "title"),
    **dict.fromkeys(("path", "url", "link", "href", "document"), "file"),
}
PART = _SUMMARY | _TITLE | _STARTS | _ENDS | dict.fromkeys(("venue", "location", "place", "room"), "where")
GOAL = {
    **dict.fromkeys(("goal", "aim"), "target"),
    **dict.fromkeys(("number", "so_far", "current", "total"), "count"),
    **dict.fromkeys(("unit", "label", "of"), "what"),
    **dict.fromkeys(("date", "as at", "as_at", "at"), "as_of"),
}
FIGURE = {
    **dict.fromkeys(("number", "count", "figure"), "value"),
    **dict.fromkeys(("what", "name", "text"), "label"),
    **dict.fromkeys(("date", "as at", "as_at", "at"), "as_of"),
    **dict.fromkeys(("from", "reference"), "source"),
}
REGION = _SUMMARY | {"title": "name", "id": "slug", **dict.fromkeys(("children", "subregions", "areas"), "regions")}
ORGANISATION = _SUMMARY | {
    **dict.fromkeys(("title", "sitename", "organisation", "organization"), "name"),
    **dict.fromkeys(("tagline", "motto", "slogan", "subtitle"), "strapline"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("tz", "time_zone", "zone"), "timezone"),
    **dict.fromkeys(("siteurl", "site", "address", "domain", "website"), "url"),
    **dict.fromkeys(("social", "elsewhere"), "links"),
    **dict.fromkeys(("buttons", "calls_to_action"), "actions"),
    **dict.fromkeys(("numbers", "statistics", "stats"), "figures"),
    **dict.fromkeys(("navigation", "nav"), "menu"),
    **dict.fromkeys(("labels", "vocabulary"), "words"),
}

_ALL = (NEWS, MEETING, ENTRY, CAMPAIGN, GROUP, PLACE, CONTACT, LINK, DOCUMENT, PART, GOAL, FIGURE, REGION, ORGANISATION)
WORDS = frozenset(word for table in _ALL for pair in table.items() for word in pair) - {
    "for",
    "from",
    "to",
    "by",
    "what",
}
"""Every word that a line of fields may begin with."""
INNER = frozenset(word for table in (PLACE, CONTACT, GOAL) for pair in table.items() for word in pair)
"""Those of fields within fields."""
