"""How far a build has come: a bar on a terminal, a line for each step elsewhere."""

import sys

from localgroups.model.values import Struct, field

WIDTH = 30


class Bar(Struct):
    """Shows one step after another. A `Progress` of the engine."""

    is_terminal: bool = field(default_factory=sys.stderr.isatty)
    _step: str = ""
    _shown: int = -1

    def __call__(self, what: str, done: int, total: int) -> None:
        if self.is_terminal:
            self._draw(what, done, total)
        elif what != self._step:
            self._step = what
            print(f"{what} …", file=sys.stderr, flush=True)

    def _draw(self, what: str, done: int, total: int) -> None:
        filled = WIDTH * done // total if total else WIDTH
        if (what, filled) == (self._step, self._shown):
            return
        self._step, self._shown = what, filled
        bar = "█" * filled + "░" * (WIDTH - filled)
        print(f"\r{what:<12}{bar} {done:,} of {total:,}\x1b[K", end="", file=sys.stderr, flush=True)
        if done >= total:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
