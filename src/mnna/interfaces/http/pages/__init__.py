"""The pages: those made from declarations, and the modules here of words that are not declared yet."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from mnna.interfaces.catalog import refuse_twice
from mnna.interfaces.http.declared import declared_pages
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.listing import listed

_MODULES = (
    ("world_map", "mnna.answers.holders"),
    ("status", "mnna.answers.status"),
    ("authorities", "mnna.answers.authorities"),
    ("what_if", "mnna.answers.what_if"),
)
"""Module of pages and the module of the word it shows; a module that was deleted is passed over."""


def _there(module: str) -> bool:
    """Whether a module is installed; a missing parent package is no error."""
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def pages() -> tuple[Page, ...]:
    """Every page whose word is there, in the order of the menu; raises `ValueError` where two have one address."""
    found = declared_pages()
    for module, word in _MODULES:
        if _there(word) and _there(f"mnna.interfaces.http.pages.{module}"):
            loaded = import_module(f"mnna.interfaces.http.pages.{module}")
            named = (getattr(loaded, each, None) for each in ("LIST", "PAGE", "SERIES"))
            found += [page for page in named if page is not None]
    refuse_twice("address", ((page.address, page.word) for page in found))
    order = [one.word for one in listed()]
    return tuple(sorted(found, key=lambda page: order.index(page.word) if page.word in order else -1))
