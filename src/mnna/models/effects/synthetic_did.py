"""Synthetic difference in differences (`sdid`), synthetic control (`sc`) and plain difference in differences (`did`).

All units are treated at one time. Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021): unit weights make the
controls' path before treatment parallel to the treated units', and time weights make the years before resemble the
years after. Both problems are solved exactly here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from mnna.errors import BadFacts
from mnna.models.simplex import ridge_simplex_weights
from mnna.models.tidy import Bools, Floats, Rows, Unit, grid, known_word, label

Method = Literal["sdid", "sc", "did"]
ASKED = "a synthetic difference in differences"


@dataclass(frozen=True)
class BlockEffect:
    """The effect on the treated, in units of the outcome, with the weights of control units and of earlier years.

    `standard_error` comes from placebos among the controls; NaN where `draws` was 0.
    """

    method: Method
    effect: float
    unit_weights: dict[str, float]
    time_weights: dict[int, float]
    standard_error: float = float("nan")


def block_effect(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    treated: Iterable[Unit],
    treated_from: int,
    method: Method = "sdid",
    draws: int = 0,
    seed: int = 0,
) -> BlockEffect:
    """Return the effect of one treatment from `treated_from` on `treated` units, by `sdid`, `sc` or `did`.

    `draws` above 0 gives the placebo standard error (Arkhangelsky and others, algorithm 4): each draw treats as many
    random controls as there are treated units. Raises `BadFacts` where the panel has missing cells, where there is no
    treated unit, no control, or no time before or after, and with `draws` where controls do not outnumber the treated.
    """
    known_word("the method", method, get_args(Method))
    table = grid(rows, unit, time, outcome)
    chosen = [table.position(label(one)) for one in treated]
    others = [i for i in range(len(table.units)) if i not in chosen]
    if not np.isfinite(table.values).all():
        raise BadFacts(ASKED, "the panel has missing cells", (), "Drop units or years.")
    early: Bools = np.asarray(np.array(table.times) < treated_from)
    if not (chosen and others and early.any() and not early.all()):
        wrong = "no treated unit, no control, or no time before or after"
        raise BadFacts(ASKED, wrong, (), "Give some of each.")
    controls, mean = table.values[others], table.values[chosen].mean(axis=0)
    effect, omega, lam = _effect(method, controls, mean, early, len(chosen))
    error = _placebo_error(method, controls, early, len(chosen), draws, seed) if draws else float("nan")
    units = {table.units[i]: float(one) for i, one in zip(others, omega, strict=True)}
    times = {year: float(one) for year, one in zip(np.array(table.times)[early].tolist(), lam, strict=True)}
    return BlockEffect(method, effect, units, times, error)


def _effect(method: Method, controls: Floats, mean: Floats, early: Bools, treated: int) -> tuple[float, Floats, Floats]:
    """Return the effect, the control units' weights and the weights of the earlier times.

    `controls` is units by times, `mean` the treated units' mean by time, `early` whether a time is before treatment.
    """
    omega, lam = _weights(method, controls, mean, early, treated)
    change = mean[~early].mean() - lam @ mean[early]
    return float(change - omega @ (controls[:, ~early].mean(axis=1) - controls[:, early] @ lam)), omega, lam


def _placebo_error(method: Method, controls: Floats, early: Bools, treated: int, draws: int, seed: int) -> float:
    if len(controls) <= treated:
        wrong = f"{len(controls)} controls cannot play {treated} treated units"
        raise BadFacts("a placebo standard error", wrong, (), "Ask for no draws.")
    rng, found = np.random.default_rng(seed), []
    for _ in range(draws):
        mixed = controls[rng.permutation(len(controls))]
        found.append(_effect(method, mixed[treated:], mixed[:treated].mean(axis=0), early, treated)[0])
    return float(np.std(found))


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
