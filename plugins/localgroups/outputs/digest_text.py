"""A digest as plain text, ready to paste into a message."""

from localgroups.outputs.digests import Digest, DigestEntry, Section


def digest_text(digest: Digest) -> bytes:
    """Paragraphs with an empty line between them; addresses stand on lines of their own, so that every program makes
    links of them."""
    parts = [digest.title, *(_section(one) for one in digest.sections)]
    if not digest.sections:
        parts.append(digest.empty)
    parts.append(f"All dates: {digest.page}\nCalendar to subscribe to: {digest.calendar}")
    if digest.imprint:
        parts.append(digest.imprint)
    return ("\n\n".join(parts) + "\n").encode()


def _section(section: Section) -> str:
    entries = [_entry(one) for one in section.entries]
    if section.more:
        entries.append(f"{section.more}:\n{section.more_url}")
    return "\n\n".join((section.title.upper(), *entries))


def _entry(entry: DigestEntry) -> str:
    first = f"{entry.when}: {entry.title}" if entry.when else entry.title
    lines = (first, entry.note, entry.summary, entry.url, entry.imprint)
    return "\n".join(one for one in lines if one)
