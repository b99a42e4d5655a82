"""Second opinions from `diff_diff` (pinned), on the same tidy panels; its data loaders are never used.

Those loaders give synthetic look-alikes when offline. Its default imputation standard errors reject a true null in
about three of ten cases where cohorts are single countries, so no answer about designations shows them.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from mnna.models.tidy import Rows, grid, starts


def _fitted(model: Any, rows: Rows, names: dict[str, str], covariates: Sequence[str]) -> Any:
    """Return the model fitted to the cells of the panel that have every figure."""
    import pandas as pd

    outcome = grid(rows, names["unit"], names["time"], names["outcome"])
    more = [grid(rows, names["unit"], names["time"], one).values for one in covariates]
    first = starts(rows, names["unit"], names["first_treated"])
    values = np.stack([outcome.values, *more])
    frame = pd.DataFrame(
        [
            (who, when, first[who] if first.get(who, np.inf) <= outcome.times[-1] else 0.0, *values[:, i, j])
            for i, who in enumerate(outcome.units)
            for j, when in enumerate(outcome.times)
            if np.isfinite(values[:, i, j]).all()
        ],
        columns=["unit", "time", "first", "outcome", *covariates],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return model.fit(
            frame,
            first_treat="first",
            covariates=list(covariates) or None,
            outcome="outcome",
            unit="unit",
            time="time",
        )


def two_stage(
    rows: Rows, *, unit: str, time: str, outcome: str, first_treated: str, covariates: Sequence[str] = ()
) -> float:
    """Return the two-stage point estimate (Gardner) of the overall effect on the treated."""
    from diff_diff import TwoStageDiD

    names = {"unit": unit, "time": time, "outcome": outcome, "first_treated": first_treated}
    found = _fitted(TwoStageDiD(rank_deficient_action="silent"), rows, names, covariates)
    return float(found.overall_att)


def imputation_error(rows: Rows, *, unit: str, time: str, outcome: str, first_treated: str) -> float:
    """Return the standard error of the imputation estimate (Borusyak, Jaravel and Spiess), clustered by unit."""
    from diff_diff import ImputationDiD

    names = {"unit": unit, "time": time, "outcome": outcome, "first_treated": first_treated}
    return float(_fitted(ImputationDiD(rank_deficient_action="silent"), rows, names, ()).overall_se)


def callaway_santanna(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    first_treated: str,
    covariates: Sequence[str] = (),
    controls: str = "never_treated",
    method: str = "dr",
    draws: int = 0,
    seed: int = 0,
) -> tuple[float, float]:
    """Return the overall effect and its standard error, doubly robust where covariates are given (`method` reg, ipw or
    dr)."""
    from diff_diff import CallawaySantAnna

    names = {"unit": unit, "time": time, "outcome": outcome, "first_treated": first_treated}
    model = CallawaySantAnna(
        control_group=controls,
        estimation_method=method,
        n_bootstrap=draws,
        seed=seed,
        allow_unbalanced_panel=True,
        rank_deficient_action="silent",
    )
    found = _fitted(model, rows, names, covariates)
    return float(found.overall_att), float(found.overall_se)
