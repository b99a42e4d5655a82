"""What designation may have changed: the outcomes, how each is measured, and whom it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from mnna.errors import CannotAnswer, UnknownWord
from mnna.models.panel import World
from mnna.models.tidy import Floats, Grid, of_figures


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome: its id, indicator, plain name, unit of the estimate, and the measure taken of each figure.

    `log` says that an estimate x reads as a change of exp(x) - 1; `some` restricts the comparison to countries that
    have any of it at all (where most have none, they would look like perfect, unmoved comparisons). `caution` is what
    the source itself gets wrong.
    """

    id: str
    indicator: str
    says: str
    unit: str
    measure: Callable[[Floats], Floats]
    log: bool = True
    some: bool = False
    caution: str = ""


def _log(values: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(values > 0, np.log(values), np.nan))


def _million(values: Floats) -> Floats:
    return np.asarray(np.arcsinh(values / 1e6))  # deobligations make some years negative


def _same(values: Floats) -> Floats:
    return values


_ASINH = "asinh of million dollars (reads as log points above about two million)"
_NEAR_NOTHING = "Percentages hold for sums well above two million dollars; from or to almost nothing they mean little."
OUTCOMES = {
    one.id: one
    for one in (
        Outcome(
            "us_troops",
            "us_troops_active_duty",
            "US active-duty troops in the country",
            "log points of 1 + troops",
            np.log1p,
            caution="Troops deployed to Afghanistan (2002-2005), Iraq and Kuwait (2003-2007) were not reported by "
            "country: those years are missing here. The counts leap in 2008 (Kuwait 42,291; Qatar 411 to 6,426), very "
            "likely because those deployed are counted from then on, which no estimate here corrects.",
        ),
        Outcome("us_trade", "us_goods_trade_total", "goods trade with the United States", "log points", _log),
        Outcome(
            "un_distance", "unga_distance_usa", "distance from the US in UN votes", "ideal-point units", _same, False
        ),
        Outcome(
            "us_aid",
            "us_aid_total_obligations_constant_usd",
            "US aid obligations, constant dollars",
            _ASINH,
            _million,
            caution=_NEAR_NOTHING,
        ),
        Outcome(
            "us_military_aid",
            "us_military_aid_disbursements",
            "US military aid disbursed",
            _ASINH,
            _million,
            caution=_NEAR_NOTHING,
        ),
        Outcome(
            "us_eda",
            "us_eda_current_value",
            "excess defense articles, current value",
            _ASINH,
            _million,
            some=True,
            caution=_NEAR_NOTHING,
        ),
        Outcome(
            "us_arms",
            "us_arms_tiv",
            "US arms deliveries (SIPRI)",
            "log points of 1 + million TIV",
            np.log1p,
            True,
            True,
        ),
    )
}


def outcome(name: str) -> Outcome:
    """The outcome of that id; raises `UnknownWord` naming those there are."""
    if name not in OUTCOMES:
        raise UnknownWord(f"the outcome {name!r}", "there is none of that id", tuple(OUTCOMES), "")
    return OUTCOMES[name]


def loaded(world: World) -> tuple[str, ...]:
    """The outcomes there are figures for here."""
    return tuple(name for name, one in OUTCOMES.items() if world.has(one.indicator))


def measured(world: World, one: Outcome) -> Grid:
    """The outcome as a matrix of all states by years; raises `CannotAnswer` where its figures are not loaded."""
    if not world.has(one.indicator):
        raise CannotAnswer(
            f"the effect on {one.id}",
            f"there are no figures for {one.indicator} here",
            loaded(world),
            "Bring the table with `mnna ingest sipri FILE`." if one.id == "us_arms" else "",
        )
    figures = world.figures[one.indicator]
    years = sorted({year for _, year in figures})
    table = of_figures(figures, sorted({code for code, _ in figures}), range(years[0], years[-1] + 1))
    return Grid(table.units, table.times, one.measure(table.values))


def never_designated(world: World, one: Outcome, table: Grid) -> tuple[str, ...]:
    """Who may play the untreated: never designated, nor treated so, nor in NATO; with any of it where that matters."""
    out = {*world.namings, *world.treated_as, *world.joined_nato}
    lively = np.nanmax(np.where(np.isfinite(table.values), table.values, -np.inf), axis=1) > 0
    return tuple(u for u, some in zip(table.units, lively, strict=True) if u not in out and (some or not one.some))


def designations(world: World, dating: str = "determined") -> tuple[tuple[str, int], ...]:
    """The President's designations since 1996 as (country, year)."""
    found = [
        (code, _day(world, code, dating).year)
        for code, one in world.namings.items()
        if not one.by_statute and one.early is None
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))


def _day(world: World, code: str, dating: str) -> date:
    naming = world.namings[code]
    return naming.announced if dating == "announced" else naming.determined
