"""Templates made ready: Jinja's environment, less what it does again for each page.

Apart from the theme, because most builds print few pages or none, and need not wait for this to be loaded.
"""

import marshal
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    __version__,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.nodes import Call, CallBlock, Const, EnvironmentAttribute, Expr, FromImport, Getattr, Import, Name, Node
from jinja2.nodes import Macro as MacroNode
from jinja2.nodes import Template as TemplateNode
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from localgroups.model.html import SafeHtml
from localgroups.outputs.beside_code import keep_beside, place_beside
from localgroups.outputs.theme import TemplateFault

PARTS = "parts/"
"""The folder of templates that see nothing but the values they are given."""
_PART = re.compile(rf"{PARTS}([a-z0-9]+(?:_[a-z0-9]+)*)\.html")
_KEPT = 128
"""So many results of each part are kept: those of one group's pages, and what stands on every page."""
_WORTH = 8
"""A part of which fewer than one in so many is asked for again keeps none: to look takes longer than it saves."""
_MADE_BY = sha256(__version__.encode() + Path(__file__).read_bytes()).digest()
"""What turns templates into code: Jinja, and this file."""
_escape: Callable[[object], str] = FILTERS["escape"]
_Markup = type(_escape(""))
"""What Jinja has escaped already."""
_as_markup: Callable[[type[str], str], str] = str.__new__
"""A text that is HTML already. Jinja's type asks of each whether it says so itself."""


def _of_texts() -> Callable[[str], str]:
    """The same for a text, where MarkupSafe has it apart: as a text, which goes straight into the page. It is no public
    name, so it is held against the public one before it is taken."""
    inner: Callable[[str], str] = getattr(_escape, "__globals__", {}).get("_escape_inner", _escape)
    every = "".join(map(chr, range(256)))
    return inner if inner(every) == _escape(every) else _escape


_escape_text = _of_texts()


def escaped(value: object) -> str:
    """A value as HTML shows it; what a part of the page gave is printed as it is."""
    if type(value) is str:
        return _escape_text(value)
    if type(value) is SafeHtml:
        return value.text
    return value if type(value) is _Markup else _escape(value)


class _Part(Macro):
    """A part of a page. It reads nothing but its parameters, so the same values give the same HTML."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        is_more = self.catch_kwargs or self.catch_varargs or self.caller
        self._is_plain = self._default_autoescape and not is_more
        self._missing = tuple([missing] * len(self.arguments))

    def __call__(self, *values: Any, **named: Any) -> Any:
        """As Jinja's own, with less ado where it is given values in their order."""
        if named or not self._is_plain:
            return super().__call__(*values, **named)
        return _as_markup(_Markup, self._func(*values, *self._missing[len(values) :]))


class _Known:
    """A part that keeps what it gave, if that turns out to be worth it: a card of a long list is asked for once."""

    def __init__(self, part: _Part, forget: Callable[[], None]) -> None:
        self._part, self._forget, self._made = part, forget, 0
        self.give = lru_cache(maxsize=_KEPT, typed=True)(self._make)
        """Its HTML. A TypeError for a value that cannot be a key, a list for one."""

    def _make(self, *values: Any, **named: Any) -> Any:
        self._made += 1
        if self._made == _KEPT and self.give.cache_info().hits < _KEPT // _WORTH:
            self._forget()
        return self._part(*values, **named)


class _Template(Template):
    """A template that others import from."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        """What it defines: the same for all who ask, since all have the same globals."""
        return self._module or super()._get_default_module(ctx)


class _Environment(Environment):
    """Jinja's own, less what it does again for each page."""

    template_class = _Template
    escaped = staticmethod(escaped)
    escape_text = staticmethod(_escape_text)
    part = _Part

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._ready: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """Every page asks for its parts anew; no template changes while this is at hand."""
        found = self._ready.get(name)
        if found is None:
            found = self._ready[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dictionary: all names are known before the first template is read, and every import of a part
        compares them."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: Any, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        """A template's code: what it prints goes through `escaped`, and what is a part is one of ours."""
        code = super()._generate(source, name, filename, defer_init)
        code = f"{code}\nescape = environment.escaped\nescape_text = environment.escape_text\n"
        return f"{code}Macro = environment.part\n" if name and name.startswith(PARTS) else code


class _QuickCode(CodeGenerator):
    """Code in which `a.b` is Python's own `a.b`, a part of the page is called as any function is, and a page is put
    together in lists, where Jinja hands on every scrap of it by itself, from template to template."""

    def visit_Template(self, node: TemplateNode, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's names
        _call_parts(node)
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if _is_outermost(frame):
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if _is_outermost(frame):
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope=with_python_scope)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Jinja asks of whatever is called whether it wants to see the page. No part does."""
        is_plain = not (node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs))
        if forward_caller or not is_plain or not _is_part(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        if isinstance(node.node, Name):  # where it is missing, that has no such attribute either
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(node, frame, finalize):
            self.write("(escape_text(shown) if type(shown := ")
        elif not _is_part(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(node, frame, finalize):
            self.write(") is str else escape(shown))")
        elif not _is_part(node):
            super()._output_child_post(node, frame, finalize)


def _is_escaped(node: Expr, frame: Frame, finalize: Any) -> bool:
    """Whether it is printed as `escaped` prints it. Nearly all are texts, for which that need not be asked."""
    return frame.eval_ctx.autoescape and not (frame.eval_ctx.volatile or finalize.src or _is_part(node))


def _is_part(node: Node) -> bool:
    """Whether it is the call of a part, which gives HTML."""
    return isinstance(node, Call) and isinstance(node.node, EnvironmentAttribute)


def _is_outermost(frame: Frame) -> bool:
    """Whether it is a block, or a whole template that stands for itself: one that extends another prints nothing."""
    return frame.parent is None and (frame.block_frame or (frame.toplevel and not frame.require_output_check))


def _call_parts(node: TemplateNode) -> None:
    """Where a template calls a part by the name under which it imported it, have it ask for the part itself: to import
    takes as long as to print. A name that is used for anything else stays as it is."""
    imports = [one for one in node.find_all(FromImport) if one in node.body]
    blocks = {id(one.call) for one in node.find_all(CallBlock)}
    calls = [one for one in node.find_all(Call) if isinstance(one.node, Name) and id(one) not in blocks]
    called = {id(one.node): one.node.name for one in calls if isinstance(one.node, Name)}
    otherwise = {one.name for one in node.find_all(Name) if id(one) not in called}
    otherwise.update(one.name for one in node.find_all(MacroNode))
    otherwise.update(one.target for one in node.find_all(Import))
    given = Counter(_alias(name) for one in node.find_all(FromImport) for name in one.names)
    names = {name for name in called.values() if name not in otherwise and given[name] == 1}
    ready = {alias: place for one in imports for alias, place in _parts_of(one).items() if alias in names}
    for call in calls:
        if isinstance(call.node, Name) and call.node.name in ready:
            call.node = EnvironmentAttribute(f"parts.{ready[call.node.name]}", lineno=call.lineno)
    for one in imports:
        one.names = [name for name in one.names if _alias(name) not in ready]
    node.body = [one for one in node.body if not isinstance(one, FromImport) or one.names]


def _parts_of(node: FromImport) -> dict[str, str]:
    """Names under which a template imports parts, each with the part's own: `follow__follow`."""
    place = _PART.fullmatch(node.template.value) if isinstance(node.template, Const) else None
    if place is None or node.with_context:
        return {}
    return {_alias(one): f"{place[1]}__{one if isinstance(one, str) else one[0]}" for one in node.names}


def _alias(name: str | tuple[str, str]) -> str:
    return name if isinstance(name, str) else name[1]


class _Parts:
    """All parts of pages, each made ready when it is first called. What else a template offers is none: nobody knows
    whether what it gives is HTML."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        place, _, part = name.partition("__")
        found = getattr(self._environment.get_template(f"{PARTS}{place}.html").module, part)
        if not isinstance(found, _Part):
            raise AttributeError(name)
        known = _Known(found, lambda: setattr(self, name, found.__call__))
        setattr(self, name, known.give)  # by itself: a dozen are called for every page
        return known.give


class _Quick(_Environment):
    """For templates that ask values for attributes which they have, as all of ours do.

    Jinja takes `a.b` for `a["b"]` too, and for nothing where there is neither, and comes by with a function of its own
    each time: a fifth of the work on a page. Here such a template ends with an AttributeError. A template that uses
    what another imported ends with an UndefinedError, one that hands a list to a part with a TypeError.
    """

    code_generator_class = _QuickCode

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.parts = _Parts(self)


class _Compiled(BytecodeCache):
    """The code of templates, kept beside them from run to run."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        """Of code, in letters: each has files of its own."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja gives both
        """Where the code of a template lies; the empty text where it cannot be kept."""
        place = place_beside(f"{filename}.py", self._kind) if filename else None
        return str(place or "")

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            data, seal = Path(bucket.key).read_bytes(), _seal(bucket)
            if data.startswith(seal):
                bucket.code = marshal.loads(data[len(seal) :])  # noqa: S302 - as Python does with modules

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            keep_beside(Path(bucket.key), _seal(bucket) + marshal.dumps(bucket.code))


def _seal(bucket: Bucket) -> bytes:
    """Who made the code, and of which text."""
    return MAGIC_NUMBER + _MADE_BY + bucket.checksum.encode()


def _printed(template: Template, values: Mapping[str, Any]) -> str:
    """A page, as the template's own `render` gives it: that copies the values, and notes for templates which import
    with context what here is the same for all."""
    context = Context(template.environment, {**template.globals, **values}, template.name, template.blocks)
    return "".join(template.root_render_func(context))


class Templates:
    """All templates of one theme."""

    def __init__(
        self, folders: Iterable[Path], names: Mapping[str, Any], filters: Mapping[str, Callable[..., Any]]
    ) -> None:
        self._folders, self._names, self._filters = tuple(folders), names, filters
        self.environment = self._environment(_Quick, "jinja")

    def _environment(self, made: type[_Environment], kind: str) -> _Environment:
        environment = made(
            loader=FileSystemLoader(self._folders),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            cache_size=-1,
            # A filter may be asked while a template is compiled, and nobody can say whether one is still the same.
            bytecode_cache=None if self._filters else _Compiled(kind),
        )
        environment.globals.update(self._names)
        environment.filters.update(self._filters)
        return environment

    @cached_property
    def _patient(self) -> _Environment:
        """For templates of others, which may use all that Jinja offers."""
        return self._environment(_Environment, "patient")

    def load(self) -> None:
        """Make all of them ready. One with a slip is told of when it is used."""
        for name in self.environment.list_templates(extensions=("html",)):
            with suppress(TemplateError):
                self.environment.get_template(name)

    def render(self, template: str, values: Mapping[str, Any]) -> bytes:
        """A page, in UTF-8. Raises TemplateFault where a template is missing or has a slip."""
        try:
            try:
                page = _printed(self.environment.get_template(template), values)
            except (
                AttributeError,
                TypeError,
                UndefinedError,
            ):  # it is made of its values alone, and can be begun again
                page = self._patient.get_template(template).render(values)
            return page.encode()
        except TemplateError as fault:
            line = f", line {fault.lineno}" if isinstance(fault, TemplateSyntaxError) else ""
            raise TemplateFault(f"templates/{template}{line}: {fault}") from fault
