"""The effect of designation on one country: a synthetic control, with placebos for other countries and a false date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypedDict

import numpy as np

from mnna.dates import spoken
from mnna.engine.record import described, in_json
from mnna.errors import BadQuestion, CannotAnswer
from mnna.models.answer import ModelAnswer
from mnna.models.effects.in_words import ALPHA, change
from mnna.models.effects.outcomes import designation_days, exposure, measured, never_designated, outcome
from mnna.models.effects.synthetic_control import Problem, SyntheticControl
from mnna.models.effects.synthetic_placebo import PlaceboTest, Progress, in_time_placebo, placebo_test
from mnna.models.forecast import risk_set
from mnna.models.panel import World, as_code
from mnna.registry.countries import the
from mnna.series.uses import OutcomeRow

BEFORE, AFTER, FALSE_DATE = 15, 5, 5
MOSTLY = 0.5
"""The year of designation counts as a year after if at least this share of its figure lies after the day."""
FEWEST_BEFORE, FEWEST_DONORS = 5, 10


class PathYear(TypedDict):
    """One year of a designee and of its synthetic control."""

    year: int
    real: float
    synthetic: float
    gap: float


class SyntheticShown(TypedDict):
    """A designee and its synthetic control, the weighted mean of other countries that fits its outcome before."""

    treated: str
    treated_from: int
    weights: dict[str, float]
    importance: dict[str, float]
    balance: dict[str, dict[str, float]]
    pre_mspe: float
    post_mspe: float
    ratio: float | None
    effect: float
    path: list[PathYear]


class Placebo(TypedDict):
    """Another country, analyzed as if it had been designated in that year."""

    unit: str
    ratio: float | None
    effect: float
    gap: list[float]


class PlacebosShown(TypedDict):
    """Where the designee ranks among all other countries."""

    treated: str
    rank: int | None
    of: int
    p: float | None
    p_gap: float | None
    p_close_fits: float | None
    ratio: float | None
    exact: list[str]
    placebos: list[Placebo]


class FalseDate(NamedTuple):
    """The result of the same analysis at a false, earlier date."""

    year: int
    effect: float
    ratio: float | None


def _synthetic(test: PlaceboTest) -> SyntheticShown:
    fit = test.real
    paths = zip(fit.years, fit.path, fit.synthetic, fit.gap, strict=True)
    return SyntheticShown(
        treated=fit.treated,
        treated_from=fit.treated_from,
        weights={k: v for k, v in sorted(fit.weights.items(), key=lambda one: -one[1]) if v > 1e-6},
        importance=fit.importance,
        balance={k: {"real": a, "synthetic": b} for k, (a, b) in fit.balance.items()},
        pre_mspe=fit.pre_mspe,
        post_mspe=fit.post_mspe,
        ratio=fit.ratio,
        effect=fit.effect,
        path=[PathYear(year=y, real=r, synthetic=s, gap=g) for y, r, s, g in paths],
    )


def _false_date(found: SyntheticControl | None) -> FalseDate | None:
    return None if found is None else FalseDate(found.treated_from, found.effect, found.ratio)


@dataclass(frozen=True, repr=False)
class CountryEffect(ModelAnswer):
    """The effect of designation on one outcome of one designee, compared with its synthetic control."""

    outcome: str
    unit: str
    country: str
    year: int = field(metadata=described("The year it was designated.", "designated"))
    reading: str
    test: PlaceboTest = field(metadata=described("The designee beside its synthetic control.", "synthetic", _synthetic))
    in_time: SyntheticControl | None = field(
        metadata=described(
            "The same at a false date; null where there are too few years.", "in_time_placebo", _false_date
        )
    )
    source: str
    own_facts: tuple[str, ...]

    @property
    @in_json(after="synthetic")
    def placebo(self) -> PlacebosShown:
        """Where the designee ranks among all other countries."""
        test, fits = self.test, self.test.fits
        return PlacebosShown(
            treated=test.treated,
            rank=test.rank,
            of=len(test.ratios),
            p=test.p,
            p_gap=test.p_gap,
            p_close_fits=test.close(),
            ratio=test.real.ratio,
            exact=list(test.exact),
            placebos=[
                Placebo(unit=one, ratio=fits[one].ratio, effect=fits[one].effect, gap=fits[one].gap.tolist())
                for one in (*test.ratios, *test.exact)
            ],
        )

    def summary(self) -> str:
        """Return the mean gap and its rank among the placebos."""
        gap, rank = f"{self.test.real.effect:+z.2f} {self.unit}", f"{self.test.rank} of {len(self.test.ratios)}"
        return f"{self.outcome} of {self.country} from {self.test.real.treated_from}, {gap}, rank {rank}"


def country_effect(
    name: str,
    country: str,
    *,
    event: str = "determined",
    world: World,
    progress: Progress | None = None,
) -> CountryEffect:
    """Return the effect of designation on one country, against a weighted mean of countries never designated.

    The weights match the outcome of up to fifteen years before. The year of designation counts as before where most of
    its figure lay before the day. `progress(done, all)` is called after each placebo.
    Raises `BadQuestion` for a country that no President designated and `CannotAnswer` where figures are too few.
    """
    one, country = outcome(name), as_code(world, country)
    days = designation_days(world, risk_set.check(event))
    if country not in days:
        known = tuple(sorted(days, key=lambda code: (days[code].year, code)))
        raise BadQuestion(f"the effect of designating {country}", "no President has designated it", known, "")
    day = days[country]
    first = day.year if exposure(day, one.counted) >= MOSTLY else day.year + 1
    task = _problem(world, one, country, first)
    test = placebo_test(task, country, progress=progress)
    early = first - FALSE_DATE
    enough = sum(year < early for year in task.years) >= FEWEST_BEFORE
    false_date = in_time_placebo(task, country, early) if enough else None
    said = _reading(world, one, test, false_date, day)
    source = world.sources.get(one.indicator, "")
    return CountryEffect(name, one.unit, country, day.year, said, test, false_date, source, world.own)


def _problem(world: World, one: OutcomeRow, country: str, year: int) -> Problem:
    """Return the synthetic-control problem of a country whose first year after is `year`; its own row comes first.

    Only countries with every figure, and whose outcome moved before `year`, are donors. Raises `CannotAnswer` where
    there are too few years or donors.
    """
    table = measured(world, one)
    if country not in table.units:
        raise CannotAnswer(f"the effect on {one.id} in {country}", "there are no figures for it", (), "")
    seen, span = np.isfinite(table.row(country)), range(year - BEFORE, year + AFTER + 1)
    columns = [i for i, t in enumerate(table.times) if t in span and seen[i]]
    times = tuple(table.times[i] for i in columns)
    before = [place for place, t in enumerate(times) if t < year]
    if len(before) < FEWEST_BEFORE or len(before) == len(times):
        wrong = f"it has {len(before)} years before {year} and {len(times) - len(before)} after with figures"
        raise CannotAnswer(f"the effect on {one.id} in {country}", wrong, (), "Try another outcome.")
    units = (country, *never_designated(world, one, table))
    values = table.only(units).values[:, columns]
    kept = np.isfinite(values).all(axis=1) & ((values[:, before].std(axis=1) > 0) | (np.arange(len(units)) == 0))
    if kept.sum() <= FEWEST_DONORS:
        wrong = f"only {int(kept.sum()) - 1} countries have every figure"
        raise CannotAnswer(f"the effect on {one.id} in {country}", wrong, (), "Try another outcome.")
    names = tuple(unit for unit, ok in zip(units, kept, strict=True) if ok)
    values, early = values[kept], tuple(before)
    labels = tuple(f"{one.id} {times[i]}" for i in early)
    part = values[:, before]
    return Problem(names, times, labels, part, part, values, early, year, np.ones(len(early)))


def _reading(
    world: World, one: OutcomeRow, test: PlaceboTest, false_date: SyntheticControl | None, designated: date
) -> str:
    real = test.real
    donors = sorted(real.weights.items(), key=lambda pair: -pair[1])[:3]
    who = ", ".join(f"{world.name(code)} ({100 * weight:.0f}%)" for code, weight in donors if weight > 0.005)
    name, miss = world.name(test.treated), float(np.sqrt(real.pre_mspe))
    text = (
        f"The question is whether {one.says} changed with the designation of {the(name)}, from {real.treated_from} on. "
        f"It is set beside a synthetic control: a mix of other countries that moved alike before (mostly {who}). "
        f"The difference is {change(real.effect, one)}. {_rarity(test)} "
        f"Before designation the mix had missed by {miss:.2f} on average."
    )
    if false_date is not None:
        text += f" At a false date, {false_date.treated_from}, the same method finds {change(false_date.effect, one)}."
    last = (
        "One country is an illustration, not a proof. What rose before designation is not its effect. "
        "Later years could change this."
    )
    return " ".join(part for part in (text, _year_of(designated, real), one.caution, _across(one, real), last) if part)


def _year_of(designated: date, real: SyntheticControl) -> str:
    """Return a sentence on the year of designation where it counts as before; else empty."""
    year = designated.year
    if real.treated_from == year:
        return ""
    most = f"Most of the figure for {year} is from before that day, so {year} counts as a year before."
    return f"It was designated on {spoken(designated)}. {most}"


def _across(one: OutcomeRow, real: SyntheticControl) -> str:
    """Return a sentence on the years within the analysis when the source changed how it counts; empty without one."""
    years = [str(year) for year in one.breaks if real.years[0] < year <= real.years[-1]]
    if not years:
        return ""
    when = " and ".join(years)
    return f"The mix was matched across {when}, when the source began to count differently: a gap may be that."


def _rarity(test: PlaceboTest) -> str:
    """Return sentences that say whether the gap is rare among placebos.

    The measure is the ratio of misfits, or the size of the gap alone where the fit before was exact.
    """
    p = test.p_gap if test.rank is None else test.p
    verdict = "cannot be told from chance" if p > ALPHA else "would be rare by chance"
    if test.rank is None:
        return (
            f"By its size that {verdict} (p = {test.p_gap:.2f}). So many countries can be mixed to follow it exactly "
            f"that the close match before proves nothing."
        )
    return (
        f"That {verdict}. The same was done for every other country: by how much worse the match became, this one is "
        f"number {test.rank} of {len(test.ratios)} (p = {test.p:.2f}; by size alone p = {test.p_gap:.2f})."
    )
