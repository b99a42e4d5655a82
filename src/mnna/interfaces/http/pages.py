"""The pages of the site, in the order of the menu."""

from __future__ import annotations

from mnna.interfaces.catalog import refuse_twice
from mnna.interfaces.http.declared import declared_pages
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.listing import listed


def pages() -> tuple[Page, ...]:
    """Every page, in the order of the menu; raises `ValueError` where two have one address."""
    found = declared_pages()
    refuse_twice("address", ((page.address, page.word) for page in found))
    order = [one.word for one in listed()]
    return tuple(sorted(found, key=lambda page: order.index(page.word)))
