"""The menu: five groups of pages, by what a reader looks for."""

from __future__ import annotations

from functools import cache

from mnna.interfaces.http.declared import pages
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.listing import listed

OF_GROUP = {"Country": "Countries", "Law": "Law", "Transfers": "Transfers", "Data and service": "Data"}
"""Each group of `mnna --help`, with its name in the menu."""
EVIDENCE = frozenset({"claims", "compare", "coverage", "criteria", "effects", "rank", "source", "timeline"})
"""Commands about what an answer is based on, or about what happened: readers look for these together."""
GROUPS = ("Countries", "Law", "Transfers", "Evidence", "Data")

Menu = list[tuple[str, list[Page]]]


@cache
def menu() -> Menu:
    """Return the pages of each group. Pages with a parameter in the address, or below another page, are left out."""
    shown = [page for page in pages() if "{" not in page.address and page.address.count("/") == 1]
    groups = {one.word: "Evidence" if one.word in EVIDENCE else OF_GROUP[one.group] for one in listed()}
    return [(group, [page for page in shown if groups[page.word] == group]) for group in GROUPS]
