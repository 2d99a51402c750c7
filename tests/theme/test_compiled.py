"""The code of templates is kept beside them, as Python keeps that of modules, and never outlives them."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from localgroups.engine.config import Config
from localgroups.engine.versions import version
from localgroups.outputs.theme import Theme


@pytest.fixture(autouse=True)
def _code_is_kept() -> Iterator[None]:
    """Whatever the machine that runs the tests has set."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    yield
    sys.dont_write_bytecode = before


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("Hello, {{ name }}.", encoding="utf-8")
    return tmp_path


def kept(theme: Path) -> list[Path]:
    return sorted(theme.rglob("*.pyc"))


def greeting(theme: Path) -> bytes:
    return Theme(theme).render("page.html", name="Riverside")


def test_what_was_compiled_once_is_not_compiled_again(theme: Path) -> None:
    assert greeting(theme) == b"Hello, Riverside."
    (code,) = kept(theme)
    # Code that says something else, under the seal of the same text: it is taken, so nothing was compiled.
    other = theme / "other"
    (other / "templates").mkdir(parents=True)
    (other / "templates" / "page.html").write_text("Goodbye, {{ name }}.", encoding="utf-8")
    greeting(other)
    ours, theirs = code.read_bytes(), next(other.rglob("*.pyc")).read_bytes()
    seal = 4 + 32 + 40
    code.write_bytes(ours[:seal] + theirs[seal:])
    assert greeting(theme) == b"Goodbye, Riverside."


def test_a_template_that_changed_is_compiled_anew(theme: Path) -> None:
    greeting(theme)
    (theme / "templates" / "page.html").write_text("Welcome, {{ name }}.", encoding="utf-8")
    assert greeting(theme) == b"Welcome, Riverside."
    assert greeting(theme) == b"Welcome, Riverside."
    assert len(kept(theme)) == 1


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, None])
def test_code_that_is_not_whole_is_not_used(theme: Path, damage: bytes | None) -> None:
    greeting(theme)
    (code,) = kept(theme)
    code.write_bytes(code.read_bytes()[:100] if damage is None else damage)
    assert greeting(theme) == b"Hello, Riverside."


def test_nothing_is_kept_where_python_keeps_nothing(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert greeting(theme) == b"Hello, Riverside."
    assert kept(theme) == []


def test_nothing_is_kept_where_a_theme_brings_functions(theme: Path) -> None:
    (theme / "templates" / "page.html").write_text("{{ 'Riverside' | loud }}", encoding="utf-8")
    assert Theme(theme, filters={"loud": str.upper}).render("page.html") == b"RIVERSIDE"
    assert Theme(theme, filters={"loud": str.lower}).render("page.html") == b"riverside"
    assert kept(theme) == []


def test_kept_code_does_not_count_as_a_change_of_the_theme(theme: Path, tmp_path: Path) -> None:
    (theme / "static").mkdir()
    config = Config(source=tmp_path, output=tmp_path / "site", today=date(2026, 11, 22), theme=Theme(theme))
    before = version(config)
    greeting(theme)
    assert kept(theme)
    assert version(config) == before
