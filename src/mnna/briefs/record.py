"""The political record: the last dated events, leaders, frameworks and determinations, for and against."""

from __future__ import annotations

from mnna.answers.timeline import Entry, timeline_in
from mnna.briefs.document import Column, Link, Paragraph, Row, Said, Section, Table
from mnna.briefs.matter import Matter
from mnna.briefs.words import prose, spoken_part
from mnna.registry.countries import countries
from mnna.registry.load import Registry

LAST = 12
SHOWN = ("leader", "event", "framework", "determination")
"""Kinds of entries told here; statuses, steps and proposals have parts of their own."""

BEARINGS = ("for", "against", "mixed")

_NOT_TOLD = ("goes on by a new act", "not known whether held from here")
"""Ends of entries left out: what is made anew every year is told once, and what is not known has a part of its own."""


def entries(matter: Matter) -> tuple[Entry, ...]:
    """The last entries that bear on designation, oldest first; Presidents only beside entries of the country itself."""
    found = timeline_in(matter.registry, matter.country, matter.on).entries
    told = [entry for entry in found if entry.kind in SHOWN and not entry.what.endswith(_NOT_TOLD)]
    own = [entry for entry in told if entry.country == matter.country.iso3]
    if not own:
        return ()
    return tuple(entry for entry in told if entry.on >= own[0].on)[-LAST:]


def record(matter: Matter) -> Section | None:
    """The record as a table, or nothing where none is kept."""
    found = entries(matter)
    if not found:
        return None
    columns = (
        Column("day", "When", 1.7),
        Column("event", "What happened", 6.6),
        Column("bearing", "Bears", 0.9),
        Column("sources", "Source", 3.2),
    )
    rows = tuple(_row(entry, matter.registry) for entry in found)
    note = (
        "What happened between the two governments and around them; “for” and “against” say which way it bears on "
        "designation, and are our reading. A determination made anew every year is told once."
    )
    table = Table(f"The last {len(rows)} entries" if len(rows) > 1 else "The only entry", columns, rows)
    return Section("record", "The political record", (Paragraph(note), table))


def _row(entry: Entry, registry: Registry) -> Row:
    doubt = "" if entry.confidence == "high" else f" ({entry.confidence} confidence)"
    own = " (your own facts)" if entry.own else ""
    country = "" if entry.kind != "leader" else f"{countries()[entry.country].name}: "
    instrument = f" ({entry.instrument})" if entry.kind == "determination" and entry.instrument else ""
    what = Said(prose(f"{country}{entry.what}{instrument}{doubt}{own}"))
    return Row(entry.kind, (Said(_when(entry)), what, Said(_bears(entry)), _sources(entry, registry)))


def _bears(entry: Entry) -> str:
    """Which way it bears on the country's own designation; a remark on another country is left to `mnna timeline`."""
    word = entry.bearing.replace(";", " ").partition(" ")[0]
    return word if word in BEARINGS else "—"


def _when(entry: Entry) -> str:
    if entry.precision == "window" and entry.on_by:
        return f"between {spoken_part(entry.on)} and {spoken_part(entry.on_by)}"
    return spoken_part(entry.on)


def _sources(entry: Entry, registry: Registry) -> tuple[Link, ...]:
    found = [registry.sources[id_] for id_ in entry.source if id_ in registry.sources]
    links = [Link(one.publisher if one.address else "Not verified against a document", one.address) for one in found]
    return tuple(links[:2]) or (Link("—"),)
