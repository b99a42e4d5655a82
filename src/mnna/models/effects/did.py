"""The imputation estimator for staggered adoption (Borusyak, Jaravel and Spiess; Gardner's two stages).

Unit and time effects are estimated on untreated cells only; a treated cell's effect is its residual. `diff_diff` serves
as a check on it. Its sums can be computed unit by unit, which makes the permutation test fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from mnna.errors import BadFacts
from mnna.models.tidy import Bools, Floats, Grid, Rows, known_word, staggered

Weighting = Literal["observation", "unit"]


@dataclass(frozen=True)
class Imputation:
    """The effect on the treated, in the outcome's unit.

    `att` is the mean over all treated cells (or units, by the weighting). `horizons` is by years since treatment;
    before treatment it is the mean residual of the first stage. `by_unit` is the mean effect of each treated unit.
    `cells` counts the treated cells, `dropped` names the treated units without an effect. `standard_error` is that of
    `diff-diff`, clustered by unit, or NaN. It is far too small where a cohort has one or two units, as with
    designations: a test at 5% then rejects 28 to 45%.
    """

    att: float
    horizons: dict[int, float]
    by_unit: dict[str, float]
    cells: int
    dropped: tuple[str, ...]
    standard_error: float = float("nan")


def imputation(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    first_treated: str,
    weighting: Weighting = "observation",
    errors: bool = False,
) -> Imputation:
    """Return the imputation estimate on a tidy panel, with its standard error if `errors` is true.

    `first_treated` is each unit's first treated time (0, empty, NaN or infinite: never). `weighting` counts each
    treated cell once (`observation`) or each treated unit once (`unit`). Units without an untreated time have nothing
    to impute from and are dropped and named. Raises `BadFacts` where no treated cell can be imputed, or where a
    standard error is wanted with `unit`.
    """
    panel = staggered(rows, unit, time, outcome, first_treated)
    found = impute(*panel, weighting)
    if not errors:
        return found
    from mnna.models.effects.library_check import imputation_error

    if weighting != "observation":
        wrong = "there is none where every unit counts once"
        raise BadFacts("the standard error of an imputation estimate", wrong, (), "Weight by observation.")
    return replace(found, standard_error=imputation_error(*panel))


def impute(table: Grid, first: Mapping[str, float], weighting: Weighting = "observation") -> Imputation:
    """Return the imputation estimate, as `imputation`, for a grid and the first treated time of each treated unit."""
    known_word("the weighting", weighting, get_args(Weighting))
    start = np.array([first.get(one, np.inf) for one in table.units])
    seen = np.isfinite(table.values)
    treated: Bools = np.asarray(np.array(table.times)[None, :] >= start[:, None])
    left = residuals(table.values, seen & ~treated)
    cells: Bools = np.asarray(np.isfinite(left) & treated)
    if not cells.any():
        do = "Give units seen before and after."
        raise BadFacts("an imputation estimate", "no treated cell can be imputed", (), do)
    units = {table.units[i]: float(left[i][cells[i]].mean()) for i in np.flatnonzero(cells.any(axis=1))}
    att = float(left[cells].mean()) if weighting == "observation" else float(np.mean(list(units.values())))
    since = np.array(table.times)[None, :] - start[:, None]
    spans = sorted({int(one) for one in since[np.isfinite(since) & np.isfinite(left)]})
    horizons = {h: float(left[(since == h) & np.isfinite(left)].mean()) for h in spans}
    dropped = tuple(who for who in table.units if first.get(who, np.inf) <= table.times[-1] and who not in units)
    return Imputation(att, horizons, units, int(cells.sum()), dropped)


def residuals(values: Floats, untreated: Bools) -> Floats:
    """Return each cell (units by times) less the unit and time effects of the untreated cells; NaN if not known."""
    normal, pull = sums(np.where(untreated, values, 0.0), untreated)
    time_effects = solved(normal.sum(axis=0), pull.sum(axis=0))
    known = untreated.any(axis=0)
    counts = untreated.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit_effects = np.where(untreated, values - time_effects, 0.0).sum(axis=1) / counts
    left = values - unit_effects[:, None] - time_effects[None, :]
    there: Bools = np.asarray(np.outer(counts > 0, known))
    return np.where(there, left, np.nan)


def sums(values: Floats, mask: Bools) -> tuple[Floats, Floats]:
    """Return each unit's part of the normal equations for the time effects, with unit effects removed.

    `values` (0 where masked out) and `mask` are units by times, or draws by times. The results are units by times by
    times, and units by times.
    """
    m = mask.astype(float)
    counts = np.maximum(m.sum(axis=-1), 1.0)
    normal = -(m[..., :, None] * m[..., None, :]) / counts[..., None, None]
    diagonal = np.arange(m.shape[-1])
    normal[..., diagonal, diagonal] += m
    pull = values * m - m * ((values * m).sum(axis=-1) / counts)[..., None]
    return normal, pull


def solved(normal: Floats, pull: Floats) -> Floats:
    """Return the time effects, which sum to zero, of one system or a stack of systems; 0 for a time without a cell."""
    size = normal.shape[-1]
    empty = np.einsum("...ii->...i", normal) == 0
    filled = normal + np.ones((size, size)) / size + np.einsum("...i,ij->...ij", empty.astype(float), np.eye(size))
    try:
        return np.asarray(np.linalg.solve(filled, pull[..., None])[..., 0])
    except np.linalg.LinAlgError:
        return np.asarray((np.linalg.pinv(filled) @ pull[..., None])[..., 0])
