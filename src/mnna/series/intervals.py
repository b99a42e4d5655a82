"""How well a figure is measured, where its producer says so: the reach of its own interval below and above it.

One file `intervals/ID.csv` an indicator, `country,year,below,above` in the indicator's unit; V-Dem places 68 % of the
probability between the two. The release may be another than that of the figures, so that only the reach is kept, and
`indicators.toml` says which it is. The user's own figures have none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from mnna.series.figures import table

FOLDER = Path(__file__).with_name("intervals")
Reach = tuple[float, float]


@lru_cache(maxsize=4)
def intervals(indicator: str) -> Mapping[tuple[str, int], Reach]:
    """Return how far the interval reaches below and above, by country and year; empty where no producer gives one."""
    path = FOLDER / f"{indicator}.csv"
    if not path.exists():
        return MappingProxyType({})
    rows = ((row["country"], int(row["year"]), float(row["below"]), float(row["above"])) for row in table(path))
    return MappingProxyType({(country, year): (below, above) for country, year, below, above in rows})


def files() -> tuple[Path, ...]:
    """Return the files of intervals that are shipped."""
    return tuple(sorted(FOLDER.glob("*.csv")))
