"""Text that is safe to put into a page as it stands.

`SafeHtml` is made in two places alone: `reading.sanitiser`, for all that groups write, and `host`, for
the national office's own pages, which Pelican reads. Templates escape everything else.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that has been through the allow-list."""

    text: str

    def __html__(self) -> str:
        """What a template engine with autoescape prints unescaped (the convention of MarkupSafe)."""
        return self.text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


EMPTY = SafeHtml("")
