"""Estimates by the library `diff_diff` (pinned) on the same panels, as checks; its data loaders are never used.

Those loaders return synthetic data when offline. The library's default imputation standard errors reject a true null
in about three of ten cases where cohorts are single countries, so no answer about designations shows them.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mnna.models.tidy import Grid, Rows, grid, staggered

NO_MORE: Mapping[str, Grid] = {}


def _fitted(model: Any, outcome: Grid, first: Mapping[str, float], covariates: Mapping[str, Grid] = NO_MORE) -> Any:
    """Return the model fitted to the cells that have the outcome and every covariate."""
    import pandas as pd

    values = np.stack([outcome.values, *(one.values for one in covariates.values())])
    frame = pd.DataFrame(
        [
            (who, when, first[who] if first.get(who, np.inf) <= outcome.times[-1] else 0.0, *values[:, i, j])
            for i, who in enumerate(outcome.units)
            for j, when in enumerate(outcome.times)
            if np.isfinite(values[:, i, j]).all()
        ],
        columns=["unit", "time", "first", "outcome", *covariates],
    )
    names = {"outcome": "outcome", "unit": "unit", "time": "time", "first_treat": "first"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return model.fit(frame, covariates=list(covariates) or None, **names)


def two_stage(rows: Rows, **names: str) -> float:
    """Return the two-stage point estimate (Gardner) of the overall effect on the treated.

    `names` gives the names of the columns, as in `did.imputation`: `unit`, `time`, `outcome` and `first_treated`.
    """
    return two_stage_of(*staggered(rows, **names))


def two_stage_of(table: Grid, first: Mapping[str, float]) -> float:
    """Return the two-stage estimate, as `two_stage`, for a grid and the first treated time of each treated unit."""
    from diff_diff import TwoStageDiD

    return float(_fitted(TwoStageDiD(rank_deficient_action="silent"), table, first).overall_att)


def imputation_error(table: Grid, first: Mapping[str, float]) -> float:
    """Return the standard error of the imputation estimate (Borusyak, Jaravel and Spiess), clustered by unit."""
    from diff_diff import ImputationDiD

    return float(_fitted(ImputationDiD(rank_deficient_action="silent"), table, first).overall_se)


def callaway_santanna(
    rows: Rows,
    *,
    covariates: Sequence[str] = (),
    controls: str = "never_treated",
    method: str = "dr",
    **names: str,
) -> tuple[float, float]:
    """Return Callaway and Sant'Anna's overall effect and its standard error.

    `method` says how covariates are used: `dr` (doubly robust), `reg` or `ipw`. `names` are as in `two_stage`.
    """
    from diff_diff import CallawaySantAnna

    how = {"allow_unbalanced_panel": True, "rank_deficient_action": "silent"}
    model = CallawaySantAnna(control_group=controls, estimation_method=method, **how)
    more = {one: grid(rows, names["unit"], names["time"], one) for one in covariates}
    found = _fitted(model, *staggered(rows, **names), more)
    return float(found.overall_att), float(found.overall_se)
