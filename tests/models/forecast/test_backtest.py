"""The back-test: recomputed another way, and beside the first published table."""

from __future__ import annotations

import pytest

from mnna.models.forecast import backtest, risk_set
from mnna.models.forecast.forecast_sets import Choices, History, history
from mnna.models.panel import World
from tests.models.forecast.known import DAY, FIRST_TABLE, of_first_table


@pytest.fixture(scope="module")
def open_to_all(world: World) -> History:
    """Nobody left out by the screen, as in the first table."""
    return history(of_first_table(world), DAY, Choices(screen=False))


def test_the_screen_leaves_out_nobody_who_was_named_and_moves_the_rest_up(world: World, open_to_all: History) -> None:
    past = history(of_first_table(world), DAY)
    assert not [event for event, _ in past.tested if world.barred(event.country, event.on)]
    screened, whole = backtest.score_rule(past), backtest.score_rule(open_to_all)
    pairs = zip(screened.placings, whole.placings, strict=True)
    assert all(one.rank <= other.rank and one.at_risk < other.at_risk for one, other in pairs)
    assert (whole.median_rank, whole.top10) == (10.0, 8) and whole.auc == pytest.approx(0.906, abs=0.002)
    assert (screened.median_rank, screened.top10) == (8.5, 10)


def test_the_back_test_stands_beside_the_first_table(open_to_all: History) -> None:
    """Ours differs by up to seven places: today's sources, older figures carried up to four years, NATO by the day."""
    for one in backtest.score_rule(open_to_all).placings:
        then_rank, then_field = FIRST_TABLE[one.country]
        assert abs(one.rank - then_rank) <= 7.5, one
        assert abs(one.at_risk - then_field) <= 8, one
    score = backtest.score_rule(open_to_all)
    assert score.median_rank == pytest.approx(10.0, abs=1.5)
    assert score.auc == pytest.approx(0.903, abs=0.02)


def recomputed(world: World, country: str, year: int) -> float:
    """The troops of a year, or of up to four before; -1 for none, and for the years the source leaves out."""
    troops = world.figures["us_troops_active_duty"]
    war, late = range(2003, 2008), range(2021, 2024)
    gap = {"AFG": [*range(2002, 2006)], "IRQ": [*war, *late], "KWT": [*war], "SYR": [*late]}.get(country, [])
    if year in gap:
        return -1.0
    start = max((one for one in gap if one < year), default=year - 5)
    return next((troops[country, y] for y in range(year, max(start, year - 5), -1) if (country, y) in troops), -1.0)


def test_ranks_recomputed_from_the_figures_alone(world: World, open_to_all: History) -> None:
    past = open_to_all
    same_year = {e.country: {o.country for o in past.events if o.year == e.year} for e in past.events}
    for placing in backtest.score_rule(past).placings:
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


def test_same_question_same_answer(world: World) -> None:
    one = backtest.score_rule(history(world, DAY))
    assert one == backtest.score_rule(history(world, DAY))
