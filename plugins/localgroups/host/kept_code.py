"""The code of all modules in one file, so that a command need not look for hundreds of them one by one.

Python keeps the code of each module in a file of its own, and takes some fifteen calls to find it: where it may lie,
what its source looks like now, how long it is. In a small edit that takes longer than the edit. So the same code is
kept once more, all of it together, where Python keeps its own, and stands for no more than that: a module is taken from
here where Python would come to the same source first, where that looks as it did, and where the same libraries are
installed. Else Python looks itself, as ever. Nothing is loaded here that Python has not loaded when it starts.
"""

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

_FEW = 32
"""Modules, found elsewhere, for which the file is not written anew."""
_CHECKED = 16
"""Bytes before the code in a file of Python's: what it is, and the time and size of its source (PEP 552)."""
_LENGTH = 12
"""Digits that say how long the list of modules is: the file begins with them."""

_Kept = tuple[str, str, int, int, bool, int, int]
"""Of one module: the paths of its source and of Python's file of its code, the source's time in nanoseconds and its
length, whether it is a package, and where in the file its code begins and how long it is."""


def code_from_one_file() -> "KeptCode | None":
    """Have Python look there first from now on; None for a Python that keeps no code, or that was told to change it."""
    cached = __spec__.cached if __spec__ else None
    if cached is None or sys.flags.optimize or not hasattr(os, "pread"):
        return None
    kept = KeptCode(f"{cached.removesuffix('.pyc')}.modules")
    # Others who have something to say of modules, tests and editable packages for two, are asked before.
    sys.meta_path.insert(sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else 0, kept)
    return kept


class _Loader(SourceFileLoader):
    """Python's own, but for where the code comes from."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:  # noqa: ARG002 - Python's own name
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - whoever may write beside our code may write our code
        return code


class KeptCode:
    """The file, for Python to ask (importlib.abc.MetaPathFinder)."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._names: dict[str, frozenset[str]] = {}
        self._missed = 0
        """How often it was asked in vain."""
        self._begin, self._handle, self._kept = 0, -1, dict[str, _Kept]()
        self._open()

    def _open(self) -> None:
        try:
            handle = os.open(self._place, os.O_RDONLY)
            whole = os.fstat(handle).st_size
            length = min(int(os.read(handle, _LENGTH)), whole)
            python, libraries, kept, size = marshal.loads(os.read(handle, length))  # noqa: S302 - as above
        except (OSError, ValueError, EOFError, TypeError):
            return
        is_ours = python == sys.version and whole == _LENGTH + length + size
        if is_ours and all(_libraries_in(folder) == names for folder, names in libraries.items()):
            self._begin, self._handle, self._kept = _LENGTH + length, handle, kept

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,  # noqa: ARG002 - Python's own name
    ) -> ModuleSpec | None:
        """Where a module comes from; None where Python has to look itself."""
        kept = self._kept.get(name)
        spec = self._spec_of(name, kept, path) if kept else None
        if spec is None:
            self._missed += 1
        return spec

    def _spec_of(self, name: str, kept: _Kept, way: Sequence[str] | None) -> ModuleSpec | None:
        source, cached, time, size, is_package, begin, length = kept
        folder = os.path.dirname(source)  # noqa: PTH120 - here and below: pathlib is not loaded yet
        if not self._comes_first(name, os.path.dirname(folder) if is_package else folder, way):  # noqa: PTH120
            return None
        try:
            looks = os.stat(source)  # noqa: PTH116
        except OSError:
            return None
        if (looks.st_mtime_ns, looks.st_size) != (time, size):
            return None
        loader = _Loader(name, source, os.pread(self._handle, length, self._begin + begin))
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec

    def _comes_first(self, name: str, folder: str, way: Sequence[str] | None) -> bool:
        """Whether Python, on its way, comes to this folder before any other in which the name stands."""
        last = name.rpartition(".")[2]
        for one in sys.path if way is None else way:
            if one == folder:
                return True
            if one not in self._names:
                self._names[one] = _names_in(one)
            if last in self._names[one]:
                return os.path.abspath(one) == folder  # noqa: PTH100
        return False

    def keep(self) -> None:
        """Write the file anew, if there are many modules now that were not in it."""
        if self._missed < _FEW or sys.dont_write_bytecode:
            return
        found = dict(_loaded())
        if len([one for one in found if one not in self._kept]) < _FEW:
            return
        from pathlib import Path

        from localgroups.outputs.beside_code import keep_beside

        keep_beside(Path(self._place), _written(found))


def _names_in(folder: str) -> frozenset[str]:
    """The names of modules that may lie in a folder."""
    try:
        return frozenset([one.partition(".")[0] for one in os.listdir(folder or ".")])  # noqa: PTH208
    except OSError:
        return frozenset()


def _libraries_in(folder: str) -> tuple[str, ...]:
    """What is installed in a folder, each with its version, as the names of its folders say: `nh3-0.3.0.dist-info`."""
    try:
        return tuple(sorted([one for one in os.listdir(folder) if one.endswith(".dist-info")]))  # noqa: PTH208
    except OSError:
        return ()


def _loaded() -> Iterator[tuple[str, ModuleSpec]]:
    """The modules that are loaded of this program, of its libraries and of Python. Not those of a site: its settings
    and what they import are other files for every site."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    places = tuple(f"{one}{os.sep}" for one in (own, sys.prefix, sys.base_prefix))
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if spec is None or spec.name != name or type(spec.loader) not in (SourceFileLoader, _Loader):
            continue
        if spec.cached and str(spec.origin).startswith(places):
            yield name, spec


def _written(found: dict[str, ModuleSpec]) -> bytes:
    """The file. A module is left out where Python itself keeps no code of its source as it is now."""
    kept: dict[str, _Kept] = {}
    codes: list[bytes] = []
    begin = 0
    for name, spec in found.items():
        source, cached = str(spec.origin), str(spec.cached)
        try:
            looks = os.stat(source)  # noqa: PTH116
            with open(cached, "rb") as file:  # noqa: PTH123
                data = file.read()
        except OSError:
            continue
        checked = b"".join(
            (number & 0xFFFFFFFF).to_bytes(4, "little") for number in (0, int(looks.st_mtime), looks.st_size)
        )
        if data[4:_CHECKED] == checked:
            is_package = spec.submodule_search_locations is not None
            length = len(data) - _CHECKED
            kept[name] = (source, cached, looks.st_mtime_ns, looks.st_size, is_package, begin, length)
            codes.append(data[_CHECKED:])
            begin += length
    folders = {one for one in sys.path if one.endswith("-packages")}
    head = marshal.dumps((sys.version, {one: _libraries_in(one) for one in folders}, kept, begin))
    return b"".join((str(len(head)).zfill(_LENGTH).encode(), head, *codes))
