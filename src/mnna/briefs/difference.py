"""What the status makes of the law: a row for each question, answered without it and with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mnna.briefs.bottom_line import by, first_held, later, predicate
from mnna.briefs.matter import Contrast, Matter, Pair
from mnna.briefs.standing import cited
from mnna.engine.finding import Finding
from mnna.present import wording
from mnna.present.days import day, prose
from mnna.present.document import Block, Cell, Column, Lines, Paragraph, Row, Said, Section, Table
from mnna.present.findings import verdict
from mnna.present.numbers import counted, listed, number
from mnna.present.wording import act, capital, sentence
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.records import StatusKind
from mnna.statutes import catalog
from mnna.statutes.listing import subject


def difference(matter: Matter) -> Section:
    """What the status would change today, or changes where it is held: decided, open and unchanged."""
    contrast, name = matter.today, the(matter.country.name)
    blocks = [Paragraph(_reading(matter)), *_tables(contrast)]
    return Section("what-if", _title(contrast, name, matter.kind), tuple(blocks))


def _title(contrast: Contrast, name: str, kind: StatusKind) -> str:
    if contrast.held:
        return f"What {name} holds because it is {predicate(kind)}"
    if contrast.held is None:
        return f"What turns on whether {name} is {predicate(kind)}"
    return f"What would change if {name} were {predicate(kind)}"


def _reading(matter: Matter) -> str:
    text = (
        "Each row is one question of law, answered without the status and with it. Allowed means that the law permits "
        "it, not that it happens: what is still to do remains for every such country."
    )
    if matter.today.held:
        return f"{text} The column “without” shows the law if the status ended on this day."
    if matter.kind.id != "mnna":
        return text
    if matter.on < (first := first_held(matter.registry, matter.kind)):
        return f"{text} The status did not exist before {day(first)} (22 USC 2321k): the rows suppose that it had."
    if matter.holds("nato"):
        return (
            f"{text} The status is for countries outside NATO; the rows show what it would add in law if it were given."
        )
    return (
        f"{text} The President designates, thirty days after notice to Congress (22 USC 2321k); the law sets no test."
    )


def _columns(last: str, terms_shown: bool) -> tuple[Column, ...]:
    return (
        Column("subject", "Question", 4.8 if terms_shown else 5.6, strong=True),
        Column("before", "Without", 1.7 if terms_shown else 1.35, strong=True),
        Column("after", "With", 2.2 if terms_shown else 1.35, strong=True),
        Column("steps", last, 5.4 if terms_shown else 5.2),
        Column("citations", "Citation", 2.5),
    )


def _tables(contrast: Contrast) -> list[Block]:
    names = _HELD if contrast.held else _GAINED
    made = [(group, [row(pair) for pair in contrast.grants_in(group)]) for group in names]
    return [_table(_caption(contrast, group, names[group]), rows, _LAST[group]) for group, rows in made if rows]


_GAINED = {
    "gain": "It would gain these with the status",
    "lose": "It would lose these with the status",
    "open": "Open: a fact not known here decides these",
    "terms": "The status would change the terms or steps of these",
    "same": "The status would not change these",
}
_HELD = {
    "lose": "It would lose these without the status",
    "gain": "It would gain these without the status",
    "open": "Open: a fact not known here decides these",
    "terms": "The status changes the terms or steps of these",
    "same": "The status does not change these",
}
_LAST = {
    "gain": wording.STEPS,
    "lose": wording.STEPS,
    "open": f"{wording.NEEDS}, and what is then {wording.STEPS.lower()}",
    "terms": wording.STEPS,
    "same": f"{wording.STEPS}, or {wording.ROUTES.lower()}",
}


def _caption(contrast: Contrast, group: str, title: str) -> str:
    """The heading of a group with its count; the restrictions among them stand in a section below."""
    ids = getattr(contrast.partition, group)
    bars = sum(1 for pair in contrast.bars if pair.id in ids)
    apart = f", of which {counted(bars, 'restriction')} below" if bars else ""
    return f"{title} ({len(ids)}{apart})"


def _table(caption: str, rows: Sequence[Row], last: str) -> Table:
    shown = any(isinstance(row.cells[2], Said) and row.cells[2].body for row in rows)
    return Table(caption, _columns(last, shown), tuple(rows))


def row(pair: Pair) -> Row:
    """One question: subject and law, the answer without and with, what is left to do, and the citations."""
    cells: tuple[Cell, ...] = (
        Said(capital(subject(pair.id)), says(pair)),
        Said(verdict(pair.without.to_dict()), _terms(pair, pair.without)),
        Said(verdict(pair.having.to_dict()), _terms(pair, pair.having)),
        _left(pair),
        cited(pair.having.citations, 3 if pair.moves else 2),
    )
    return Row(pair.id, cells)


_ASSUMED = re.compile(r": assumed (?:designation|termination) of [\w-]+ on [\w -]+$")


def need(text: str) -> str:
    """What would settle an unknown; that the status was assumed is said by the table, not by each need."""
    return prose(_ASSUMED.sub("", text))


def says(pair: Pair) -> str:
    """The law of that day in a sentence or two, with the bars that stop it, what it presumes and how sure we are."""
    provision = catalog.authority(pair.id).at(pair.on)
    law = provision.says if provision else pair.having.because
    found = pair.having
    own = [f"{wording.OWN_FACTS}: {text}." for text in dict.fromkeys((*pair.without.own_facts, *found.own_facts))]
    stopped = (
        [f"{wording.SUSPENDED}: {listed([subject(id_) for id_ in found.suspended_by])}."] if found.suspended_by else []
    )
    presumed = [f"{wording.PRESUMES}: {text.rstrip('.')}." for text in found.presumes]
    doubt = "" if found.confidence == "high" else f"({wording.CONFIDENCE[found.confidence]}.)"
    return prose(" ".join(filter(None, [law, *stopped, *presumed, *own, doubt])))


def _terms(pair: Pair, finding: Finding) -> str:
    """The terms that matter in the cell: all of a new yes, only those that differ where the verdict stays."""
    other = pair.without if finding is pair.having else pair.having
    if finding.verdict != "yes":
        return ""
    told, others = wording.terms(finding.to_dict()), wording.terms(other.to_dict())
    same = set(others) if other.verdict == finding.verdict else set()
    return "; ".join(f"{label}: {value}" for label, value in told if (label, value) not in same)


def _left(pair: Pair) -> Lines:
    """What would settle an unknown, then the steps left with the status, or the routes where it is a no.

    Every step is given where the status decides; elsewhere the first, with the count of all.
    """
    finding = pair.having
    told = [need(text) for text in finding.needs] if finding.verdict == "unknown" else []
    if not told and pair.without.verdict == "unknown":
        told = [f"without it: {need(text)}" for text in pair.without.needs]
    acts = _routes(finding) if finding.verdict == "no" else finding.steps
    decided = "unknown" not in (pair.without.verdict, pair.having.verdict)
    every = decided and pair.moves and finding.verdict != "no"
    lead = wording.ROUTES if finding.verdict == "no" else wording.STEPS if told else ""
    lead += f"{', first' if lead else 'First'} of {number(len(acts))}" if not every and len(acts) > 1 else ""
    shown = [act(f"{lead}: {text}" if lead else text) for text in (acts if every else acts[:1])]
    return Lines((*(sentence(prose(text)) for text in told), *shown) or ("None named.",))


def _routes(finding: Finding) -> tuple[str, ...]:
    """The ways round a no, less the designation itself, which the column with the status has taken already."""
    return tuple(text for text in finding.routes if not text.endswith("[22 USC 2321k(a)]"))


def beside(matter: Matter) -> Section | None:
    """The same for the comparison country, on the day it got the status or, where it never did, as a hypothesis."""
    contrast = matter.versus
    if contrast is None:
        return None
    name, being = the(contrast.country.name), predicate(matter.kind)
    moved = [pair for pair in contrast.grants if pair.id not in contrast.partition.same]
    blocks: list[Block] = [Paragraph(_when(matter, contrast) + _road(matter, contrast))]
    if moved:
        rows = [_short(pair, matter.today) for pair in moved]
        blocks.append(
            _table(
                f"What the status {'changed' if contrast.span else 'would change'} ({len(rows)})",
                rows,
                wording.STEPS,
            )
        )
    title = f"Beside it: {name}, at its designation" if contrast.span else f"Beside it: {name}, if it were {being}"
    return Section("beside", title, (*blocks, _unmoved(contrast, moved)))


def _short(pair: Pair, today: Contrast) -> Row:
    """A row without the law's words where they stand in the section before; steps, too, are told once."""
    here, full = today.pair(pair.id), row(pair)
    subject_cell, before, after, left, citations = full.cells
    assert isinstance(subject_cell, Said)
    told = says(here) == subject_cell.body
    same = here.having.steps == pair.having.steps and here.having.needs == pair.having.needs
    again: Cell = Lines(("As above.",)) if same and pair.having.steps else left
    return Row(pair.id, (Said(subject_cell.head) if told else subject_cell, before, after, again, citations))


def _when(matter: Matter, contrast: Contrast) -> str:
    being = predicate(matter.kind)
    name, span, on = capital(the(contrast.country.name)), contrast.span, day(contrast.on)
    if span is not None:
        ended = f" It ceased to be one on {a_day(span.until, span.until_by, day)}." if span.until else ""
        began = f"{name} became {being} on {a_day(span.since, span.since_by, day)}{by(span)}"
        return f"{began}; the rows show the law of {on}.{ended}"
    if contrast.held is None:
        return f"Whether {the(contrast.country.name)} is {being} on {on} is not known; the rows show what turns on it."
    coming = later(matter, contrast.country)
    return f"{name} has never been {being}{coming}; the rows show what the status would make of the law of {on}."


def _road(matter: Matter, contrast: Contrast) -> str:
    """The steps that led to the designation, because the earlier ones are so often taken for it."""
    if contrast.span is None or matter.versus_standing is None:
        return ""
    steps = [step for step in matter.versus_standing.steps if step.status == matter.kind.id and step.on <= contrast.on]
    told = [
        f"{step.step} on {a_day(step.on, step.on_by, day)}" for step in steps if step.step in ("announced", "notified")
    ]
    if not told:
        return ""
    return f" It was {listed(told)}; {'neither was' if len(told) > 1 else 'that was not'} the designation itself."


_SAME = {"yes": "yes", "no": "no", "unknown": wording.UNKNOWN.lower()}


def _unmoved(contrast: Contrast, moved: Sequence[Pair]) -> Paragraph:
    rest = [pair for pair in contrast.grants if pair not in moved]
    groups = [(word, [p for p in rest if p.having.verdict == word]) for word in ("yes", "no", "unknown")]
    said = [f"{_SAME[word]} for {listed([subject(p.id) for p in pairs])}" for word, pairs in groups if pairs]
    if not said:
        return Paragraph("No answer is the same without it and with it.")
    count = "one answer is" if len(rest) == 1 else f"{number(len(rest))} answers are"
    return Paragraph(f"The other {count} the same without it and with it: {'; '.join(said)}.")
