"""AECA 36(b) as a table: recipient, day, facts given; verdict, days, measure, threshold; why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import mnna
from mnna.engine.notice import Notice, decide
from mnna.registry.load import load_registry
from mnna.statutes.catalog import case_law

LAW = case_law("fms")

M = 1_000_000
CENT = Decimal("0.01")


def notice(recipient: str, on: str, **given: Decimal | int | bool) -> Notice:
    fields = {k: v if isinstance(v, bool) else Decimal(v) for k, v in given.items()}
    return decide(LAW, load_registry(), recipient, date.fromisoformat(on), fields)


THRESHOLDS = [
    # recipient, day, measure, threshold, days: one cent below is not notified, at and above are
    ("COL", "1974-12-30", "total", 25 * M, 20),
    ("FRA", "1976-06-29", "total", 25 * M, 20),
    ("FRA", "1976-06-30", "mde", 7 * M, 30),
    ("COL", "1981-12-28", "total", 25 * M, 30),
    ("COL", "1980-12-16", "construction", 200 * M, 30),
    ("COL", "1981-12-29", "mde", 14 * M, 30),
    ("FRA", "1981-12-29", "mde", 14 * M, 15),
    ("NATO", "1981-12-29", "total", 50 * M, 15),
    ("AUS", "2002-09-29", "mde", 14 * M, 15),
    ("AUS", "2002-09-30", "mde", 25 * M, 15),
    ("FRA", "2024-06-01", "total", 100 * M, 15),
    ("FRA", "2024-06-01", "construction", 300 * M, 15),
    ("KOR", "2008-10-14", "mde", 14 * M, 30),
    ("KOR", "2008-10-15", "mde", 25 * M, 15),
    ("ISR", "2010-10-07", "total", 50 * M, 30),
    ("ISR", "2010-10-08", "total", 100 * M, 15),
    ("JOR", "2016-02-18", "mde", 25 * M, 15),
    ("JOR", "2019-02-17", "mde", 25 * M, 15),
    ("JOR", "2019-02-19", "mde", 14 * M, 30),
    ("NATO", "2024-06-01", "mde", 14 * M, 15),
    ("NATO", "2024-06-01", "construction", 200 * M, 15),
    ("COL", "2024-06-01", "mde", 14 * M, 30),
    ("COL", "2024-06-01", "construction", 200 * M, 30),
    ("TWN", "2024-06-01", "total", 50 * M, 30),
    ("IND", "2024-06-01", "mde", 14 * M, 30),
]


@pytest.mark.parametrize(("recipient", "on", "measure", "usd", "days"), THRESHOLDS)
def test_thresholds_to_the_cent(recipient: str, on: str, measure: str, usd: int, days: int) -> None:
    def case(value: Decimal) -> Notice:
        apart = {"mde": 0, "construction": 0, "total": value if measure == "mde" else 0}
        return notice(recipient, on, **(apart | {measure: value}))

    assert case(usd - CENT).verdict == "no"
    for value in (Decimal(usd), usd + CENT):
        found = case(value)
        assert (found.verdict, found.measure, found.usd, found.review_days) == ("yes", measure, usd, days)


INSIDE = [
    ("KEN", "2025-01-01", 60, 60, "no", "nothing but building"),
    ("KEN", "2025-01-01", 60, 10, "yes", "fifty million of articles and services are left"),
    ("KEN", "2025-01-01", 60, 11, "no", "forty-nine million are left"),
    ("KEN", "2025-01-01", 60, 61, "yes", "building worth more than the total is no part of it"),
    ("GBR", "2025-01-01", 160, 60, "yes", "a hundred million are left for a member"),
    ("GBR", "2025-01-01", 160, 61, "no", "less than a hundred million are left"),
    ("COL", "1980-12-16", 30, 30, "no", "from that day building is measured apart"),
    ("COL", "1980-12-15", 30, 30, "yes", "the day before, it counted like all else"),
]


@pytest.mark.parametrize(("country", "day", "total", "construction", "verdict", "why"), INSIDE)
def test_construction_inside_a_total_is_left_out_of_it(
    country: str, day: str, total: int, construction: int, verdict: str, why: str
) -> None:
    found = mnna.case(country, "fms", on=day, mde="0", total=f"{total}e6", construction=f"{construction}e6")
    assert found.notice.verdict == verdict, why


def test_construction_that_is_not_given_is_not_left_out() -> None:
    assert mnna.case("KEN", "fms", mde=0, total="60e6", on="2025-01-01").notice.verdict == "yes"


def test_construction_is_measured_apart_from_articles_and_services() -> None:
    assert notice("COL", "2024-06-01", mde=0, total=10 * M, construction=250 * M).measure == "construction"
    assert notice("COL", "1980-12-15", mde=0, total=10 * M, construction=250 * M).verdict == "no"
    assert notice("COL", "2024-06-01", mde=0, total=10 * M).verdict == "no", "not given, it lies within the total"
    assert mnna.case("COL", "fms", total="10e6", construction="250e6", on="2024-06-01").notice.verdict == "yes"


def test_a_new_sales_territory_takes_the_higher_thresholds_away() -> None:
    assert notice("FRA", "2024-06-01", mde=20 * M, total=20 * M).verdict == "no"
    assert notice("FRA", "2024-06-01", mde=20 * M, total=20 * M, new_sales_territory=True).usd == 14 * M


@pytest.mark.parametrize(
    ("recipient", "on", "words", "shown", "why"),
    [
        ("COL", "1986-02-11", "concurrent resolution", True, "an objection needed no signature"),
        ("COL", "1986-02-12", "concurrent resolution", False, "P.L. 99-247"),
        ("COL", "1986-02-11", "joint resolution", False, "not yet"),
        ("COL", "1986-02-12", "joint resolution", True, "P.L. 99-247"),
        ("COL", "1979-10-28", "justify it in detail", False, "P.L. 96-92 came the next day"),
        ("COL", "1979-10-29", "justify it in detail", True, "P.L. 96-92"),
        ("COL", "2024-06-01", "discharge", False, "only for NATO and the countries beside it"),
        ("FRA", "2024-06-01", "discharge", True, "a NATO member"),
        ("NATO", "2024-06-01", "discharge", True, "the Organization is named in (b)(2)"),
        ("JPN", "1981-12-29", "discharge", True, "named beside NATO since that day"),
        ("COL", "2014-12-17", "before shipment", False, "P.L. 113-276 came the next day"),
        ("COL", "2014-12-18", "before shipment", True, "P.L. 113-276"),
        ("KWT", "2008-10-15", "qualitative military edge", True, "P.L. 110-429"),
        ("KWT", "2014-12-18", "may need", False, "P.L. 113-296 came the next day"),
        ("KWT", "2014-12-19", "may need", True, "P.L. 113-296"),
        ("ISR", "2024-06-01", "qualitative military edge", False, "Israel itself"),
    ],
)
def test_the_duties_around_a_sale_and_their_days(recipient: str, on: str, words: str, shown: bool, why: str) -> None:
    steps = " ".join(notice(recipient, on, total=400 * M).steps)
    assert (words in steps) is shown, why


@pytest.mark.parametrize(
    ("on", "total", "shown"),
    [("1998-10-20", M, False), ("1998-10-21", M, True), ("2024-06-01", 14 * M, True), ("2024-06-01", 15 * M, False)],
)
def test_a_small_lethal_item_may_need_a_notice_of_its_own(on: str, total: int, shown: bool) -> None:
    found = notice("COL", on, mde=0, total=total)
    assert found.verdict == "no" and any("lethal item" in step for step in found.steps) is shown
