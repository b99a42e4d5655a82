"""Where war reserve stocks may lie: the site, day by day, and the yearly caps by fiscal year."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

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
    ("war-reserve-stockpile-site", "MEX", "1996-02-11", "unknown", "not encoded before 12 February 1996"),
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
        ("2027-09-30", 500_000_000),
        ("2027-10-01", None),
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
