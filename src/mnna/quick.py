"""Frozen dataclasses, named tuples, patterns and paths that load faster, because every short command waits for them.

`dataclass(frozen=True)` and `NamedTuple` compile several methods for each class at every start. Here those methods
are written once and shared. A pattern is compiled at first use: an answer uses few of the many. Importing `pathlib`
loads the parser of web addresses, a twentieth of a short answer's time. So paths of the package's tables import it
only for methods that they lack. For a type checker each of these is the original, and they behave alike.

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
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any

__all__ = ["Path", "QuickTuple", "quick_dataclass", "quick_pattern"]

if TYPE_CHECKING:
    from dataclasses import dataclass as quick_dataclass
    from pathlib import Path
    from re import compile as quick_pattern
    from typing import NamedTuple as QuickTuple
else:

    def quick_dataclass(*, frozen: bool, eq: bool = True, kw_only: bool = False, repr: bool = True):
        """Return a class decorator that works like `dataclass` with the same arguments; `frozen` must be true."""
        assert frozen, "a class that is not frozen is quick enough as a dataclass"

        def made(kind: Any) -> type:
            kind.__doc__ = kind.__doc__ or kind.__name__  # else `dataclass` computes a signature for it
            kind._every = {}
            for base in kind.__mro__[:0:-1]:
                kind._every |= vars(base).get("_every", {})
            kind._every |= _own_fields(kind, kw_only)
            kind._fields = tuple(kind._every)
            kind.__match_args__ = tuple(name for name, (by_name, *_) in kind._every.items() if not by_name)
            kind.__dataclass_fields__ = _WhenAsked(kind, kw_only)
            kind.__init__, kind.__setattr__, kind.__delattr__ = _holding(kind), _keep, _keep
            if eq:
                kind.__eq__, kind.__hash__ = _equal, _hash
            if repr:
                kind.__repr__ = _shown
            return kind

        return made

    class QuickTuple(tuple):
        """Like `NamedTuple`, but faster to declare; instances are slower to make, except by `_make`, as rows are."""

        _fields: tuple[str, ...] = ()

        def __init_subclass__(cls) -> None:
            names = tuple(cls.__annotations__)
            if names:
                cls._fields = cls.__match_args__ = names
                cls._field_defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
                for place, name in enumerate(names):
                    setattr(cls, name, _tuplegetter(place, None))

        def __new__(cls, *values: Any, **named: Any):
            """Return an instance; values are given by position, by name, or by default."""
            if len(values) != len(cls._fields):
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
            made = self._make([changed.pop(name, value) for name, value in zip(self._fields, self, strict=True)])
            if changed:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changed)}")
            return made

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"cannot assign to {name!r}")

        def __repr__(self) -> str:
            return _shown(self)

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
            with self.open("rb") as file:
                return file.read()

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


def _own_fields(kind: Any, kw_only: bool) -> dict[str, tuple[bool, object, Any]]:
    """Return for each field: whether it is keyword-only, its default and its default factory (or `MISSING`)."""
    found = {}
    for name, hint in kind.__annotations__.items():
        given = vars(kind).get(name, MISSING)
        if isinstance(given, Field):
            assert given.compare, "every field of a quick dataclass is compared"
            by_name = kw_only if given.kw_only is MISSING else given.kw_only
            found[name] = (by_name, given.default, given.default_factory)
        elif "ClassVar" not in str(hint):
            found[name] = (kw_only, given, MISSING)
    return found


class _WhenAsked:
    """The fields of a quick dataclass, which `dataclass` computes at first use, because few answers need them."""

    _one_by_one = RLock()

    def __init__(self, kind: type, kw_only: bool) -> None:
        self._kind, self._kw_only = kind, kw_only

    def __get__(self, _: object, kind: type) -> dict[str, Field[Any]]:
        with self._one_by_one:
            if vars(self._kind)["__dataclass_fields__"] is self:
                dataclass(init=False, eq=False, repr=False, kw_only=self._kw_only)(self._kind)
        return self._kind.__dataclass_fields__  # type: ignore[attr-defined, no-any-return]


def _holding(kind: Any) -> Callable[..., None]:
    """Return the `__init__` of a quick dataclass, which takes values by position, by name, or by default."""
    placed = kind.__match_args__
    defaults = {name: default for name, (_, default, _) in kind._every.items() if default is not MISSING}
    makers = [(name, maker) for name, (_, _, maker) in kind._every.items() if maker is not MISSING]
    count, places, then = len(kind._every), len(placed), getattr(kind, "__post_init__", None)

    def hold(self: Any, *values: Any, **named: Any) -> None:
        held = self.__dict__
        if defaults:
            held |= defaults  # faster than `update`
        for name, make in makers:
            held[name] = make()
        if values:
            for name, value in zip(placed, values):  # noqa: B905
                held[name] = value
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
    raise FrozenInstanceError(f"cannot change the field {name!r}")


def _shown(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"
