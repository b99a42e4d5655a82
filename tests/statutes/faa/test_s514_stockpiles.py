"""Where war reserve stocks may lie: the site, day by day, and the yearly caps by fiscal year."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority
from mnna.statutes.parameters import param

TABLE = [
    ("war-reserve-stockpile-site", "COL", "2022-05-22", "no", "designated the next day"),
    ("war-reserve-stockpile-site", "COL", "2022-05-23", "yes", "an ally under FAA 517"),
    ("war-reserve-stockpile-site", "AFG", "2022-09-22", "yes", "still an ally"),
    ("war-reserve-stockpile-site", "AFG", "2022-09-23", "no", "the designation ended that day"),
    (
        "war-reserve-stockpile-site",
        "TWN",
        "2022-12-22",
        "no",
        "section 1206 is about transfers; a site is none",
    ),
    ("war-reserve-stockpile-site", "TWN", "2022-12-23", "yes", "named by P.L. 117-263"),
    ("war-reserve-stockpile-site", "KOR", "1996-03-01", "yes", "named"),
    ("war-reserve-stockpile-site", "THA", "1998-06-01", "yes", "named before it was an ally"),
    ("war-reserve-stockpile-site", "NZL", "1996-07-20", "no", "not on the title-10 list"),
    ("war-reserve-stockpile-site", "NZL", "1996-07-21", "yes", "deemed an ally under FAA 517"),
    ("war-reserve-stockpile-site", "FIN", "2023-04-03", "no", "not yet a NATO member"),
    ("war-reserve-stockpile-site", "FIN", "2023-04-04", "yes", "a NATO member"),
    ("war-reserve-stockpile-site", "NATO", "2025-06-01", "no", "the section speaks of member countries"),
    ("war-reserve-stockpile-site", "MEX", "2026-06-01", "no", "neither named nor ally"),
    ("war-reserve-stockpile-site", "MEX", "1996-02-11", "no", "neither named nor on the title-10 list"),
    ("war-reserve-stockpile-site", "MEX", "1976-06-29", "unknown", "not encoded before 30 June 1976"),
    ("war-reserve-stockpile-site", "KOR", "1979-10-28", "no", "named from the next day"),
    ("war-reserve-stockpile-site", "KOR", "1979-10-29", "yes", "named by P.L. 96-92"),
    ("war-reserve-stockpile-site", "THA", "1987-12-21", "no", "named from the next day"),
    ("war-reserve-stockpile-site", "THA", "1987-12-22", "yes", "named by P.L. 100-202"),
    ("war-reserve-stockpile-site", "ISR", "1990-11-04", "no", "allies from the next day"),
    ("war-reserve-stockpile-site", "ISR", "1992-06-01", "yes", "on the title-10 list, since P.L. 101-513"),
    ("war-reserve-stockpile-site", "DEU", "1980-06-01", "yes", "a NATO member"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


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
    assert ask("war-reserve-stockpile-site", "KOR", day).terms["annual_cap_usd"] == cap


def test_sub_caps_follow_the_countries_the_law_named() -> None:
    assert ask("war-reserve-stockpile-site", "KOR", "1999-06-01").terms["thailand_cap_usd"] == 20_000_000
    assert ask("war-reserve-stockpile-site", "ISR", "2003-06-01").terms["israel_cap_usd"] == 100_000_000
    assert ask("war-reserve-stockpile-site", "ISR", "2025-06-01").terms["israel_cap_usd"] == 200_000_000
    assert "korea_cap_usd" not in ask("war-reserve-stockpile-site", "KOR", "2025-06-01").terms


def test_a_site_is_no_right_to_the_stock_and_a_no_names_the_presidential_designation() -> None:
    assert "stays United States property" in ask("war-reserve-stockpile-site", "COL", "2025-06-01").steps[0]
    routes = ask("war-reserve-stockpile-site", "MEX", "2025-06-01").routes
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
    found = ask("war-reserve-stockpile-site", "MEX", "1980-06-01")
    assert "30 June 1976" in found.presumes[0]
    assert ask("war-reserve-stockpile-site", "MEX", "1980-06-01", stockpile_1976=True).verdict == "yes"
    assert not ask("war-reserve-stockpile-site", "MEX", "1997-06-01").presumes
