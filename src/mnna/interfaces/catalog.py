"""The declarations of the words, loaded when they are asked for; nothing may be there twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from mnna.interfaces.endpoint import Endpoint, checked, documented
from mnna.interfaces.listing import declared, functions, listed


def load(word: str) -> Endpoint:
    """The declaration of a word that has a file."""
    return checked(_module(word).ENDPOINT)


def _module(word: str) -> Any:
    return import_module(f"mnna.interfaces.words.{word.replace('-', '_')}")


@cache
def pages() -> tuple[tuple[str, Endpoint], ...]:
    """Name of the tool and declaration of every page, in the order of the words; the word's own page comes first.

    Raises `ValueError` where two pages have one address or one tool.
    """
    found = [pair for one in listed() if one.word in declared() for pair in pages_of(one.word)]
    refuse_twice("address", ((endpoint.address, endpoint.word) for _, endpoint in found))
    refuse_twice("tool", ((tool, endpoint.address) for tool, endpoint in found))
    return tuple(found)


def pages_of(word: str) -> Iterator[tuple[str, Endpoint]]:
    """The same of one word."""
    endpoint = load(word)
    if endpoint.address:
        yield endpoint.tool or word.replace("-", "_"), endpoint
    for page in getattr(_module(word), "PAGES", ()):
        fixed = [piece for piece in page.address.strip("/").split("/") if "{" not in piece]
        checked(page)
        yield page.tool or "_".join(fixed).replace("-", "_"), page


def refuse_twice(what: str, named: Iterable[tuple[str, str]]) -> None:
    """Raise `ValueError` with one sentence where one name is given to two things."""
    seen: dict[str, str] = {}
    for name, owner in named:
        if name in seen:
            raise ValueError(f"two pages have the {what} {name!r}: {seen[name]} and {owner}; give one of them another")
        seen[name] = owner


def function(name: str) -> Callable[..., Any]:
    """The public Python function of that name, with its parameters explained."""
    return documented(load(functions()[name]))
