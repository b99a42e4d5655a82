"""The registry as tables with keys, so that others can check it without our code.

Every span, step, parameter, provision and source is a row; every column that names another row is a foreign key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from mnna.answers.stamped import Stamped
from mnna.engine.record import HIDDEN, in_json
from mnna.registry.codes import codes
from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.registry.readings import readings
from mnna.rules.canonical import canonical
from mnna.rules.english import english
from mnna.statutes import catalog
from mnna.statutes.listing import CHANNELS, SUBJECTS, row
from mnna.statutes.parameters import parameters
from mnna.statutes.provision import CaseProvision, Provision

Cells = Mapping[str, Any]


class TableInfo(NamedTuple):
    """A table without its rows: its columns, its key, its foreign keys, and the number of rows."""

    name: str
    says: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    points_to: Mapping[str, str]
    rows: int


class RegistryTable(NamedTuple):
    """A table with its rows; a cell is text, a whole number or None."""

    name: str
    says: str
    key: tuple[str, ...]
    points_to: Mapping[str, str]
    rows: tuple[Cells, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names, in the order of the first row."""
        return tuple(dict.fromkeys(name for one in self.rows for name in one))


@dataclass(frozen=True, repr=False)
class RegistryTables(Stamped):
    """The whole registry and law as tables."""

    registry: Registry = field(metadata=HIDDEN)

    @cached_property
    def tables(self) -> tuple[RegistryTable, ...]:
        """The tables with their rows."""
        return tuple(_tables(self.registry))

    @property
    @in_json()
    def listed(self) -> tuple[TableInfo, ...]:
        """The tables, without their rows."""
        return tuple(
            TableInfo(one.name, one.says, one.columns, one.key, one.points_to, len(one.rows)) for one in self.tables
        )

    def summary(self) -> str:
        """Return the number of tables and rows."""
        return f"{len(self.tables)} tables, {sum(len(one.rows) for one in self.tables)} rows"


def _tables(registry: Registry) -> Iterator[RegistryTable]:
    country, status, authority = {"country": "countries"}, {"status": "statuses"}, {"authority": "authorities"}
    yield _table("countries", "Countries and organizations with their codes.", ("iso3",), {}, _countries())
    kinds = (kind._asdict() for kind in registry.kinds.values())
    yield _table("statuses", "The statuses.", ("id",), {"reading": "readings"}, kinds)
    spans = _numbered(span._asdict() for span in registry.spans)
    yield _table("spans", "Who holds which status from when to when.", ("number",), country | status, spans)
    steps = _numbered(step._asdict() for step in registry.steps)
    yield _table("steps", "Steps on the road to a status.", ("number",), country | status, steps)
    yield _table("authorities", "Questions of law about a country.", ("id",), {}, _authorities())
    yield _table("provisions", "The law that answers each question, with its rule.", ("number",), authority, _law())
    channel = {"channel": "channels"}
    yield _table("channels", "Ways of transfer.", ("id",), {}, (one._asdict() for one in CHANNELS.values()))
    yield _table("notices", "The law of notices to Congress, by channel.", ("number",), channel, _of_channels())
    yield _table("parameters", "Amounts, days and caps with their dates.", ("id", "since"), {}, _parameters())
    yield _table("sources", "Where facts come from.", ("id",), {}, (one._asdict() for one in registry.sources.values()))
    yield _table(
        "readings", "What was read, of which day.", ("id",), {}, (one._asdict() for one in readings().values())
    )


def _table(
    name: str, says: str, key: tuple[str, ...], points_to: Mapping[str, str], found: Iterable[Cells]
) -> RegistryTable:
    rows = tuple({heading: _cell(value) for heading, value in one.items()} for one in found)
    return RegistryTable(name, says, key, points_to, rows)


def _cell(value: object) -> str | int | None:
    """Return a value as a cell: days in ISO form, lists joined by semicolons, yes or no for a bool."""
    match value:
        case None | "":
            return None
        case bool():
            return "yes" if value else "no"
        case int() | str():
            return value
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case tuple() | list():
            return ";".join(str(_cell(one) or "") for one in value)
        case _:
            return str(value)


def _numbered(rows: Iterable[Cells]) -> Iterator[Cells]:
    return ({"number": number, **one} for number, one in enumerate(rows, 1))


def _countries() -> Iterator[Cells]:
    for one in countries().values():
        of = codes(one)._asdict()
        more = {"region": one.region, "sovereign": one.sovereign, "note": one.note}
        yield {"iso3": one.iso3, "name": one.name, **of, **more}


def _authorities() -> Iterator[Cells]:
    for one in catalog.authorities().values():
        listed = row(one.id)
        yield {
            "id": one.id,
            "kind": listed.kind,
            "topic": listed.topic,
            "subject": SUBJECTS[one.id],
            "turns_on": listed.turns_on,
            "question": one.question,
            "note": one.note,
        }


def _law() -> Iterator[Cells]:
    laws = catalog.authorities().values()
    return _numbered({"authority": law.id} | _provision(one) for law in laws for one in law.provisions)


def _of_channels() -> Iterator[Cells]:
    laws = map(catalog.case_law, CHANNELS)
    return _numbered({"channel": law.channel} | _provision(one) for law in laws for one in law.provisions)


def _provision(one: Provision | CaseProvision) -> dict[str, Any]:
    names, rule = ("since", "until", "citation", "says", "source", "confidence", "note"), one.trees[0]
    return {name: getattr(one, name) for name in names} | {"rule": english(rule), "tree": canonical(rule)}


def _parameters() -> Iterator[Cells]:
    for one in parameters().values():
        for dated in one.history:
            told = {"id": one.id, "kind": one.kind.value, "phrase": one.phrase, "value": dated.value}
            names = ("since", "until", "citation", "act", "source", "confidence", "checked_on", "note")
            yield told | {name: getattr(dated, name) for name in names}
