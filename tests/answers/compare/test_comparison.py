"""The comparison: each country in its own year, the four answers kept apart, percentiles, and known figures."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.compare import MEASURES, Comparison, compare, compare_in, timelines
from mnna.answers.compare.entrants import at_risk, entrants, outside_nato
from mnna.answers.compare.groups import percentile, rescaled, robust
from mnna.answers.data_context import evidence
from mnna.errors import BadQuestion, CannotAnswer, UnknownCountry, UnknownWord
from mnna.interfaces.cli.compare import command
from mnna.registry.countries import countries
from tests.answers.worlds import InventedFigures, registry, span
from tests.answers.worlds import evidence as invented

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def to_colombia() -> Comparison:
    return compare("MEX", to=["COL"], on=TODAY)


@pytest.fixture(scope="module")
def to_all() -> Comparison:
    return compare("MEX", on=TODAY)


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
    assert to_colombia["us_goods_trade_rank"].candidate.figure.value == 1  # 2023
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
    assert state("us_military_aid_disbursements", "COL") == "outside"
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
    assert "August 2024 release" in rows["us_goods_trade_total"]["source"]
    assert all(row["licence"] and row["says"] and row["unit"] for row in rows.values())
    assert "fiscal year" in rows["us_aid_total_obligations_constant_usd"]["fiscal_year"]
    assert rows["gdp_current_usd"]["nominal"] and not rows["population"]["nominal"]


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


def test_who_could_have_been_designated() -> None:
    real = evidence()
    risk = set(at_risk(real, 2021))
    assert {"MEX", "COL", "QAT", "IND"} <= risk
    assert not {"USA", "CAN", "BRA", "TWN", "PRI", "NATO"} & risk
    assert "TWN" in at_risk(real, 2001) and "TWN" not in at_risk(real, 2002)
    assert "FIN" in risk and "FIN" not in at_risk(real, 2023)  # a NATO member from 2023
    assert "BRA" in outside_nato(real, 2021)
    assert "SSD" not in at_risk(real, 2005)  # did not exist
    assert len(entrants(real, date(2026, 11, 24))) == 22
    assert len(entrants(real, date(2022, 4, 29))) == 18


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50), st.floats(-1e6, 1e6))
def test_a_percentile_lies_between_0_and_100_and_follows_the_value(group: list[float], value: float) -> None:
    found = percentile(value, group)
    assert found is not None and 0 <= found <= 100
    assert percentile(max(group) + 1, group) == 100 and percentile(min(group) - 1, group) == 0
    assert percentile(None, group) is None and percentile(value, []) is None


def test_half_of_those_equal_count() -> None:
    assert percentile(2.0, [1.0, 2.0, 3.0]) == 50
    assert percentile(0.0, [0.0] * 9 + [1.0]) == 45


def test_robust_scale() -> None:
    middle, spread = robust([float(n) for n in range(11)])
    assert (middle, spread) == (5.0, pytest.approx(1.4826 * 3))
    assert robust([0.0] * 9 + [10.0]) == (0.0, pytest.approx(1.2533))  # more than half equal: the mean deviation
    assert robust([1.0] * 20)[1] is None and robust([1.0, 2.0])[1] is None
    assert rescaled(0.0, "log") < -20 and rescaled(-5.0, "log1p") == 0 and rescaled(-1.0, "asinh") < 0


def test_every_measure_is_documented_and_answers() -> None:
    for measure in MEASURES.values():
        assert measure.says.endswith(".") and measure.title and measure.family
        answer = measure.answer(evidence(), "MEX", 2010)
        assert answer.because and answer.state in ("value", "zero", "missing", "outside")


def _panels(values: dict[str, float], year: int = 2019) -> dict[str, dict[tuple[str, int], float]]:
    names = [measure.indicator for measure in MEASURES.values() if measure.indicator]
    return {name: {(code, year): value for code, value in values.items()} for name in names}


def test_in_a_world_where_another_is_alike_another_is_nearest() -> None:
    """The nearest is found from the figures: swap whose figures are like the candidate's and the order swaps."""
    states = [code for code, one in countries().items() if one.sovereign == "yes" and code not in ("USA", "MEX")]
    spread = {code: 1.0 + n for n, code in enumerate(states)}
    spans = [span(code, "mnna", "2020-01-01") for code in ("COL", "KEN")]
    orders = []
    for near, far in (("COL", "KEN"), ("KEN", "COL")):
        values = spread | {"MEX": 100.0, near: 100.0, far: 1.0}
        world = invented(registry(spans), InventedFigures(_panels(values)))
        shown = compare_in(world, countries()["MEX"], None, date(2020, 6, 1))
        orders.append([one.country for one in shown.nearness.nearest])
        assert shown.nearness.nearest[0].distance == 0
    assert orders == [["COL", "KEN"], ["KEN", "COL"]]


def test_the_distance_is_taken_apart(to_all: Comparison) -> None:
    shown = to_all.to_dict()
    for near in shown["nearest"]:
        assert sum(near["by"].values()) == pytest.approx(1, abs=0.01)
        assert near["rank_without_one_measure"]["best"] <= near["rank_without_one_measure"]["worst"]
    ranks = [near["distance"] for near in shown["nearest"]]
    assert ranks == sorted(ranks)
    left_out = {row["without"] for row in shown["sensitivity"]}
    used = {name for near in shown["nearest"] for name in near["by"]}
    assert left_out == used
    assert {one["country"] for one in shown["not_ranked"]} == {"SAU", "PER"}  # most figures end before 2025


def test_the_nearest_do_not_depend_on_whom_one_asks_to_see(to_colombia: Comparison, to_all: Comparison) -> None:
    assert to_colombia.to_dict()["nearest"] == to_all.to_dict()["nearest"]


def test_the_command(to_colombia: Comparison) -> None:
    done = CliRunner().invoke(command, ["MEX", "--to", "COL", "--on", TODAY, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout) == json.loads(json.dumps(to_colombia.to_dict()))
    said = CliRunner().invoke(command, ["MEX", "--to", "COL", "--on", TODAY]).stdout
    assert "designated 2022-05-23, measured in 2021" in said and "COL 2021, outside" in said
    assert "homicide_rate" in CliRunner().invoke(command, ["--list"]).stdout
    assert "Nearest" not in CliRunner().invoke(command, ["MEX", "--lines", "homicide_rate"]).stdout


def test_a_measure_there_is_none_of() -> None:
    with pytest.raises(UnknownWord, match="homicide_rate"):
        timelines("homicide", ["MEX"])
    with pytest.raises(CannotAnswer):
        evidence().figures.indicator("us_arms_tiv")
