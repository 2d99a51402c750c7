"""The examples beside each part, read as the values that templates see.

Every scalar is text; the parameter's type decides what it means, so that an example that does not
fit the view that a page would hand over cannot pass.
"""

from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from localgroups.model.html import SafeHtml
from localgroups.model.values import Struct
from localgroups.outputs import views
from theme.rendering import TEMPLATES

SCALARS: dict[str, type] = {"text": str, "yes or no": bool, "number": int}


@cache
def part(name: str) -> dict[str, Any]:
    """A part's yaml: purpose, parameters, examples."""
    text = (TEMPLATES / "parts" / f"{name}.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (makes plain text only)
    return loaded


def part_names() -> list[str]:
    """Every part that has a template."""
    return sorted(path.stem for path in (TEMPLATES / "parts").glob("*.html"))


def all_examples() -> list[tuple[str, str]]:
    """(part, example) of them all."""
    return [(name, example) for name in part_names() for example in part(name)["examples"]]


def arguments(name: str, example: str) -> dict[str, Any]:
    """The values of an example, typed as the part's parameters say."""
    parameters = part(name)["parameters"]
    given = _filled(part(name)["examples"][example], name)
    return {key: _typed(value, _type(parameters[key]["type"])) for key, value in given.items()}


def _filled(value: Any, name: str) -> Any:
    """`like: an example` or `like: part/example/argument/...` is what it names, changed by what stands beside it."""
    if isinstance(value, list):
        return [_filled(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    own = {key: one for key, one in value.items() if key != "like"}
    if "like" not in value:
        return {key: _filled(one, name) for key, one in own.items()}
    source, *steps = value["like"].split("/") if "/" in value["like"] else (name, value["like"])
    model: Any = part(source)["examples"][steps[0]]
    model = _filled(model, source)
    for step in steps[1:]:
        model = model[int(step)] if isinstance(model, list) else model[step]
    return _merged(model, _filled(own, name))


def _merged(model: Any, changes: Any) -> Any:
    if isinstance(model, dict) and isinstance(changes, dict):
        return {**model, **{key: _merged(model.get(key), value) for key, value in changes.items()}}
    return changes


def _type(words: str) -> Any:
    if words.startswith("list of "):
        return tuple[_type(words.removeprefix("list of ")), ...]  # type: ignore[misc]
    if words.endswith(" or none"):
        return _type(words.removesuffix(" or none")) | None
    return SCALARS.get(words) or getattr(views, words)


def _typed(value: Any, kind: Any) -> Any:
    if isinstance(kind, UnionType):
        if value == "none":
            return None
        return _typed(value, next(one for one in get_args(kind) if one is not NoneType))
    if get_origin(kind) is tuple:
        assert isinstance(value, list), f"not a list: {value!r}"
        return tuple(_typed(one, get_args(kind)[0]) for one in value)
    if kind is bool:
        return {"yes": True, "no": False}[value]
    if kind is SafeHtml:
        return SafeHtml(value)
    if not issubclass(kind, Struct):
        assert isinstance(value, str), f"not one value: {value!r}"
        return kind(value)
    assert isinstance(value, dict), f"not a mapping for {kind}: {value!r}"
    hints = get_type_hints(kind)
    assert not set(value) - set(kind.__struct_fields__), f"unknown to {kind}: {value}"
    make: Any = kind
    return make(**{key: _typed(one, hints[key]) for key, one in value.items()})
