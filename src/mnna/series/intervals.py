"""Measurement intervals of figures, where the producer publishes them: how far they reach below and above the figure.

Each indicator with intervals has a file `intervals/ID.csv` with `country,year,below,above` in the indicator's unit;
V-Dem puts 68% of the probability between the two ends. The intervals may be from another release than the figures, so
only their distances from the figure are kept, and `indicators.toml` names the release. The user's own figures have no
intervals.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from mnna.tables import table

FOLDER = Path(__file__).with_name("intervals")
Reach = tuple[float, float]


@lru_cache(maxsize=4)
def intervals(indicator: str) -> Mapping[tuple[str, int], Reach]:
    """Return how far the interval reaches below and above the figure, by (country, year); empty without a file."""
    path = FOLDER / f"{indicator}.csv"
    if not path.exists():
        return MappingProxyType({})
    rows = ((row["country"], int(row["year"]), float(row["below"]), float(row["above"])) for row in table(path))
    return MappingProxyType({(country, year): (below, above) for country, year, below, above in rows})


def files() -> tuple[Path, ...]:
    """Return the paths of the interval files shipped with the package."""
    return tuple(sorted(FOLDER.glob("*.csv")))
