"""Long lists in pages.

Pages are counted from the oldest, in fixed portions: what is added later fills the front page, and the pages
that readers and search engines know already stay what they were.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from localgroups.model.values import Struct
from localgroups.outputs.views import Pager

T = TypeVar("T")


class Portion(Struct, Generic[T], frozen=True):
    """One page's share of a list."""

    path: str
    entries: tuple[T, ...]
    number: int
    total: int
    newer: str
    older: str

    def titled(self, title: str) -> str:
        """The title of this page alone, so that no two pages of a list have the same."""
        return title if self.number == 1 else f"{title}, page {self.number}"

    def pager(self, base: str) -> Pager | None:
        """Where one stands; nothing where all is on one page."""
        if self.total == 1:
            return None
        return Pager(
            self.number,
            self.total,
            base + self.newer if self.newer else "",
            base + self.older if self.older else "",
        )


def portions(entries: Sequence[T], path: str, size: int) -> list[Portion[T]]:
    """A list, newest first, cut into pages: the front page at `path`, older ones at `path`page/N/.

    The front page holds between `size` and twice that; the rest exactly `size` each, N counted from the oldest.
    """
    full = max(0, len(entries) // size - 1)
    front = len(entries) - full * size
    total = full + 1

    def address(number: int) -> str:
        return path if number == total else f"{path}page/{number}/"

    found = []
    for index in range(total):
        number = total - index
        share = entries[:front] if index == 0 else entries[front + (index - 1) * size : front + index * size]
        newer = address(number + 1) if index else ""
        older = address(number - 1) if number > 1 else ""
        found.append(Portion(address(number), tuple(share), index + 1, total, newer, older))
    return found
