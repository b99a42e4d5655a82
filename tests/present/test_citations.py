"""Citations as links to the official text."""

from __future__ import annotations

import pytest

from mnna.present.citations import links
from mnna.present.document import Link, no_address
from mnna.statutes.citations import official


def test_each_piece_of_a_list_is_a_link_where_each_can_be_read() -> None:
    found = links("22 USC 2321k(a)(1); 87 FR 32943", official)
    assert [one.text for one in found] == ["22 USC 2321k(a)(1)", "87 FR 32943"]
    assert all(one.address.startswith("https://") for one in found)


def test_a_list_with_a_piece_nobody_can_read_stays_whole() -> None:
    (one,) = links("22 USC 2321k(a)(1); a letter", official)
    assert one.text == "22 USC 2321k(a)(1); a letter"
    assert one.address == official("22 USC 2321k(a)(1)")


@pytest.mark.parametrize("text", ["not a citation", "22 USC 1; 22 USC 2"])
def test_without_addresses_the_words_stay(text: str) -> None:
    assert links(text, no_address) == (Link(text),)


def test_an_address_is_its_own_citation() -> None:
    assert links("https://a.example/b", no_address) == (Link("a.example/b", "https://a.example/b"),)


def test_no_citation_has_no_address() -> None:
    assert official("not a citation") == ""
