"""Import click without the modules that a short answer does not need.

Click needs some of them only for its help, its messages and a type of argument that we do not use. Loading them takes a
third of click's time. The program imports this module before any other that imports click or one of these modules.
"""

from __future__ import annotations

import _csv
import sys
from functools import partial
from types import ModuleType
from typing import Any

__all__ = ["click"]


class _Waiting(ModuleType):
    """A module that is loaded at the first access to an attribute, or at the first call of one of the given functions.

    `importlib.util.LazyLoader` does so too, but in Python 3.11 the second import already accesses an attribute.
    """

    def __init__(self, name: str, *functions: str) -> None:
        super().__init__(name)
        for function in functions:  # so that `from module import function` does not load it
            setattr(self, function, partial(_called, self, function))

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # which `from module import function` asks for; none of these is a package
            raise AttributeError(name)
        _load(self)
        return getattr(self, name)


def _load(module: ModuleType) -> None:
    if isinstance(module, _Waiting):
        if sys.modules.get(module.__name__) is module:
            del sys.modules[module.__name__]
        module.__class__ = ModuleType  # type: ignore[assignment]  # a missing attribute now raises the usual error
        vars(module).update(vars(__import__(module.__name__)))


def _called(module: ModuleType, function: str, /, *given: object, **named: object) -> Any:
    _load(module)
    return getattr(module, function)(*given, **named)


def _reader(*given: Any, **how: Any) -> Any:
    """Return what `csv.reader` does, without loading `csv`, which has the names of dialects, where none is named."""
    plain = len(given) == 1 and "dialect" not in how
    return _csv.reader(*given, **how) if plain else _called(sys.modules["csv"], "reader", *given, **how)


_WAITING = {
    "copy": (),
    "csv": (),
    "dataclasses": ("dataclass", "field", "fields", "is_dataclass"),
    "gettext": ("gettext", "ngettext"),
    "inspect": (),
    "uuid": (),
}
"""The modules, each with the functions that click or a module of ours imports from it by name."""

_added: dict[str, Any] = {
    name: _Waiting(name, *functions) for name, functions in _WAITING.items() if name not in sys.modules
}
sys.modules |= _added
if "uuid" in _added:
    _added["uuid"].UUID = object  # click subscripts its type of argument with it
if "csv" in _added:
    _added["csv"].reader = _reader

if sys.version_info < (3, 12):  # where `datetime` first runs the slow classes that `_datetime` then replaces
    sys.modules.setdefault("datetime", __import__("_datetime"))

import click  # noqa: E402

if "uuid" in _added:
    vars(_added["uuid"]).pop("UUID")
