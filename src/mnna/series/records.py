"""The records of this package: an indicator, one figure for a country and year, and a country's series."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, NamedTuple

State = Literal["value", "zero", "missing", "outside"]
Kind = Literal["level", "share", "rank", "index", "flag", "static"]

KINDS: tuple[str, ...] = ("level", "share", "rank", "index", "flag", "static")
ABSENT_MISSING, ABSENT_ZERO, ABSENT_NOT_TOP_FIVE = "missing", "zero inside coverage", "not in top five"
ABSENT: tuple[str, ...] = (ABSENT_MISSING, ABSENT_ZERO, ABSENT_NOT_TOP_FIVE)
EMBEDDED = "embedded"


class Shown:
    """A base class of dataclasses that can be converted to JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a JSON object."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    if isinstance(value, Shown):
        return value.to_dict()
    if hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Path) else value


@dataclass(frozen=True, slots=True)
class Indicator(Shown):
    """A number per country and year: its meaning, its producer and its coverage.

    `kind` is level, share, rank, index, flag or static (one figure for every year). `absent` says what a missing row
    inside the coverage means: `missing`, `zero inside coverage`, or `not in top five`. `origin` is `embedded`,
    `refreshed 2026-11-24` or `your own`; `checksum` is the SHA-256 of the figures as CSV text. Values below `low` or
    above `high` are impossible. `zero_means` says what a printed 0 means where it is not zero.
    """

    id: str
    title: str
    unit: str
    kind: Kind
    producer: str
    version: str
    vintage: str
    licence: str
    licence_note: str
    citation: str
    address: str
    obtained_from: str
    absent: str
    direction: str
    fiscal_year: str
    caveats: tuple[str, ...]
    first_year: int
    last_year: int
    countries: int
    rows: int
    checksum: str
    origin: str
    low: float | None = None
    high: float | None = None
    zero_means: str = ""

    def source_line(self) -> str:
        """Return producer, version, vintage, license and origin in one line, to be printed with the numbers."""
        parts = (self.producer, self.version, self.vintage, self.licence)
        line = "; ".join(part for part in parts if part)
        return line if self.origin == EMBEDDED else f"{line}; {self.origin}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One answer about one country and year.

    `state` is `value`, `zero`, `missing` (inside the indicator's coverage, but no figure) or `outside` (the indicator
    does not cover the year). `value` is a number only for the states `value` and `zero`. `because` gives the reason in
    a sentence. `of_year` is the year of the number (for a static indicator it differs from `year`), None without a
    number. `first_year` and `last_year` are the indicator's coverage, `country_first` and `country_last` the years of
    this country's first and last figure.
    """

    indicator: str
    country: str
    year: int
    state: State
    value: float | None
    unit: str
    because: str
    of_year: int | None
    first_year: int
    last_year: int
    country_first: int | None
    country_last: int | None
    source: str
    licence: str
    notes: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is a number, zero included."""
        return self.state in ("value", "zero")


class YearsNote(NamedTuple):
    """A warning about the figures of some years, from `from_year` to `to_year` (both included)."""

    from_year: int
    to_year: int
    note: str


@dataclass(frozen=True, slots=True)
class CountrySeries:
    """A country's figures of one indicator: (year, value) in order of year.

    Where there are none, `because` gives the reason in a sentence.
    """

    indicator: Indicator
    country: str
    series: tuple[tuple[int, float], ...]
    because: str
    notes: tuple[YearsNote, ...]
