"""Random weights: uniform over all that sum to one, or over those that keep the user's order or bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from mnna.errors import BadQuestion
from mnna.models.tidy import Floats

LEAST = 0.01  # rejection is given up where fewer survive
WALKERS = 1000


def draw_weights(
    criteria: Sequence[str],
    draws: int,
    seed: int,
    order: Sequence[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> Floats:
    """`draws` by criteria, each row uniform over the weights that sum to one and obey what the user said.

    `order` names criteria from the most to the least important (those not named are free); `bounds` gives the lowest
    and highest share of some. Raises `BadQuestion` for an unknown criterion or bounds nothing can meet.
    """
    _check(criteria, order, bounds or {})
    rng = np.random.default_rng(seed)
    places = [criteria.index(name) for name in order]
    if not bounds:
        return _ordered(_uniform(rng, draws, len(criteria)), places)
    low = np.array([bounds.get(name, (0.0, 1.0))[0] for name in criteria])
    high = np.array([bounds.get(name, (0.0, 1.0))[1] for name in criteria])
    return _bounded(rng, draws, low, high, places)


def _uniform(rng: np.random.Generator, draws: int, size: int) -> Floats:
    raw = rng.standard_exponential((draws, size))
    return np.asarray(raw / raw.sum(axis=1, keepdims=True))


def _ordered(weights: Floats, places: Sequence[int]) -> Floats:
    """Sorting the named criteria's weights keeps the draw uniform: every order is equally likely beforehand."""
    if len(places) > 1:
        weights[:, places] = -np.sort(-weights[:, places], axis=1)
    return weights


def _bounded(rng: np.random.Generator, draws: int, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Lower bounds by shrinking the simplex, the rest by rejection (all exact); hit-and-run where few would survive."""
    room = 1.0 - low.sum()
    sortable = len({float(low[place]) for place in places}) <= 1
    kept: list[Floats] = []
    tried = 0
    while sum(map(len, kept)) < draws:
        found = low + room * _uniform(rng, draws, len(low))
        found = _ordered(found, places) if sortable else found
        falling = (np.diff(found[:, places], axis=1) <= 0).all(axis=1) if len(places) > 1 else True
        kept.append(found[(found <= high + 1e-12).all(axis=1) & falling])
        tried += draws
        if sum(map(len, kept)) < tried * LEAST:
            return _walk(rng, draws, low, high, places)
    return np.vstack(kept)[:draws]


def _walk(rng: np.random.Generator, draws: int, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Hit-and-run over what is allowed: a thousand walkers, forty sweeps to forget the start, two between draws."""
    walkers = np.repeat(_inside(low, high, places)[None, :], WALKERS, axis=0)
    kept: list[Floats] = []
    for sweep in range(40 + 2 * -(-draws // WALKERS)):
        for _ in range(len(low)):
            walkers = _stepped(rng, walkers, low, high, places)
        if sweep >= 40 and sweep % 2:
            kept.append(np.clip(walkers, low, high))
    return np.vstack(kept)[:draws]


def _stepped(rng: np.random.Generator, walkers: Floats, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    step = rng.standard_normal(walkers.shape)
    step -= step.mean(axis=1, keepdims=True)
    slack, speed = _slacks(walkers, step, low, high, places)
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = slack / speed
    forward = np.where(speed < 0, -limit, np.inf).min(axis=1)
    backward = np.where(speed > 0, -limit, -np.inf).max(axis=1)
    return np.asarray(walkers + (backward + (forward - backward) * rng.random(len(walkers)))[:, None] * step)


def _slacks(walkers: Floats, step: Floats, low: Floats, high: Floats, places: Sequence[int]) -> tuple[Floats, Floats]:
    first, second = list(places[:-1]), list(places[1:])
    slack = np.hstack([walkers - low, high - walkers, walkers[:, first] - walkers[:, second]])
    return np.maximum(slack, 0.0), np.hstack([step, -step, step[:, first] - step[:, second]])


def _inside(low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """The point farthest from every bound (a linear program), where the walk begins."""
    from scipy.optimize import linprog  # type: ignore[import-untyped]

    size = len(low)
    rows, limits = [], []
    for i in range(size):
        for sign, limit in ((-1.0, -low[i]), (1.0, high[i])):
            row = np.zeros(size + 1)
            row[i], row[size] = sign, 1.0
            rows.append(row)
            limits.append(limit)
    for more, less in pairwise(places):
        row = np.zeros(size + 1)
        row[more], row[less], row[size] = -1.0, 1.0, 1.0
        rows.append(row)
        limits.append(0.0)
    goal = np.r_[np.zeros(size), -1.0]
    found = linprog(goal, rows, limits, [np.r_[np.ones(size), 0.0]], [1.0], [(0, 1)] * size + [(0, 1)])
    if not found.success:
        raise BadQuestion("those weights", "no weights meet all the bounds and the order", (), "Widen a bound.")
    return np.asarray(found.x[:size])


def _check(criteria: Sequence[str], order: Sequence[str], bounds: Mapping[str, tuple[float, float]]) -> None:
    unknown = [name for name in (*order, *bounds) if name not in criteria]
    if unknown:
        raise BadQuestion(f"the criterion {unknown[0]!r}", "it is not among those chosen", tuple(criteria), "")
    if len(set(order)) != len(order):
        raise BadQuestion("the order of importance", "it names a criterion twice", (), "Name each once.")
    for name, (low, high) in bounds.items():
        if not 0 <= low <= high <= 1:
            raise BadQuestion(f"the bounds {low} to {high} on {name}", "not shares between 0 and 1", (), "")
    if sum(low for low, _ in bounds.values()) > 1 + 1e-12:
        raise BadQuestion("those weights", "the lowest shares sum to more than one", (), "Lower one of them.")
