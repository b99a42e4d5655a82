"""Claims about notices to Congress: the cases they put to the notification law, and the reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mnna.answers.case import case
from mnna.article_claims.notice_claims import SAMPLE
from mnna.article_claims.verdicts import Ruling
from mnna.statutes.parameters import parameters

Told = Callable[..., Ruling]
FMS = {"country": "MEX", "channel": "fms"}


def test_the_sample_stands_on_both_sides_of_every_threshold_in_force() -> None:
    """A new threshold in the table must come into the sample, or a change of it would go unseen."""
    money = {id_: one.history[-1].value for id_, one in parameters().items() if id_.startswith(("36b-", "36c-"))}
    thresholds = {int(value) for value in money.values() if isinstance(value, Decimal) and 10**7 < value <= 10**8}
    assert len(thresholds) > 3 and thresholds | {one - 1 for one in thresholds} <= set(SAMPLE)


@pytest.mark.parametrize(
    ("status", "world", "verdict", "because"),
    [
        ("mnna", "empty", "wrong", "in none: it goes by NATO membership and named countries."),
        ("nato", "empty", "right", "in 15: fms 14,000,000, fms 24,999,999, fms 25,000,000, fms 49,999,999."),
        ("nato", "member", "right", "in 15: fms 14,000,000, fms 24,999,999, fms 25,000,000, fms 49,999,999."),
    ],
)
def test_a_status_is_tried_on_sales_around_the_thresholds(
    told: Told, status: str, world: str, verdict: str, because: str
) -> None:
    ruled = told("notification_changes", world, country="MEX", status=status)
    assert ruled.verdict == verdict and ruled.because.endswith(because)
    assert ruled.because.startswith("The notification law was put to 16 sales to Mexico on both sides of every ")
    assert ruled.citations == ("22 USC 2776(b)(1), (b)(6)", "22 USC 2776(c)(1), (c)(5)")


@pytest.mark.parametrize(
    ("given", "days", "verdict", "because"),
    [
        ({"total": 20e6, "mde": 20e6}, 30, "right", "Review of sales to Mexico: 30 calendar days; 30 claimed."),
        ({"total": 20e6, "mde": 20e6}, 15, "wrong", "Review of sales to Mexico: 30 calendar days; 15 claimed."),
        ({"total": 2e6, "mde": 1e6}, 15, "wrong", "is less than $200,000,000."),
        ({"total": 20e6}, 30, "not verifiable", ""),
        ({"total": 20e6, "mde": 0, "construction": 0}, 30, "wrong", ""),
        ({"total": 20e6, "mde": 0, "construction": 200e6}, 30, "right", ""),
    ],
)
def test_days_of_review(told: Told, given: dict[str, Any], days: int, verdict: str, because: str) -> None:
    ruled = told("sale_review_days", "empty", **FMS, days=days, **given)
    assert ruled.verdict == verdict and ruled.because.endswith(because) and ruled.citations


@pytest.mark.parametrize(
    ("given", "notified", "verdict"),
    [
        ({"total": 50e6, "mde": 0}, "yes", "right"),
        ({"total": 50e6, "mde": 0}, "no", "wrong"),
        ({"total": 20e6}, "no", "not verifiable"),
        ({"total": 20e6}, "unknown", "right"),
        ({"total": "50 million", "mde": 0}, "yes", "right"),
        ({"total": 49_999_999.99, "mde": 0}, "no", "right"),
    ],
)
def test_a_claim_may_say_that_no_notice_is_due(told: Told, given: dict[str, Any], notified: str, verdict: str) -> None:
    assert told("sale_notified", "empty", **FMS, notified=notified, **given).verdict == verdict


@pytest.mark.parametrize("type_", ["sale_notified", "sale_review_days"])
def test_a_day_to_come_cannot_be_judged_and_the_law_of_a_past_one_is_asked(told: Told, type_: str) -> None:
    more = {"days": 30} if type_ == "sale_review_days" else {}
    sale = FMS | {"total": 20e6, "mde": 20e6} | more
    assert told(type_, "empty", **sale, on=date(2024, 6, 2)).because.startswith("2 June 2024 lies after 1 June 2024")
    assert told(type_, "empty", **sale, on=date(1976, 1, 1)).verdict == "wrong"
    assert told(type_, "empty", **sale, on=date(2024, 6, 1)).verdict == "right"


def test_the_reason_is_that_of_the_case(told: Told) -> None:
    ruled = told("sale_notified", "real", **FMS, total=50e6, mde=0)
    notice = case("MEX", "fms", on="2024-06-01", total="50 million", mde=0).notice
    assert (ruled.because, ruled.citations) == (notice.because, notice.citations)


@pytest.mark.parametrize(
    ("type_", "given", "verdict", "because"),
    [
        ("defense_trade_minimal", {"country": "MEX", "since": 2019, "until": 2023}, "right", "0 new sales to Mexico"),
        ("defense_trade_minimal", {"country": "SAU", "since": 2010, "until": 2020}, "wrong", "percent of"),
        (
            "defense_trade_minimal",
            {"country": "MEX", "since": 2000, "until": 2020},
            "not verifiable",
            "Before 1 January 2008",
        ),
        ("largest_buyer", {"country": "SAU", "since": 2010, "until": 2020}, "right", "Saudi Arabia"),
        ("largest_buyer", {"country": "MEX", "since": 2010, "until": 2020}, "wrong", "that of Mexico is"),
        ("largest_buyer", {"country": "MEX", "since": 2025, "until": 2026}, "not verifiable", "lies after"),
        ("first_sale_since", {"country": "MEX", "year": 2018, "since": 2015}, "not verifiable", "is no proof"),
        ("first_sale_since", {"country": "MEX", "year": 2018, "since": 2012}, "wrong", "a sale was notified on"),
        ("first_sale_since", {"country": "MEX", "year": 2020, "since": 2018}, "not verifiable", "is on record"),
        ("first_sale_since", {"country": "MEX", "year": 2018, "since": 2018}, "not verifiable", "nothing between"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "on": date(2023, 5, 15)}, "right", "transmittal 23-26."),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "on": date(2023, 5, 17)}, "not verifiable", "has gaps"),
        (
            "sale_on_record",
            {"country": "DEU", "usd": 7.5e9, "on": date(2023, 5, 11)},
            "not verifiable",
            "Near that day",
        ),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "year": 2021}, "not verifiable", "has gaps"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "year": 2023}, "right", "60 CH-47F"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "year": 2023}, "right", "What was sold is not compared."),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "year": 2023, "month": 5}, "right", "60 CH-47F"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "year": 2023, "month": 3}, "not verifiable", "has gaps"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "types": "47"}, "right", "60 CH-47F"),
        ("sale_on_record", {"country": "DEU", "usd": 8.5e9, "types": "16"}, "not verifiable", "not of what the claim"),
    ],
)
def test_claims_about_the_record_of_sales(
    told: Told, type_: str, given: dict[str, Any], verdict: str, because: str
) -> None:
    ruled = told(type_, "real", **given)
    assert (ruled.verdict, because in ruled.because) == (verdict, True), ruled.because


def test_a_count_of_the_record_names_its_gaps_and_the_percent_may_be_given(told: Told) -> None:
    ruled = told("defense_trade_minimal", "real", country="COL", since=2008, until=2023, percent=0.01)
    assert ruled.verdict == "wrong" and "were never seen" in ruled.because and ruled.citations == ("22 USC 2776(b)(1)",)
