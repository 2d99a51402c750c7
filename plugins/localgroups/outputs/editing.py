"""Where writers go to change something: the group's desk page, and the web editor of the Git host.

Hosts differ by one word in the middle of the address. The branch is `main`.
"""

from urllib.parse import quote, urlsplit

BRANCH = "main"


def desk_href(slug: str) -> str:
    """The page for those who write for a group."""
    return f"/desk/{slug}/"


def edit_href(repository: str, path: str) -> str:
    """The page that edits a file; empty where no repository is known."""
    return _href(repository, ("edit", "_edit"), path)


def folder_href(repository: str, path: str) -> str:
    """The page that lists a folder; empty where no repository is known."""
    return _href(repository, ("tree", "src/branch"), path)


def _href(repository: str, words: tuple[str, str], path: str) -> str:
    parts = urlsplit(repository)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return ""
    host = parts.hostname
    word = words[0]
    if "gitlab" in host:
        word = f"-/{word}"
    elif any(one in host for one in ("codeberg", "forgejo", "gitea")):
        word = words[1]
    return f"{repository.rstrip('/')}/{word}/{BRANCH}/{quote(path)}"
