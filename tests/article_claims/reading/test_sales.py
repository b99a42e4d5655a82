"""Sentences on one arms sale in the news, put to the record of notices."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import sales
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, masked
from tests.article_claims.reading.conftest import judged

DATED = date(2023, 5, 12)
GERMAN = {"country": "DEU", "usd": 8.5e9}


def parts(text: str) -> list[tuple[str, dict[str, Any]]]:
    words = masked(text, entities(text, DATED), Context(DATED))
    return [(type_, dict(args)) for draft in sales.read(words) for type_, args in draft.parts]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("The State Department approved a possible $8.5 billion sale of helicopters to Germany.", {}),
        ("The US government cleared a sale to Germany of $8.5 billion in helicopters.", {}),
        ("The US government cleared a sale of $8.5 billion in helicopters and parts to Germany.", {}),
        ("Germany was granted approval for a sale of helicopters worth $8.5 billion.", {}),
        ("On May 11 the Pentagon notified Congress of a sale of helicopters to Germany, at an estimated cost of "
         "$8.5 billion, amid tensions with Russia.", {"on": date(2023, 5, 11)}),
        ("The State Department approved an $8.5 billion sale to Germany in 2023.", {"year": 2023}),
        ("The State Department approved an $8.5 billion sale to Germany in March.", {"year": 2023, "month": 3}),
        ("The State Department approved an $8.5 billion sale of CH-47F helicopters to Germany.", {"types": "47"}),
    ],
)  # fmt: skip
def test_a_sale_is_put_to_the_record_with_its_buyer_and_value(said: str, more: dict[str, Any]) -> None:
    assert parts(said) == [("sale_on_record", GERMAN | more)]


def test_a_list_of_sales_is_put_to_each_buyer() -> None:
    said = "Sales approved that year included $6 billion of tanks to Poland and $6.9 billion of ships to Greece."
    assert [(args["country"], args["usd"]) for _, args in parts(said)] == [("POL", 6e9), ("GRC", 6.9e9)]


def test_a_deal_of_another_kind_is_not_put_to_the_law_of_sales() -> None:
    text = "Kenya and Washington agree on tariffs. Lawmakers have 30 days to block the deal."
    assert not any(one.drafts for one in read(text, "Kenya's trade deal", DATED))


@pytest.mark.parametrize(
    "said",
    [
        "The State Department has not approved the $8.5 billion sale to Germany.",
        "Senators blocked the $8.5 billion sale to Germany that the State Department had approved.",
        "Congress approved $8.5 billion in aid to Ukraine.",
        "The Bundestag has approved a $8.5 billion package of helicopters from the United States.",
        "The State Department plans to approve an $8.5 billion sale to Germany.",
        "The State Department approved an $8.5 billion sale of helicopters, amid tensions with Russia.",
        "The State Department approved a sale of $1 billion in engines and $2 billion in rotors to Germany.",
        "The White House approved a trade deal with Japan worth $550 billion.",
        "Israel notified lawmakers of an $8.5 billion sale of missiles to Germany.",
        "The administration notified Congress of a $40 billion bailout package for Argentina.",
        "The United States approved the sale of a steel plant to Japan for $15 billion.",
    ],
)
def test_what_was_not_approved_or_has_no_certain_buyer_is_no_sale(said: str) -> None:
    assert parts(said) == []


def test_the_sale_spoken_of_is_that_of_the_article() -> None:
    text = "The Pentagon notified Congress of the arms sale on Thursday. Lawmakers have 15 days to block the deal."
    first, then = read(text, "Germany buys helicopters", DATED)
    assert [dict(draft.parts[0][1]) for _, draft in first.drafts] == [{"country": "DEU", "on": date(2023, 5, 11)}]
    assert [(draft.parts[0][0], draft.parts[0][1]["days"]) for _, draft in then.drafts] == [("sale_review_days", 15)]


def test_the_approval_itself_may_be_what_is_told() -> None:
    assert parts("The United States on Thursday announced the approval of an $8.5 billion arms sale to Germany.") == [
        ("sale_on_record", GERMAN | {"on": date(2023, 5, 11)})
    ]
    assert parts("The State Department made a determination approving a possible sale to Germany on May 11.") == [
        ("sale_on_record", {"country": "DEU", "on": date(2023, 5, 11)})
    ]


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Congress was notified of a sale of 40 JSOW bombs to Morocco for $250 million in April 2023.", ["right"]),
        ("Notices to Congress include 10 Harpoon missiles ($62 million) and 25 F-16 aircraft ($3.8 billion).",
         ["right", "right"]),
        ("In March 2024 Congress was notified of a sale of 612 Javelins to Morocco for $620 million.", ["wrong"]),
        ("In March 2021 Congress was notified of a sale of 612 Javelins to Morocco for $260 million.", ["wrong"]),
        ("In March 2024 Congress was notified of a sale of 900 Javelin missiles to Morocco.", ["wrong"]),
        ("Morocco's largest notified purchase, of 36 AH-64E for $4.25 billion, dates from November 2019.", ["right"]),
        ("Morocco's largest notified purchase, of 25 F-16 for $3.8 billion, dates from March 2019.", ["partly"]),
        ("The latest notice, for 600 Stinger missiles, came in April 2025.", ["right"]),
        ("A notice of 5 Reaper drones for Morocco came in April 2025.", ["not verifiable"]),
    ],
)  # fmt: skip
def test_a_sale_of_the_same_items_is_put_to_its_value_and_day(said: str, verdicts: list[str]) -> None:
    assert judged("Morocco buys American arms.", said, date(2026, 3, 3)) == verdicts
