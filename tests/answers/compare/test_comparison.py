"""The comparison: each country in its own year, the four answers kept apart, percentiles, and known figures."""

from __future__ import annotations

import json

import pytest

from mnna.answers.compare import MEASURES, Comparison, compare
from mnna.answers.data_context import evidence
from mnna.errors import BadQuestion, UnknownCountry
from mnna.series.price_levels import factors
from tests.answers.compare.known import TODAY


def test_the_contract(to_colombia: Comparison) -> None:
    shown = to_colombia.to_dict()
    assert (shown["candidate"], shown["to"]) == ("MEX", ["COL"])
    for row in shown["measures"]:
        assert {"id", "unit", "candidate", "others", "missing"} <= set(row)
        assert {"year", "value", "percentile_among_entrants", "percentile_at_risk"} <= set(row["candidate"])
        assert [set(one) >= {"country", "year", "value"} for one in row["others"]] == [True]
    assert all({"country", "distance", "by"} <= set(near) for near in shown["nearest"])
    json.dumps(shown)


def test_each_incumbent_is_measured_in_the_year_before_its_own_designation(to_all: Comparison) -> None:
    measured = {code: entrant.measured for code, entrant in to_all.others if entrant}
    assert measured["COL"] == 2021 and measured["KEN"] == 2023 and measured["AFG"] == 2011
    assert {measured[code] for code in ("AUS", "EGY", "ISR", "JPN", "KOR", "NZL", "JOR")} == {1995}
    row = to_all["us_goods_trade_total"]
    assert {one.country: one.year for one in row.others} == measured


def test_known_figures(to_colombia: Comparison) -> None:
    assert to_colombia["us_goods_trade_rank"].candidate.figure.value == 1  # 2025
    assert evidence().figures.figure("us_goods_trade_rank", "MEX", 2019).value == 1
    row = to_colombia["homicide_rate"]
    assert row.candidate.year == 2023 and row.candidate.figure.value == pytest.approx(24.86, abs=0.01)
    assert row.others[0].year == 2021 and row.others[0].figure.value == pytest.approx(25.58, abs=0.01)
    assert to_colombia["us_land_border_km"].candidate.figure.value == 3155
    assert to_colombia["defense_treaty_tie"].candidate.figure.value == 0
    assert to_colombia["defense_treaty_tie"].others[0].figure.value == 1  # the Rio Treaty


def test_the_four_answers_stay_apart(to_all: Comparison) -> None:
    def state(measure: str, country: str) -> str:
        return next(one.figure.state for one in to_all[measure].others if one.country == country)

    assert state("us_land_border_km", "COL") == "zero"
    assert state("us_military_aid_disbursements", "ARG") == "outside"
    assert state("us_military_aid_disbursements", "BRA") == "missing"  # 2018: a gap in the series
    assert state("homicide_rate", "EGY") == "missing"
    assert state("us_goods_trade_total", "COL") == "value"
    assert state("defense_treaty_tie", "NZL") == "missing"  # obligations suspended: not settled
    for row in to_all.to_dict()["measures"]:
        gaps = {(gap["country"], gap["state"]) for gap in row["missing"]}
        shown = [row["candidate"], *row["others"]]
        assert gaps == {(one["country"], one["state"]) for one in shown if one["value"] is None}
        assert all(one["because"] for one in shown)


def test_everything_that_counts_is_printed_with_its_licence_and_vintage(to_colombia: Comparison) -> None:
    rows = {row["id"]: row for row in to_colombia.to_dict()["measures"]}
    assert "after the revision of June 2026" in rows["us_goods_trade_total"]["source"]
    assert all(row["licence"] and row["says"] and row["unit"] for row in rows.values())
    assert "fiscal year" in rows["us_aid_total_obligations_constant_usd"]["fiscal_year"]
    assert rows["gdp_current_usd"]["nominal"] and not rows["population"]["nominal"]


def test_where_a_series_ends_before_the_year_of_entry_an_older_figure_stands_in(to_all: Comparison) -> None:
    """Saudi Arabia and Peru joined in 2026: 2025 where the series has it, else the latest of 2023 and 2024."""
    of_peru = {row.measure.id: next(one for one in row.others if one.country == "PER") for row in to_all.rows}
    assert of_peru["us_goods_trade_total"].year == 2025 and of_peru["gdp_current_usd"].year == 2024
    assert of_peru["vdem_physical_violence_index"].year == 2023
    assert of_peru["homicide_rate"].figure.state == "outside" and of_peru["homicide_rate"].year == 2025
    for code in ("SAU", "PER"):
        families = {row.family for row in to_all.rows for one in row.others if one.country == code and one.figure.known}
        assert len(families) >= 8, (code, families)
        assert next(near.year for near in to_all.nearest if near.country == code) == 2025
    eldest = next(one for one in to_all["us_military_aid_disbursements"].others if one.country == "ARG")
    assert eldest.year == 1997 and not eldest.figure.known


def test_figures_that_end_early_are_counted(to_all: Comparison) -> None:
    early = {row.measure.id for row in to_all.early}
    assert "gdp_current_usd" in early and "homicide_rate" in early
    assert not early & {"us_goods_trade_total", "us_troops_active_duty", "us_land_border_km", "defense_treaty_tie"}
    assert early < {row.measure.id for row in to_all.dated}


def test_an_earlier_day_sees_neither_later_figures_nor_later_entrants() -> None:
    then = compare("COL", on="2022-03-01")
    assert "QAT" not in [code for code, _ in then.others]
    assert all(
        (row.candidate.figure.of_year or 0) < 2022 or row.record.kind == "static" for row in then.rows if row.record
    )
    assert then["us_goods_trade_rank"].candidate.year == 2021


def test_an_incumbent_as_candidate_is_not_among_those_it_is_measured_against() -> None:
    shown = compare("COL", on=TODAY)
    assert "COL" not in [code for code, _ in shown.others]
    assert shown["population"].candidate.year == 2024  # its latest year, not that before its designation


def test_a_country_never_designated_is_shown_at_its_latest_year() -> None:
    row = compare("MEX", to=["India"], on=TODAY)
    assert row.others == (("IND", None),)
    assert row["population"].others[0].year == 2024
    assert row.to_dict()["others"][0]["designated"] is None


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"candidate": "Mexicoo"}, UnknownCountry),
        ({"candidate": "MEX", "to": ["MEX"]}, BadQuestion),
        ({"candidate": "USA"}, BadQuestion),
        ({"candidate": "NATO"}, BadQuestion),
        ({"candidate": "MEX", "on": "soon"}, BadQuestion),
    ],
)
def test_what_cannot_be_asked(asked: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        compare(**asked)  # type: ignore[arg-type]


def test_sales_of_five_years_stand_beside_the_measures_with_their_gaps(to_colombia: Comparison) -> None:
    mexico, colombia = to_colombia.notices
    assert (mexico.country, colombia.country) == ("MEX", "COL") and mexico.until == to_colombia.on
    assert mexico.sales == 0 and "never seen" in mexico.says and "notices" in to_colombia.to_dict()
    assert not any("sales" in one.by for one in to_colombia.nearest), "they count in no distance"


@pytest.mark.parametrize(("country", "on", "year"), [("IRQ", "2026-11-24", 2023), ("KWT", "2008-06-01", 2007)])
def test_nothing_older_stands_in_for_a_figure_left_out_as_wrong(country: str, on: str, year: int) -> None:
    """Neither the 7,402 of 2017 for Iraq nor the 567 of 2002 for Kuwait says what was there in the years left out."""
    mine = compare(country, to=[], on=on)["us_troops_active_duty"].candidate
    assert (mine.year, mine.value, mine.state) == (year, None, "missing")
    assert "that these" in mine.because.lower() and "inferred" in mine.because


@pytest.mark.parametrize(
    ("country", "measure", "last"), [("VEN", "gdp_current_usd", 2024), ("VAT", "us_troops_active_duty", 2025)]
)
def test_a_figure_much_older_than_the_series_is_none(country: str, measure: str, last: int) -> None:
    """Venezuela's last GDP is of 2014, and rank finds no troops of the Holy See either."""
    mine = compare(country, to=[], on=TODAY)[measure].candidate
    assert (mine.year, mine.state) == (last, "missing") and "figures for" in mine.because


def test_money_of_different_years_is_compared_in_constant_dollars(to_all: Comparison) -> None:
    for row in (one for one in to_all.rows if one.nominal):
        levels = factors()
        mine = row.candidate.figure.value
        assert mine is not None
        then = [levels[one.year] * one.figure.value for one in row.others if one.figure.value is not None]
        own = levels[row.candidate.year] * mine
        assert row.candidate.below == sum(one < own for one in then)
        assert row.candidate.above == sum(one > own for one in then)
        assert row.candidate.percentile_among_entrants == round(100 * row.candidate.below / len(then), 1)


def test_money_of_a_year_without_a_price_level_has_no_place_among_other_years() -> None:
    trade, people = MEASURES["us_goods_trade_total"], MEASURES["population"]
    last = max(factors())
    assert trade.comparable(100.0, 2024) == 100.0 and trade.comparable(100.0, last + 1) is None
    assert trade.comparable(None, 2024) is None and people.comparable(100.0, last + 1) == 100.0
