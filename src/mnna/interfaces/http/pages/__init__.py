"""The pages, one module per word; `pages` lists those whose word is there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from mnna.interfaces.http.page_spec import Page

_MODULES = (
    ("world_map", "mnna.answers.holders"),
    ("countries", "mnna.answers.status"),
    ("status", "mnna.answers.status"),
    ("authorities", "mnna.answers.authorities"),
    ("what_if", "mnna.answers.what_if"),
    ("unlocks", "mnna.answers.unlocks"),
    ("case", "mnna.answers.case"),
    ("screen", "mnna.screening.run"),
    ("compare", "mnna.answers.compare"),
    ("compare_lines", "mnna.answers.compare"),
    ("timeline", "mnna.answers.timeline"),
    ("claims", "mnna.article_claims"),
    ("rank", "mnna.models.api"),
    ("multiverse", "mnna.models.api"),
    ("criteria", "mnna.models.api"),
    ("effects", "mnna.models.api"),
    ("law", "mnna.answers.law"),
    ("brief", "mnna.briefs.compose"),
    ("indicators", "mnna.series"),
    ("sources", "mnna.answers.source"),
)
"""Module of pages and the module of the word it shows."""


def _there(word: str) -> bool:
    """Whether the module of a word is installed; a missing parent package is no error."""
    try:
        return find_spec(word) is not None
    except ModuleNotFoundError:
        return False


def pages() -> tuple[Page, ...]:
    """Every page whose word is there, in the order of the menu."""
    found: list[Page] = []
    for module, word in _MODULES:
        if _there(word):
            loaded = import_module(f"mnna.interfaces.http.pages.{module}")
            named = (getattr(loaded, name, None) for name in ("LIST", "PAGE", "SERIES"))
            found += [page for page in named if page is not None]
    return tuple(found)
