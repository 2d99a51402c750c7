"""Links that add a calendar to somebody's own: by their program, or at the services that keep calendars on the web.

Apart from `site` because none of this is ours: `webcal:` is a custom of calendar programs, and the services describe
their addresses nowhere. When one of them changes its address, it is changed here, and in the theme's `choose.js`.
"""

from urllib.parse import quote

from localgroups.outputs.views import LinkView


def webcal(url: str) -> str:
    """The address that opens a calendar program: Apple's, Thunderbird, most others."""
    return f"webcal:{url.partition(':')[2]}"


def web_calendars(url: str, title: str) -> tuple[LinkView, ...]:
    """Where a calendar is added on the web. They ask before they add it; the page itself asks them nothing."""
    asked = f"?url={quote(url, safe='')}&name={quote(title, safe='')}"
    return (
        # Google takes the address as an id of a calendar, and only with this scheme.
        LinkView("Google Calendar", f"https://calendar.google.com/calendar/render?cid={quote(webcal(url), safe='')}"),
        LinkView("Outlook", f"https://outlook.live.com/calendar/0/addfromweb{asked}"),
        LinkView("Outlook at work", f"https://outlook.office.com/calendar/0/addfromweb{asked}"),
    )
