"""Regular expressions that are compiled when they are first asked for something: those for what few texts hold.

Compiling one takes about as long as reading a file, and there are many: an edit would wait longer for them than for
its own text. What an ordinary edit uses is compiled by `re.compile`, as everywhere.
"""

import re
from typing import Any, AnyStr, Generic, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile` gives it, in all that is asked of it by name; the functions of `re` do not take it."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet: a method of the compiled pattern, which is there from then on."""
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
