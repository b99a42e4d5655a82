"""The registry: which country holds which status on which day.

A registry is immutable. A what-if is a second registry, never a change to the first. Without assumptions it is the same
registry, and no answer for a day before an assumption begins can differ.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from mnna.as_typed import meant, near
from mnna.errors import BadFacts, UnknownWord, alike
from mnna.quick import Path, quick_dataclass, quick_replace
from mnna.registry.consequences import Assumption, lay
from mnna.registry.data_directory import own_notices
from mnna.registry.facts_hash import facts_hash, kept_hash
from mnna.registry.read_tables import OWN, TABLES, Row, once_each, read, read_sources
from mnna.registry.readings import Trust, lapsed, last_said, missing, reading
from mnna.registry.records import Country, Event, Leader, Proposal, Source, Span, StatusKind, Step
from mnna.registry.spans_by_country import SpansByKey
from mnna.registry.statuses import in_family, our_statuses

_NO_COUNTRY = {
    "no": "is a territory",
    "organisation": "is an organization",
    "disputed": "is a place whose standing as a state is in dispute",
}
"""What a place is that is no country, by the column `sovereign`."""


@quick_dataclass(frozen=True)
class Registry:
    """All spans by country and status, the statuses (`kinds`), and the folders of the tables (`folders`)."""

    kinds: dict[str, StatusKind]
    by_key: SpansByKey
    folders: tuple[Path, ...]
    assumptions: tuple[Assumption, ...] = ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Return every span, ordered by country, status and day."""
        return tuple(span for key in sorted(self.by_key) for span in self.by_key[key])

    @cached_property
    def named(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for each status, the countries that have a row of it, sorted by code."""
        found: dict[str, list[str]] = defaultdict(list)
        for country, status in sorted(self.by_key):
            found[status].append(country)
        return {status: tuple(countries) for status, countries in found.items()}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return every step toward a status, oldest first."""
        return tuple(sorted(self._rows("steps", Step), key=lambda step: (step.on, step.country)))

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """Return every proposal to designate or revoke, oldest first."""
        return tuple(sorted(self._rows("proposals", Proposal), key=lambda row: (row.on, row.country)))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return the events of the political record, oldest first."""
        return tuple(sorted(self._rows("events", Event), key=lambda row: (row.on, row.country)))

    @cached_property
    def leaders(self) -> tuple[Leader, ...]:
        """Return the leaders of every country, by country and then oldest first."""
        return tuple(sorted(self._rows("leaders", Leader), key=lambda row: (row.country, row.since)))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Return every source by id."""
        return {row.id: row for own, folder in self._own() for row in read_sources(folder, own)}

    @cached_property
    def hash(self) -> str:
        """Return the content hash of the tables that this registry was read from, with the user's own notices."""
        own = own_notices()
        if self.only_ours and not own.is_dir():
            return kept_hash(TABLES)
        return facts_hash((*self.folders, own) if own.is_dir() else self.folders)

    @property
    def only_ours(self) -> bool:
        """Return whether the registry has the package's tables only, and so no row of the user's."""
        return self.folders == (TABLES,)

    def _own(self) -> list[tuple[bool, Path]]:
        return [(folder != TABLES, folder) for folder in self.folders]

    def _rows(self, name: str, record: type[Row]) -> list[Row]:
        """Return the rows of one table from every folder; the user's are checked against statuses and sources."""
        found: list[Row] = []
        for own, folder in self._own():
            known = _known(self.kinds, self.sources) if own else None
            found += read(folder, name, record, own, known)
        return found

    def kind(self, status: str) -> StatusKind:
        """Return the status with that id; raises `UnknownWord` with the nearest ids."""
        if not isinstance(status, str) or status not in self.kinds:
            close = near(status, self.kinds, 3, 0.5) if isinstance(status, str) else ()
            raise UnknownWord(
                f"the status {status!r}", "there is no such status", close, "`mnna status --list` names them all."
            )
        return self.kinds[status]

    def asked(self, status: str) -> StatusKind:
        """Return the status that a text means, by its id, its title or its short name; raises `UnknownWord`."""
        if isinstance(status, str) and status not in self.kinds:
            names = ((name, kind.id) for kind in self.kinds.values() for name in (kind.title, kind.short) if name)
            return self.kind(meant(status, self.kinds, names))
        return self.kind(status)

    def spans_of(self, country: str, status: str) -> tuple[Span, ...]:
        """Return the spans of one status for one country, oldest first; empty if it never held the status."""
        return self.by_key.spans(country, status)

    def holds(self, country: str, status: str, on: date) -> bool | None:
        """Return whether the country holds the status on that day; None is unknown, as for an outdated list.

        Before the first day of a list only its rows count: absence from it then says nothing.
        """
        if self.lapsed(country, status, on):
            return None
        said, first = self.last_read(country, status, on), self.kind(status).known_from
        return None if not said and first is not None and on < first else said

    def last_read(self, country: str, status: str, on: date) -> bool | None:
        """Return whether the country holds the status on that day, as if nothing had changed since the reading."""
        found = [span.covers(on) for span in self.spans_of(country, status)]
        if True in found:
            return True
        if None in found:
            return None
        if any(span.holds == "no" and span.touches(on) for span in self.spans_of(country, status)):
            return False
        if (other := self.kind(status).excluded_by) and self.last_read(country, other, on):
            return False
        if missing(status, on) is not None:
            return None
        return {"no": False, "unknown": None, "yes": True}[self.kind(status).absent]

    def trust(self, status: str) -> Trust | None:
        """Return what was read of the list and how long it is trusted; None for a user's list without a reading."""
        return reading(self.kind(status).reading)

    def lapsed(self, country: str, status: str, on: date) -> bool:
        """Return whether the list was read too long ago for that day, and no own or assumed row covers the day."""
        if not lapsed(self.trust(status), on):
            return False
        return not any((span.own or span.assumed) and span.touches(on) for span in self.spans_of(country, status))

    def last_said(self, country: str, status: str, name: str) -> str:
        """Return what would settle whether an outdated list names the country `name`, and what the list last said."""
        trust = self.trust(status)
        assert trust is not None, f"the list {status} has no reading"
        return last_said(trust, name, self.last_named(country, status))

    def last_named(self, country: str, status: str) -> bool | None:
        """Return whether the list named the country when it was last read; None if that is open or no list was read."""
        trust = self.trust(status)
        days = (trust.trusted_to, trust.text_as_of) if trust else ()  # a list may be valid from a day after its text
        return next((said for on in days if (said := self.last_read(country, status, on)) is not None), None)

    def unnamed(self, status: str, on: date) -> str:
        """Return the value for a country without a span on that day; `unknown` if the list of that day is not known."""
        kind = self.kind(status)
        before = kind.known_from is not None and on < kind.known_from
        open_ = before or lapsed(self.trust(status), on) or missing(status, on)
        return "unknown" if open_ else kind.absent

    def deciding(self, country: str, status: str, on: date) -> Span | None:
        """Return the span that makes `holds` yes or unknown on that day, or None."""
        touching = [span for span in self.spans_of(country, status) if span.touches(on)]
        return next((span for span in touching if span.covers(on)), touching[0] if touching else None)

    def undesignable(self, country: Country) -> str:
        """Return why a place cannot be designated, as the predicate of a sentence; empty for a country.

        Only countries are (22 USC 2321k(a)(1)). What asks whether a place could be next refuses it with this; what only
        compares its figures, or tells what the rules would say, answers and says this beside it. Taiwan counts as a
        country in these laws (22 USC 3303(b)(1)), so it has no row among the territories.
        """
        kinds = in_family(self.kinds, "kind of state")
        if country.sovereign == "disputed" and not any(self.spans_of(country.iso3, kind.id) for kind in kinds):
            return ""
        what = _NO_COUNTRY.get(country.sovereign)
        return f"{what}, and only countries are designated" if what else ""

    def assume(self, *assumptions: Assumption) -> Registry:
        """Return a registry in which each assumption holds from its day on; raises `BadQuestion` for an unknown act."""
        by_key = self.by_key
        for assumption in assumptions:
            self.kind(assumption.status)
            spans = dict(by_key.of(assumption.country))
            lay(spans, self.kinds, assumption)
            by_key = by_key.with_country(assumption.country, spans)
        return quick_replace(self, by_key=by_key, assumptions=self.assumptions + assumptions)

    def without_and_with(self, country: str, status: str, on: date) -> tuple[Registry, Registry]:
        """Return the registry in which the country lacks the status from that day on, and the one in which it holds it.

        The one that is the case is this registry; the other assumes the end or the beginning. If it is unknown whether
        the status is held, both are assumed.
        """
        held = self.holds(country, status, on)
        ended = self if held is False else self.assume(Assumption(country, status, on, "terminate"))
        return ended, self if held else self.assume(Assumption(country, status, on, "designate"))


def load_registry(own: Path | str | None = None) -> Registry:
    """Return the package's registry, with the user's own folder of tables merged into it if one is given.

    A row of the user's replaces the package's rows of the same country, status and first day; any other is added. The
    consequences for other lists are applied to both alike. Raises `BadFacts` with file and line for an invalid row.
    """
    if own is not None and not isinstance(own, str | os.PathLike):
        raise BadFacts(f"the facts folder {own!r}", "it is not a path", (), "Name a folder of CSV tables.")
    return _loaded(None if own is None else Path(own))


@lru_cache(maxsize=4)
def _loaded(own: Path | None) -> Registry:
    """Return the registry of the package's tables and of the user's folder, if any; cached."""
    kinds = dict(our_statuses())
    if own is None:
        return Registry(kinds, SpansByKey(kinds, TABLES), (TABLES,))
    _check_folder(own)
    folders = (TABLES, own)
    kinds |= {kind.id: kind for kind in read(own, "statuses", StatusKind, check=_new(kinds))}
    sources = {row.id for folder in folders for row in read_sources(folder, folder == own)}
    mine = read(own, "spans", Span, True, _apart(_known(kinds, sources)))
    replaced = {span[:3] for span in mine}  # a row of the user's replaces ours of its country, status and first day
    spans = [*(span for span in read(TABLES, "spans", Span) if span[:3] not in replaced), *mine]
    return Registry(kinds, SpansByKey(kinds, None, spans), folders)


def _check_folder(own: Path) -> None:
    if not own.is_dir():
        raise BadFacts(f"the facts folder {own}", "there is no such folder", (), "Name a folder of CSV tables.")
    found = [path.relative_to(own).as_posix() for path in sorted(own.rglob("*.csv"))]
    strange = [name for name in found if name.removesuffix(".csv") not in OWN and not name.startswith("spans/")]
    if strange or not found:
        wrong = f"{strange[0]} is no table of ours" if strange else "it holds no CSV table"
        near = tuple(f"{name}.csv" for name in OWN)
        raise BadFacts(f"the facts folder {own}", wrong, near, "Spans may also lie in files of a folder spans/.")


def _new(ours: Mapping[str, StatusKind]) -> Callable[[StatusKind], None]:
    """Return a check of the user's statuses: none may redefine the package's, or be held by every unnamed country.

    Nor may it be usual, headline or backdrop, because every default rests on the package's choice of these.
    """
    once = once_each("status")

    def check(kind: StatusKind) -> None:
        once(kind.id)
        if kind.id in ours:
            raise ValueError(f"{kind.id!r} is a status of ours, which your tables cannot redefine; choose another id")
        if kind.absent == "yes":
            raise ValueError("absent may be no or unknown: a status is not held by countries that no row names")
        if kind.usual == "yes" or kind.headline or kind.backdrop:
            raise ValueError("usual may only be no, and headline and backdrop only empty: ours are the defaults")

    return check


def _known(kinds: Mapping[str, StatusKind], sources: Container[str]) -> Callable[[Any], None]:
    """Return a check of the user's rows: the country, the status and the sources of each must exist."""
    from mnna.registry.countries import countries

    def check(row: Any) -> None:
        if row.country not in countries():
            raise ValueError(f"no country has the code {row.country!r}; use the ISO 3166 alpha-3 code")
        status = getattr(row, "status", None)
        if status is not None and status not in kinds:
            near = ", ".join(alike(status, kinds, 3, 0.6))
            raise ValueError(
                f"there is no status {status!r}{near and f' (did you mean {near}?)'}, nor one in your statuses.csv"
            )
        _check_days(row)
        strange = next((id_ for id_ in row.source if id_ not in sources), None)
        if strange is not None:
            raise ValueError(f"there is no source {strange!r} among ours, nor one in your sources.csv")

    return check


def _check_days(row: Any) -> None:
    """Raise `ValueError` for a day that is not as exact as the row says, or an end before its beginning."""
    length = {"day": 10, "month": 7, "year": 4}.get(getattr(row, "precision", ""))
    if length is not None and len(row.on) != length:
        raise ValueError(f"the day {row.on} is not a {row.precision}, as the column precision says")
    leader = isinstance(row, Leader)
    first, last = (getattr(row, name, None) or "" for name in (("since", "until") if leader else ("on", "on_by")))
    if last and str(last) < str(first)[: len(str(last))]:
        raise ValueError(f"its last day {last} is before its first, {first}")


def _apart(check: Callable[[Span], None]) -> Callable[[Span], None]:
    """Return the check, extended: two of the user's rows of one status and instrument may not share days."""
    read: dict[tuple[str, str, str], list[Span]] = defaultdict(list)

    def both(span: Span) -> None:
        check(span)
        rows = read[(span.country, span.status, span.instrument)]
        for other in rows:
            if span.since < (other.until or date.max) and other.since < (span.until or date.max):
                what = f"{span.country} {span.status} from {other.since}"
                raise ValueError(f"it overlaps your own row of {what}; end one with until, or name their instruments")
        rows.append(span)

    return both
