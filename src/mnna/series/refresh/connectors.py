"""The table of connectors with the indicators of each; a full refresh follows its order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mnna.series.refresh import (
    census_api,
    census_workbook,
    foreign_assistance,
    ideal_points,
    trade,
    troops,
    ucdp,
    vdem,
    world_bank,
)
from mnna.series.refresh.session import Read, Session


@dataclass(frozen=True, slots=True)
class Connector:
    """One official source: the data set's name, its indicators, and the functions that read it or a downloaded copy.

    `asked_only` data sets are refreshed only if they are named.
    """

    dataset: str
    indicators: tuple[str, ...]
    read: Callable[[Session], Read]
    parse: Callable[[Path], Read] | None = None
    asked_only: bool = False


CONNECTORS: tuple[Connector, ...] = (
    *(Connector(f"world-bank-{name}", (name,), world_bank.read) for name in world_bank.CODES),
    Connector("census-trade", trade.IDS, census_workbook.read, census_workbook.parse),
    Connector("census-trade-api", trade.IDS, census_api.read, asked_only=True),
    Connector("foreign-assistance", foreign_assistance.IDS, foreign_assistance.read, foreign_assistance.parse),
    Connector("foreign-assistance-api", foreign_assistance.API_IDS, foreign_assistance.read_api, asked_only=True),
    Connector("troops", (troops.INDICATOR,), troops.read),
    Connector("ideal-points", ideal_points.IDS, ideal_points.read, ideal_points.parse),
    Connector("v-dem", vdem.IDS, vdem.read, vdem.parse),
    Connector("ucdp", (ucdp.INDICATOR,), ucdp.read, ucdp.parse),
)
