"""Where war reserve stocks may lie: the site, day by day, and the yearly caps by fiscal year."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.statutes.parameters import param
from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("day", "cap"),
    [
        ("1997-09-30", 50_000_000),
        ("1997-10-01", 60_000_000),
        ("1998-10-01", 340_000_000),
        ("1999-10-01", 60_000_000),
        ("2000-10-01", 50_000_000),
        ("2001-10-01", None),  # no amount stands in the section for fiscal year 2002
        ("2002-10-01", 100_000_000),
        ("2005-10-01", None),
        ("2006-10-01", 200_000_000),
        ("2008-10-01", None),
        ("2010-10-01", 200_000_000),
        ("2022-12-22", 200_000_000),
        ("2022-12-23", 500_000_000),
        ("2028-09-30", 500_000_000),
        ("2028-10-01", None),
    ],
)
def test_yearly_cap(day: str, cap: int | None) -> None:
    assert asked("war-reserve-stockpile-site", "KOR", day).terms["annual_cap_usd"] == cap


def test_sub_caps_follow_the_countries_the_law_named() -> None:
    assert asked("war-reserve-stockpile-site", "KOR", "1999-06-01").terms["thailand_cap_usd"] == 20_000_000
    assert asked("war-reserve-stockpile-site", "ISR", "2003-06-01").terms["israel_cap_usd"] == 100_000_000
    assert asked("war-reserve-stockpile-site", "ISR", "2025-06-01").terms["israel_cap_usd"] == 200_000_000
    assert "korea_cap_usd" not in asked("war-reserve-stockpile-site", "KOR", "2025-06-01").terms


@pytest.mark.parametrize(("country", "day"), [("MEX", "2025-06-01"), ("MAR", "2025-06-01"), ("GBR", "1999-06-01")])
def test_an_amount_for_another_country_is_no_term(country: str, day: str) -> None:
    terms = asked("war-reserve-stockpile-site", country, day).terms
    assert not {name for name in terms if name.startswith(("israel_", "korea_", "thailand_"))}


def test_a_site_is_no_right_to_the_stock_and_a_no_names_the_presidential_designation() -> None:
    assert (
        "only by a transfer under the Foreign Assistance Act"
        in asked("war-reserve-stockpile-site", "COL", "2025-06-01").steps[0]
    )
    routes = asked("war-reserve-stockpile-site", "MEX", "2025-06-01").routes
    assert any("the President designates the country as a site" in route for route in routes)


CAPS = [
    ("1976-09-30", "stockpile-cap", 93_750_000),
    ("1977-10-01", "stockpile-cap", 270_000_000),
    ("1979-09-30", "stockpile-cap", 90_000_000),
    ("1980-10-01", "stockpile-cap", 85_000_000),
    ("1984-09-30", "stockpile-cap", 125_000_000),
    ("1984-10-01", "stockpile-cap", 248_000_000),
    ("1985-10-01", "stockpile-cap", 360_000_000),
    ("1990-09-30", "stockpile-cap", 165_000_000),
    ("1991-09-30", "stockpile-cap", 378_000_000),
    ("1991-10-01", "stockpile-cap", None),  # fiscal year 1992: an amount for Israel alone
    ("1992-09-30", "stockpile-cap-israel", 300_000_000),
    ("1992-10-01", "stockpile-cap", 389_000_000),
    ("1992-10-01", "stockpile-floor-israel", 200_000_000),
    ("1992-10-01", "stockpile-cap-korea", 189_000_000),
    ("1995-09-30", "stockpile-cap-israel", 200_000_000),
    ("1994-09-30", "stockpile-cap-korea", 72_000_000),
    ("1994-10-01", "stockpile-cap-korea", 40_000_000),
    ("1994-10-01", "stockpile-cap-thailand", 10_000_000),
]


@pytest.mark.parametrize(("day", "id_", "amount"), CAPS)
def test_the_yearly_amounts_before_1996(day: str, id_: str, amount: int | None) -> None:
    dated = param(id_).at(date.fromisoformat(day))
    assert (dated and dated.value) == amount


def test_a_stockpile_of_1976_might_stay() -> None:
    found = asked("war-reserve-stockpile-site", "MEX", "1980-06-01")
    assert "30 June 1976" in found.presumes[0]
    assert asked("war-reserve-stockpile-site", "MEX", "1980-06-01", stockpile_1976=True).verdict == "yes"
    assert not asked("war-reserve-stockpile-site", "MEX", "1997-06-01").presumes
