"""The pieces of a text, whatever they are given as."""

from __future__ import annotations

import pytest

from mnna.present.inline import Cite, Command, Day, Link, Number, Text, Verdict, apart, links, no_address, runs
from mnna.statutes.citations import official


@pytest.mark.parametrize(
    "piece", ["a", Link("a"), Cite("a"), Day("2022"), Number(1, "one"), Verdict("yes"), Command("a")]
)
def test_one_piece_is_a_text_of_one(piece: Text) -> None:
    assert runs(piece) == (piece,)


def test_several_pieces_stay_in_order_and_an_empty_text_has_none() -> None:
    assert runs(("see ", Cite("22 USC 2776"), ".")) == ("see ", Cite("22 USC 2776"), ".")
    assert runs("") == ()


def test_a_link_without_an_address_is_plain_and_a_verdict_answers_a_question() -> None:
    assert Link("a").address == "" and Verdict("yes").fits == "question"
    assert no_address("22 USC 2776") == ""


@pytest.mark.parametrize(
    ("text", "said", "cited"),
    [
        ("a notice [22 USC 2321k(a)]", "a notice", "22 USC 2321k(a)"),
        ("a [sic] notice  [P.L. 104-208 [title V, s. 528]]", "a [sic] notice", "P.L. 104-208 [title V, s. 528]"),
        ("ask again", "ask again", ""),
        ("[22 USC 2776]", "[22 USC 2776]", ""),
        ("a [22 USC 2776].", "a [22 USC 2776].", ""),
        ("a] b]", "a] b]", ""),
    ],
)
def test_the_citation_at_the_end_of_a_text_is_taken_apart(text: str, said: str, cited: str) -> None:
    assert apart(text) == (said, cited)


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
