"""How setting up tells what it is doing: on standard error, for standard output is the task's own."""

import re
import sys
from dataclasses import dataclass
from typing import TextIO


def say(text: str) -> None:
    """One line for the person at the terminal; standard output is the task's own."""
    print(text, file=sys.stderr, flush=True)


@dataclass(slots=True)
class Progress:
    """A bar on a terminal, a plain line now and then elsewhere."""

    stream: TextIO
    total: int
    done: int = 0
    width: int = 0

    def hear(self, line: str) -> None:
        """A line that pip said."""
        if named := re.match(r"(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)", line):
            self.step(named[1])
        elif line.startswith("Installing collected"):
            self.finish("installing")

    def step(self, name: str) -> None:
        """One package more."""
        self.done = min(self.done + 1, self.total)
        if self.stream.isatty():
            filled = 24 * self.done // max(self.total, 1)
            self.draw(f"  [{'#' * filled}{'.' * (24 - filled)}] {self.done}/{self.total} {name}")
        elif self.done in {1, self.total} or self.done % 10 == 0:
            self.stream.write(f"  {self.done}/{self.total} {name}\n")
            self.stream.flush()

    def finish(self, text: str) -> None:
        """The last word, or none."""
        if self.stream.isatty():
            self.draw(f"  {text}" if text else "")
        elif text:
            self.stream.write(f"  {text}\n")
            self.stream.flush()

    def draw(self, text: str) -> None:
        """Over the line before."""
        self.stream.write("\r" + text.ljust(self.width) + ("" if text else "\r"))
        self.stream.flush()
        self.width = len(text)
