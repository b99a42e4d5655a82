"""The data behind an answer of evidence: a registry and a store of figures, either of which tests can replace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mnna.quick import Path
from mnna.registry.load import Registry, load_registry
from mnna.series import LandBorder, land_borders, lookup, vintages
from mnna.series.records import Figure, Indicator


class Figures(Protocol):
    """A store of figures: the built-in figures with the user's own, or invented ones."""

    def figure(self, name: str, country: str, year: int) -> Figure:
        """Return the figure of a country in a year: a value, zero, missing or outside the coverage."""

    def numbers(self, name: str, asked: Iterable[tuple[str, int]]) -> Sequence[float | None]:
        """Return only the numbers for pairs of country and year; None for a missing one."""

    def panel(self, name: str) -> Mapping[tuple[str, int], float]:
        """Return all figures of an indicator, by country and year."""

    def series(self, name: str, country: str) -> tuple[tuple[int, float], ...]:
        """Return a country's figures in order of year."""

    def withheld(self, name: str) -> frozenset[tuple[str, int]]:
        """The pairs of country and year whose figures were left out as wrong."""

    def indicator(self, name: str) -> Indicator:
        """Return the record of an indicator; raises `UnknownWord` or `CannotAnswer` where it has no figures."""

    def borders(self) -> tuple[LandBorder, ...]:
        """Return every land border of the world, the longest first."""


class HeldFigures:
    """The figures of this installation: the built-in ones, replaced by refreshed ones and the user's own."""

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
"""The last two `Evidence` objects, each with the state of the figures at that time."""


def evidence(facts: Path | None = None) -> Evidence:
    """Return the built-in registry (with the user's own tables, if a folder is given) and the figures."""
    return beside_figures(load_registry(facts))


def beside_figures(registry: Registry) -> Evidence:
    """Return a registry with the figures of this installation.

    The same object is returned until either changes, so that results can be cached by it.
    """
    state = vintages.state()
    for known, of in _LATEST:
        if known.registry is registry and of == state:
            return known
    found = Evidence(registry, HeldFigures())
    _LATEST[:] = [(found, state), *_LATEST[:1]]
    return found
