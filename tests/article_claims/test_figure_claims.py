"""Claims about numbers: the year they are judged by, their tolerances, and the reason each ruling gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.article_claims import statute_notes, types
from mnna.article_claims.figure_claims import year_for
from mnna.article_claims.verdicts import Here, Ruling
from mnna.errors import BadQuestion
from tests.answers.worlds import InventedFigures, evidence

Told = Callable[..., Ruling]
MEXICO = {"country": "MEX"}
HOMICIDE = {"indicator": "homicide_rate", "country": "MEX"}
PEOPLE = {"indicator": "population", "country": "MEX", "than": "COL"}


@pytest.mark.parametrize(
    ("type_", "world", "args", "because"),
    [
        ("trade_total_at_least", "ally", {"usd": 615e9},
         "Goods trade with Mexico was 700.0 billion dollars in 2023, against 615.0 billion dollars claimed."),
        ("trade_total_at_least", "ally", {"usd": 615e9, "year": 2024},
         "Goods trade with Mexico was 700.0 billion dollars in 2023, against 615.0 billion dollars claimed. 2024 was "
         "not over on 1 June 2024; 2023 stands in for it."),
        ("trade_total_at_least", "ally", {"usd": 1, "year": 2021}, "us_goods_trade_total of MEX in 2021: missing."),
        ("trade_total_is", "ally", {"usd": 800e9},
         "Goods trade with Mexico was 700.0 billion dollars in 2023, against 800.0 billion dollars claimed (tolerance "
         "2 percent). Services, which are not held here, would have to make up 100.0 billion dollars."),
        ("trade_total_is", "ally", {"usd": 700e9, "scope": "goods and services"},
         "Goods trade with Mexico was 700.0 billion dollars in 2023, against 700.0 billion dollars claimed (tolerance "
         "2 percent). Services, which are not held here, come on top."),
        ("trade_rank_is", "ally", {"rank": 2},
         "Mexico ranked 1 among partners in goods trade in 2023, against 2 claimed; customs territories are counted "
         "one by one."),
        ("trade_share_is", "ally", {"percent": 14},
         "Mexico made up 14.50 percent of US goods trade in 2023, against 14 claimed (tolerance 0.25 points)."),
        ("border_rank_at_most", "short border", {"neighbour": "USA", "rank": 1},
         "The border is 1 km (rank 2) and 11 km (rank 1), as measured under each neighbor; 1 claimed."),
        ("border_rank_at_most", "ally", {"neighbour": "COL", "rank": 1}, "Mexico and Colombia have no land border."),
        ("figure_is", "ally", {"indicator": "homicide_rate", "value": 7.1, "year": 2022},
         "homicide_rate of Mexico was 7 (a unit) in 2022; claimed: is 7.1 within 0.142."),
        ("figure_at_most", "ally", {"indicator": "homicide_rate", "value": 8},
         "homicide_rate of Mexico was 7 (a unit) in 2022; claimed: is at most 8. 2022 is the latest year held here; "
         "`mnna refresh homicide_rate` fetches newer ones."),
        ("figure_exceeds", "pair", {"indicator": "population", "than": "COL", "year": 2022},
         "population was 9 for Mexico and 8 for Colombia in 2022 (a unit)."),
        ("arms_share_at_most", "ally", {"percent": 10, "years": 1},
         "Mexico took 90.00 percent of US deliveries of major arms from 2023 to 2023, by volume (SIPRI trend-indicator "
         "values); claimed: at most 10."),
        ("arms_share_at_most", "ally", {"percent": 10, "years": 5},
         "The table of arms deliveries held covers 2023 to 2023, not 2019 to 2023."),
        ("arms_share_at_most", "filtered arms", {"percent": 10, "years": 1},
         "The table of arms deliveries held is of some recipients only. Export that of all."),
        ("arms_share_at_most", "empty", {"percent": 10},
         "No open figure of arms deliveries can be shipped. Bring your own."),
    ],
)  # fmt: skip
def test_the_reason(told: Told, type_: str, world: str, args: dict[str, Any], because: str) -> None:
    assert told(type_, world, **MEXICO | args).because == because


@pytest.mark.parametrize(
    ("type_", "close", "off"),
    [
        ("trade_total_is", {"usd": 700e9 / 0.98, "scope": "goods"}, {"usd": 700e9 / 0.97, "scope": "goods"}),
        ("trade_total_is", {"usd": 690e9}, {"usd": 680e9}),
        ("trade_total_is", {"usd": 690e9, "tolerance_percent": 2}, {"usd": 690e9, "tolerance_percent": 1}),
        ("trade_share_is", {"percent": 14.25}, {"percent": 14.24}),
        ("trade_share_is", {"percent": 14, "tolerance_points": 0.5}, {"percent": 14, "tolerance_points": 0.4}),
        ("trade_total_at_least", {"usd": 700e9}, {"usd": 700e9 + 1, "scope": "goods"}),
    ],
)
def test_a_tolerance_includes_its_edge(told: Told, type_: str, close: dict[str, Any], off: dict[str, Any]) -> None:
    assert told(type_, "ally", **MEXICO | close).verdict == "right"
    assert told(type_, "ally", **MEXICO | off).verdict == "wrong"


@pytest.mark.parametrize(
    ("value", "verdict"), [(6.87, "right"), (6.86, "wrong"), (7.14, "right"), (7.15, "wrong"), (-7, "wrong")]
)
def test_the_tolerance_of_a_figure_is_a_share_of_what_is_claimed(told: Told, value: float, verdict: str) -> None:
    assert told("figure_is", "ally", **HOMICIDE, value=value).verdict == verdict


def test_equal_figures_exceed_nothing(told: Told) -> None:
    figures = InventedFigures({"population": {("MEX", 2022): 8.0, ("COL", 2022): 8.0}})
    assert told("figure_exceeds", evidence(figures=figures), **PEOPLE).verdict == "wrong"


def test_two_countries_are_compared_in_the_latest_year_of_both(told: Told) -> None:
    people = {("MEX", 2023): 9.0, ("MEX", 2022): 7.0, ("COL", 2022): 8.0}
    ruled = told("figure_exceeds", evidence(figures=InventedFigures({"population": people})), **PEOPLE)
    assert (ruled.verdict, ruled.because) == (
        "wrong",
        "population was 7 for Mexico and 8 for Colombia in 2022 (a unit).",
    )
    assert [figure["country"] for figure in ruled.figures] == ["MEX", "COL"]


@pytest.mark.parametrize(
    ("value", "written"),
    [(99_999.5, "99,999.5"), (100_000.4, "100,000"), (0.1234567, "0.123457"), (-2e6, "-2,000,000")],
)
def test_a_number_is_written_without_an_exponent(told: Told, value: float, written: str) -> None:
    figures = InventedFigures({"homicide_rate": {("MEX", 2023): value}})
    because = told("figure_at_least", evidence(figures=figures), **HOMICIDE, value=0).because
    assert because == f"homicide_rate of Mexico was {written} (a unit) in 2023; claimed: is at least 0."


def test_figures_that_are_not_shipped_decide_nothing(told: Told) -> None:
    for type_, more in (("figure_is", {"value": 1}), ("figure_exceeds", {"than": "COL"})):
        ruled = told(type_, "empty", indicator="us_arms_tiv", country="MEX", **more)
        assert ruled.because == "us_arms_tiv: its figures are not shipped. Bring your own."
        assert ruled.verdict == "not verifiable"


def test_a_country_is_no_neighbour_of_itself(told: Told) -> None:
    with pytest.raises(BadQuestion, match="Mexico is its own neighbor"):
        told("border_rank_at_most", "ally", country="MEX", neighbour="MEX", rank=1)


def test_arms_count_only_within_the_years_asked_about(told: Told) -> None:
    arms = {("MEX", 2022): 50.0, ("COL", 2022): 50.0, ("MEX", 2023): 0.0, ("COL", 2023): 10.0, ("MEX", 2024): 900.0}
    world = evidence(figures=InventedFigures({"us_arms_tiv": arms}))
    assert told("arms_share_at_most", world, country="MEX", percent=0, years=1).verdict == "right"
    assert told("arms_share_at_most", world, country="MEX", percent=45, years=2).verdict == "wrong"
    assert told("arms_share_at_most", world, country="MEX", percent=46, years=2).verdict == "right"


def test_where_no_arms_were_delivered_there_is_no_share(told: Told) -> None:
    arms = {("MEX", 2023): 0.0, ("COL", 2023): 0.0}
    ruled = told(
        "arms_share_at_most", evidence(figures=InventedFigures({"us_arms_tiv": arms})), **MEXICO, percent=5, years=1
    )
    assert (ruled.verdict, ruled.because) == ("not verifiable", "No deliveries are recorded from 2023 to 2023.")


def test_surplus_articles_are_told_where_arms_are_not_held(told: Told) -> None:
    surplus = {("MEX", 2021): 1_500_000.0, ("MEX", 2023): 500_000.0, ("MEX", 2024): 9_000_000.0}
    world = evidence(figures=InventedFigures({"us_eda_current_value": surplus}))
    because = told("arms_share_at_most", world, country="MEX", percent=5).because
    assert because.endswith("Surplus articles (us_eda_current_value) came to 2.0 million dollars from 2021 to 2023.")


YEARS = st.integers(1990, 2030)


@given(held=st.sets(YEARS, max_size=6), on=YEARS, asked=st.none() | YEARS)
def test_a_claim_is_judged_by_a_year_that_was_over(held: set[int], on: int, asked: int | None) -> None:
    figures = InventedFigures({"us_goods_trade_share": {("MEX", year): 1.0 for year in held} | {("COL", 2000): 1.0}})
    here = Here(evidence(figures=figures), statute_notes.embedded(), date(on, 1, 1))
    year = year_for(here, "us_goods_trade_share", "MEX", asked)
    assert year < on and (asked is None or year == min(asked, on - 1))
    over = [one for one in held if one < on]
    if asked is None:
        assert year == max(over, default=on - 1)
    args = {"country": "MEX", "percent": 1.0} | ({"year": asked} if asked else {})
    assert (types.find("trade_share_is").ask(here, args).verdict == "right") == (year in held)
