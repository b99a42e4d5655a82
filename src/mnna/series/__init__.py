"""Numbers per country and year, each with its unit, producer, vintage, license and coverage.

    figure("us_goods_trade_rank", "MEX", 2019)   one answer: a value, zero, missing or outside the coverage
    series("homicide_rate", "COL")               a country's figures in order of year
    panel("unga_distance_usa")                   all of an indicator's figures
    indicator("gdp_current_usd")                 whose figures they are, and what an absent one means

The user's own figures (`ingest_csv`, `ingest_sipri`) and refreshed ones stand in place of the embedded.
"""

from mnna.series.borders import LandBorder, capital_distance, land_border, land_borders, neighbors
from mnna.series.lookup import (
    figure,
    figures_hash,
    indicator,
    indicators,
    latest,
    of_country,
    panel,
    series,
    years,
)
from mnna.series.records import Figure, Indicator
from mnna.series.sipri import ingest_sipri
from mnna.series.user_series import ingest_csv
from mnna.series.vintages import data_directory, forget

__all__ = [
    "Figure",
    "Indicator",
    "LandBorder",
    "capital_distance",
    "data_directory",
    "figure",
    "figures_hash",
    "forget",
    "indicator",
    "indicators",
    "ingest_csv",
    "ingest_sipri",
    "land_border",
    "land_borders",
    "latest",
    "neighbors",
    "of_country",
    "panel",
    "series",
    "years",
]
