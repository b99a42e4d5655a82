"""What countries are compared by: one small function for each measure, grouped in families.

A measure answers for a country and a year with a `Figure`: a value, zero, missing or outside the coverage. Measures of
one family say much the same thing, so in the distance between countries a family counts once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mnna.answers.data_context import Evidence
from mnna.errors import UnknownWord
from mnna.registry.countries import countries
from mnna.registry.statuses import in_family
from mnna.series.records import Figure, Indicator

Scale = Literal["plain", "log", "log1p", "asinh"]
Answer = Callable[[Evidence, str, int], Figure]
TREATY_TIE = "defense_treaty_tie"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its id, family, short title, the scale distances are taken on, and the function that answers.

    `indicator` is the series behind it, empty for one computed from the registry. `nominal` marks money of its year:
    its level is not comparable across years, its place within a year is.
    """

    id: str
    family: str
    title: str
    scale: Scale
    answer: Answer
    indicator: str
    nominal: bool

    @property
    def says(self) -> str:
        """What the measure is, from its function's docstring."""
        return " ".join((self.answer.__doc__ or "").split())


MEASURES: dict[str, Measure] = {}
"""Every measure by id, in the order of every listing."""


def measure(
    family: str, title: str, scale: Scale = "plain", *, indicator: str | None = None, nominal: bool = False
) -> Callable[[Answer], Answer]:
    """Register a function as a measure; its id is the indicator's, or the function's name where there is none."""

    def register(answer: Answer) -> Answer:
        id_ = indicator or answer.__name__
        MEASURES[id_] = Measure(id_, family, title, scale, answer, indicator or "", nominal)
        return answer

    return register


def find(name: str) -> Measure:
    """The measure of that id; raises `UnknownWord` with the nearest ids."""
    import difflib

    if name not in MEASURES:
        near = difflib.get_close_matches(name, MEASURES, 5, 0.4) or [m for m in MEASURES if name and name in m]
        raise UnknownWord(f"the measure {name!r}", "there is no such measure", near, "`mnna compare --list` has all.")
    return MEASURES[name]


@measure("trade", "Goods trade with the US", "log1p", indicator="us_goods_trade_total", nominal=True)
def trade_level(evidence: Evidence, country: str, year: int) -> Figure:
    """Exports and imports of goods with the United States in the year, in millions of dollars of that year."""
    return evidence.figures.figure("us_goods_trade_total", country, year)


@measure("trade", "Share of US goods trade", "log1p", indicator="us_goods_trade_share")
def trade_share(evidence: Evidence, country: str, year: int) -> Figure:
    """The country's part of all United States goods trade, in percent; from 1987."""
    return evidence.figures.figure("us_goods_trade_share", country, year)


@measure("trade", "Rank among US trade partners", "log", indicator="us_goods_trade_rank")
def trade_rank(evidence: Evidence, country: str, year: int) -> Figure:
    """The country's place among the partners of United States goods trade; 1 is the largest."""
    return evidence.figures.figure("us_goods_trade_rank", country, year)


@measure("alignment", "UN distance to the US", indicator="unga_distance_usa")
def alignment(evidence: Evidence, country: str, year: int) -> Figure:
    """Distance of ideal points from the United States in the General Assembly; lower is closer."""
    return evidence.figures.figure("unga_distance_usa", country, year)


@measure("government", "Electoral democracy", indicator="vdem_polyarchy")
def democracy(evidence: Evidence, country: str, year: int) -> Figure:
    """V-Dem's index of electoral democracy, 0 to 1; higher is more democratic."""
    return evidence.figures.figure("vdem_polyarchy", country, year)


@measure("government", "Freedom from state killing and torture", indicator="vdem_physical_violence_index")
def physical_integrity(evidence: Evidence, country: str, year: int) -> Figure:
    """V-Dem's index of freedom from killing and torture by the state, 0 to 1; higher is freer."""
    return evidence.figures.figure("vdem_physical_violence_index", country, year)


@measure("violence", "Homicides per 100,000", "log1p", indicator="homicide_rate")
def homicide(evidence: Evidence, country: str, year: int) -> Figure:
    """Intentional homicides per 100,000 people in the year."""
    return evidence.figures.figure("homicide_rate", country, year)


@measure("violence", "Armed conflict at home", indicator="civil_conflict_intensity")
def conflict(evidence: Evidence, country: str, year: int) -> Figure:
    """Armed conflict within the state: 0 none, 1 minor, 2 war. Organised crime does not count."""
    return evidence.figures.figure("civil_conflict_intensity", country, year)


@measure("forces", "US active-duty troops", "log1p", indicator="us_troops_active_duty")
def forces(evidence: Evidence, country: str, year: int) -> Figure:
    """United States active-duty personnel assigned to the country in the year."""
    return evidence.figures.figure("us_troops_active_duty", country, year)


@measure("aid", "US aid obligations", "asinh", indicator="us_aid_total_obligations_constant_usd")
def aid(evidence: Evidence, country: str, year: int) -> Figure:
    """United States aid, economic and military, obligated in the US fiscal year, in dollars of fiscal year 2022."""
    return evidence.figures.figure("us_aid_total_obligations_constant_usd", country, year)


@measure("aid", "US military aid", "asinh", indicator="us_military_aid_disbursements", nominal=True)
def military_aid(evidence: Evidence, country: str, year: int) -> Figure:
    """United States military aid disbursed in the US fiscal year, in dollars of that year; FY2002 to FY2015 only."""
    return evidence.figures.figure("us_military_aid_disbursements", country, year)


@measure("geography", "Land border with the US", "log1p", indicator="us_land_border_km")
def border(evidence: Evidence, country: str, year: int) -> Figure:
    """Length of the land border with the United States in km, the same for every year."""
    return evidence.figures.figure("us_land_border_km", country, year)


@measure("geography", "Distance to Washington", "log", indicator="dist_washington_km")
def distance(evidence: Evidence, country: str, year: int) -> Figure:
    """Great-circle distance from today's capital to Washington in km, the same for every year."""
    return evidence.figures.figure("dist_washington_km", country, year)


@measure("treaty", "Defense treaty with the US")
def defense_treaty_tie(evidence: Evidence, country: str, year: int) -> Figure:
    """1 where the country was bound with the United States by a mutual defense treaty or the Rio Treaty at the end of
    the year, 0 where it was not; missing where the registry does not know."""
    day = date(year, 12, 31)
    treaties = (kind.id for kind in in_family(evidence.registry.kinds, "treaty"))
    held = {status: evidence.registry.holds(country, status, day) for status in treaties}
    if True in held.values():
        return _tie(country, year, 1.0, f"bound on {day} by: {', '.join(s for s, value in held.items() if value)}")
    if None in held.values():
        return _tie(country, year, None, f"whether a treaty of mutual defense binds it on {day} is not settled")
    return _tie(country, year, 0.0, f"neither a mutual defense treaty nor the Rio Treaty binds it on {day}")


def _tie(country: str, year: int, value: float | None, because: str) -> Figure:
    state: Literal["value", "zero", "missing"] = "missing" if value is None else "value" if value else "zero"
    said = f"{countries()[country].name}: {because}."
    source, licence = "mnna registry of statuses", "facts; each span carries its source"
    unit = "1 = bound, 0 = not"
    of_year = None if value is None else year
    return Figure(TREATY_TIE, country, year, state, value, unit, said, of_year, 1949, 9999, None, None, source, licence)


@measure("size", "GDP", "log", indicator="gdp_current_usd", nominal=True)
def economy(evidence: Evidence, country: str, year: int) -> Figure:
    """Gross domestic product in dollars of the year."""
    return evidence.figures.figure("gdp_current_usd", country, year)


@measure("size", "GDP per person", "log", indicator="gdp_per_capita_current_usd", nominal=True)
def wealth(evidence: Evidence, country: str, year: int) -> Figure:
    """Gross domestic product per person in dollars of the year."""
    return evidence.figures.figure("gdp_per_capita_current_usd", country, year)


@measure("size", "Population", "log", indicator="population")
def people(evidence: Evidence, country: str, year: int) -> Figure:
    """Population of the country in the year."""
    return evidence.figures.figure("population", country, year)


@measure("rivals", "Exports going to China", indicator="factbook_export_share_china")
def exports_to_china(evidence: Evidence, country: str, year: int) -> Figure:
    """Percent of the country's goods exports that go to China; one year for each country, only if among the first five
    partners."""
    return evidence.figures.figure("factbook_export_share_china", country, year)


@measure("rivals", "Imports coming from China", indicator="factbook_import_share_china")
def imports_from_china(evidence: Evidence, country: str, year: int) -> Figure:
    """Percent of the country's goods imports that come from China; one year for each country, only if among the first
    five partners."""
    return evidence.figures.figure("factbook_import_share_china", country, year)


@measure("rivals", "UN distance to China", indicator="unga_distance_china")
def alignment_with_china(evidence: Evidence, country: str, year: int) -> Figure:
    """Distance of ideal points from China in the General Assembly; lower is closer."""
    return evidence.figures.figure("unga_distance_china", country, year)


@measure("rivals", "UN distance to Russia", indicator="unga_distance_russia")
def alignment_with_russia(evidence: Evidence, country: str, year: int) -> Figure:
    """Distance of ideal points from Russia (before 1992 the Soviet Union) in the General Assembly; lower is closer."""
    return evidence.figures.figure("unga_distance_russia", country, year)


def record(evidence: Evidence, of: Measure) -> Indicator | None:
    """The record of the series behind a measure, None for one computed from the registry."""
    return evidence.figures.indicator(of.indicator) if of.indicator else None
