"""The reference of all fields, in Markdown, from the schema that the reader itself uses."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

HEAD = """# Every field

Made from the program's own schema by `localgroups schema --format markdown`; a test holds that it is the newest.
How to write dates, times and links: see the [guide for secretaries](secretaries.md). Fields that begin with `x-` are
yours: they are never published.
"""


def reference(schemas: Mapping[str, tuple[str, Schema]]) -> str:
    """One section a kind of file: `schemas` is title to (where such files stand, JSON Schema)."""
    return "\n".join([HEAD, *(_section(title, place, schema) for title, (place, schema) in schemas.items())])


def _section(title: str, place: str, schema: Schema) -> str:
    parts = [f"## {title}\n", f"`{place}`\n", _table(schema)]
    for name, nested in _nested(schema):
        parts.append(f"### {name}\n\n{_table(nested)}")
    return "\n".join(parts)


def _table(schema: Schema) -> str:
    required = schema.get("required", ())
    rows = ["| field | what it says | example |", "| --- | --- | --- |"]
    for name, field in schema.get("properties", {}).items():
        needed = " **Needed.**" if name in required else ""
        choices = _choices(field)
        words = f" One of: {', '.join(f'`{one}`' for one in choices)}." if choices else ""
        rows.append(f"| `{name}` | {_cell(field.get('description', ''))}.{needed}{words} | {_example(field)} |")
    return "\n".join(rows) + "\n"


def _choices(field: Schema) -> list[str]:
    found = field.get("enum") or field.get("items", {}).get("enum")
    for one in field.get("anyOf", ()):
        found = found or one.get("enum")
    return list(found or ())


def _example(field: Schema) -> str:
    examples = field.get("examples") or ()
    return f"`{_cell(str(examples[0]))}`" if examples else ""


def _cell(text: str) -> str:
    return " ".join(text.rstrip(".").replace("|", "\\|").split())


def _nested(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The records inside a record, each once, by the fields that hold them."""
    definitions = schema.get("$defs", {})
    for name, definition in definitions.items():
        holders = [key for key, field in schema.get("properties", {}).items() if f"/{name}" in repr(field)]
        is_deeper = any(f"/{name}" in repr(other) for other in definitions.values())
        if holders or is_deeper:
            yield " and ".join(f"`{one}`" for one in holders) or "inside the parts above", definition
