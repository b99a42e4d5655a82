"""Probabilities of designation: the yearly rate, frequencies by rank, and forecasts scored against the base rate.

Which country is named, given that one is named, and when a country is named are two questions. The second has no good
answer: five countries were announced in 2003-04 and none in 2005-11.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from mnna.engine.record import Record, described, in_json
from mnna.models.answer import known
from mnna.models.forecast import backtest, baselines
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.hazard import inverse_logit
from mnna.models.forecast.risk_set import FIRST_TESTED
from mnna.models.tidy import Floats

BANDS = ((1, 5), (6, 10), (11, 20), (21, 50), (51, 999))
FOLLOWED = 5
DRAWS, SEED = 2000, 517


@dataclass(frozen=True, slots=True, repr=False)
class When(Record):
    """The rate of designations a year, with its exact 95% Poisson interval (`low`, `high`).

    `events` were counted in `years` years. `longest_silence` is the largest number of years in a row without one.
    `dispersion` is the variance over the mean of the yearly counts (1 for a steady Poisson process).
    """

    events: int
    years: int
    rate: float
    low: float
    high: float
    longest_silence: int
    dispersion: float = dataclasses.field(metadata=described("Variance over mean of the yearly counts.", of=known))


@dataclass(frozen=True, slots=True, repr=False)
class Frequency(Record):
    """How many of the `country_years` that the rule ranked from `best` to `worst` on 1 January were named that year.

    `named_in_five` counts, of those `followed` for five years, how many were named within them. One country counts in
    many years; `countries`, `countries_named` and `countries_named_in_five` count each country once. `low` to `high` is
    the 95% interval of the yearly share, `low_five` to `high_five` that of the share within five years (bootstrap over
    countries, each with all its years).
    """

    best: int
    worst: int
    country_years: int
    named: int
    followed: int
    named_in_five: int
    countries: int
    countries_named: int
    countries_named_in_five: int
    low: float = dataclasses.field(metadata=described("Of the yearly share.", of=known))
    high: float = dataclasses.field(metadata=described("Of the yearly share.", of=known))
    low_five: float = dataclasses.field(metadata=described("Of the share within five years.", of=known))
    high_five: float = dataclasses.field(metadata=described("Of the share within five years.", of=known))

    @property
    @in_json()
    def says(self) -> str:
        """The frequency in plain sentences."""
        place = f"ranked {self.best} to {self.worst}" if self.worst < 999 else f"ranked {self.best} or lower"
        five = self._five()
        if not self.named:
            return f"Of countries {place} in a year, none of {self.country_years:,} was named that year.{five}"
        per = round(self.country_years / self.named)
        return (
            f"Of countries {place} in a year, about 1 in {per} was named that year (95% range "
            f"{_in_100(self.low, self.high)}). That was {self.named:,} of {self.country_years:,}, and "
            f"{self.countries_named} of {self.countries} different countries.{five}"
        )

    def _five(self) -> str:
        if not self.followed:
            return ""
        if not self.named_in_five:
            return f" Within five years it was none of {self.followed:,}."
        many = "country" if self.countries_named_in_five == 1 else "different countries"
        return (
            f" Within five years it was {self.named_in_five:,} of {self.followed:,} (95% range "
            f"{_in_100(self.low_five, self.high_five)}). But these were only {self.countries_named_in_five} {many}, "
            "counted again each year."
        )


def _in_100(low: float, high: float) -> str:
    digits = 1 if high < 0.01 else 0
    return f"{100 * low:.{digits}f} to {100 * high:.{digits}f} in 100"


class Forecasts(NamedTuple):
    """The score of one model's yearly forecasts over all country-years since 1996, each made from earlier years.

    `log_loss` and `brier` are sums, `expected` and `seen` count events. `bins` compare forecast and outcome: mean
    forecast, country-years and events of each.
    """

    name: str
    log_loss: float
    brier: float
    expected: float
    seen: int
    country_years: int
    bins: tuple[tuple[float, int, int], ...]


def when(past: History) -> When:
    """Return the rate of tested designations a year since 1996; the last year counts as a whole year."""
    from scipy.stats import chi2

    years = range(FIRST_TESTED, past.on.year + 1)
    counts = np.array([sum(e.year == year for e, _ in past.tested) for year in years], dtype=float)
    n, length = int(counts.sum()), len(counts)
    low = float(chi2.ppf(0.025, 2 * n) / 2 / length) if n else 0.0
    high = float(chi2.ppf(0.975, 2 * n + 2) / 2 / length)
    dispersion = float(counts.var(ddof=1) / counts.mean()) if n and length > 1 else float("nan")
    silence = max((len(list(run)) for named, run in groupby(counts > 0) if not named), default=0)
    return When(n, length, n / length, low, high, silence, dispersion)


def frequencies(past: History) -> tuple[Frequency, ...]:
    """Return, for each band of ranks (`BANDS`), how often a rank on 1 January was followed by a designation."""
    named = {event.country: event.year for event in past.events}
    rows = [(rank, year, named.get(code, 9999), code) for year, code, rank in backtest.yearly_ranks(past)]
    return tuple(_band(best, worst, rows, past.on.year) for best, worst in BANDS)


def _band(best: int, worst: int, rows: Sequence[tuple[float, int, int, str]], last: int) -> Frequency:
    """Return the frequency of one band; a row is rank, year, year named (9999 if never) and country."""
    inside = [(year, event, code) for rank, year, event, code in rows if best - 0.5 < rank <= worst + 0.5]
    hits = [(code, event == year) for year, event, code in inside]
    five = [(code, event < year + FOLLOWED) for year, event, code in inside if year + FOLLOWED - 1 <= last]
    now, then = ([code for code, hit in found if hit] for found in (hits, five))
    countries = len({code for code, _ in hits}), len(set(now)), len(set(then))
    # in the order of the fields of `Frequency`
    counts = len(hits), len(now), len(five), len(then), *countries
    return Frequency(best, worst, *counts, *clustered(hits), *clustered(five))


def clustered(hits: Sequence[tuple[str, bool]]) -> tuple[float, float]:
    """Return the 95% bootstrap interval of the share of hits, resampling whole countries; NaN where `hits` is empty.

    `hits` has a country and whether it was a hit, one per country and year. Without any hit the upper end is three over
    the number of countries (the rule of three), because a bootstrap of zeros gives no interval.
    """
    codes = sorted({code for code, _ in hits})
    if not codes:
        return float("nan"), float("nan")
    place = {code: i for i, code in enumerate(codes)}
    at = [place[code] for code, _ in hits]
    seen, counted = np.bincount(at), np.bincount(at, [hit for _, hit in hits])
    if not counted.any():
        return 0.0, min(1.0, 3 / len(codes))
    picks = np.random.default_rng(SEED).integers(0, len(codes), (DRAWS, len(codes)))
    low, high = np.percentile(counted[picks].sum(axis=1) / seen[picks].sum(axis=1), [2.5, 97.5])
    return float(low), float(high)


def forecasts(past: History) -> tuple[Forecasts, ...]:
    """Return the scores of the yearly forecasts by the base rate and by the fitted hazards."""
    made: dict[str, list[tuple[Floats, Floats]]] = {"base rate": []}
    for year, field in past.years.items():
        for name, predicted in _year(past, year).items() if year >= FIRST_TESTED else ():
            made.setdefault(name, []).append((predicted, field.named))
    found = []
    for name, pairs in made.items():
        p, y = (np.concatenate(part) for part in zip(*pairs, strict=True))
        loss, brier = -np.where(y > 0, np.log(p), np.log1p(-p)).sum(), ((p - y) ** 2).sum()
        found.append(Forecasts(name, float(loss), float(brier), float(p.sum()), int(y.sum()), len(y), _bins(p, y)))
    return tuple(found)


def _year(past: History, year: int) -> Mapping[str, Floats]:
    """Return, by model, the forecast probability of each country at risk on 1 January, from earlier years only."""
    field = past.years[year]
    earlier = [one.named for y, one in past.years.items() if y < year]
    rate = sum(float(one.sum()) for one in earlier) / sum(len(one) for one in earlier)
    found = {"base rate": np.full(len(field.countries), rate)}
    for title, fit in baselines.fitted(past, year).items():
        if not title.startswith("conditional"):
            found[title] = inverse_logit(baselines.applied(fit(), field, baselines.names_of(title)))
    return found


def _bins(p: Floats, y: Floats) -> tuple[tuple[float, int, int], ...]:
    edges = (0.0, 0.002, 0.005, 0.01, 0.03, 1.0)
    found = []
    for low, high in pairwise(edges):
        inside = (p >= low) & (p < high)
        if inside.any():
            found.append((float(p[inside].mean()), int(inside.sum()), int(y[inside].sum())))
    return tuple(found)
