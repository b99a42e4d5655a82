"""One designee against its synthetic control, with a placebo for every other country and one at a false date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mnna.errors import BadQuestion, CannotAnswer
from mnna.models.effects.in_words import ALPHA, change
from mnna.models.effects.outcomes import designations, measured, never_designated, outcome
from mnna.models.effects.synthetic_control import Problem, SyntheticControl
from mnna.models.effects.synthetic_placebo import PlaceboTest, Progress, in_time_placebo, placebo_test
from mnna.models.forecast import risk_set
from mnna.models.panel import World, as_code, load_world
from mnna.models.tidy import as_object
from mnna.series.uses import OutcomeRow

BEFORE, AFTER, FALSE_DATE = 15, 5, 5
FEWEST_BEFORE, FEWEST_DONORS = 5, 10


@dataclass(frozen=True)
class CountryEffect:
    """The synthetic control of one designee, with its placebo test and its in-time placebo (None if too short)."""

    outcome: str
    unit: str
    country: str
    year: int
    test: PlaceboTest
    in_time: SyntheticControl | None
    source: str
    reading: str
    own_facts: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the effect as a JSON object."""
        false_date = None
        if self.in_time is not None:
            false_date = {"year": self.in_time.treated_from, "effect": self.in_time.effect, "ratio": self.in_time.ratio}
        return as_object(
            {
                "outcome": self.outcome,
                "unit": self.unit,
                "country": self.country,
                "designated": self.year,
                "reading": self.reading,
                "synthetic": self.test.real.to_dict(),
                "placebo": self.test.to_dict(),
                "in_time_placebo": false_date,
                "source": self.source,
                "own_facts": self.own_facts,
            }
        )


def country_effect(
    name: str,
    country: str,
    *,
    event: str = "determined",
    world: World | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> CountryEffect:
    """Return the effect for one designee, against a weighted mean of countries never designated.

    Matches the outcome of up to fifteen years before; the placebo test runs in the foreground, `progress(done, all)`
    after each. Raises `BadQuestion` for a country no President designated and `CannotAnswer` where figures are too few.
    """
    state, one = world or load_world(), outcome(name)
    country = as_code(state, country)
    years = dict(designations(state, risk_set.check(event)))
    if country not in years:
        raise BadQuestion(f"the effect of designating {country}", "no President has designated it", tuple(years), "")
    task = _problem(state, one, country, years[country])
    test = placebo_test(task, country, workers=workers, progress=progress)
    early = years[country] - FALSE_DATE
    enough = sum(year < early for year in task.years) >= FEWEST_BEFORE
    false_date = in_time_placebo(task, country, early) if enough else None
    said = _reading(state, one, test, false_date)
    source = state.sources.get(one.indicator, "")
    return CountryEffect(name, one.unit, country, years[country], test, false_date, source, said, state.own)


def _problem(world: World, one: OutcomeRow, country: str, year: int) -> Problem:
    table = measured(world, one)
    if country not in table.units:
        raise CannotAnswer(f"the effect on {one.id} in {country}", "there are no figures for it", (), "")
    columns = [i for i, t in enumerate(table.times) if year - BEFORE <= t <= year + AFTER]
    own = table.row(country)
    columns = [i for i in columns if np.isfinite(own[i])]
    times = tuple(table.times[i] for i in columns)
    before = [place for place, t in enumerate(times) if t < year]
    if len(before) < FEWEST_BEFORE or len(before) == len(times):
        wrong = f"it has {len(before)} years before {year} and {len(times) - len(before)} after with figures"
        raise CannotAnswer(f"the effect on {one.id} in {country}", wrong, (), "Try another outcome.")
    units = (country, *never_designated(world, one, table))
    values = table.only(units).values[:, columns]
    kept = np.isfinite(values).all(axis=1) & ((values[:, before].std(axis=1) > 0) | (np.arange(len(units)) == 0))
    if kept.sum() <= FEWEST_DONORS:
        raise CannotAnswer(
            f"the effect on {one.id} in {country}",
            f"only {int(kept.sum()) - 1} countries have every figure",
            (),
            "Try another outcome.",
        )
    names = tuple(unit for unit, ok in zip(units, kept, strict=True) if ok)
    values, early = values[kept], tuple(before)
    labels = tuple(f"{one.id} {times[i]}" for i in early)
    part = values[:, before]
    return Problem(names, times, labels, part, part, values, early, year, np.ones(len(early)))


def _reading(world: World, one: OutcomeRow, test: PlaceboTest, false_date: SyntheticControl | None) -> str:
    real = test.real
    donors = sorted(real.weights.items(), key=lambda pair: -pair[1])[:3]
    who = ", ".join(f"{world.name(code)} ({100 * weight:.0f} %)" for code, weight in donors if weight > 0.005)
    name, miss = world.name(test.treated), float(np.sqrt(real.pre_mspe))
    text = (
        f"{name} from {real.treated_from}: {change(real.effect, one)} against its synthetic self (mostly {who}), which "
        f"had missed it by {miss:.2f} on average before. {_rarity(test)}"
    )
    if false_date is not None:
        text += f" At a false date, {false_date.treated_from}, the same method finds {change(false_date.effect, one)}."
    last = "One country is an illustration, not a proof; what rose before designation is not its effect."
    return " ".join(part for part in (text, one.caution, last) if part)


def _rarity(test: PlaceboTest) -> str:
    """Return a sentence that says whether the gap is rare among placebos.

    It is judged by the ratio of misfits, or by its size alone where the fit before was exact.
    """
    p = test.p_gap if test.rank is None else test.p
    verdict = "cannot be told from chance" if p > ALPHA else "would be rare by chance"
    if test.rank is None:
        return (
            f"That {verdict} by its size (p = {test.p_gap:.2f}). So many countries can be mixed to follow it exactly "
            f"before that its fit proves nothing and a ratio of misfits has no meaning."
        )
    return (
        f"That {verdict}: {test.rank} of {len(test.ratios)} by the ratio of misfit after to before (p = {test.p:.2f}; "
        f"by size alone p = {test.p_gap:.2f})."
    )
