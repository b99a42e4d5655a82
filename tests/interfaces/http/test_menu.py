"""The menu: five groups, every page in one of them."""

from __future__ import annotations

from mnna.interfaces.http.declared import pages
from mnna.interfaces.http.menu import EVIDENCE, GROUPS, OF_GROUP, menu
from mnna.interfaces.listing import GROUPS as OF_WORDS
from mnna.interfaces.listing import names


def test_five_groups_have_every_page_without_a_word_in_its_address() -> None:
    found = [page.address for _, shown in menu() for page in shown]
    assert [group for group, _ in menu()] == list(GROUPS) and len(GROUPS) == 5
    assert sorted(found) == sorted(p.address for p in pages() if "{" not in p.address and p.address.count("/") == 1)


def test_the_groups_follow_those_of_the_commands() -> None:
    assert set(OF_GROUP) == set(OF_WORDS) and set(OF_GROUP.values()) <= set(GROUPS) and names() >= EVIDENCE
