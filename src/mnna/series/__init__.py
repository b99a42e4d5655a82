"""Indicators: numbers per country and year, each with its unit, producer, vintage, license and coverage.

    figure("us_goods_trade_rank", "MEX", 2019)   one answer: a value, zero, missing or outside the coverage
    series("homicide_rate", "COL")               a country's figures in order of year
    panel("unga_distance_usa")                   all figures of an indicator
    indicator("gdp_current_usd")                 the indicator's record: its producer, what an absent row means, ...

The user's own figures (`ingest_csv`, `ingest_sipri`) and refreshed figures replace those shipped with the package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mnna.series.borders import LandBorder as LandBorder
    from mnna.series.borders import capital_distance as capital_distance
    from mnna.series.borders import land_border as land_border
    from mnna.series.borders import land_borders as land_borders
    from mnna.series.borders import neighbors as neighbors
    from mnna.series.lookup import figure as figure
    from mnna.series.lookup import figures_hash as figures_hash
    from mnna.series.lookup import indicator as indicator
    from mnna.series.lookup import indicators as indicators
    from mnna.series.lookup import latest as latest
    from mnna.series.lookup import of_country as of_country
    from mnna.series.lookup import panel as panel
    from mnna.series.lookup import series as series
    from mnna.series.records import Figure as Figure
    from mnna.series.records import Indicator as Indicator
    from mnna.series.sipri import ingest_sipri as ingest_sipri
    from mnna.series.user_series import ingest_csv as ingest_csv
    from mnna.series.vintages import data_directory as data_directory
    from mnna.series.vintages import forget as forget

_OF = {
    "borders": ("LandBorder", "capital_distance", "land_border", "land_borders", "neighbors"),
    "lookup": ("figure", "figures_hash", "indicator", "indicators", "latest", "of_country", "panel", "series"),
    "records": ("Figure", "Indicator"),
    "sipri": ("ingest_sipri",),
    "user_series": ("ingest_csv",),
    "vintages": ("data_directory", "forget"),
}
"""The names of this package by module; each module is imported at first use, because `price_levels` needs none."""

_WHERE = {name: module for module, names in _OF.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'mnna.series' has no attribute {name!r}")
    return getattr(import_module(f"mnna.series.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return [*sorted(_WHERE), "__doc__", "__name__"]
