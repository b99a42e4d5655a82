"""Functions that a word names and few of its answers need: their modules are imported when they are first called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(module: str, name: str) -> Callable[..., Any]:
    """The function of that name in a module of the interfaces, such as `later("documents.law", "document")`."""
    return lambda *given: getattr(import_module(f"mnna.interfaces.{module}"), name)(*given)
