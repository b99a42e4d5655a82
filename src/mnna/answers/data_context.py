"""The data behind an answer of evidence: a registry and a store of figures, either of which tests can replace."""

from __future__ import annotations

from dataclasses import dataclass

from mnna.quick import Path
from mnna.registry.load import Registry, load_registry
from mnna.series import land_borders, lookup, vintages


class Figures:
    """The figures of this installation: the built-in ones, replaced by refreshed ones and the user's own.

    Another store of figures is a subclass.
    """

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
    found = Evidence(registry, Figures())
    _LATEST[:] = [(found, state), *_LATEST[:1]]
    return found
