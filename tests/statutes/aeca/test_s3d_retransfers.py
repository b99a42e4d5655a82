"""AECA 3(d) as a table: recipient, day, facts given; verdict, days, threshold; why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.engine.notice import Notice, decide
from mnna.registry.load import load_registry
from mnna.statutes.catalog import case_law

LAW = case_law("retransfer")

M = 1_000_000
CENT = Decimal("0.01")


def notice(recipient: str, on: str, **given: object) -> Notice:
    return decide(LAW, load_registry(), recipient, date.fromisoformat(on), given)  # type: ignore[arg-type]


THRESHOLDS = [
    ("UKR", "2024-06-01", "mde", 14 * M, "the recipient counts, not the NATO member that passes it on"),
    ("UKR", "2024-06-01", "total", 50 * M, "general figures"),
    ("POL", "1999-03-11", "mde", 14 * M, "not yet a member, and no higher figures existed"),
    ("POL", "2002-09-29", "mde", 14 * M, "a member, but the higher figures began the next day"),
    ("POL", "2002-09-30", "mde", 25 * M, "P.L. 107-228"),
    ("POL", "2024-06-01", "total", 100 * M, "member"),
    ("KOR", "2008-10-14", "total", 50 * M, "named the next day"),
    ("KOR", "2008-10-15", "total", 100 * M, "P.L. 110-429"),
    ("COL", "2024-06-01", "mde", 14 * M, "a major non-NATO ally has the general figures"),
    ("NATO", "2024-06-01", "mde", 14 * M, "(d)(5) speaks of a member country"),
]


@pytest.mark.parametrize(("recipient", "on", "measure", "usd", "why"), THRESHOLDS)
def test_thresholds_to_the_cent(recipient: str, on: str, measure: str, usd: int, why: str) -> None:
    def case(value: Decimal) -> Notice:
        rest = {"mde": Decimal(0)} if measure == "total" else {"total": value}
        return notice(recipient, on, **{measure: value}, **rest, origin="government")

    assert case(usd - CENT).verdict == "no", why
    for value in (Decimal(usd), usd + CENT):
        assert (case(value).verdict, case(value).measure, case(value).usd) == ("yes", measure, usd), why


DAYS = [
    ("FRA", "1990-01-01", "government", 15, "since 29 December 1981"),
    ("FRA", "1990-01-01", "commercial", 30, "until 1996 thirty days for all"),
    ("FRA", "1996-07-20", "commercial", 30, "the day before"),
    ("FRA", "1996-07-21", "commercial", 15, "P.L. 104-164"),
    ("NATO", "2024-06-01", "government", 15, "the Organization is named in (d)(2)(B)"),
    ("NATO", "2024-06-01", "commercial", 30, "but not in (d)(3)(A)(i): a country which is"),
    ("NATO", "2024-06-01", None, None, "so without the origin the days are not known"),
    ("FRA", "2024-06-01", None, 15, "for a member both origins give fifteen"),
    ("COL", "2024-06-01", None, 30, "for others both give thirty"),
    ("JPN", "1981-12-29", "government", 15, "named from that day"),
    ("KOR", "2008-10-14", "commercial", 30, "named the next day"),
    ("KOR", "2008-10-15", "commercial", 15, "P.L. 110-429"),
]


@pytest.mark.parametrize(("recipient", "on", "origin", "days", "why"), DAYS)
def test_days_turn_on_the_origin(recipient: str, on: str, origin: str | None, days: int | None, why: str) -> None:
    found = notice(recipient, on, mde=Decimal(200 * M), total=Decimal(200 * M), origin=origin)
    assert (found.verdict, found.review_days) == ("yes", days), why


@pytest.mark.parametrize(
    ("recipient", "on", "given", "verdict", "why"),
    [
        ("KEN", "2024-06-01", {"retransfer_exempt": True}, "no", "for repair, whatever the value"),
        ("KEN", "2024-06-01", {}, "yes", "presumed to be no such transfer"),
        ("AUS", "2023-12-21", {"aukus_exempt": True}, "yes", "the day before"),
        ("AUS", "2023-12-22", {"aukus_exempt": True}, "no", "P.L. 118-31"),
        ("AUS", "2023-12-22", {}, "unknown", "not said whether exempt"),
        ("JPN", "2023-12-22", {"aukus_exempt": True}, "yes", "only Australia and the United Kingdom"),
        ("AUS", "2024-06-01", {"aukus_exempt": True, "retransfer_exempt": True}, "no", "two exemptions that agree"),
        ("GBR", "1981-12-28", {}, "yes", "of any value before"),
    ],
)
def test_exemptions(recipient: str, on: str, given: dict[str, bool], verdict: str, why: str) -> None:
    found = notice(recipient, on, mde=Decimal(200 * M), total=Decimal(200 * M), origin="government", **given)
    assert found.verdict == verdict, why


def test_a_new_sales_territory_takes_the_higher_thresholds_away() -> None:
    given = {"mde": Decimal(20 * M), "total": Decimal(20 * M), "origin": "commercial"}
    assert notice("GBR", "2020-06-01", **given).verdict == "no"
    assert notice("GBR", "2020-06-01", **given, new_sales_territory=True).verdict == "yes"


def test_components_need_no_consent_for_named_recipients_only() -> None:
    given = {"total": Decimal(200 * M), "origin": "government"}
    assert any("components" in step for step in notice("ITA", "2020-06-01", **given).steps)
    assert not any("components" in step for step in notice("COL", "2020-06-01", **given).steps)


def test_a_review_of_unknown_length_says_what_it_turns_on() -> None:
    found = notice("NATO", "2020-05-01", mde=Decimal(30 * M), total=Decimal(30 * M))
    assert (found.verdict, found.review_days, found.needs) == ("yes", None, ())
    assert "for a time that turns on the origin of the articles to be retransferred" in found.because


def test_an_exception_is_cited_by_its_paragraph() -> None:
    assert (
        notice("KEN", "2025-01-01", total=Decimal(60 * M), retransfer_exempt=True).citations[-1] == "22 USC 2753(d)(4)"
    )
    exempt = notice("GBR", "2026-01-01", mde=Decimal(30 * M), total=Decimal(30 * M), aukus_exempt=True)
    assert exempt.citations[-1] == "22 USC 2778(l)(6)(A)" and exempt.citations[0].startswith("22 USC 2753(d)(1)")


BEFORE_1981 = [
    ("KEN", "1976-06-30", {"total": 1, "origin": "government"}, "yes", None, "of any value"),
    ("KEN", "1976-06-30", {"total": 60 * M, "origin": "commercial"}, "no", None, "commercial articles were outside"),
    ("KEN", "1977-08-03", {"total": 1, "origin": "government", "retransfer_exempt": True}, "yes", None, "no exemption"),
    ("KEN", "1977-08-04", {"total": 1, "origin": "government", "retransfer_exempt": True}, "no", None, "exempt"),
    ("KEN", "1980-12-15", {"total": 25 * M, "mde": 0, "origin": "commercial"}, "no", None, "from the next day"),
    ("KEN", "1980-12-16", {"total": 25 * M, "mde": 0, "origin": "commercial"}, "yes", "total", "P.L. 96-533"),
    ("KEN", "1980-12-16", {"total": 25 * M - 1, "mde": 0, "origin": "commercial"}, "no", None, "below"),
    ("KEN", "1980-12-16", {"total": 7 * M, "mde": 7 * M, "origin": "commercial"}, "yes", "mde", "at the threshold"),
    ("NZL", "1980-12-15", {"total": M, "mde": 0, "origin": "government"}, "yes", None, "spared from the next day"),
    ("NZL", "1980-12-16", {"total": M, "mde": 0, "origin": "government"}, "no", None, "spared"),
    ("FRA", "1981-12-28", {"total": 25 * M, "mde": 0, "origin": "government"}, "yes", "total", "not below both"),
    ("KOR", "1981-06-01", {"total": M, "mde": 0, "origin": "government"}, "yes", None, "not among the three"),
]


@pytest.mark.parametrize(("country", "on", "given", "verdict", "measure", "why"), BEFORE_1981)
def test_before_the_thresholds_of_1981(
    country: str, on: str, given: dict[str, int | str | bool], verdict: str, measure: str | None, why: str
) -> None:
    found = notice(country, on, **given)
    assert (found.verdict, found.measure) == (verdict, measure), why
    assert found.review_days == (30 if verdict == "yes" else None)
