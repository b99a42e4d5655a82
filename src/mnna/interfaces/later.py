"""Functions and classes that few answers of a command need: their modules are imported at the first call."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports `mnna.interfaces.MODULE` and calls `name` of it.

    An example: `later("documents.law", "document")`.
    """
    return lambda *given: getattr(import_module(f"mnna.interfaces.{module}"), name)(*given)


def classes(*paths: str) -> Callable[[], tuple[type[Any], ...]]:
    """Return a function that imports and returns classes of `mnna`, by paths such as `answers.enact.EnactAnswer`."""
    parts = [path.rpartition(".") for path in paths]
    return lambda: tuple(getattr(import_module(f"mnna.{module}"), name) for module, _, name in parts)
