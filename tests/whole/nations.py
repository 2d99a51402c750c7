"""Small nations, written by a test and built by the engine's own command."""

import contextlib
import io
from dataclasses import dataclass, field
from pathlib import Path

from localgroups.cli import main

ORGANISATION = "name: Test Nation\nlanguage: en\ntimezone: Europe/London\nurl: https://nation.example.org\n"
REGIONS = "- {slug: north, name: North}\n- {slug: south, name: South}\n"


@dataclass
class Nation:
    """A nation in a folder, and what came of building it."""

    folder: Path
    printed: str = ""
    today: str = "2026-11-22"
    output: Path = field(init=False)

    def __post_init__(self) -> None:
        self.output = self.folder.parent / "site"
        self.write("content/organisation.yaml", ORGANISATION)
        self.write("content/regions.yaml", REGIONS)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def group(self, slug: str, more: str = "", region: str = "north") -> None:
        self.write(f"groups/{slug}/group.yaml", f"name: {slug.title()}\nregion: {region}\n{more}")

    def meeting(self, group: str, stem: str, fields: str, text: str = "All are welcome.") -> None:
        self.write(f"groups/{group}/meetings/{stem}.md", f"---\n{fields}\n---\n\n{text}\n")

    def news(self, group: str, stem: str, fields: str, text: str = "It happened.") -> None:
        self.write(f"groups/{group}/news/{stem}.md", f"---\n{fields}\n---\n\n{text}\n")

    def build(self, *more: str) -> int:
        """Build into `output`; gives the exit status and keeps what was printed."""
        return self.run("build", "--output", str(self.output), "--today", self.today, *more)

    def check(self, *more: str) -> int:
        return self.run("check", "--today", self.today, *more)

    def run_new(self, kind: str, *more: str) -> int:
        return self._main("new", kind, "--source", str(self.folder), "--today", self.today, *more)

    def run(self, command: str, *more: str) -> int:
        return self._main(command, "--source", str(self.folder), *more)

    def _main(self, *arguments: str) -> int:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = main(arguments)
        self.printed = said.getvalue()
        return status

    def page(self, href: str) -> str:
        """The HTML behind an address."""
        path = self.output / href.strip("/")
        return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        return {
            one.relative_to(self.output).as_posix(): one.read_bytes()
            for one in sorted(self.output.rglob("*"))
            if one.is_file()
        }
