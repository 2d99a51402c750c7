"""What pages tell search engines and calendars of browsers: schema.org, as JSON-LD.

JSON stands inside a script element, where nothing is escaped by HTML's rules: the characters that could end
the element or the string are written as JSON escapes instead.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from localgroups.model.html import SafeHtml
from localgroups.model.items import Meeting, News
from localgroups.model.occurrences import ECHOED, Occurrence, as_single
from localgroups.model.places import Place
from localgroups.model.recurrence import EVERY_MONTH, LAST, Recurrence
from localgroups.model.values import encoded
from localgroups.outputs.printable import with_escapes
from localgroups.outputs.site import Site
from localgroups.outputs.wording import date_view

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

STATUS = {
    "confirmed": "EventScheduled",
    "provisional": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


def script_json(value: Mapping[str, Any]) -> SafeHtml:
    """JSON that is safe inside a script element."""
    return SafeHtml(with_escapes(encoded(value).decode(), _ESCAPES))


def event_data(meeting: Meeting, site: Site, series: Mapping[str, Any] | None = None) -> SafeHtml:
    """https://schema.org/Event; `series` is what `series_data` says of one that repeats."""
    return script_json({"@context": "https://schema.org", **_event(meeting, site), **(series or {})})


def series_data(meeting: Meeting, coming: Sequence[Occurrence], site: Site) -> dict[str, Any]:
    """What is said of a meeting that repeats besides its next date: https://schema.org/Schedule for those who know it,
    and each of the next dates as an event of its own, with its own address, for those who do not."""
    found: dict[str, Any] = {}
    schedule = _schedule(meeting, meeting.recurrence) if meeting.recurrence else None
    if schedule:
        found["eventSchedule"] = schedule
    events = [
        {**_event(as_single(meeting, one), site), "url": site.absolute(f"{meeting.href}#{one.anchor}")}
        for one in coming[:ECHOED]
    ]
    return {**found, "subEvent": events} if events else found


def _schedule(meeting: Meeting, recurrence: Recurrence) -> dict[str, Any] | None:
    """None for a rule that the vocabulary has no word for: the last day of a month."""
    rule = recurrence.rule
    if LAST in rule.days:
        return None
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    days = [f"{number}{codes[day]}" for number in rule.ordinals or ("",) for day in rule.weekdays]
    data: dict[str, Any] = {
        "@type": "Schedule",
        "startDate": meeting.starts.day.isoformat(),
        "endDate": recurrence.until.isoformat() if recurrence.until else "",
        "repeatFrequency": f"P{rule.interval}{rule.every.value[0].upper()}",
        "byDay": days,
        "byMonthDay": list(rule.days),
        "byMonth": [one for one in rule.months or EVERY_MONTH if one not in rule.without]
        if rule.months or rule.without
        else [],
        "exceptDate": [one.isoformat() for one in recurrence.left_out],
        "scheduleTimezone": meeting.starts.zone,
    }
    if not meeting.all_day:
        data |= {"startTime": f"{meeting.starts.wall:%H:%M:%S}", "endTime": f"{meeting.ends.wall:%H:%M:%S}"}
    return {key: value for key, value in data.items() if value}


def _event(meeting: Meeting, site: Site) -> dict[str, Any]:
    if meeting.all_day:
        starts, ends = meeting.starts.day.isoformat(), meeting.last_day.isoformat()
    else:
        starts, ends = [one.local.isoformat(timespec="seconds") for one in (meeting.starts, meeting.ends)]
    data: dict[str, Any] = {
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
    return {key: value for key, value in data.items() if value}


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
        "datePublished": date_view(news.date).iso,
        "dateModified": date_view(news.updated or news.date).iso,
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
