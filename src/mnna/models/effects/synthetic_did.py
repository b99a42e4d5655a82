"""Synthetic difference in differences, and its two relatives, for one block of units treated at one time.

Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021): unit weights make the controls' path parallel to the treated
ones' before, time weights make the years before resemble the years after. Both problems are solved exactly here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

from mnna.errors import BadFacts
from mnna.models.simplex import ridge_simplex_weights
from mnna.models.tidy import Bools, Floats, Grid, Rows, Unit, as_object, grid, known_word, label

Method = Literal["sdid", "sc", "did"]


@dataclass(frozen=True)
class BlockEffect:
    """The effect on the treated, in units of the outcome, with the weights of control units and of earlier years."""

    method: Method
    effect: float
    unit_weights: dict[str, float]
    time_weights: dict[int, float]

    def to_dict(self) -> dict[str, Any]:
        """Return the effect as a JSON object."""
        units = {name: one for name, one in self.unit_weights.items() if one > 1e-6}
        times = {str(year): one for year, one in self.time_weights.items() if one > 1e-6}
        return as_object({"method": self.method, "effect": self.effect, "unit_weights": units, "time_weights": times})


def block_effect(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    treated: Iterable[Unit],
    treated_from: int,
    method: Method = "sdid",
) -> BlockEffect:
    """Return the effect of one treatment from `treated_from` on `treated` units, by `sdid`, `sc` or `did`.

    The panel must be complete. Raises `BadFacts` where it is not, or no control or earlier time is left.
    """
    known_word("the method", method, get_args(Method))
    table = grid(rows, unit, time, outcome)
    chosen = [table.position(label(one)) for one in treated]
    others = [i for i in range(len(table.units)) if i not in chosen]
    if not np.isfinite(table.values).all():
        raise BadFacts(
            "a synthetic difference in differences", "the panel has missing cells", (), "Drop units or years."
        )
    early: Bools = np.asarray(np.array(table.times) < treated_from)
    if not (chosen and others and early.any() and not early.all()):
        wrong = "no treated unit, no control, or no time before or after"
        raise BadFacts("a synthetic difference in differences", wrong, (), "Give some of each.")
    controls, mean = table.values[others], table.values[chosen].mean(axis=0)
    omega, lam = _weights(method, controls, mean, early, len(chosen))
    change = mean[~early].mean() - lam @ mean[early]
    effect = change - omega @ (controls[:, ~early].mean(axis=1) - controls[:, early] @ lam)
    return _named(method, float(effect), table, others, omega, early, lam)


def _weights(method: Method, controls: Floats, mean: Floats, early: Bools, treated: int) -> tuple[Floats, Floats]:
    before, after = controls[:, early], controls[:, ~early]
    size, length = before.shape
    noise = float(np.diff(before, axis=1).std(ddof=1))
    if method == "did":
        return np.full(size, 1 / size), np.full(length, 1 / length)
    tiny = (1e-6 * noise) ** 2
    if method == "sc":
        return ridge_simplex_weights(before.T, mean[early], tiny * length, intercept=False), np.zeros(length)
    zeta = (treated * after.shape[1]) ** 0.25 * noise
    omega = ridge_simplex_weights(before.T, mean[early], zeta**2 * length)
    return omega, ridge_simplex_weights(before, after.mean(axis=1), tiny * size)


def _named(
    method: Method, effect: float, table: Grid, others: list[int], omega: Floats, early: Bools, lam: Floats
) -> BlockEffect:
    years = [year for year, is_early in zip(table.times, early, strict=True) if is_early]
    units = {table.units[i]: float(one) for i, one in zip(others, omega, strict=True)}
    return BlockEffect(method, effect, units, dict(zip(years, (float(one) for one in lam), strict=True)))
