"""Sentences of figures."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import figures
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = figures.read(sentence("Mexico is the largest trading partner of the United States."))
    assert draft.parts[0][0] == "trade_rank_is"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "figures" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("US trade with Colombia was $40 billion in 2019.", "unsaid"),
        ("US goods trade with Colombia was $28 billion in 2019.", "goods"),
        ("US trade in goods and services with Colombia was $40 billion in 2019.", "goods and services"),
    ],
)
def test_trade_is_of_goods_only_where_that_is_said(said: str, scope: str) -> None:
    (draft,) = figures.read(sentence(said))
    assert draft.parts[0][1]["scope"] == scope


TRADE = "Goods trade between Kenya and the United States stood at $1.5 billion in 2024."


@pytest.mark.parametrize(
    ("lead", "said", "verdicts"),
    [
        ("", TRADE, ["right"]),
        ("", TRADE.replace("1.5", "2.5"), ["wrong"]),
        ("Morocco grows.", "Two-way goods trade came to $7.4 billion in 2025, with U.S. exports of $5.5 billion.",
         ["right", "right"]),
        (TRADE, "It rose to about $1.8 billion in 2025.", ["right"]),
        (TRADE, "It rose to about $3.8 billion in 2025.", ["wrong"]),
        (TRADE, "The United States ran a deficit in that trade in 2024.", ["wrong"]),
        ("", "The United States had a goods trade deficit with Vietnam in 2024.", ["right"]),
        ("", "The United States had a budget deficit and sold arms to Vietnam.", []),
        ("", "Mexico is America's largest partner in goods trade.", ["right"]),
        ("", "Kenya is the largest U.S. partner in goods trade.", ["wrong"]),
        ("", "Goods trade with Kenya reached more than $1 billion in services.", []),
    ],
)  # fmt: skip
def test_goods_trade_both_ways_and_its_balance(lead: str, said: str, verdicts: list[str]) -> None:
    assert judged(lead, said, date(2026, 3, 3)) == verdicts
