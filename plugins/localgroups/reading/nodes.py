"""Fields as they were typed: texts, lists and fields within fields, each with its place in the file.

No value has a type here; the fields of the schema decide what a text means. Lines and columns count
from 1, in characters; the end column is exclusive.
"""

from collections.abc import Sequence as Ordered
from typing import Union

from localgroups.model.values import Struct

Key = str | int


class Text(Struct, frozen=True):
    """A text as it was typed, without its quotation marks."""

    value: str
    line: int
    column: int
    end_line: int
    end_column: int
    is_quoted: bool = False


class Mapping(Struct, frozen=True):
    """Fields: names and values, in the order of the file."""

    entries: "tuple[tuple[Text, Node], ...]"
    line: int
    column: int
    end_line: int
    end_column: int

    def get(self, name: str) -> "Node | None":
        for key, value in self.entries:
            if key.value == name:
                return value
        return None

    def text(self, name: str) -> str:
        """The text of a field, stripped; empty where it is absent or no text."""
        node = self.get(name)
        return node.value.strip() if isinstance(node, Text) else ""


class Sequence(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    end_line: int
    end_column: int


Node = Union[Text, Mapping, Sequence]  # noqa: UP007  (a string annotation above needs the name, not the operator)


def node_at(node: Node, keys: Ordered[Key]) -> Node:
    """The node that `keys` lead to; where they lead nowhere, the last one on the way."""
    for key in keys:
        if isinstance(node, Mapping) and isinstance(key, str):
            inner = node.get(key)
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            inner = node.items[key]
        else:
            inner = None
        if inner is None:
            return node
        node = inner
    return node
