"""Synthetic control: one treated unit against a weighted average of other units that resembled it before treatment.

Abadie, Diamond and Hainmueller (2010): weights W minimize the distance between predictors, weighted by V; V is chosen
for the closest fit of the outcome before treatment. The inner problem is solved exactly (`simplex`), the outer problem
from several starts, because it has many local minima (one start gives six times the error on their own Californian
case).

    fit(rows, unit="state", time="year", outcome="cigsale", treated="California", treated_from=1989,
        predictors=[Predictor("lnincome", range(1980, 1989)), ..., Predictor("cigsale", [1975])])

Without predictors, the outcome of every year before treatment is matched, with equal importance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import softmax

from mnna.errors import BadFacts
from mnna.models.simplex import simplex_weights
from mnna.models.tidy import Bools, Floats, Grid, Rows, Unit, grid, label

EXACT = 1e-6  # an error before treatment below this share of the outcome's size is only rounding


@dataclass(frozen=True)
class Predictor:
    """A column's mean over some years, without missing values."""

    column: str
    years: Sequence[int]

    @property
    def name(self) -> str:
        """The name of the predictor in results: the column with its years."""
        years = sorted(self.years)
        span = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
        return f"{self.column} {span}"


@dataclass(frozen=True)
class Problem:
    """All units' predictors (units by predictors, `standardized` and `raw`) and `outcome` (units by years).

    `matched` are the columns of `outcome` on which V is chosen, unless it is `fixed_v`. `treated_from` is the first
    treated year, `dropped` the units left out because they lack a figure. `built` holds the definition and the figures
    of each predictor; it is empty where the outcomes before treatment are matched.
    """

    units: tuple[str, ...]
    years: tuple[int, ...]
    predictors: tuple[str, ...]
    standardized: Floats
    raw: Floats
    outcome: Floats
    matched: tuple[int, ...]
    treated_from: int
    fixed_v: Floats | None = None
    dropped: tuple[str, ...] = ()
    built: tuple[tuple[Predictor, Grid], ...] = ()


@dataclass(frozen=True)
class SyntheticControl:
    """One fit: donors' `weights` and predictors' `importance` (each sums to 1), the real and synthetic paths by year.

    `balance` has each predictor's value for the treated unit and for the synthetic control. `size` is the root mean
    square of all units' outcomes before treatment.
    """

    treated: str
    treated_from: int
    years: tuple[int, ...]
    weights: dict[str, float]
    importance: dict[str, float]
    path: Floats
    synthetic: Floats
    balance: dict[str, tuple[float, float]]
    size: float

    @property
    def gap(self) -> Floats:
        """The real path minus the synthetic path, by year."""
        return self.path - self.synthetic

    @property
    def before(self) -> Bools:
        """Whether each year is before treatment."""
        return np.asarray(np.array(self.years) < self.treated_from)

    @property
    def pre_mspe(self) -> float:
        """The mean squared gap over the years before treatment that have figures."""
        return float(np.nanmean(self.gap[self.before] ** 2))

    @property
    def post_mspe(self) -> float:
        """The mean squared gap from treatment on."""
        return float(np.nanmean(self.gap[~self.before] ** 2))

    @property
    def exact(self) -> bool:
        """Whether the fit before treatment is exact, up to rounding.

        That happens for a constant path, and for any path if there are far more donors than years. The error before
        then does not say how large the error after would be without treatment.
        """
        return self.pre_mspe <= (EXACT * self.size) ** 2

    @property
    def ratio(self) -> float:
        """The mean squared gap after treatment over that before; NaN for an exact fit, whose ratio has no meaning."""
        return float("nan") if self.exact else self.post_mspe / self.pre_mspe

    @property
    def effect(self) -> float:
        """The mean gap from treatment on, in units of the outcome."""
        return float(np.nanmean(self.gap[~self.before]))

    def gap_in(self, year: int) -> float:
        """Return the gap of one year."""
        return float(self.gap[self.years.index(year)])


def problem(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    treated_from: int,
    predictors: Iterable[Predictor] = (),
    fit_years: Iterable[int] | None = None,
    donors: Iterable[Unit] | None = None,
    treated: Unit | None = None,
    v: Sequence[float] | None = None,
    predictors_through: int | None = None,
) -> Problem:
    """Return a synthetic-control problem made from a tidy panel; `solve` can treat any of its units.

    `predictors` default to the outcome of every year before `treated_from`, with equal importance. `fit_years`, over
    which V is chosen, default to all of those years; `v` sets V instead. `donors` restricts the units (`treated` is
    kept). `predictors_through` is the last year that a predictor may use, by default the year before treatment; some
    studies average through the year of treatment (German reunification, 1990). Units that lack a predictor or an
    outcome are dropped and named. Raises `BadFacts` if fewer than three remain, or no year before or after treatment.
    """
    table = grid(rows, unit, time, outcome)
    if donors is not None:
        kept = {label(one) for one in (*donors, *(() if treated is None else (treated,)))}
        table = table.only([one for one in table.units if one in kept])
    wanted = tuple(predictors)
    early = [year for year in table.times if year < treated_from]
    last = treated_from - 1 if predictors_through is None else predictors_through
    built = tuple((one, grid(rows, unit, time, one.column).only(table.units)) for one in wanted)
    blocks = [averaged(one, found, last) for one, found in built]
    raw = np.column_stack(blocks) if blocks else table.values[:, table.at(early)]
    names = tuple(one.name for one in wanted) or tuple(f"{outcome} {year}" for year in early)
    full = _whole(raw, table)
    matched = table.at(early if fit_years is None else fit_years)
    if not (early and matched) or early == list(table.times):
        wrong = f"it has no year before {treated_from}, none from then on, or none of those to fit"
        raise BadFacts("a synthetic control", wrong, tuple(map(str, table.times[:3])), "Name years of the panel.")
    units = tuple(one for one, ok in zip(table.units, full, strict=True) if ok)
    return Problem(
        units=units,
        years=table.times,
        predictors=names,
        standardized=standardized(raw[full]) if wanted else raw[full],
        raw=raw[full],
        outcome=table.values[full],
        matched=tuple(matched),
        treated_from=treated_from,
        fixed_v=np.asarray(v, dtype=float) if v is not None else None if wanted else np.ones(raw.shape[1]),
        dropped=tuple(one for one in table.units if one not in units),
        built=tuple((one, found.only(units)) for one, found in built),
    )


def _whole(raw: Floats, table: Grid) -> Bools:
    """Return, per unit, whether it has every predictor and outcome; raises `BadFacts` where fewer than three have."""
    full: Bools = np.asarray(np.isfinite(raw).all(axis=1) & np.isfinite(table.values).all(axis=1))
    if full.sum() < 3:
        wrong = f"only {int(full.sum())} units have every figure"
        raise BadFacts("a synthetic control", wrong, (), "Shorten the span.")
    return full


def standardized(raw: Floats) -> Floats:
    """Return each predictor divided by its standard deviation over all units; a constant predictor is unchanged."""
    spread = raw.std(axis=0, ddof=1)
    return np.asarray(raw / np.where(spread > 0, spread, 1.0))


def averaged(one: Predictor, found: Grid, last: int) -> Floats:
    """Return the value of a predictor per unit; a unit without any figure gets NaN, or 0 for a sum.

    Raises `BadFacts` where a year of the predictor comes after `last`, or the panel has none of its years.
    """
    late = [year for year in one.years if year > last]
    places = found.at(one.years)
    if late or not places:
        wrong = f"the years {late} are treated ones" if late else "the panel has none of its years"
        do = "Give years before treatment that are in the panel, or say the last one with predictors_through."
        raise BadFacts(f"the predictor {one.name}", wrong, (), do)
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a unit without any figure becomes NaN and is dropped later
        return np.asarray(np.nanmean(found.values[:, places], axis=1))


STARTS = 6  # the number of descents, which start at the best of the screened points
SCREENED = 200
POLISHED = 3


def importance(x0: Floats, x1: Floats, z0: Floats, z1: Floats, starts: int, seed: list[int]) -> Floats:
    """Return V, one share per predictor (they sum to 1), chosen for the closest fit before treatment.

    `x0` and `x1` are the predictors of the donors (predictors by donors) and of the treated unit; `z0` and `z1` are
    their outcomes before treatment.

    The search tries many random points, descends from the best `starts` of them, and refines the best results by
    simplex search. It needs both steps because the misfit is smooth in V only piecewise, with kinks where a donor
    enters or leaves.
    """
    rng = np.random.default_rng(seed)
    size = len(x1)
    points = [np.zeros(size), _regression_start(x0, x1, z0, z1), *rng.uniform(-8.0, 0.0, (SCREENED, size))]

    def misfit(theta: Floats) -> float:
        return _misfit(theta, x0, x1, z0, z1)[0]

    order = np.argsort([misfit(one) for one in points], kind="stable")[:starts]
    bounds, slope = [(-18.0, 18.0)] * size, (x0, x1, z0, z1)
    found = [
        minimize(_sloped, points[i], slope, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 60})
        for i in order
    ]
    best = sorted(found, key=lambda one: float(one.fun))[:POLISHED]
    polished = [_polish(misfit, one.x, float(one.fun)) for one in best]
    return np.asarray(softmax(min(polished, key=lambda one: one[0])[1]))


def _polish(misfit: Callable[[Floats], float], theta: Floats, value: float) -> tuple[float, Floats]:
    options = {"maxfev": 100 * len(theta), "xatol": 1e-5, "fatol": 1e-9 * max(1.0, value), "adaptive": True}
    found = minimize(misfit, theta, method="Nelder-Mead", options=options)
    return (float(found.fun), found.x) if found.fun <= value else (value, theta)


def _regression_start(x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> Floats:
    x, z = np.column_stack([x1, x0]).T, np.column_stack([z1, z0]).T
    slopes = np.linalg.lstsq(np.column_stack([np.ones(len(x)), x]), z, rcond=None)[0][1:]
    return np.asarray(np.log((slopes**2).sum(axis=1) / (slopes**2).sum() + 1e-6))


def _misfit(theta: Floats, x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> tuple[float, Floats, Floats, Floats]:
    """Return the outcome's mean squared misfit for V = softmax(theta), then V, the donors' weights W, the misfits."""
    v = softmax(theta)
    root = np.sqrt(v)
    w = simplex_weights(root[:, None] * x0, root * x1)
    miss = z0 @ w - z1
    return float(miss @ miss) / len(z1), v, w, miss


def _sloped(theta: Floats, x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> tuple[float, Floats]:
    """Return the misfit and its gradient in theta, for a fixed set of donors with weight (adjoint method)."""
    value, v, w, miss = _misfit(theta, x0, x1, z0, z1)
    support = np.flatnonzero(w > 1e-9)
    part, size = x0[:, support], len(support)
    system = np.zeros((size + 1, size + 1))
    system[:size, :size] = (part * v[:, None]).T @ part
    system[:size, size] = system[size, :size] = 1.0
    pull = np.r_[2.0 / len(z1) * (z0[:, support].T @ miss), 0.0]
    try:
        adjoint = np.linalg.solve(system, pull)[:size]
    except np.linalg.LinAlgError:
        adjoint = np.linalg.lstsq(system, pull, rcond=None)[0][:size]
    slope_v = -(part @ adjoint) * (x0 @ w - x1)
    return value, np.nan_to_num(v * (slope_v - float(v @ slope_v)))


def solve(
    task: Problem, treated: Unit, starts: int = STARTS, seed: int = 0, exclude: Iterable[Unit] = ()
) -> SyntheticControl:
    """Return the synthetic control of one unit of a problem, made from all other units except `exclude`.

    The random numbers depend only on `seed` and the unit's name, not on other fits made before or at the same time.
    Raises `BadFacts` for a unit that is not in the problem, or where no donor is left.
    """
    treated, out = label(treated), {label(one) for one in exclude}
    if treated not in task.units:
        wrong = "it is not in the problem, or lacks figures"
        raise BadFacts(f"the treated unit {treated!r}", wrong, task.units[:5], "")
    own = task.units.index(treated)
    others = [i for i, one in enumerate(task.units) if i != own and one not in out]
    if not others:
        raise BadFacts(f"the treated unit {treated!r}", "no other unit is left to compare it with", (), "Give donors.")
    x1, x0 = task.standardized[own], task.standardized[others].T
    z1, z0 = task.outcome[own, task.matched], task.outcome[np.ix_(others, task.matched)].T
    if task.fixed_v is not None:
        v = task.fixed_v / task.fixed_v.sum()
    else:
        v = importance(x0, x1, z0, z1, starts, [seed, *treated.encode()])
    w = simplex_weights(np.sqrt(v)[:, None] * x0, np.sqrt(v) * x1)
    raw, early = task.raw[others].T @ w, np.array(task.years) < task.treated_from
    return SyntheticControl(
        treated=treated,
        treated_from=task.treated_from,
        years=task.years,
        weights={task.units[i]: float(weight) for i, weight in zip(others, w, strict=True)},
        importance=dict(zip(task.predictors, (float(one) for one in v), strict=True)),
        path=task.outcome[own],
        synthetic=task.outcome[others].T @ w,
        balance={n: (float(a), float(b)) for n, a, b in zip(task.predictors, task.raw[own], raw, strict=True)},
        size=float(np.sqrt((task.outcome[:, early] ** 2).mean())),
    )


def fit(rows: Rows, *, treated: Unit, starts: int = STARTS, seed: int = 0, **asked: Any) -> SyntheticControl:
    """Return the synthetic control of `treated` in a tidy panel.

    `asked` holds the arguments of `problem`; `starts` and `seed` are those of `solve`.
    """
    return solve(problem(rows, treated=treated, **asked), treated, starts, seed)
