"""The menu: five groups of pages, by what a reader comes for."""

from __future__ import annotations

from functools import cache

from mnna.interfaces.http.declared import pages
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.listing import listed

OF_GROUP = {"Country": "Countries", "Law": "Law", "Transfers": "Transfers", "Data and service": "Data"}
"""The groups of `mnna --help`, as the menu calls them."""
EVIDENCE = frozenset({"claims", "compare", "coverage", "criteria", "effects", "rank", "source", "timeline"})
"""Words that say what an answer rests on, or what happened: they are looked for together."""
GROUPS = ("Countries", "Law", "Transfers", "Evidence", "Data")

Menu = list[tuple[str, list[Page]]]


@cache
def menu() -> Menu:
    """The pages by group, those that need no word in their address; what lies below another page is reached from it."""
    shown = [page for page in pages() if "{" not in page.address and page.address.count("/") == 1]
    groups = {one.word: "Evidence" if one.word in EVIDENCE else OF_GROUP[one.group] for one in listed()}
    return [(group, [page for page in shown if groups[page.word] == group]) for group in GROUPS]
