"""Second opinions from `diff_diff` (pinned), on the same tidy panels; its data loaders are never used.

Those loaders give synthetic look-alikes when offline. Its default imputation standard errors reject a true null in
about three of ten cases where cohorts are single countries, so only point estimates and Callaway-Sant'Anna's errors
are taken from it.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from mnna.models.tidy import Floats, Rows, grid, starts


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


def honest_bounds(
    estimates: Floats, covariance: Floats, before: int, relative: Sequence[float] = (0.5, 1.0, 2.0), alpha: float = 0.05
) -> list[dict[str, float]]:
    """Return Rambachan and Roth's (2023) bounds on the mean effect after treatment, one object per `relative`.

    `estimates` are event-study coefficients against the last year before treatment, the `before` earlier years first.
    Each object holds if trends after treatment strayed at most `relative` times as far a year as they ever did before:
    the mean effect then lies between `low` and `high` (a confidence set), and between `bound_low` and `bound_high` if
    the estimates had no noise.
    """
    from diff_diff import HonestDiD

    study = _event_study(estimates, covariance, before)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [(times, HonestDiD(method="relative_magnitude", M=times, alpha=alpha).fit(study)) for times in relative]
    return [
        {
            "relative": float(times),
            "low": float(one.ci_lb),
            "high": float(one.ci_ub),
            "bound_low": float(one.lb),
            "bound_high": float(one.ub),
        }
        for times, one in found
    ]


def _event_study(estimates: Floats, covariance: Floats, before: int) -> Any:
    """Return the coefficients as the library's own result; it asks for numbers that the bounds do not use."""
    from diff_diff import MultiPeriodDiDResults, PeriodEffect

    labels = [*range(-before - 1, -1), *range(len(estimates) - before)]
    errors = np.sqrt(np.diag(covariance))
    unused = {"p_value": float("nan"), "conf_int": (float("nan"), float("nan"))}
    effects = {
        label: PeriodEffect(period=label, effect=float(e), se=float(s), t_stat=float(e / s), **unused)
        for label, e, s in zip(labels, estimates, errors, strict=True)
    }
    return MultiPeriodDiDResults(
        period_effects=effects,
        avg_att=float(np.asarray(estimates[before:]).mean()),
        avg_se=float("nan"),
        avg_t_stat=float("nan"),
        avg_p_value=float("nan"),
        avg_conf_int=unused["conf_int"],
        n_obs=0,
        n_treated=0,
        n_control=0,
        pre_periods=labels[:before],
        post_periods=labels[before:],
        vcov=covariance,
        reference_period=-1,
        interaction_indices={label: i for i, label in enumerate(labels)},
    )
