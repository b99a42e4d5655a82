"""`criteria`: how candidates compare on the user's criteria, over all possible weights of them.

Unlike `rank`, which says which countries resemble past designees, this module predicts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, NamedTuple

import numpy as np

from mnna.engine.record import HIDDEN, described, in_json, passed_on
from mnna.errors import BadQuestion, CannotAnswer, UnknownWord
from mnna.models.answer import ModelAnswer
from mnna.models.choice.smaa import Acceptability, Error, scaled, smaa
from mnna.models.choice.topsis import topsis
from mnna.models.choice.weights import draw_weights
from mnna.models.forecast import declared_rule, risk_set
from mnna.models.forecast.features import latest, missing, of_indicator
from mnna.models.panel import World, as_code
from mnna.models.tidy import Floats, clean
from mnna.registry.countries import the
from mnna.registry.readings import question_day
from mnna.sentences import capital, listed
from mnna.series import uses
from mnna.series.uses import CARRY, Better, use

DRAWS = 100_000
SEED = 2321
FEWER, BLOCK = 2000, 100  # how many draws give the bounds, and how many of them are computed at a time
SHOULD = (
    "This says who comes first by the chosen criteria, not who will be named. For that, ask `mnna rank`. It does not "
    "know which countries are neutral or hostile, and leaves out those barred by law only where it is asked to. UN "
    "votes and democracy are fair criteria, but both made forecasts of past designations worse."
)


class Criterion(NamedTuple):
    """An indicator with the direction that is `better`, the scale it is compared on, and the `goal` in words."""

    indicator: str
    better: Better = "high"
    scale: Literal["linear", "log"] = "linear"
    goal: str = ""


def default() -> tuple[Criterion, ...]:
    """Return the criteria used where the user names none, in the order of `indicators.toml`."""
    return tuple(Criterion(one.indicator, one.better, use(one.indicator).scale, one.goal) for one in uses.criteria())


class Candidate(NamedTuple):
    """How often a candidate takes each rank, and the weights that put it first.

    `confidence` is how often it comes first at those weights when missing figures are drawn from the other candidates'
    and the figures of `measured` criteria from their source's interval. It is null where neither applies: no other
    figure here says how well it is measured. `imputed` is the share of the weights that falls on criteria for which the
    candidate has no figure. `first_worst` to `first_best` and `rank_best` to `rank_worst` hold for any missing figures
    from the worst to the best that any candidate has.
    """

    candidate: str
    first: float
    top5: float
    top10: float
    expected_rank: float
    central_weights: dict[str, float] | None
    confidence: float | None
    acceptability: tuple[float, ...]
    topsis: float
    imputed: float
    first_worst: float
    first_best: float
    rank_best: float
    rank_worst: float


@dataclass(frozen=True, kw_only=True, repr=False)
class CriteriaAnswer(ModelAnswer):
    """How often each candidate takes each rank, over all weights of the criteria.

    `acceptability` says how often each candidate takes each rank. `topsis` gives each candidate's closeness to the
    ideal at equal weights. `agreement` is the rank correlation of the two.
    """

    on: date
    criteria: tuple[Criterion, ...]
    order: tuple[str, ...] = field(metadata=described("Criteria from the most to the least important."))
    bounds: dict[str, tuple[float, float]] = field(metadata=described("The lowest and highest share of some."))
    acceptability: Acceptability = field(metadata=HIDDEN, compare=False)  # arrays have no one answer to ==
    topsis: dict[str, float] = field(metadata=HIDDEN)
    agreement: float = field(metadata=HIDDEN)
    missing: dict[str, list[str]] = field(metadata=described("The candidates without a figure, by criterion."))
    measured: dict[str, str] = field(metadata=described("Criteria that vary within an interval, and whose it is."))
    extremes: Extremes = field(metadata=HIDDEN, compare=False)
    screened: bool = field(metadata=described("Whether those the registry bars are left out."))
    barred: dict[str, str] = field(metadata=described("Those the registry bars on the day, with the reason."))
    sources: dict[str, str]
    own_facts: tuple[str, ...]
    country: str | None
    reading: str

    draws: ClassVar[int] = passed_on("acceptability.draws", "How many weightings were drawn.", after="bounds")
    entropy: ClassVar[float] = passed_on(
        "acceptability.entropy", "Bits of uncertainty about which comes first.", after="draws"
    )

    @property
    @in_json(after="entropy")
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates, best first by expected rank."""
        found, bounds, rows = self.acceptability, self.extremes, []
        expected = found.expected_rank
        for at in np.argsort(expected, kind="stable"):
            name, ranks, sure = found.candidates[at], found.ranks[at], clean(found.confidence[at])
            shares = zip(found.criteria, found.central[at], strict=True)
            central = None if np.isnan(found.central[at]).any() else dict(shares)
            told = name, ranks[0], ranks[:5].sum(), ranks[:10].sum(), expected[at], central, sure, ranks
            reach = bounds.imputed[at], *bounds.first[:, at], *bounds.rank[::-1, at]
            # in the order of the fields of `Candidate`
            one = Candidate._make([*clean(told), self.topsis[name], *map(float, reach)])
            rows.append(one._replace(confidence=None) if sure is not None and sure >= 1.0 else one)
        return tuple(rows)

    rank_correlation_with_topsis: ClassVar[float | None] = passed_on(
        "agreement", "How far another method agrees; 1 is alike.", after="candidates"
    )

    @property
    @in_json()
    def should(self) -> str:
        """What the answer does not say."""
        return SHOULD

    def summary(self) -> str:
        """Return how many candidates are compared and which three come first most often."""
        first = ", ".join(f"{one.candidate} {100 * one.first:.0f}%" for one in self.candidates[:3])
        return f"{len(self.topsis)} candidates by {len(self.criteria)} criteria on {self.on}: {first}"


def criteria(
    chosen: Sequence[Criterion] | None = None,
    *,
    candidates: Sequence[str] | None = None,
    country: str | None = None,
    on: date | str | None = None,
    order: Sequence[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    screen: bool = False,
    world: World,
) -> CriteriaAnswer:
    """Return how candidates compare over all weights of the chosen criteria, as `models.api.criteria`.

    `order` and `bounds` are by indicator id. Figures are of the year before the day's year, or up to four years older;
    a missing figure is drawn at random. `screen` concerns only candidates that the user does not name.
    """
    day = question_day(on)
    used = tuple(chosen or (one for one in default() if world.has(one.indicator)))
    names = _candidates(world, day, candidates and [as_code(world, one) for one in candidates])
    barred = {code: why for code in names if (why := world.barred(code, day))}
    if screen and candidates is None:
        names = tuple(code for code in names if code not in barred)
    country = country and as_code(world, country)
    raw = np.column_stack([_column(world, one, names, day.year) for one in used])
    ids = [one.indicator for one in used]
    values = scaled(raw, [one.better for one in used])
    weights = draw_weights(ids, draws, seed, order, bounds)
    errors = _errors(world, used, names, day.year, raw)
    found = smaa(values, weights, names, ids, seed, [error for _, error in errors])
    equal = topsis(np.where(np.isnan(values), np.nanmedian(values, axis=0), values), np.full(len(ids), 1 / len(ids)))
    return CriteriaAnswer(
        on=day,
        criteria=used,
        acceptability=found,
        topsis=dict(zip(names, equal.tolist(), strict=True)),
        agreement=_spearman(-found.expected_rank, equal),
        missing=missing(raw, names, ids),
        measured={one.indicator: use(one.indicator).interval for one, _ in errors},
        extremes=extremes(values, weights),
        screened=screen,
        barred=barred,
        sources={name: world.sources.get(name, "") for name in ids},
        order=tuple(order),
        bounds=dict(bounds or {}),
        country=country,
        reading=" ".join((_reading(world, found, used, country), _screened(world, found, barred, screen))).strip(),
        own_facts=world.own,
    )


def _candidates(world: World, day: date, chosen: Sequence[str] | None) -> tuple[str, ...]:
    free = risk_set.at_risk(world, day)
    if chosen is None:
        return free
    for code in chosen:
        if code not in free:
            why = risk_set.why_not(world, code, day)
            raise BadQuestion(f"the candidate {code}", why or "it was named that day", (), "Name others.")
    if len(chosen) < 2:
        raise BadQuestion("a comparison of candidates", "there is only one", (), "Name two or more.")
    return tuple(dict.fromkeys(chosen))


def _errors(
    world: World, used: Sequence[Criterion], names: Sequence[str], year: int, raw: Floats
) -> list[tuple[Criterion, Error]]:
    """Return the measurement error of each criterion whose producer publishes intervals, on the scale of 0 to 1.

    Criteria on a logarithmic scale are left out.
    """
    found = []
    for column, one in enumerate(used):
        known, years = world.intervals.get(one.indicator, {}), range(year - 1, year - 2 - CARRY, -1)
        # how far the newest interval reaches below and above its figure; zeros where there is no interval
        reach = np.array([next((known[who, at] for at in years if (who, at) in known), (0.0, 0.0)) for who in names])
        if one.scale == "linear" and reach.any():
            reach /= float(np.ptp(raw[~np.isnan(raw[:, column]), column])) or 1.0
            below, above = (reach.T if one.better == "high" else reach.T[::-1]) * ~np.isnan(raw[:, column])
            found.append((one, Error(column, below, above)))
    return found


@dataclass(frozen=True)
class Extremes:
    """Worst-case and best-case results of each candidate, over all possible values of missing figures.

    `first` (how often the candidate comes first) and `rank` (its mean rank) are two rows by candidates: the worst case,
    then the best. `imputed` is, per candidate, the mean share of the weights on criteria for which it has no figure.
    """

    first: Floats
    rank: Floats
    imputed: Floats


def extremes(values: Floats, weights: Floats) -> Extremes:
    """Return the bounds of first places and ranks over the first `FEWER` rows of `weights` (draws by criteria).

    `values` is candidates by criteria from 0 (worst) to 1 (best), NaN where missing. A candidate's worst case sets its
    own missing figures to 0 and all others' to 1; its best case does the reverse. In a tie the worst case ranks the
    candidate behind the other, the best case before it.
    """
    drawn = weights[:FEWER]
    gone = np.isnan(values)
    low, high = drawn @ np.where(gone, 0.0, values).T, drawn @ np.where(gone, 1.0, values).T
    size = len(values)
    ranks = np.zeros((2, size))
    first = np.zeros((2, size))
    own = np.eye(size, dtype=bool)
    for start in range(0, len(drawn), BLOCK):
        worst, best = low[start : start + BLOCK], high[start : start + BLOCK]
        behind = ((best[:, None, :] >= worst[:, :, None]) & ~own).sum(axis=2)
        before = ((worst[:, None, :] > best[:, :, None]) & ~own).sum(axis=2)
        for place, ahead in enumerate((behind, before)):
            ranks[place] += (1 + ahead).sum(axis=0)
            first[place] += (ahead == 0).sum(axis=0)
    return Extremes(first / len(drawn), ranks / len(drawn), np.asarray(drawn.mean(axis=0) @ gone.T))


def _column(world: World, one: Criterion, names: Sequence[str], year: int) -> Floats:
    """Return the latest figure before `year` of each country in `names`, NaN where there is none."""
    if not world.has(one.indicator):
        wrong, here = "there are no figures for it here", tuple(filter(world.has, world.figures))
        raise UnknownWord(f"the criterion {one.indicator!r}", wrong, here, "")
    figures = of_indicator(one.indicator)
    values = np.array([latest(figures, world, name, year - 1)[0] for name in names])
    if np.isnan(values).all():
        wrong = f"no candidate has a figure before {year}"
        raise CannotAnswer(f"the criterion {one.indicator}", wrong, (), "Leave it out.")
    return np.log1p(np.maximum(values, 0.0)) if one.scale == "log" else values


def _spearman(one: Floats, other: Floats) -> float:
    """Return Spearman's rank correlation, tied values sharing their mean rank; NaN where one side is all tied."""
    pair = declared_rule.ranks(one), declared_rule.ranks(other)
    return float(np.corrcoef(*pair)[0, 1]) if all(np.ptp(ranks) > 0 for ranks in pair) else float("nan")


def _reading(world: World, found: Acceptability, used: Sequence[Criterion], country: str | None) -> str:
    best = sorted(zip(found.first, found.candidates, strict=True), reverse=True)[:4]
    said = ", ".join(f"{world.name(code)} ({_percent(share)})" for share, code in best if share > 0)
    alike = max(2, round(2**found.entropy))
    text = (
        f"The question is which country should be next by {len(used)} criteria, whatever weight each has. "
        f"Over all weightings these come first most often: {said}. The first place is about as unsure as a draw among "
        f"{alike} equal countries. No weighting is the right one. "
        "Other criteria, other weights or newer figures would change the answer."
    )
    if country is None or country not in found.candidates:
        return text
    return f"{text} {_of_country(world, found, used, found.candidates.index(country))}"


def _screened(world: World, found: Acceptability, barred: Mapping[str, str], screen: bool) -> str:
    """Return a sentence on what the legal screen left out, or on which of the first ten it would leave out."""
    if screen:
        return f"The legal screen leaves out {len(barred)} countries, listed below." if barred else ""
    order = [found.candidates[i] for i in np.argsort(found.expected_rank, kind="stable")[:10]]
    high = [the(world.name(code)) for code in order if code in barred]
    return f"The legal screen would leave out {listed(high)}, of the first ten; the reasons are below." if high else ""


def _percent(share: float) -> str:
    return "under 1%" if 0 < share < 0.01 else f"{100 * share:.0f}%"


def _of_country(world: World, found: Acceptability, used: Sequence[Criterion], place: int) -> str:
    name, ranks = capital(the(world.name(found.candidates[place]))), found.ranks[place]
    low, high = np.searchsorted(ranks.cumsum(), [0.05, 0.95]) + 1
    places = f"{low}" if low == high else f"between {low} and {high}"
    span = f"{name} ranks {places} in nine weightings out of ten"
    central = found.central[place]
    if np.isnan(central).any():
        return f"{span}. It comes first in none of {found.draws:,} weightings tried."
    lift = sorted(zip(central * len(used), used, strict=True), key=lambda one: -one[0])
    valued = ", ".join(f"{one.goal or one.indicator} ({times:.1f} times an equal share)" for times, one in lift[:3])
    return f"{span}. It comes first in {_percent(float(ranks[0]))} of them. For that one must value {valued}."
