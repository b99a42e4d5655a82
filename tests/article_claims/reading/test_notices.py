"""Sentences on notices of arms sales."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import notices
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import judged

DATED = date(2024, 6, 27)
LARGE = {"channel": "fms", "total": notices.LARGE, "mde": notices.LARGE}


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def parts(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(type_, dict(args)) for draft in notices.read(sentence(text)) for type_, args in draft.parts]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("Sales of major defense equipment of $14 million or more must be notified to Congress.", {}),
        ("Sales of major defense equipment of $14 million or more to Oman must be notified to Congress.",
         {"country": "OMN"}),
        ("For NATO members sales of major defense equipment above $14 million must be notified to Congress.",
         {"country": "ALB"}),
    ],
)  # fmt: skip
def test_a_threshold_is_put_to_those_it_is_said_of(said: str, more: dict[str, Any]) -> None:
    assert parts(said) == [("threshold_is", {"channel": "fms", "measure": "mde", "usd": 14e6} | more)]


def test_what_is_said_of_the_alliance_is_put_to_a_member_of_that_day() -> None:
    said, day = "Congress must be notified 15 days before arms sales to NATO members.", date(2008, 2, 1)
    (draft,) = notices.read(masked(said, entities(said, day), Context(day)))
    assert [args["country"] for _, args in draft.parts] == ["BEL"] and "put to Belgium" in draft.how


def test_several_thresholds_are_each_of_their_own_measure() -> None:
    value = "$14 million in major defense equipment or $50 million in total"
    said = f"Commercial sales to Oman of {value} must be notified to Congress."
    assert [(args["channel"], args["measure"], args["usd"]) for _, args in parts(said)] == [
        ("dcs", "mde", 14e6),
        ("dcs", "total", 50e6),
    ]


@pytest.mark.parametrize(
    ("said", "value", "notified"),
    [
        ("A $30 million arms sale to Oman has to go to Congress.", {"total": 30e6}, "yes"),
        ("A sale of $30 million in major defense equipment to Oman requires notice to Congress.",
         {"total": 30e6, "mde": 30e6}, "yes"),
        ("A $9 million deal with Oman need not be reported to Congress.", {"total": 9e6}, "no"),
    ],
)  # fmt: skip
def test_one_sale_is_no_threshold(said: str, value: dict[str, float], notified: str) -> None:
    assert parts(said) == [("sale_notified", {"country": "OMN", "channel": "fms", "notified": notified} | value)]


@pytest.mark.parametrize(
    ("said", "country", "days"),
    [
        ("Congress has 30 days to review arms sales to Oman.", "OMN", 30),
        ("Arms sales to NATO members are subject to a 15-day review.", "ALB", 15),
        ("Japan gets the 15-day review period, although it is not a NATO member.", "JPN", 15),
    ],
)
def test_the_days_of_review(said: str, country: str, days: int) -> None:
    assert parts(said) == [("sale_review_days", {"country": country, "days": days} | LARGE)]


@pytest.mark.parametrize(
    "said",
    [
        "For the closest allies sales of major defense equipment above $25 million must be notified to Congress.",
        "Sales above $14 million to Oman, unlike Japan, must be notified to Congress.",
        "Congress has 30 days to review arms sales to Oman and 15 for Japan.",
        "Arms sales to Oman do not get the 15-day review.",
        "The status cuts the review period for arms sales to Oman to 15 days.",
        "The threshold for notifying Congress of arms sales to Oman is $14 million.",
        "Congress has 10 days to block an emergency sale to Oman.",
        "A $30 million arms sale to Oman was delayed by Congress.",
    ],
)
def test_what_is_said_of_a_group_or_of_a_change_is_left(said: str) -> None:
    assert parts(said) == []


def test_a_sentence_on_sales_and_congress_is_of_ours() -> None:
    assert notices.speaks_of_sales(sentence("Arms sales to Oman face a 30-day review."))
    assert not notices.speaks_of_sales(sentence("Congress met on Tuesday."))


@pytest.mark.parametrize(
    ("said", "countries"),
    [
        ("Arms sales to Oman, Japan and Israel face a 15-day review.", ["OMN", "JPN", "ISR"]),
        ("Arms sales to Australia and Japan, with Israel, are reviewed in 15 days rather than 30.",
         ["AUS", "JPN", "ISR"]),
        ("For such sales to NATO, Japan, or Israel, the President must formally notify Congress 15 calendar days "
         "before the sale.", ["JPN", "ISR", "ALB"]),
        ("Arms sales to Oman face a 15-day review, while Japan waits.", []),
    ],
)  # fmt: skip
def test_a_list_of_buyers_is_put_to_each(said: str, countries: list[str]) -> None:
    found = parts(said)
    assert [args["country"] for _, args in found] == countries
    assert all(type_ == "sale_review_days" and args["days"] == 15 for type_, args in found)


def test_thresholds_and_sales_without_the_word_congress() -> None:
    said = (
        "For Oman sales of major defense equipment must be notified at $14 million, and of any articles or services at"
    )
    assert [(args["measure"], args["usd"]) for _, args in parts(f"{said} $50 million.")] == [
        ("mde", 14e6),
        ("total", 50e6),
    ]
    (one,) = parts("A $20 million sale of major defense equipment to Japan need not be notified at all.")
    assert one[0] == "sale_notified" and one[1]["notified"] == "no"


def test_what_has_to_be_notified_is_no_plan() -> None:
    (one,) = parts("Major arms sales to Oman have to be notified to Congress 30 days ahead.")
    assert one == ("sale_review_days", {"country": "OMN", "days": 30} | LARGE)
    (one,) = parts("For Oman, as for most countries, sales of major defense equipment are notified from $14 million.")
    assert one[0] == "threshold_is" and one[1]["country"] == "OMN"


OMAN = "Arms sales to Oman, such as missiles, are notified to Congress."


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Sales to Oman are reviewed for 30 days rather than the 15 days that apply to NATO members.", ["right"]),
        ("Sales to Oman are reviewed for 15 days instead of the 30 days that apply to others.", ["wrong"]),
        ("Oman gets the same 15-day review as NATO members.", ["wrong"]),
        ("Oman does not get the shorter review that NATO members have.", ["right"]),
        ("Japan enjoys the shorter review that NATO members enjoy.", ["right"]),
        ("The shorter review is for NATO members, Australia, Israel and Japan.", ["right"]),
        ("Major non-NATO allies as such get a review of 30 days.", ["right"]),
        ("The thresholds for NATO members are $25 million, $100 million and $300 million.", ["right"]),
        ("The thresholds for Oman are $14 million, $50 million and $200 million.", ["right"]),
        ("The thresholds for Oman are $25 million and $100 million.", ["wrong"]),
        ("Sales to Oman need no notice to Congress below $100 million.", ["wrong"]),
        ("Sales to Oman below $14 million need not be notified to Congress.", ["right"]),
        ("For Oman it is $14 million and 30 days, the same as for Kenya.", ["right", "right"]),
        ("For Oman it is $25 million and 15 days.", ["wrong"]),
        (
            "For major non-NATO allies sales of major defense equipment above $25 million are notified to Congress.",
            ["wrong"],
        ),
        ("The review of the status by the Senate lasts 90 days.", []),
        ("Oman wants the shorter review that NATO members enjoy.", []),
    ],
)
def test_what_is_only_compared_is_not_put_to_the_buyer(said: str, verdicts: list[str]) -> None:
    assert judged(OMAN, said, DATED) == verdicts
