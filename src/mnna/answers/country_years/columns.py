"""The columns of a panel: the codes of a country, and one column for each status, authority or series of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from mnna.answers.law_entries import current
from mnna.as_typed import meant
from mnna.registry.codes import TITLES
from mnna.registry.load import Registry
from mnna.series import indicator, indicators
from mnna.statutes import catalog

Kind = Literal["code", "status", "authority", "restriction", "indicator", "detail"]
VERDICTS = ("no", "yes", "unknown")
"""The values of a status or a question of law, in the order of their numbers in Stata."""

ALL = "all"
"""The word for every id of a kind."""


class PanelColumn(NamedTuple):
    """A column: its heading, its kind, its id and title, its values, and where they come from.

    `id` is that of the status, the question of law or the series; the heading is the same unless two kinds share an id.
    """

    name: str
    kind: Kind
    id: str
    title: str
    values: str
    source: str = ""


TEXT, WHOLE, NUMBER, DAY = "text", "whole number", "number", "day"
YES_NO = "yes, no or unknown"
CODES: tuple[PanelColumn, ...] = (
    PanelColumn("iso3", "code", "iso3", "ISO 3166 alpha-3 code", TEXT, "ISO 3166-1"),
    PanelColumn("iso2", "code", "iso2", TITLES["iso2"], TEXT, "ISO 3166-1"),
    PanelColumn("name", "code", "name", "Country or organization", TEXT),
    PanelColumn("cow", "code", "cow", TITLES["cow"], WHOLE, "Correlates of War Project"),
    PanelColumn("gwn", "code", "gwn", TITLES["gwn"], WHOLE, "K. S. Gleditsch and M. D. Ward"),
    PanelColumn("fips", "code", "fips", TITLES["fips"], TEXT, "FIPS 10-4; Geopolitical Entities and Codes"),
    PanelColumn("year", "code", "year", "Year", WHOLE),
)
DETAILS: tuple[PanelColumn, ...] = (
    PanelColumn("on", "detail", "on", "The day of the year that is asked about", DAY),
    PanelColumn("kind", "detail", "kind", "status, authority, restriction or indicator", TEXT),
    PanelColumn("id", "detail", "id", "The id of what is asked", TEXT),
    PanelColumn("value", "detail", "value", "yes, no or unknown; of a figure value, zero, missing or outside", TEXT),
    PanelColumn("number", "detail", "number", "The figure, of an indicator", NUMBER),
    PanelColumn("unit", "detail", "unit", "The unit of the figure", TEXT),
    PanelColumn("since", "detail", "since", "First possible day of the status", DAY),
    PanelColumn("since_by", "detail", "since_by", "First day by which it certainly was held; empty if `since` is", DAY),
    PanelColumn("until", "detail", "until", "First day on which it may have ended; empty where it has not", DAY),
    PanelColumn("until_by", "detail", "until_by", "First day by which it certainly had; empty if `until` is", DAY),
    PanelColumn("suspended_by", "detail", "suspended_by", "Bars on record that turn the authority to no", TEXT),
    PanelColumn("citation", "detail", "citation", "The law or the act behind it", TEXT),
    PanelColumn("source", "detail", "source", "Ids of the sources of the row, or the source of the figure", TEXT),
    PanelColumn("confidence", "detail", "confidence", "How sure the row of the status is", TEXT),
)
"""The columns of the long form, on each cell."""


def chosen(
    registry: Registry, statuses: Sequence[str], authorities: Sequence[str], figures: Sequence[str]
) -> tuple[PanelColumn, ...]:
    """Return the columns of the ids given, or all statuses and questions of law without any.

    Raises `UnknownWord` with the nearest ids.
    """
    if not (statuses or authorities or figures):
        statuses = authorities = (ALL,)
    found = [
        *(_status(registry, id_) for id_ in _every(statuses, registry.kinds)),
        *(_authority(id_) for id_ in _every(authorities, catalog.authorities())),
        *(_indicator(id_) for id_ in _every(figures, [one.id for one in indicators()])),
    ]
    return tuple(_with_unique_names(found))


def _every(asked: Sequence[str], known: Iterable[str]) -> list[str]:
    return list(known) if ALL in asked else list(dict.fromkeys(asked))


def _status(registry: Registry, id_: str) -> PanelColumn:
    kind = registry.asked(id_)
    return PanelColumn(kind.id, "status", kind.id, kind.title, YES_NO, kind.citation)


def _authority(id_: str) -> PanelColumn:
    law = catalog.asked(id_)
    kind: Kind = "restriction" if law.bears == "bar" else "authority"
    return PanelColumn(law.id, kind, law.id, law.question, YES_NO, current(law).citation)


def _indicator(id_: str) -> PanelColumn:
    of = indicator(meant(id_, [one.id for one in indicators()]))
    return PanelColumn(of.id, "indicator", of.id, f"{of.title} ({of.unit})", NUMBER, of.source_line())


def _with_unique_names(found: Iterable[PanelColumn]) -> list[PanelColumn]:
    """Return the columns with unique headings: a question that shares the id of a status has its kind added."""
    named: Mapping[str, PanelColumn] = {}
    for column in found:
        name = f"{column.name}-{column.kind}" if column.name in named else column.name
        named = {**named, name: column._replace(name=name)}
    return list(named.values())
