"""The record of how much a country resembles past designees; this module does not need the packages of the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mnna.engine.record import Record, described

Resemblance = Literal["strongly", "somewhat", "little"]


class Miss(NamedTuple):
    """A designee that the rule did not rank among the first ten, with its rank on the day it was named."""

    country: str
    year: int
    rank: float


@dataclass(frozen=True, slots=True, repr=False)
class Placed(Record):
    """A country's rank by the rule of past designations, with the misses of that rule.

    `resembles` is `strongly` where the rank is no worse than the median rank of past designees, each on the day it was
    named, `somewhat` where it is no worse than the worst of those ranks, and `little` otherwise.
    """

    rank: float | None = field(metadata=described("Its rank; halves are ties; null without figures or if left out."))
    at_risk: int = field(metadata=described("How many countries are ranked that day."))
    left_out: str | None = field(metadata=described("Why the law leaves it out of the ranking; null where it is in."))
    low: float | None = field(metadata=described("Its best rank under the other choices that were tried."))
    high: float | None = field(metadata=described("Its worst rank under them."))
    resembles: Resemblance | None = field(metadata=described("Null where it has no rank."))
    median_rank: float = field(metadata=described("The median rank of past designees, each on its own day."))
    worst_rank: float = field(metadata=described("The worst rank of any past designee."))
    designees: int = field(metadata=described("How many past designations the rule was tried on."))
    misses: tuple[Miss, ...] = field(metadata=described("The designees it did not have among its first ten."))
    rule: tuple[str, ...] = field(metadata=described("The features of the rule."))
    source: str = field(metadata=described("Where the figures of the rule come from."))
    out_of_sample: int = field(metadata=described("Designations made since the rule was chosen, to test it on."))


def numbered(rank: float) -> str:
    """Return a rank in words: `number 4`, or `number 16.5 (a tie)`."""
    return f"number {rank:g}" if rank == int(rank) else f"number {rank:g} (a tie)"
