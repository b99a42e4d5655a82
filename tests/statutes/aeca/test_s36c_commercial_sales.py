"""AECA 36(c) as a table: recipient, day, facts given; verdict, days, measure, threshold; why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.engine.notice import Notice, decide
from mnna.registry.load import load_registry
from mnna.rules.english import english
from mnna.statutes.catalog import case_law

LAW = case_law("dcs")

M = 1_000_000
SURE = {"firearms": Decimal(0), "new_sales_territory": False}


def notice(recipient: str, on: str, **given: object) -> Notice:
    fields = {k: Decimal(v) if isinstance(v, (int, str)) and not isinstance(v, bool) else v for k, v in given.items()}
    return decide(LAW, load_registry(), recipient, date.fromisoformat(on), fields)  # type: ignore[arg-type]


CENT = Decimal("0.01")

THRESHOLDS = [
    # recipient, day, measure, threshold, days: one cent below is not notified, at and above are
    ("COL", "1976-06-30", "mde", 7 * M, 30),
    ("COL", "1981-12-28", "total", 25 * M, 30),
    ("COL", "1981-12-29", "mde", 14 * M, 30),
    ("COL", "1981-12-29", "total", 50 * M, 30),
    ("DEU", "1990-01-01", "mde", 14 * M, 30),
    ("DEU", "2002-09-29", "mde", 14 * M, 15),
    ("DEU", "2002-09-30", "mde", 25 * M, 15),
    ("DEU", "2024-06-01", "total", 100 * M, 15),
    ("JPN", "2024-06-01", "mde", 25 * M, 15),
    ("KOR", "2008-10-14", "mde", 14 * M, 30),
    ("KOR", "2008-10-15", "mde", 25 * M, 15),
    ("ISR", "2010-10-07", "mde", 14 * M, 30),
    ("ISR", "2010-10-08", "mde", 25 * M, 15),
    ("JOR", "2016-02-17", "mde", 14 * M, 30),
    ("JOR", "2016-02-18", "mde", 25 * M, 15),
    ("JOR", "2019-02-19", "mde", 14 * M, 30),
    ("NATO", "2024-06-01", "mde", 14 * M, 15),
    ("NATO", "2024-06-01", "total", 50 * M, 15),
    ("TWN", "2024-06-01", "mde", 14 * M, 30),
    ("MEX", "2024-06-01", "total", 50 * M, 30),
    ("SWE", "2024-03-06", "mde", 14 * M, 30),
    ("SWE", "2024-03-07", "mde", 25 * M, 15),
]


@pytest.mark.parametrize(("recipient", "on", "measure", "usd", "days"), THRESHOLDS)
def test_thresholds_to_the_cent(recipient: str, on: str, measure: str, usd: int, days: int) -> None:
    def case(value: Decimal) -> Notice:
        rest = {"mde": Decimal(0)} if measure == "total" else {"total": value}
        return notice(recipient, on, **{measure: value}, **rest, **SURE)

    assert case(usd - CENT).verdict == "no"
    for value in (Decimal(usd), usd + CENT):
        found = case(value)
        assert (found.verdict, found.measure, found.usd, found.review_days) == ("yes", measure, usd, days)


@pytest.mark.parametrize("recipient", ["COL", "GBR", "JPN", "NATO", "MEX"])
def test_firearms_have_their_own_threshold_for_any_destination(recipient: str) -> None:
    def case(on: str, firearms: Decimal) -> Notice:
        return notice(recipient, on, mde=0, total=2 * M, firearms=firearms, new_sales_territory=False)

    assert case("2024-06-01", M - CENT).verdict == "no"
    assert (case("2024-06-01", Decimal(M)).measure, case("2024-06-01", Decimal(M)).usd) == ("firearms", M)
    assert case("2002-09-29", Decimal(M)).verdict == "no"
    assert case("2002-09-30", Decimal(M)).verdict == "yes"


def test_the_conflict_over_firearms_is_said_where_it_arises() -> None:
    given = {"total": 2 * M, "firearms": 2 * M}
    assert any("conflict on firearms" in text for text in notice("GBR", "2024-06-01", **given).caveats)
    assert not any("conflict on firearms" in text for text in notice("COL", "2024-06-01", **given).caveats)
    assert "36(c)(5)" in english(LAW.provisions[-1].notify) and "conflicts" in LAW.provisions[-2].note


def test_what_is_not_given_is_unknown_not_zero() -> None:
    assert notice("COL", "2024-06-01", mde=1, total=10 * M).needs == ("the value of the category I firearms",)
    assert notice("COL", "2024-06-01", total=999_999).verdict == "no", "no part exceeds the whole"
    assert notice("COL", "2024-06-01", total=60 * M).verdict == "yes", "the total alone decides"


def test_new_sales_territory_is_not_presumed() -> None:
    between = {"mde": 20 * M, "total": 20 * M, "firearms": 0}
    assert notice("GBR", "2024-06-01", **between).verdict == "unknown"
    assert notice("GBR", "2024-06-01", **between, new_sales_territory=False).verdict == "no"
    told = notice("GBR", "2024-06-01", **between, new_sales_territory=True)
    assert (told.verdict, told.usd, told.review_days) == ("yes", 14 * M, 15)
    above = notice("GBR", "2024-06-01", mde=30 * M, total=30 * M)
    assert (above.verdict, above.usd) == ("yes", 25 * M), "notified either way, shown at the group's own figure"
    below = notice("GBR", "2024-06-01", mde=10 * M, total=10 * M, firearms=0)
    assert below.verdict == "no", "not notified either way"


DAYS = [
    ("FRA", "1996-07-20", {}, 30, "until then all licenses waited thirty days"),
    ("FRA", "1996-07-21", {}, 15, "P.L. 104-164"),
    ("NATO", "1996-07-21", {}, 15, "the Organization is named"),
    ("COL", "1996-07-21", {}, 30, "any other country"),
    ("KAZ", "2000-10-05", {"comsat_launch": True}, 30, "the satellite rule did not exist yet"),
    ("KAZ", "2000-10-06", {"comsat_launch": True}, 15, "P.L. 106-280"),
    ("KAZ", "2000-10-06", {}, 30, "presumed to be no satellite launch"),
]


@pytest.mark.parametrize(("recipient", "on", "given", "days", "why"), DAYS)
def test_days(recipient: str, on: str, given: dict[str, object], days: int, why: str) -> None:
    assert notice(recipient, on, mde=200 * M, total=200 * M, **given).review_days == days, why


AUKUS = [
    ("AUS", "2025-12-17", True, "yes", "the exemption lifted the license, not yet the notice"),
    ("AUS", "2025-12-18", True, "no", "P.L. 119-60"),
    ("GBR", "2025-12-18", True, "no", "P.L. 119-60"),
    ("AUS", "2025-12-18", False, "yes", "outside the exemption"),
    ("AUS", "2025-12-18", None, "unknown", "not said whether exempt"),
    ("CAN", "2025-12-18", True, "yes", "Canada is no partner in 38(l)"),
    ("NZL", "2025-12-18", True, "yes", "nor is New Zealand"),
]


@pytest.mark.parametrize(("recipient", "on", "exempt", "verdict", "why"), AUKUS)
def test_aukus_exemption(recipient: str, on: str, exempt: bool | None, verdict: str, why: str) -> None:
    assert notice(recipient, on, mde=200 * M, total=200 * M, aukus_exempt=exempt).verdict == verdict, why


def test_a_small_license_is_decided_whatever_the_exemption() -> None:
    assert notice("AUS", "2026-01-01", mde=0, total=2 * M, **SURE).verdict == "no"


def test_not_encoded_before_1976() -> None:
    assert notice("COL", "1976-06-29", total=30 * M).verdict == "unknown"


@pytest.mark.parametrize(
    ("recipient", "on", "mde", "barred"),
    [
        ("SAU", "1978-01-01", 40 * M, True),
        ("SAU", "1978-01-01", 20 * M, False),
        ("SAU", "1981-12-29", 40 * M, False),
        ("DEU", "1978-01-01", 40 * M, False),
    ],
)
def test_a_case_above_the_ceiling_of_its_day_says_that_no_license_issues(
    recipient: str, on: str, mde: int, barred: bool
) -> None:
    steps = notice(recipient, on, mde=mde, total=mde).steps
    assert any("no license issues to this country" in step for step in steps) is barred
