"""What an answer of evidence looks at: a registry and a store of figures, so that either can be an invented one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mnna.quick import Path
from mnna.registry.load import Registry, load_registry
from mnna.series import LandBorder, land_borders, lookup, vintages
from mnna.series.records import Figure, Indicator


class Figures(Protocol):
    """A store of figures: the embedded one with the user's vintages over it, or an invented one."""

    def figure(self, name: str, country: str, year: int) -> Figure:
        """One answer: a value, zero, missing or outside the coverage."""

    def numbers(self, name: str, asked: Iterable[tuple[str, int]]) -> Sequence[float | None]:
        """The numbers alone for pairs of country and year."""

    def panel(self, name: str) -> Mapping[tuple[str, int], float]:
        """All figures of an indicator that are in its table."""

    def series(self, name: str, country: str) -> tuple[tuple[int, float], ...]:
        """A country's figures in order of year."""

    def withheld(self, name: str) -> frozenset[tuple[str, int]]:
        """The pairs of country and year whose figures were left out as wrong."""

    def indicator(self, name: str) -> Indicator:
        """The record of an indicator; raises `UnknownWord` or `CannotAnswer` where there are no figures of it."""

    def borders(self) -> tuple[LandBorder, ...]:
        """Every land border of the world, the longest first."""


class HeldFigures:
    """The figures this installation holds: the embedded ones, with refreshed ones and the user's own in their place."""

    figure = staticmethod(lookup.figure)
    numbers = staticmethod(lookup.numbers)
    panel = staticmethod(lookup.panel)
    series = staticmethod(lookup.series)
    withheld = staticmethod(lookup.withheld)
    indicator = staticmethod(lookup.indicator)
    borders = staticmethod(land_borders)


@dataclass(frozen=True, eq=False)
class Evidence:
    """A registry and a store of figures. Equal only to itself."""

    registry: Registry
    figures: Figures


_LATEST: list[tuple[Evidence, object]] = []
"""What was looked at last, with the state of the figures then."""


def evidence(facts: Path | None = None) -> Evidence:
    """The embedded registry (with the user's own tables over it, if a folder is given) and the figures held here."""
    return beside_figures(load_registry(facts))


def beside_figures(registry: Registry) -> Evidence:
    """A registry and the figures held here.

    The same one as before while neither has changed, so that what was worked out of it can be kept with it.
    """
    state = vintages.state()
    for known, of in _LATEST:
        if known.registry is registry and of == state:
            return known
    found = Evidence(registry, HeldFigures())
    _LATEST[:] = [(found, state), *_LATEST[:1]]
    return found
