"""Stochastic multicriteria acceptability analysis (SMAA): how often each candidate takes each rank over all weights.

Lahdelma and Salminen (2001); Tervonen and Figueira (2008). Rank acceptability is the share of weights (and of values,
where those are uncertain) that give a candidate a rank. A candidate's central weights are the mean of the weights that
put it first. The confidence factor is how often it comes first at its central weights, given the uncertain values.

Ranks come from sorting packed keys: a positive 32-bit score with its last eight bits replaced by the candidate's number
sorts as an integer that still contains the number. That loses 3e-5 of a score, far below the sampling error. Small sets
of candidates, where each counts for more, are sorted in full. The numbers are assigned at random for every draw, so
that ties favor no candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mnna.errors import BadFacts
from mnna.models.tidy import Floats, Ints, known_word

BLOCK = 2000
PACKED = range(17, 257)  # the numbers of candidates for which packed keys are used
CONFIDENCE_RUNS = 2000
Scores = NDArray[np.floating[Any]]
Scorer = Callable[[int, int], Scores]


class Error(NamedTuple):
    """The measurement error of a criterion, on the scale of the values.

    `criterion` is its column number; `below` and `above` are one standard deviation per candidate, 0 where the value
    is exact. Errors are drawn from a normal distribution whose two halves have these widths.
    """

    criterion: int
    below: Floats
    above: Floats


@dataclass(frozen=True)
class Acceptability:
    """The result of the analysis.

    `ranks` is candidates by ranks (each row and column sums to 1). `central` is the central weights, candidates by
    criteria, and `confidence` the confidence factor per candidate; both are NaN for a candidate that never comes first.
    """

    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    draws: int
    ranks: Floats
    central: Floats
    confidence: Floats

    @property
    def first(self) -> Floats:
        """The share of draws in which each candidate comes first."""
        return np.asarray(self.ranks[:, 0])

    @property
    def expected_rank(self) -> Floats:
        """The mean rank of each candidate."""
        return np.asarray(self.ranks @ np.arange(1, self.ranks.shape[1] + 1))

    @property
    def entropy(self) -> float:
        """The uncertainty about which candidate comes first, in bits; 0 is certain."""
        share = self.first[self.first > 0]
        return float(abs((share * np.log2(share)).sum()))


def smaa(
    values: Floats,
    weights: Floats,
    candidates: Sequence[str] = (),
    criteria: Sequence[str] = (),
    seed: int = 0,
    errors: Sequence[Error] = (),
) -> Acceptability:
    """Return how often each candidate takes each rank by its weighted sum.

    `values` is candidates by criteria, more being better, all on one common scale (0 to 1 by `scaled`). For every row
    of weights a missing value (NaN) is drawn from the other candidates' values on that criterion, and a value with one
    of the `errors` is drawn with that error. `weights` is draws by criteria, none negative (see
    `weights.draw_weights`). Raises `BadFacts` where the shapes do not fit, a criterion has no figure, a value is
    infinite, or a weight is not a finite number of at least 0.
    """
    (values, weights), unit = _checked(values, weights), float(np.nanmax(values) - np.nanmin(values)) or 1.0
    precision: type[np.floating[Any]] = np.float32 if len(values) in PACKED else np.float64
    base, narrow = np.ascontiguousarray(np.nan_to_num(values).T, dtype=precision), weights.astype(precision)
    gaps = [(j, np.flatnonzero(np.isnan(column)), column[~np.isnan(column)]) for j, column in enumerate(values.T)]
    gaps = [(j, who, known) for j, who, known in gaps if len(who)]
    wide = [Error(j, (low / unit).astype(precision), (high / unit).astype(precision)) for j, low, high in errors]

    @lru_cache(maxsize=1)  # the confidence of every candidate is computed with the same first draws
    def noise(start: int, rows: int) -> list[tuple[int, Scores]]:
        return _noise(wide, (rows, len(values)), (seed, start))

    def drawn(scores: Scores, used: Scores, start: int) -> Scores:
        filled = _filled(scores, used, gaps, (seed, start))
        return _blurred(filled, used, noise(start, len(scores))) if wide else filled

    def score(start: int, stop: int) -> Scores:
        return drawn(narrow[start:stop] @ base, narrow[start:stop], start)

    def with_central(central: Floats) -> Scorer:
        def again(start: int, stop: int) -> Scores:
            fixed = np.broadcast_to(central.astype(precision), (stop - start, len(central)))
            return drawn(np.repeat((fixed[0] @ base)[None, :], stop - start, axis=0), fixed, start)

        return again

    runs = min(len(weights), CONFIDENCE_RUNS) if gaps or wide else 1
    return _analyse(score, with_central, weights, len(values), runs, candidates, criteria)


def smaa_sampled(
    samples: Floats, weights: Floats, candidates: Sequence[str] = (), criteria: Sequence[str] = ()
) -> Acceptability:
    """Return how often each candidate takes each rank where each draw has its own values.

    `samples` is draws by candidates by criteria, more being better, on any common scale; draw i is combined with row i
    of `weights`. Raises `BadFacts` as `smaa` does, and also for a missing value.
    """
    samples, weights = np.asarray(samples, dtype=float), np.asarray(weights, dtype=float)
    if len(samples) != len(weights):
        raise BadFacts(
            "sampled values", f"{len(samples)} draws but {len(weights)} weights", (), "Give as many of both."
        )
    if np.isnan(samples).any():
        raise BadFacts("sampled values", "a value is missing", (), "Draw it, or use `smaa`, which does.")
    flat = _checked(samples.reshape(-1, samples.shape[-1]), weights)[0]
    scaled_ = flat.reshape(samples.shape)

    def score(start: int, stop: int) -> Scores:
        return np.asarray(np.einsum("dij,dj->di", scaled_[start:stop], weights[start:stop]))

    def with_central(central: Floats) -> Scorer:
        return lambda start, stop: np.asarray(scaled_[start:stop] @ central)

    return _analyse(score, with_central, weights, samples.shape[1], len(samples), candidates, criteria)


def _checked(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Return the values, all rescaled together to 0 to 1 (which changes no rank), and the weights.

    Raises `BadFacts` as `smaa` does.
    """
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    asked = "a multicriteria comparison"
    if values.ndim != 2 or weights.ndim != 2 or values.shape[1] != weights.shape[1]:
        wrong = f"values of shape {values.shape} and weights of shape {weights.shape} do not fit"
        raise BadFacts(asked, wrong, (), "Give candidates by criteria, and draws by criteria.")
    if np.isnan(values).all(axis=0).any():
        raise BadFacts(asked, "a criterion has no figure at all", (), "Leave it out.")
    if np.isinf(values).any() or not np.isfinite(weights).all() or (weights < 0).any():
        raise BadFacts(asked, "a value is infinite, or a weight negative or missing", (), "Give finite numbers.")
    floor, top = float(np.nanmin(values)), float(np.nanmax(values))
    return (values - floor) / (top - floor or 1.0), weights


def scaled(values: Floats, better: Sequence[str]) -> Floats:
    """Return each column rescaled from 0 (its worst value) to 1 (its best value); NaN stays NaN.

    `better` is `high` or `low` per column; raises `UnknownWord` for another word.
    """
    for word in better:
        known_word("the direction", word, ("high", "low"))
    low, high = np.nanmin(values, axis=0), np.nanmax(values, axis=0)
    span = np.where(high > low, high - low, 1.0)
    up = (values - low) / span
    return np.asarray(np.where(np.array(better) == "low", 1.0 - up, up))


def _filled(scores: Scores, weights: Scores, gaps: Sequence[tuple[int, Ints, Floats]], seed: tuple[int, int]) -> Scores:
    """Return the scores (changed in place) plus the weighted values drawn for missing ones.

    Each gap is a criterion, the candidates without a value on it, and the known values to draw from.
    """
    rng = np.random.default_rng(list(seed))
    for criterion, who, known in gaps:
        drawn = known.astype(scores.dtype)[rng.integers(0, len(known), (len(scores), len(who)), dtype=np.uint16)]
        drawn *= weights[:, criterion, None]
        scores[:, who] += drawn
    return scores


def _noise(errors: Sequence[Error], shape: tuple[int, int], seed: tuple[int, int]) -> list[tuple[int, Scores]]:
    """Return, for each criterion with an error, its column number and a drawn error per row and candidate."""
    rng = np.random.default_rng([*seed, 1])
    found: list[tuple[int, Scores]] = []
    for criterion, below, above in errors:
        drawn = rng.standard_normal(shape, dtype=np.float32).astype(below.dtype, copy=False)
        drawn *= np.where(drawn < 0, below, above)
        found.append((criterion, drawn))
    return found


def _blurred(scores: Scores, weights: Scores, noise: Sequence[tuple[int, Scores]]) -> Scores:
    """Return the scores (changed in place) plus the weighted errors, shifted so that the lowest score of a row is 0.

    The sorting in `ranked` needs scores that are not negative.
    """
    for criterion, drawn in noise:
        scores += drawn * weights[:, criterion, None]
    scores -= scores.min(axis=1, keepdims=True)
    return scores


def _analyse(
    score: Scorer,
    with_central: Callable[[Floats], Scorer],
    weights: Floats,
    size: int,
    runs: int,
    candidates: Sequence[str],
    criteria: Sequence[str],
) -> Acceptability:
    draws = len(weights)
    counts = np.zeros((size, size))
    sums = np.zeros((size, weights.shape[1]))
    deal = Deal.of(min(BLOCK, draws), size)
    for start in range(0, draws, BLOCK):
        stop = min(start + BLOCK, draws)
        order = ranked(score(start, stop), deal)
        flat = (order + np.arange(size) * size).ravel()
        counts += np.bincount(flat, minlength=size * size).reshape(size, size).T
        for criterion, drawn in enumerate(weights[start:stop].T):
            sums[:, criterion] += np.bincount(order[:, 0], drawn, minlength=size)
    with np.errstate(invalid="ignore"):
        central = sums / counts[:, :1]
    names = tuple(candidates) or tuple(str(i + 1) for i in range(size))
    titles = tuple(criteria) or tuple(str(j + 1) for j in range(weights.shape[1]))
    return Acceptability(names, titles, draws, counts / draws, central, _confidence(with_central, central, runs))


@dataclass(frozen=True, slots=True)
class Deal:
    """A random order of the candidates for each row, which decides ties.

    `order` is the candidate at each position, `place` the position of each candidate.
    """

    order: Ints
    place: Ints

    @classmethod
    def of(cls, rows: int, size: int) -> Deal:
        """Return a random order that depends only on the shape, so that the same question has the same answer."""
        order = np.random.default_rng(size).random((rows, size), dtype=np.float32).argsort(axis=1)
        return cls(order, order.argsort(axis=1))


def ranked(scores: Scores, deal: Deal) -> Ints:
    """Return, per row, the candidates' numbers from best to worst score; scores must not be negative.

    `deal` decides ties.
    """
    rows, size = scores.shape
    order = deal.order[:rows]
    if size not in PACKED:
        found = np.argsort(-np.take_along_axis(scores, order, axis=1), axis=1, kind="stable")
        return np.take_along_axis(order, found, axis=1)
    keys = (~np.ascontiguousarray(scores, dtype=np.float32).view(np.uint32)) & np.uint32(0xFFFFFF00)
    keys |= deal.place[:rows].astype(np.uint32)
    keys.sort(axis=1)
    return np.take_along_axis(order, (keys & np.uint32(0xFF)).astype(np.int64), axis=1)


def _confidence(with_central: Callable[[Floats], Scorer], central: Floats, runs: int) -> Floats:
    """Return the share of `runs` in which each candidate comes first at its own central weights; NaN without them."""
    found = np.full(len(central), np.nan)
    for who in np.flatnonzero(~np.isnan(central).any(axis=1)):
        score, wins = with_central(central[who]), 0.0
        for start in range(0, runs, BLOCK):
            drawn = score(start, min(start + BLOCK, runs))
            best = drawn >= drawn.max(axis=1, keepdims=True)
            wins += float((best[:, who] / best.sum(axis=1)).sum())  # tied candidates share the first place
        found[who] = wins / runs
    return found
