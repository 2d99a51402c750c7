"""How a meeting is joined from elsewhere: an address, or words in its place."""

from localgroups.reading.addresses import read_url
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.nodes import Key


def online_of(written: str, faults: FileFaults, *at: Key) -> tuple[str, str]:
    """Address and note; one of them, or none."""
    word = written.casefold()
    if not written or word in ("no", "false", "none"):
        return "", ""
    if word in ("yes", "true"):
        faults.add(
            Fault(
                "online-how",
                f"{quoted(written)} does not say how to join.",
                "Write the address, or words like: members only",
            ),
            *at,
        )
        return "", ""
    if " " in written and "://" not in written:
        return "", written
    url = read_url(written)
    if not isinstance(url, Fault):
        return url, ""
    if url.code == "broken-link" and "/" not in written and ":" not in written:
        return "", written
    faults.add(url, *at)
    return "", ""
