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
from mnna.statutes.provision import Authority, CaseLaw

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
    country, status, reading = {"country": "countries"}, {"status": "statuses"}, {"reading": "readings"}
    authority, channel = {"authority": "authorities"}, {"channel": "channels"}
    laws, cases = catalog.authorities().values(), map(catalog.case_law, CHANNELS)
    yield _table("countries", "Countries and organizations with their codes.", ("iso3",), {}, _countries())
    yield _table("statuses", "The statuses.", ("id",), reading, _rows(registry.kinds.values()))
    spans, steps = _numbered(_rows(registry.spans)), _numbered(_rows(registry.steps))
    yield _table("spans", "Who holds which status from when to when.", ("number",), country | status, spans)
    yield _table("steps", "Steps on the road to a status.", ("number",), country | status, steps)
    yield _table("authorities", "Questions of law about a country.", ("id",), {}, _authorities())
    law, notices = _numbered(_law(laws, "authority")), _numbered(_law(cases, "channel"))
    yield _table("provisions", "The law that answers each question, with its rule.", ("number",), authority, law)
    yield _table("channels", "Ways of transfer.", ("id",), {}, _rows(CHANNELS.values()))
    yield _table("notices", "The law of notices to Congress, by channel.", ("number",), channel, notices)
    yield _table("parameters", "Amounts, days and caps with their dates.", ("id", "since"), {}, _parameters())
    yield _table("sources", "Where facts come from.", ("id",), {}, _rows(registry.sources.values()))
    yield _table("readings", "What was read, of which day.", ("id",), {}, _rows(readings().values()))


def _rows(found: Iterable[NamedTuple]) -> Iterator[Cells]:
    return (one._asdict() for one in found)


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


def _picked(one: object, *names: str) -> dict[str, Any]:
    return {name: getattr(one, name) for name in names}


def _countries() -> Iterator[Cells]:
    for one in countries().values():
        yield _picked(one, "iso3", "name") | codes(one)._asdict() | _picked(one, "region", "sovereign", "note")


def _authorities() -> Iterator[Cells]:
    for one in catalog.authorities().values():
        listed = row(one.id)
        told = {"subject": SUBJECTS[one.id], "turns_on": listed.turns_on} | _picked(one, "question", "note")
        yield {"id": one.id} | _picked(listed, "kind", "topic") | told


def _law(laws: Iterable[Authority | CaseLaw], owner: str) -> Iterator[Cells]:
    """Yield every dated text of the laws, with the id of its question or channel."""
    names = ("since", "until", "citation", "says", "source", "confidence", "note")
    for law in laws:
        for one in law.provisions:
            rule = {"rule": english(one.trees[0]), "tree": canonical(one.trees[0])}
            yield {owner: law.channel if isinstance(law, CaseLaw) else law.id} | _picked(one, *names) | rule


def _parameters() -> Iterator[Cells]:
    for one in parameters().values():
        for dated in one.history:
            told = {"id": one.id, "kind": one.kind.value, "phrase": one.phrase}
            names = ("value", "since", "until", "citation", "act", "source", "confidence", "checked_on", "note")
            yield told | _picked(dated, *names)
