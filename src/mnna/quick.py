"""Frozen dataclasses, named tuples, patterns and paths that load faster, because every short command waits for them.

`dataclass(frozen=True)` and `NamedTuple` compile several methods for each class at every start. Here those methods
are written once and shared, and `dataclasses` is loaded only when it is needed. A class of which an answer makes
hundreds writes its own `__init__`, which is twice as fast. A pattern is compiled at first use: an answer uses few of
the many. Importing `pathlib` loads the parser of web addresses, a twentieth of a short answer's time. So paths of the
package's tables import it only for methods that they lack. For a type checker each of these is the original, and they
behave alike.

>>> class Place(QuickTuple):
...     town: str
...     since: int = 1900
>>> Place("Vienna")
Place(town='Vienna', since=1900)
>>> @quick_dataclass(frozen=True, eq=False)
... class Held:
...     status: str
>>> Held("mnna")
Held(status='mnna')
>>> (Path("/tables") / "spans.csv").with_name("steps.csv")
Path('/tables/steps.csv')
"""

from __future__ import annotations

import os
import re
from collections import _tuplegetter  # type: ignore[attr-defined]  # the descriptor that `NamedTuple` uses
from collections.abc import Callable, Iterator, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any

__all__ = [
    "Path",
    "QuickDict",
    "QuickTuple",
    "content",
    "quick_dataclass",
    "quick_field",
    "quick_fields",
    "quick_pattern",
    "quick_replace",
]

_AT_ONCE = 1 << 16
"""The bytes that are read at once; larger blocks of memory are slow to get."""
_AS_IT_IS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_MISSING = object()
"""The default of a field that has none."""

if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import dataclass as quick_dataclass
    from dataclasses import field as quick_field
    from dataclasses import replace as quick_replace
    from pathlib import Path
    from re import compile as quick_pattern
    from typing import NamedTuple as QuickTuple
    from typing import TypedDict as QuickDict
else:

    def quick_dataclass(*, frozen: bool, eq: bool = True, kw_only: bool = False, repr: bool = True):
        """Return a class decorator that works like `dataclass` with the same arguments; `frozen` must be true."""
        assert frozen, "a class that is not frozen is quick enough as a dataclass"

        def made(kind: Any) -> type:
            kind.__doc__ = kind.__doc__ or kind.__name__  # else `dataclass` computes a signature for it
            kind._every = {}
            for base in kind.__mro__[:0:-1]:
                kind._every |= vars(base).get("_every", {})
            asked = {name: given for name, given in vars(kind).items() if isinstance(given, quick_field)}
            kind._every |= _own_fields(kind, kw_only, asked)
            kind._fields = tuple(kind._every)
            kind.__match_args__ = tuple(name for name, (by_name, *_) in kind._every.items() if not by_name)
            kind.__dataclass_fields__ = _WhenAsked(kind, kw_only, asked)
            kind.__setattr__, kind.__delattr__ = _keep, _keep
            if "__init__" not in vars(kind):
                kind.__init__ = _holding(kind)
            if eq:
                kind.__eq__, kind.__hash__ = _equal, _hash
            if repr:
                kind.__repr__ = _shown
            return kind

        return made

    class quick_field:
        """Like `dataclasses.field`, with the arguments that a quick dataclass can have."""

        def __init__(self, *, default=_MISSING, default_factory=_MISSING, kw_only=_MISSING, metadata=None) -> None:
            given = {"default": default, "default_factory": default_factory, "kw_only": kw_only}
            self.given = {name: value for name, value in given.items() if value is not _MISSING}
            self.metadata = metadata or {}

    def quick_replace(held: Any, /, **changed: Any):
        """Return a copy of a quick dataclass with other values of some fields, like `dataclasses.replace`."""
        return type(held)(**{name: getattr(held, name) for name in held._fields} | changed)

    class QuickTuple(tuple):
        """Like `NamedTuple`, but faster to declare; instances are slower to make, except by `_make`, as rows are."""

        _fields: tuple[str, ...] = ()
        _defaults: tuple[Any, ...] = ()

        def __init_subclass__(cls) -> None:
            names = tuple(cls.__annotations__)
            if names:
                cls._fields = cls.__match_args__ = names
                cls._field_defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
                cls._defaults = tuple(cls._field_defaults.values())
                for place, name in enumerate(names):
                    setattr(cls, name, _tuplegetter(place, None))

        def __new__(cls, *values: Any, **named: Any):
            """Return an instance; values are given by position, by name, or by default."""
            left = len(cls._fields) - len(values)
            if not named and 0 < left <= len(cls._defaults):
                return tuple.__new__(cls, values + cls._defaults[-left:])
            if left:
                values = (*values, *cls._others(len(values), named))
            if named:
                raise TypeError(f"{cls.__name__} takes no {', '.join(named)}, or has it already")
            return tuple.__new__(cls, values)

        @classmethod
        def _others(cls, given: int, named: dict[str, Any]) -> list[Any]:
            if given > len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values and was given {given}")
            others, known = cls._fields[given:], cls._field_defaults | named
            if missing := [name for name in others if name not in known]:
                raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
            return [named.pop(name) if name in named else known[name] for name in others]

        _make = classmethod(tuple.__new__)  # takes a value for every field, in order

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **changed: Any):
            held = dict(zip(self._fields, self, strict=True)) | changed
            if len(held) > len(self._fields):
                strange = [name for name in changed if name not in self._fields]
                raise TypeError(f"{type(self).__name__} has no {', '.join(strange)}")
            return self._make(held.values())

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"cannot assign to {name!r}")

        def __repr__(self) -> str:
            return _shown(self)

    class QuickDict(dict):
        """Like `TypedDict`, but nothing is compiled to declare one: its hints are read by the few who ask for them."""

        def __new__(cls, **keys: Any):
            return keys

        def __init_subclass__(cls) -> None:
            cls.__annotations__ = {**getattr(cls.__base__, "__annotations__", {}), **cls.__annotations__}

    class Path(os.PathLike):
        """Like `pathlib.Path`, for text that is already a complete path: it is not normalized."""

        def __init__(self, *parts: str | os.PathLike[str]) -> None:
            self._text = os.path.join(*parts)  # noqa: PTH118

        def __reduce__(self) -> tuple[Any, ...]:
            return Path, (self._text,)

        @classmethod
        def home(cls) -> Path:
            return cls(os.path.expanduser("~"))  # noqa: PTH111

        def __fspath__(self) -> str:
            return self._text

        __str__ = __fspath__

        def __repr__(self) -> str:
            return f"Path({self._text!r})"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Path) and self._text == other._text

        def __lt__(self, other: object) -> bool:
            return self._text < os.fspath(other)

        def __hash__(self) -> int:
            return hash(self._text)

        def __truediv__(self, below: str | os.PathLike[str]) -> Path:
            return Path(self._text, below)

        @property
        def name(self) -> str:
            return os.path.basename(self._text)  # noqa: PTH119

        @property
        def parent(self) -> Path:
            return Path(os.path.dirname(self._text))  # noqa: PTH120

        def with_name(self, name: str) -> Path:
            return self.parent / name

        def open(self, *how: Any, **given: Any) -> Any:
            return open(self._text, *how, **given)  # noqa: PTH123

        def read_text(self, encoding: str) -> str:
            with self.open(encoding=encoding) as file:
                return file.read()

        def read_bytes(self) -> bytes:
            return content(self._text)

        def iterdir(self) -> Iterator[Path]:
            return (self / name for name in os.listdir(self._text))  # noqa: PTH208

        def stat(self) -> os.stat_result:
            return os.stat(self._text)  # noqa: PTH116

        def exists(self) -> bool:
            return os.path.exists(self._text)  # noqa: PTH110

        def is_dir(self) -> bool:
            return os.path.isdir(self._text)  # noqa: PTH112

        def is_file(self) -> bool:
            return os.path.isfile(self._text)  # noqa: PTH113

        def is_symlink(self) -> bool:
            return os.path.islink(self._text)  # noqa: PTH114

        def __getattr__(self, name: str) -> Any:
            import pathlib

            return getattr(pathlib.Path(self._text), name)

    class quick_pattern:
        """Like `re.compile`, but the pattern is compiled at the first use of a method."""

        def __init__(self, *asked: Any) -> None:
            self._asked = asked

        def __getattr__(self, name: str) -> Any:
            found = getattr(re.compile(*self._asked), name)
            setattr(self, name, found)  # cached
            return found


def content(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file, with half the system calls of a file object: each answer reads a hundred files."""
    descriptor = os.open(path, _AS_IT_IS)
    try:
        parts = [os.read(descriptor, _AT_ONCE)]
        while len(parts[-1]) == _AT_ONCE:  # a file gives less only at its end
            parts.append(os.read(descriptor, _AT_ONCE))
        return b"".join(parts)
    finally:
        os.close(descriptor)


def quick_fields(kind: type) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and the metadata of each field of a dataclass, without loading `dataclasses` for a quick one."""
    every = vars(kind).get("_every")
    if every is None:
        from dataclasses import fields

        yield from ((each.name, each.metadata) for each in fields(kind))
    else:
        yield from ((name, metadata) for name, (*_, metadata) in every.items())


def _own_fields(kind: Any, kw_only: bool, asked: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return for each field: whether it is keyword-only, its default, its default factory and its metadata."""
    found = {}
    for name, hint in kind.__annotations__.items():
        default = vars(kind).get(name, _MISSING)
        if name in asked:
            given = asked[name].given
            default = given.get("default", _MISSING)
            made = given.get("default_factory", _MISSING)
            found[name] = (given.get("kw_only", kw_only), default, made, asked[name].metadata)
            if default is _MISSING:
                delattr(kind, name)
            else:
                setattr(kind, name, default)
        elif "ClassVar" not in str(hint):
            assert type(default).__name__ != "Field", f"a quick dataclass has a `quick_field`: {name}"
            found[name] = (kw_only, default, _MISSING, {})
    return found


class _WhenAsked:
    """The fields of a quick dataclass, which `dataclass` computes at first use, because few answers need them."""

    _one_by_one = RLock()

    def __init__(self, kind: type, kw_only: bool, asked: dict[str, Any]) -> None:
        self._kind, self._kw_only, self._asked = kind, kw_only, asked

    def __get__(self, _: object, kind: type) -> dict[str, Field[Any]]:
        from dataclasses import dataclass, field

        with self._one_by_one:
            if vars(self._kind)["__dataclass_fields__"] is self:
                for name, one in self._asked.items():
                    setattr(self._kind, name, field(**one.given, metadata=one.metadata))
                dataclass(init=False, eq=False, repr=False, kw_only=self._kw_only)(self._kind)
        return self._kind.__dataclass_fields__  # type: ignore[attr-defined, no-any-return]


def _holding(kind: Any) -> Callable[..., None]:
    """Return the `__init__` of a quick dataclass, which takes values by position, by name, or by default."""
    placed = kind.__match_args__
    defaults = {name: default for name, (_, default, _, _) in kind._every.items() if default is not _MISSING}
    makers = [(name, maker) for name, (_, _, maker, _) in kind._every.items() if maker is not _MISSING]
    count, places, then = len(kind._every), len(placed), getattr(kind, "__post_init__", None)

    def hold(self: Any, *values: Any, **named: Any) -> None:
        held = self.__dict__
        if defaults:
            held |= defaults  # faster than `update`
        for name, make in makers:
            held[name] = make()
        if values:
            held.update(zip(placed, values))  # noqa: B905
        if named:
            held |= named
        twice = values and named and not named.keys().isdisjoint(placed[: len(values)])
        if len(held) != count or len(values) > places or twice:
            raise TypeError(f"{kind.__name__} takes {', '.join(kind._fields)}, each once")
        if then is not None:
            then(self)

    return hold


def _values(self: Any) -> list[Any]:
    held = self.__dict__  # which holds cached properties too
    return [held[name] for name in self._fields]


def _equal(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(tuple(_values(self)))


def _keep(self: Any, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change the field {name!r}")


def _shown(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"
