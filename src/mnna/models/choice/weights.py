"""Random weights: uniform over all weights that sum to one, or over those that meet the user's order and bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, product

import numpy as np

from mnna.errors import BadQuestion
from mnna.models.tidy import Floats, Ints

LEAST = 0.01  # rejection sampling is not used where a smaller share of proposals is accepted
WALKERS = 500  # walkers in each of the two halves
SPREADING, FORGETTING = 20, 40  # sweeps before the first kept draw: with random steps, then with steps between walkers
EXACT = 1e-9  # a share is fixed where its bounds are nearer to each other than this


def draw_weights(
    criteria: Sequence[str],
    draws: int,
    seed: int,
    order: Sequence[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> Floats:
    """Return draws by criteria, each row uniform over the weights that sum to one and meet the order and the bounds.

    `order` names criteria from the most to the least important (criteria not named are free); `bounds` gives the lowest
    and highest share of some criteria. Raises `BadQuestion` for an unknown criterion or bounds that no weights meet.
    """
    _check(criteria, order, bounds or {})
    rng = np.random.default_rng(seed)
    places = [criteria.index(name) for name in order]
    if not bounds:
        return _ordered(_uniform(rng, draws, len(criteria)), places)
    low = np.array([bounds.get(name, (0.0, 1.0))[0] for name in criteria])
    high = np.array([bounds.get(name, (0.0, 1.0))[1] for name in criteria])
    return _within(rng, draws, low, high, places)


def _within(rng: np.random.Generator, draws: int, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Return uniform draws within the bounds; a share that can take only one value gets that value."""
    least, most = _ends(low, high, places)
    free = np.flatnonzero(most - least > EXACT)
    if len(free) == len(low):
        return _bounded(rng, draws, low, high, places)
    found = np.repeat(((least + most) / 2)[None, :], draws, axis=0)
    if len(free):
        low, high = _beside_the_fixed(found[0], free, low, high, places)
        rest = float(1.0 - np.delete(found[0], free).sum())
        left = [int(np.searchsorted(free, place)) for place in places if place in free]
        found[:, free] = rest * _bounded(rng, draws, low[free] / rest, high[free] / rest, left)
    return found


def _beside_the_fixed(
    fixed: Floats, free: Ints, low: Floats, high: Floats, places: Sequence[int]
) -> tuple[Floats, Floats]:
    """Return the bounds tightened by fixed shares: criteria before one in the order have at least its share.

    Criteria after a fixed share in the order have at most that share.
    """
    low, high = low.copy(), high.copy()
    for i, place in enumerate(places):
        if place not in free:
            low[list(places[:i])] = np.maximum(low[list(places[:i])], fixed[place])
            high[list(places[i + 1 :])] = np.minimum(high[list(places[i + 1 :])], fixed[place])
    return low, high


def _ends(low: Floats, high: Floats, places: Sequence[int]) -> tuple[Floats, Floats]:
    """Return the least and greatest share each criterion can have under the bounds, the order and the sum of one.

    Raises `BadQuestion` where no weights meet all of these.
    """
    from scipy.optimize import linprog

    size, falling = len(low), _falling(len(low), places)
    ends: Floats = np.empty((2, size))
    for i, (side, sign) in product(range(size), enumerate((1.0, -1.0))):
        goal, whole = sign * np.eye(size)[i], np.ones((1, size))
        found = linprog(goal, falling, np.zeros(len(falling)), whole, [1.0], np.column_stack([low, high]))
        if not found.success:
            raise BadQuestion("those weights", "no weights meet all the bounds and the order", (), "Widen a bound.")
        ends[side, i] = found.x[i]
    return np.asarray(ends[0], dtype=float), np.asarray(ends[1], dtype=float)


def _falling(size: int, places: Sequence[int]) -> Floats:
    """Return the rows of a linear program (rows @ shares <= 0) that keep ordered shares from rising along the order."""
    rows = np.zeros((max(len(places) - 1, 0), size))
    for row, (more, less) in zip(rows, pairwise(places), strict=True):
        row[more], row[less] = -1.0, 1.0
    return rows


def _uniform(rng: np.random.Generator, draws: int, size: int) -> Floats:
    raw = rng.standard_exponential((draws, size))
    return np.asarray(raw / raw.sum(axis=1, keepdims=True))


def _ordered(weights: Floats, places: Sequence[int]) -> Floats:
    """Return the weights with the shares of the ordered criteria sorted downward; the draw stays uniform."""
    if len(places) > 1:
        weights[:, places] = -np.sort(-weights[:, places], axis=1)
    return weights


def _bounded(rng: np.random.Generator, draws: int, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Return uniform draws that meet the bounds and the order.

    The draws are exact, by rejection from the ordered simplex or from the simplex above the lowest shares, whichever
    rejects fewer. Where both would reject nearly all, they come from hit-and-run sampling.
    """

    def ordered() -> Floats:
        return _ordered(_uniform(rng, draws, len(low)), places)

    def above() -> Floats:
        return np.asarray(low + (1.0 - low.sum()) * _uniform(rng, draws, len(low)))

    first, second = (_obeying(proposed(), low, high, places) for proposed in (ordered, above))
    if max(len(first), len(second)) < draws * LEAST:
        return _walk(rng, draws, low, high, places)
    proposed, kept = (ordered, [first]) if len(first) >= len(second) else (above, [second])
    while sum(map(len, kept)) < draws:
        kept.append(_obeying(proposed(), low, high, places))
    return np.vstack(kept)[:draws]


def _obeying(weights: Floats, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Return the rows of the weights that meet the bounds and the order."""
    inside = ((weights >= low - 1e-12) & (weights <= high + 1e-12)).all(axis=1)
    falling = (np.diff(weights[:, list(places)], axis=1) <= 0).all(axis=1)
    return np.asarray(weights[inside & falling])


def _walk(rng: np.random.Generator, draws: int, low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Return draws from the allowed weights by hit-and-run sampling with two groups of walkers that move in turn.

    After an initial phase of random steps, each walker moves along the direction between two walkers of the other
    group. So the steps fit the shape of the allowed region, however thin it is. A step's direction never depends on the
    walker that moves, which keeps the sampling exact.
    """
    crowd = np.repeat(_inside(low, high, places)[None, :], 2 * WALKERS, axis=0)
    kept: list[Floats] = []
    for sweep in range(SPREADING + FORGETTING + 2 * -(-draws // len(crowd))):
        for half in (slice(0, WALKERS), slice(WALKERS, None)):
            other = crowd[WALKERS:] if half.start == 0 else crowd[:WALKERS]
            for _ in range(len(low)):
                step = rng.standard_normal(other.shape) if sweep < SPREADING else _between(rng, other)
                crowd[half] = _stepped(rng, crowd[half], step, low, high, places)
        if sweep >= SPREADING + FORGETTING and sweep % 2:
            kept.append(np.clip(crowd, low, high))
    return np.vstack(kept)[:draws]


def _between(rng: np.random.Generator, others: Floats) -> Floats:
    """Return one direction per walker: the difference of two random walkers in `others`."""
    one = rng.permutation(len(others))
    return np.asarray(others[one] - others[np.roll(one, int(rng.integers(1, len(one))))])


def _stepped(
    rng: np.random.Generator, walkers: Floats, step: Floats, low: Floats, high: Floats, places: Sequence[int]
) -> Floats:
    step = step - step.mean(axis=1, keepdims=True)  # keeps the sum of the shares at one
    first, second = list(places[:-1]), list(places[1:])
    slack = np.hstack([walkers - low, high - walkers, walkers[:, first] - walkers[:, second]])
    speed = np.hstack([step, -step, step[:, first] - step[:, second]])
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = np.maximum(slack, 0.0) / speed
    forward = np.where(speed < 0, -limit, np.inf).min(axis=1)
    backward = np.where(speed > 0, -limit, -np.inf).max(axis=1)
    return np.asarray(walkers + (backward + (forward - backward) * rng.random(len(walkers)))[:, None] * step)


def _inside(low: Floats, high: Floats, places: Sequence[int]) -> Floats:
    """Return the allowed weights that are farthest from every bound (by a linear program), where the walk begins."""
    from scipy.optimize import linprog

    size, falling = len(low), _falling(len(low), places)
    sides = np.stack([-np.eye(size), np.eye(size)], axis=1).reshape(-1, size)  # each share's lower, then upper bound
    rows = np.column_stack([np.vstack([sides, falling]), np.ones(2 * size + len(falling))])
    limits = np.r_[np.column_stack([-low, high]).ravel(), np.zeros(len(falling))]
    goal = np.r_[np.zeros(size), -1.0]
    found = linprog(goal, rows, limits, [np.r_[np.ones(size), 0.0]], [1.0], [(0, 1)] * size + [(0, 1)])
    return np.asarray(found.x[:size])


def _check(criteria: Sequence[str], order: Sequence[str], bounds: Mapping[str, tuple[float, float]]) -> None:
    unknown = [name for name in (*order, *bounds) if name not in criteria]
    if unknown:
        raise BadQuestion(f"the criterion {unknown[0]!r}", "it is not among those chosen", tuple(criteria), "")
    if len(set(order)) != len(order):
        raise BadQuestion("the order of importance", "it names a criterion twice", (), "Name each once.")
    for name, (low, high) in bounds.items():
        if not (0 <= low <= 1 and 0 <= high <= 1):
            raise BadQuestion(f"the bounds {low:g} to {high:g} on {name}", "not shares between 0 and 1", (), "")
        if low > high:
            raise BadQuestion(f"the bounds {low:g} to {high:g} on {name}", "the lowest is above the highest", (), "")
    if sum(low for low, _ in bounds.values()) > 1 + 1e-12:
        raise BadQuestion("those weights", "the lowest shares sum to more than one", (), "Lower one of them.")
