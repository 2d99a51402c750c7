"""Every slip of tests/cases/slips is noticed, at its place, with words that mend it.

With UPDATE_GOLDEN=1 the blocks of what is said are written anew; read the difference as prose.
"""

import os
import re
from pathlib import Path

import pytest

from localgroups.model.diagnostics import Diagnostic
from reading.nation import BASE, all_diagnostics, write
from reading.plain_words import in_plain_words
from reading.slip_cases import BLOCK, FOLDER, SlipCase, all_pasted, pasted, slip_cases, told, unescaped, written

CASES = [*slip_cases()]
WELL = [case for case in CASES if case.name.startswith("good-files:")]
SLIPS = [case for case in CASES if not case.name.startswith("good-files:")]


def check(folder: Path, path: str, text: str) -> list[Diagnostic]:
    files = {
        one: kept for one, kept in BASE.items() if not (one.startswith("groups/riverside/group.") and "group." in path)
    }
    return all_diagnostics(write(folder, {**files, path: text}))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_of_it(case: SlipCase, tmp_path: Path) -> None:
    assert told(check(tmp_path, case.path, case.text), case.path) == case.said


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.name)
def test_it_is_noticed_in_plain_words(case: SlipCase, tmp_path: Path) -> None:
    found = check(tmp_path, case.path, case.text)
    assert found
    assert [one for one in found if not in_plain_words(one)] == []
    assert [one for one in found if not one.help] == []


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.name)
def test_what_is_pasted_mends_it(case: SlipCase, tmp_path: Path) -> None:
    found = check(tmp_path / "before", case.path, case.text)
    for number, one in enumerate(found):
        tries = pasted(one, case.path, case.text) if one.span.path == case.path else []
        tries += [all_pasted(one.code, found, case.path, case.text)] if tries else []
        after = [check(tmp_path / f"{number}-{again}", *tried) for again, tried in enumerate(tries)]
        assert not tries or any(_is_gone(one, left) and len(_own(left)) <= len(found) for left in after), (one, after)


def _is_gone(one: Diagnostic, left: list[Diagnostic]) -> bool:
    return not any((other.code, other.message) == (one.code, one.message) for other in left)


def _own(left: list[Diagnostic]) -> list[Diagnostic]:
    """Without what comes to light now: the picture that is now named rightly is not there, a part lacks its others."""
    return [one for one in left if one.code not in ("file-not-there", "missing-alt", "missing-field")]


def test_there_are_many() -> None:
    assert len(SLIPS) >= 120
    assert len(WELL) >= 40


@pytest.mark.skipif(not os.environ.get("UPDATE_GOLDEN"), reason="only where the cases are to be written anew")
def test_the_cases_are_written_anew(tmp_path: Path) -> None:
    for file in sorted(FOLDER.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        parts: list[str] = []
        done = 0
        for number, found in enumerate(BLOCK.finditer(text)):
            path, typed = written(found["kind"], found["path"] or "", unescaped(found["typed"]))
            said = told(check(tmp_path / f"{file.stem}-{number}", path, typed), path)
            parts += [text[done : found.start("said")], f"{said}\n" if said else ""]
            done = found.end("said")
        file.write_text("".join([*parts, text[done:]]), encoding="utf-8")
        assert re.search("^## ", text, re.MULTILINE)
