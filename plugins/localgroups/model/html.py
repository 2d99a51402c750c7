"""Text that is safe to put into a page as it stands.

What a group writes becomes `SafeHtml` in one place alone, `reading.sanitiser`. The others who make it have no text
of a group's in hand: `host.pages`, for the national office's own pages, which Pelican reads;
`outputs.structured_data`, for JSON that it has escaped; `outputs.rebasing`, for the same HTML at another address.
Templates escape everything else.
"""

from localgroups.model.values import Struct


class SafeHtml(Struct, frozen=True):
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
