"""The table of codes and the program name the same faults."""

import ast
import re

from house.imports import PACKAGE
from localgroups.reading.codes import CODES

MAKERS = {"Fault": 0, "warning": 0, "Diagnostic": 0, "refuse": 1, "read_upload": 2}
"""Functions that are given a code, and at which place."""
TABLE = {code.name for code in CODES}


def codes_in(text: str) -> set[str]:
    """The codes that a module gives to one of the makers."""
    found = set()
    for call in ast.walk(ast.parse(text)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name == "warning" and isinstance(call.func, ast.Attribute):
            continue  # that of a logger
        place = MAKERS.get(name)
        if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
            found.add(call.args[place].value)
    return found


USED = set().union(*(codes_in(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")))


def test_every_code_that_the_program_uses_is_explained() -> None:
    assert {code for code in USED if isinstance(code, str)} - TABLE == set()


def test_every_code_that_is_explained_is_used() -> None:
    assert set() == TABLE - USED


def test_codes_are_kebab_case_and_listed_once() -> None:
    names = [code.name for code in CODES]
    assert names == sorted(set(names))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_every_code_has_a_title_and_a_paragraph() -> None:
    assert [
        code.name for code in CODES if not code.title or len(code.explanation) < 20 or "\n" in code.explanation
    ] == []


def test_no_explanation_speaks_of_the_machine_inside() -> None:
    words = re.compile(
        r"\b(yaml|python|pydantic|parser?|exception|invalid|node|scalar|string|null|none type)\b", re.IGNORECASE
    )
    told = {
        code.name: found[0] for code in CODES if (found := words.search(re.sub(r"\S+\.yaml", "", code.explanation)))
    }
    assert told == {}
