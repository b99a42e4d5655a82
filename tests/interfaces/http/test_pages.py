"""The pages of the site: each word's, in the order of the menu, at an address of its own."""

from __future__ import annotations

import pytest

from mnna.interfaces.http import pages as module
from mnna.interfaces.http.declared import declared_pages
from mnna.interfaces.http.pages import pages
from mnna.interfaces.listing import listed


def test_pages_come_in_the_order_of_the_words() -> None:
    found = pages()
    order = [one.word for one in listed()]
    places = [order.index(page.word) for page in found]
    assert places == sorted(places) and {page.address for page in found} == {p.address for p in declared_pages()}


def test_two_pages_of_one_address_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [*declared_pages(), declared_pages()[0]]
    monkeypatch.setattr(module, "declared_pages", lambda: twice)
    with pytest.raises(ValueError, match=f"two pages have the address '{twice[0].address}'"):
        pages()
