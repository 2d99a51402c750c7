"""What pages tell search engines and calendars of browsers: schema.org, as JSON-LD.

JSON stands inside a script element, where nothing is escaped by HTML's rules: the characters that could end
the element or the string are written as JSON escapes instead.
"""

import json
from collections.abc import Mapping
from typing import Any

from localgroups.model.html import SafeHtml
from localgroups.model.items import Meeting, News
from localgroups.model.places import Place
from localgroups.outputs.site import Site

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

STATUS = {
    "confirmed": "EventScheduled",
    "provisional": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


def script_json(value: Mapping[str, Any]) -> SafeHtml:
    """JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return SafeHtml(text)


def event_data(meeting: Meeting, site: Site) -> SafeHtml:
    """https://schema.org/Event"""
    if meeting.all_day:
        starts, ends = meeting.starts.day.isoformat(), meeting.last_day.isoformat()
    else:
        starts, ends = (one.local.isoformat(timespec="seconds") for one in (meeting.starts, meeting.ends))
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": meeting.title,
        "startDate": starts,
        "endDate": ends,
        "eventStatus": f"https://schema.org/{STATUS[meeting.status]}",
        "eventAttendanceMode": _attendance(meeting),
        "url": site.absolute(meeting.href),
        "inLanguage": meeting.language,
        "organizer": organiser(site, meeting.owner.name, meeting.owner.home),
        "location": _locations(meeting, site),
    }
    if meeting.summary:
        data["description"] = meeting.summary
    if meeting.picture:
        data["image"] = site.absolute(meeting.picture.largest.href)
    if meeting.cost.casefold() == "free":
        data["isAccessibleForFree"] = True
    return script_json({key: value for key, value in data.items() if value})


def _attendance(meeting: Meeting) -> str:
    """https://schema.org/EventAttendanceModeEnumeration; empty where neither a place nor a call is named."""
    if not meeting.is_online and not meeting.place:
        return ""
    mode = "Offline" if not meeting.is_online else "Mixed" if meeting.place else "Online"
    return f"https://schema.org/{mode}EventAttendanceMode"


def _locations(meeting: Meeting, site: Site) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if meeting.place:
        found.append(_place(meeting.place))
    if meeting.is_online:
        found.append({"@type": "VirtualLocation", "url": meeting.online or site.absolute(meeting.href)})
    return found


def _place(place: Place) -> dict[str, Any]:
    address = {"streetAddress": place.address, "addressLocality": place.town, "postalCode": place.postcode}
    known = {key: value for key, value in address.items() if value}
    data: dict[str, Any] = {"@type": "Place"}
    if place.short:
        data["name"] = place.name or place.short
    if known:
        data["address"] = {"@type": "PostalAddress", **known}
    if place.position:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.position.latitude,
            "longitude": place.position.longitude,
        }
    return data


def organiser(site: Site, name: str, home: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name, "url": site.absolute(home)}


def article_data(news: News, site: Site) -> SafeHtml:
    """https://schema.org/NewsArticle"""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": news.title,
        "datePublished": news.date.isoformat(),
        "dateModified": (news.updated or news.date).isoformat(),
        "url": site.absolute(news.href),
        "inLanguage": news.language,
        # Nothing says whether it is a person or, as with "The committee", several.
        "author": {"@type": "Organization", "name": news.author} if news.author else None,
        "publisher": organiser(site, news.owner.name, news.owner.home),
        "description": news.summary,
        "image": site.absolute(news.picture.largest.href) if news.picture else "",
    }
    return script_json({key: value for key, value in data.items() if value})


def organisation_data(site: Site, name: str, path: str, summary: str, place: Place | None = None) -> SafeHtml:
    """https://schema.org/Organization"""
    data = {"@context": "https://schema.org", **organiser(site, name, path)}
    if summary:
        data["description"] = summary
    if path != "/":
        data["parentOrganization"] = organiser(site, site.name, "/")
    if place:
        data["location"] = _place(place)
    return script_json(data)
