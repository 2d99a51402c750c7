"""Numbers that look like chance and are the same on every machine, for ever.

Apart from the standard library's `random`, whose draws of words may change from one Python to the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

One = TypeVar("One")

_MASK = (1 << 64) - 1


@dataclass(slots=True)
class Stream:
    """A row of numbers that a name begins (SplitMix64)."""

    state: int

    @classmethod
    def of(cls, *names: object) -> "Stream":
        """The stream of a thing: the same whatever else is made, in whatever order."""
        text = "/".join(str(name) for name in names)
        return cls(int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big"))

    def below(self, end: int) -> int:
        """A number from 0 to `end` - 1."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((mixed ^ (mixed >> 31)) * end) >> 64

    def between(self, least: int, most: int) -> int:
        """A number from `least` to `most`, both included."""
        return least + self.below(most - least + 1)

    def one_of(self, choices: Sequence[One]) -> One:
        return choices[self.below(len(choices))]
