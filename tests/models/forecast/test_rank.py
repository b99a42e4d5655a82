"""The ranking and its back-test: recomputed another way, blind to the future, beside the first published table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from mnna import series
from mnna.errors import BadDate, BadQuestion, UnknownCountry
from mnna.models import panel
from mnna.models.forecast import backtest, calibration, risk_set
from mnna.models.forecast.declared_rule import ranks
from mnna.models.forecast.features import known_before
from mnna.models.forecast.forecast_sets import Choices, History, history
from mnna.models.forecast.multiverse import multiverse
from mnna.models.forecast.rank import Ranking, rank
from mnna.models.panel import World

DAY = date(2026, 11, 24)
FIRST_TABLE = {  # rank and countries at risk by troops alone, from the first back-test of this question
    "JOR": (42.5, 172), "ARG": (35, 170), "BHR": (4, 166), "KWT": (3, 163), "PHL": (8, 163), "THA": (8, 163),
    "MAR": (46, 154), "PAK": (23.5, 154), "AFG": (1, 151), "TUN": (48, 150), "BRA": (15.5, 148), "COL": (11, 145),
    "QAT": (3, 145), "KEN": (12.5, 142), "PER": (12, 140), "SAU": (3, 140),
}  # fmt: skip


@pytest.fixture(scope="module")
def past(world: World) -> History:
    return history(world, DAY)


@pytest.fixture(scope="module")
def now(world: World) -> Ranking:
    return rank(DAY, world=world)


def test_every_designation_since_1996_is_tested_and_statutory_ones_are_not(past: History) -> None:
    assert {event.country for event, _ in past.tested} == set(FIRST_TABLE)
    early = {event.country for event in past.events if not event.tested}
    assert early == {"AUS", "EGY", "ISR", "JPN", "KOR", "NZL"}


def test_who_no_state_was_could_not_be_named(world: World) -> None:
    """The Cook Islands and Niue were recognised in September 2023, South Sudan came to be in 2011."""
    for year, absent in [(2010, {"COK", "NIU", "SSD"}), (2022, {"COK", "NIU"}), (2024, set())]:
        assert {"COK", "NIU", "SSD"} - set(risk_set.at_risk(world, date(year, 1, 1))) == absent


def test_the_back_test_stands_beside_the_first_table(past: History) -> None:
    """Ours differs by up to seven places: today's sources, older figures carried up to four years, NATO by the day."""
    for one in backtest.score_rule(past, ["us_troops"]).placings:
        then_rank, then_field = FIRST_TABLE[one.country]
        assert abs(one.rank - then_rank) <= 7.5, one
        assert abs(one.at_risk - then_field) <= 8, one
    score = backtest.score_rule(past, ["us_troops"])
    assert score.median_rank == pytest.approx(10.0, abs=1.5)
    assert score.auc == pytest.approx(0.903, abs=0.02)


def recomputed(world: World, country: str, year: int) -> float:
    """The troops of a year, or of up to four before; -1 for none, and for the years the source leaves out."""
    troops = world.figures["us_troops_active_duty"]
    gap = {"AFG": range(2002, 2006), "IRQ": range(2003, 2008), "KWT": range(2003, 2008)}.get(country, range(0))
    if year in gap:
        return -1.0
    start = max((one for one in gap if one < year), default=year - 5)
    return next((troops[country, y] for y in range(year, max(start, year - 5), -1) if (country, y) in troops), -1.0)


def test_ranks_recomputed_from_the_figures_alone(world: World, past: History) -> None:
    same_year = {e.country: {o.country for o in past.events if o.year == e.year} for e in past.events}
    for placing in backtest.score_rule(past, ["us_troops"]).placings:
        event = next(e for e in past.events if e.country == placing.country)
        field = [
            c
            for c in risk_set.at_risk(world, event.on)
            if c not in same_year[c if c == event.country else event.country]
        ]
        field.append(event.country)
        known = {c: recomputed(world, c, event.year - 1) for c in field}
        own = known[event.country]
        above, equal = sum(v > own for v in known.values()), sum(v == own for v in known.values())
        assert placing.rank == above + (equal + 1) / 2
        assert placing.at_risk == len(field)


def test_nothing_later_than_the_day_is_looked_at(world: World) -> None:
    """Figures and designations after the day may be anything at all: the answer of that day does not move."""
    day = date(2012, 1, 1)
    altered = {
        name: {
            key: 1e9 if key[1] >= day.year and name != "dist_washington_km" else value for key, value in table.items()
        }
        for name, table in world.figures.items()
    }
    namings = {code: one for code, one in world.namings.items() if one.announced <= day}
    blind = replace(world, figures=altered, namings=namings)
    assert rank(day, world=blind).to_dict() == rank(day, world=world).to_dict()


def test_ranking_on_a_day_in_the_past(world: World) -> None:
    found = rank("2021-06-30", world=world)
    codes = [one.country for one in found.ranking]
    assert {"COL", "QAT", "KEN", "SAU", "PER"} <= set(codes)
    assert not {"BRA", "ARG", "DEU", "TWN", "USA"} & set(codes)
    assert found.backtest.placings[-1].country == "BRA"


def test_the_answer_about_mexico_says_it_stood_in_the_top_ten_and_was_not_named(world: World) -> None:
    said = rank(DAY, country="Mexico", world=world).country
    assert said is not None and said.rank is not None and said.rank <= 10
    assert "without being named" in said.reading and str(len(said.top10_years)) in said.reading
    troops = next(one for one in said.traits if one.feature == "us_troops")
    assert troops.in_rule and troops.of_year == 2025 and 0.9 < (troops.percentile or 0) < 1
    assert troops.designees == 16


def test_those_not_at_risk_are_told_why(world: World) -> None:
    for country, why in [
        ("ARG", "announced on 1997-10-16 and designated on 1998-01-06"),
        ("SWE", "member of NATO"),
        ("TWN", "treated as though"),
    ]:
        said = rank(DAY, country=country, world=world).country
        assert said is not None and said.rank is None and why in said.reading
    with pytest.raises(BadQuestion):
        rank(DAY, country="PRI", world=world)
    with pytest.raises(UnknownCountry):
        rank(DAY, country="Ruritania", world=world)


def test_the_contract(now: Ranking) -> None:
    found = now.to_dict()
    assert {"on", "event", "rule", "ranking", "backtest", "rivals"} <= set(found)
    assert found["rule"] == ["us_troops"]
    assert {"country", "rank", "score", "years_in_top10"} <= set(found["ranking"][0])
    assert {"median_rank", "auc", "top10", "top20", "chance_median", "designees"} <= set(found["backtest"])
    assert {"country", "year", "rank", "at_risk"} <= set(found["backtest"]["designees"][0])
    assert all({"name", "median_rank", "auc"} <= set(one) for one in found["rivals"])
    assert len(found["backtest"]["misses"]) == sum(one["rank"] > 10 for one in found["backtest"]["designees"])


def test_the_rivals_are_what_they_should_be(now: Ranking) -> None:
    by_name = {one.name: one for one in now.rivals}
    assert by_name["chance"].auc == 0.5
    assert by_name["UN closeness"].auc < 0.55  # voting does not predict designation
    assert by_name["US trade"].median_rank > 2 * now.backtest.median_rank
    assert by_name["US troops"].median_rank == now.backtest.median_rank
    assert {"alphabet", "GDP", "US aid", "region of the last designee, then troops"} <= set(by_name)
    assert sum(": " in name for name in by_name) == 4  # two ridges, Firth, conditional logit


def test_when_and_how_sure(now: Ranking) -> None:
    assert (now.when.events, now.when.years, now.when.longest_silence) == (16, 31, 7)
    assert now.when.low < now.when.rate < now.when.high
    base = now.forecasts[0]
    assert base.name == "base rate" and base.expected == pytest.approx(base.seen, rel=0.2)
    assert all(one.log_loss < base.log_loss for one in now.forecasts[1:])
    assert sum(one.named for one in now.frequencies) == 17  # the sixteen and New Zealand
    assert "About 1 in" in now.frequencies[0].says and "%" not in now.frequencies[0].says


def test_determination_dates_move_the_events(world: World) -> None:
    found = rank(DAY, "determined", world=world).backtest
    years = {one.country: one.year for one in found.placings}
    assert (years["PER"], years["ARG"], years["KWT"]) == (2026, 1998, 2004)
    with pytest.raises(BadQuestion):
        rank(DAY, "published", world=world)
    with pytest.raises(BadDate):
        rank("1990-01-01", world=world)


def test_figures_carried_are_named(now: Ranking) -> None:
    assert now.carried and all(row["feature"] == "us_troops" for row in now.carried)
    assert "KIR" in now.missing["us_troops"]
    last = now.ranking[-1]
    assert last.score is None and last.rank > len(now.ranking) - len(now.missing["us_troops"])


def test_nothing_stands_in_for_a_count_the_source_leaves_out(world: World, past: History) -> None:
    """Kuwait's troops of 2003 are missing: neither the 0 of the source nor the 567 of 2002."""
    for code, years in {"KWT": (2003, 2007), "IRQ": (2003, 2007), "AFG": (2002, 2005)}.items():
        for year in range(years[0], years[1] + 1):
            known = known_before(world, year + 1, [code], ["us_troops", "us_trade"])
            assert np.isnan(known.values[0, 0]) and not known.carried()
    assert known_before(world, 2009, ["KWT"], ["us_troops"]).values[0, 0] == pytest.approx(np.log1p(42291))
    again = rank(DAY, "determined", world=world)
    kuwait = next(one for one in again.backtest.placings if one.country == "KWT")
    assert (kuwait.year, kuwait.rank) == (2004, kuwait.at_risk - (kuwait.missing - 1) / 2)  # among those unknown
    assert any("not zero" in caution for caution in again.cautions)


def test_figures_of_ones_own_are_not_held_back(world: World) -> None:
    """Where another table has the figure, it is used."""
    table = {**world.figures["us_troops_active_duty"], ("KWT", 2003): 25250.0}
    own = replace(world, figures={**world.figures, "us_troops_active_duty": table}, withheld={})
    assert known_before(own, 2004, ["KWT"], ["us_troops"]).values[0, 0] == pytest.approx(np.log1p(25250))
    assert known_before(own, 2006, ["KWT"], ["us_troops"]).ages[0, 0] == 2


def test_what_is_held_back_is_of_the_embedded_table_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("KWT", 2003) in panel._withheld("us_troops_active_duty", {})
    assert ("KWT", 2003) not in panel._withheld("us_troops_active_duty", {("KWT", 2003): 25250.0})
    own = replace(series.indicator("us_troops_active_duty"), origin="own")
    monkeypatch.setattr(series, "indicator", lambda name: own)
    assert panel._withheld("us_troops_active_duty", {}) == frozenset()


def test_same_question_same_answer(world: World) -> None:
    one = backtest.score_rule(history(world, DAY))
    assert one == backtest.score_rule(history(world, DAY))


def test_arms_join_the_rule_where_they_are_loaded(world: World) -> None:
    """With a table of the user's own the rule looks at both; a country without arms figures has no score."""
    rng = np.random.default_rng(0)
    arms = {(c, y): float(rng.integers(0, 500)) for c in world.actors if c != "MEX" for y in range(1985, 2026)}
    armed = replace(
        world, figures={**world.figures, "us_arms_tiv": arms}, last_years={**world.last_years, "us_arms_tiv": 2025}
    )
    found = rank(DAY, country="MEX", world=armed)
    assert found.rule == ("us_troops", "us_arms")
    assert found.missing["us_arms"] == ["MEX"]
    assert next(one for one in found.ranking if one.country == "MEX").score is None


def test_ranks_share_ties_and_put_the_unknown_last() -> None:
    assert ranks(np.array([3.0, 1.0, 3.0, np.nan, np.nan])).tolist() == [1.5, 3.0, 1.5, 4.5, 4.5]


def test_the_multiverse_holds_every_specification_and_the_rule_is_not_the_best_of_them(past: History) -> None:
    found = multiverse(past, up_to=2)
    assert len(found.specifications) == 12 + 66
    assert len({one.covariates for one in found.specifications}) == 78
    assert found.inclusion()["us_troops"] > 0.05 > found.inclusion()["un_closeness"]
    assert max(one.auc for one in found.specifications) > found.rule_auc  # which is why none may be picked
    told = found.to_dict()
    assert (told["on"], told["event"], told["designations"]) == (DAY.isoformat(), "announced", len(past.tested))
    assert "choosing after the fact" in told["reading"] and set(told["names"]) == set(told["covariates"])


def test_a_population_floor_and_leaving_one_out(world: World, past: History) -> None:
    floor = history(world, DAY, Choices(population_floor=5e5))
    assert all(len(f.countries) < len(g.countries) for (_, f), (_, g) in zip(floor.tested, past.tested, strict=True))
    assert "AFG" not in {e.country for e in history(world, DAY, Choices(without=("AFG",))).events}
    names = [one.name for one in backtest.sensitivity(past)]
    assert "without AFG" in names and "figures two years old" in names


def test_frequencies_count_each_country_year_once(past: History) -> None:
    bands = calibration.frequencies(past)
    whole = sum(len(f.countries) for y, f in past.years.items() if y >= 1996)
    assert sum(one.country_years for one in bands) == whole
