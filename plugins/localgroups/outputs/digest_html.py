"""A digest as HTML for mail.

Headings, paragraphs and links alone, in the mail program's own letters: no style, picture, table or script, so that it
looks right wherever it is pasted, and needs no exception from what the site lets its pages do.
"""

from html import escape

from localgroups.outputs.digests import Digest, DigestEntry, Section
from localgroups.outputs.headers import LETTER_POLICY


def digest_html(digest: Digest) -> bytes:
    """A whole document, to be opened and copied, or taken in by a mail service."""
    title = escape(digest.title, quote=False)
    return (
        f'<!doctype html>\n<html lang="{escape(digest.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(LETTER_POLICY)}">\n'
        f'<meta name="robots" content="noindex">\n<title>{title}</title>\n</head>\n<body>\n'
        f"<h1>{title}</h1>\n{digest_body(digest)}</body>\n</html>\n"
    ).encode()


def digest_body(digest: Digest) -> str:
    """What stands below the title: also the text of an item of the feed."""
    parts = [_section(one) for one in digest.sections] or [f"<p>{escape(digest.empty, quote=False)}</p>\n"]
    parts.append(
        f'<p><a href="{escape(digest.page)}">All dates</a> · '
        f'<a href="{escape(digest.calendar)}">Calendar to subscribe to</a></p>\n'
    )
    if digest.imprint:
        parts.append(f"<p><small>{escape(digest.imprint, quote=False)}</small></p>\n")
    return "".join(parts)


def _section(section: Section) -> str:
    more = f'<p><a href="{escape(section.more_url)}">{section.more}</a></p>\n' if section.more else ""
    return f"<h2>{escape(section.title, quote=False)}</h2>\n" + "".join(map(_entry, section.entries)) + more


def _entry(entry: DigestEntry) -> str:
    link = f'<a href="{escape(entry.url)}" lang="{escape(entry.language)}">{escape(entry.title, quote=False)}</a>'
    lines = (
        link if entry.when else f"<strong>{link}</strong>",
        *(escape(one, quote=False) for one in (entry.note, entry.summary) if one),
        f"<small>{escape(entry.imprint, quote=False)}</small>" if entry.imprint else "",
    )
    first = f"<strong>{escape(entry.when, quote=False)}</strong><br>\n" if entry.when else ""
    return f"<p>{first}" + "<br>\n".join(one for one in lines if one) + "</p>\n"
