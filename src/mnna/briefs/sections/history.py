"""The section on the political record: the latest dated events, leaders, frameworks and determinations."""

from __future__ import annotations

from mnna.answers.timeline import Entry, timeline_in
from mnna.briefs.gather import BriefContext
from mnna.present.days import day, prose
from mnna.present.document import Column, Lines, Link, Paragraph, Row, Said, Section, Table
from mnna.present.wording import CONFIDENCE, NOTHING, own_mark
from mnna.registry.countries import countries
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.records import Source, side_of

LAST = 12
SHOWN = ("leader", "event", "framework", "determination")
"""The kinds of entries in this section; statuses, steps and proposals have their own sections."""

BEARINGS = ("for", "against", "mixed")

_NOT_TOLD = ("goes on by a new act", "not known whether held from here")
"""The endings of texts of omitted entries: a yearly renewal is listed once, and unknowns have their own section."""


def entries(context: BriefContext) -> tuple[Entry, ...]:
    """Return the latest entries of the shown kinds, oldest first, from the first entry about the country itself on."""
    found = timeline_in(context.registry, context.country, context.on).entries
    told = [entry for entry in found if entry.kind in SHOWN and not entry.what.endswith(_NOT_TOLD)]
    own = [entry for entry in told if entry.country == context.country.iso3]
    if not own:
        return ()
    return tuple(entry for entry in told if entry.on >= own[0].on)[-LAST:]


def history(context: BriefContext) -> Section | None:
    """Return the section with a table of the record; None without entries."""
    found = entries(context)
    if not found:
        return None
    columns = (
        Column("day", "When", 1.7),
        Column("event", "What happened", 6.6),
        Column("bearing", "Bears", 0.9),
        Column("sources", "Source", 3.2),
    )
    rows = tuple(_row(entry, context.registry) for entry in found)
    note = (
        "What happened between the two governments. “For” and “against” say, in our reading, whether it speaks for "
        "designation. A determination that is renewed every year is listed once."
    )
    table = Table(f"The latest {len(rows)} entries" if len(rows) > 1 else "The only entry", columns, rows)
    return Section("record", "The political record", (Paragraph(note), table))


def _row(entry: Entry, registry: Registry) -> Row:
    doubt = "" if entry.confidence == "high" else f" ({CONFIDENCE[entry.confidence].lower()})"
    country = "" if entry.kind != "leader" else f"{countries()[entry.country].name}: "
    instrument = f" ({entry.instrument})" if entry.kind == "determination" and entry.instrument else ""
    what = Said(prose(f"{country}{entry.what}{instrument}{doubt}{own_mark(entry.own)}"))
    return Row(entry.kind, (Said(_when(entry)), what, Said(_bears(entry)), _sources(entry, registry)))


def _bears(entry: Entry) -> str:
    """Return whether an entry supports the country's designation: `for`, `against`, `mixed` or a dash."""
    side = side_of(entry.bearing)
    return side if side in BEARINGS else NOTHING


def _when(entry: Entry) -> str:
    if entry.precision == "window" and entry.on_by:
        return a_day(entry.on, entry.on_by).removeprefix("a day ")
    return day(entry.on)


def _sources(entry: Entry, registry: Registry) -> Lines:
    found = [registry.sources[id_] for id_ in entry.source if id_ in registry.sources]
    return Lines(tuple(map(published, found[:2])) or (Link(NOTHING),))


def published(source: Source) -> Link:
    """Return a link to a source with the name of its publisher, because readers do not know our ids."""
    return Link(source.publisher if source.address else "Not verified against a document", source.address)
