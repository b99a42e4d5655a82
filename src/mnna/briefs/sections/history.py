"""The sections on the political record: the latest dated events, and who proposed the status or its end."""

from __future__ import annotations

from mnna.answers.timeline import Entry, timeline_in
from mnna.briefs.gather import BriefContext
from mnna.present.days import day, prose
from mnna.present.document import Lines, Link, Paragraph, Row, Said, Section, Table, columns
from mnna.present.wording import CONFIDENCE, NOTHING, own_mark, sentence
from mnna.registry.countries import countries
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.records import Proposal, Source, asked_for, side_of
from mnna.sentences import capital

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
    heads = columns(day=("When", 1.7), event=("What happened", 6.6), bearing=("Bears", 0.9), sources=("Source", 3.2))
    rows = tuple(_row(entry, context.registry) for entry in found)
    note = (
        "What happened between the two governments. “For” and “against” say, in our reading, whether it speaks for "
        "designation. A determination that is renewed every year is listed once."
    )
    table = Table(f"The latest {len(rows)} entries" if len(rows) > 1 else "The only entry", heads, rows)
    return Section("record", "The political record", (Paragraph(note), table))


def _row(entry: Entry, registry: Registry) -> Row:
    doubt = "" if entry.confidence == "high" else f" ({CONFIDENCE[entry.confidence].lower()})"
    country = "" if entry.kind != "leader" else f"{countries()[entry.country].name}: "
    instrument = f" ({entry.instrument})" if entry.kind == "determination" and entry.instrument else ""
    what = prose(f"{country}{entry.what}{instrument}{doubt}{own_mark(entry.own)}")
    window = entry.precision == "window" and entry.on_by
    when = a_day(entry.on, entry.on_by).removeprefix("a day ") if window else day(entry.on)
    bears = side if (side := side_of(entry.bearing)) in BEARINGS else NOTHING
    found = [registry.sources[id_] for id_ in entry.source if id_ in registry.sources]
    return Row(entry.kind, (Said(when), what, bears, Lines(tuple(map(published, found[:2])) or (Link(NOTHING),))))


def published(source: Source) -> Link:
    """Return a link to a source with the name of its publisher, because readers do not know our ids."""
    return Link(source.publisher if source.address else "Not verified against a document", source.address)


def proposals(context: BriefContext) -> Section | None:
    """Return the section with every proposal on record up to the day and its outcome; None without any."""
    rows = [row for answer in context.answers for row in answer.proposals if row.on <= context.on.isoformat()]
    if not rows:
        return None
    heads = columns(day=("When", 1.6), what=("What and who", 4.6), outcome=("What became of it", 5.0))
    table = Table("Proposals on record", heads, tuple(_proposal(row, context) for row in rows))
    note = Paragraph("A proposal changes nothing by itself. None of these is a designation or its end.")
    return Section("proposals", "What was proposed", (note, table))


def _proposal(row: Proposal, context: BriefContext) -> Row:
    who = f"{row.proposer}, {row.proposer_role}" if row.proposer_role else row.proposer
    country = "" if row.country == context.country.iso3 else f" ({countries()[row.country].name})"
    asked = asked_for(row.direction)
    what = f"{row.kind}{', ' if asked.startswith('to ') else ': '}{asked}"
    doubt = "" if row.confidence == "high" else f" {CONFIDENCE[row.confidence]}."
    asked_by = prose(sentence("; ".join(filter(None, (who, row.instrument)))))
    note = prose(sentence(row.note)) + doubt if row.note and not country else doubt.strip()
    told = Said(capital(what) + country, asked_by), Said(prose(sentence(row.outcome)), note)
    return Row(row.id, (Said(day(row.on)), *told))
