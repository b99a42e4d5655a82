"""The declarations of the commands, loaded when they are needed, with a check that no address is used twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from mnna.interfaces.endpoint import Endpoint, checked, documented
from mnna.interfaces.listing import functions, listed


def load(word: str) -> Endpoint:
    """Return the declaration of a command, from its module in `words`."""
    return checked(_module(word).ENDPOINT)


def _module(word: str) -> Any:
    return import_module(f"mnna.interfaces.words.{word.replace('-', '_')}")


@cache
def pages() -> tuple[tuple[str, Endpoint], ...]:
    """Return tool name and declaration of every page, in the order of the commands; a command's own page comes first.

    Raises `ValueError` where two pages have one address or one tool name.
    """
    found = [pair for one in listed() for pair in pages_of(one.word)]
    refuse_twice("address", ((endpoint.address, endpoint.word) for _, endpoint in found))
    refuse_twice("tool", ((tool, endpoint.address) for tool, endpoint in found))
    return tuple(found)


def pages_of(word: str) -> Iterator[tuple[str, Endpoint]]:
    """Yield tool name and declaration of every page of one command, its own page first."""
    endpoint = load(word)
    if endpoint.address:
        yield endpoint.tool or word.replace("-", "_"), endpoint
    for page in getattr(_module(word), "PAGES", ()):
        fixed = [piece for piece in page.address.strip("/").split("/") if "{" not in piece]
        checked(page)
        yield page.tool or "_".join(fixed).replace("-", "_"), page


def refuse_twice(what: str, named: Iterable[tuple[str, str]]) -> None:
    """Raise `ValueError` where one name is given to two owners; `what` says what the names are."""
    seen: dict[str, str] = {}
    for name, owner in named:
        if name in seen:
            raise ValueError(f"two pages have the {what} {name!r}: {seen[name]} and {owner}; give one of them another")
        seen[name] = owner


def function(name: str) -> Callable[..., Any]:
    """Return the public Python function of that name, with its parameters explained in its docstring."""
    return documented(load(functions()[name]))
