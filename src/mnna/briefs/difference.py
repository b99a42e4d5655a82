"""What the status makes of the law: a row for each question, answered without it and with it."""

from __future__ import annotations

from collections.abc import Sequence

from mnna.briefs.bottom_line import by, first_held, later, predicate
from mnna.briefs.document import Block, Cell, Column, Link, Paragraph, Row, Said, Section, Table
from mnna.briefs.matter import OPEN, SAME, TERMS, VERDICT, Contrast, Matter, Pair
from mnna.briefs.standing import cited
from mnna.briefs.words import (
    capital,
    happened,
    listed,
    need,
    number,
    prose,
    sentence,
    spoken,
    start,
    terms,
    the,
)
from mnna.engine.finding import Finding
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
        "Each row is one question of law, answered without the status and with it. Yes means that the law permits it, "
        "not that it happens: the steps are acts that remain for every such country."
    )
    if matter.today.held:
        return f"{text} The column “without” shows the law if the status ended on this day."
    if matter.kind.id != "mnna":
        return text
    if matter.on < (first := first_held(matter.registry, matter.kind)):
        return f"{text} The status did not exist before {spoken(first)} (22 USC 2321k): the rows suppose that it had."
    if matter.holds("nato"):
        return (
            f"{text} The status is for countries outside NATO; the rows show what it would add in law if it were given."
        )
    return (
        f"{text} The President designates, thirty days after notice to Congress (22 USC 2321k); the law sets no test."
    )


def _columns(last: str, terms_shown: bool) -> tuple[Column, ...]:
    return (
        Column("subject", "Question", 4.8 if terms_shown else 5.6),
        Column("before", "Without", 1.25),
        Column("after", "With", 2.2 if terms_shown else 1.25),
        Column("steps", last, 5.6 if terms_shown else 5.3),
        Column("citations", "Citation", 2.5),
    )


def _tables(contrast: Contrast) -> list[Block]:
    would, s = ("", "s") if contrast.held else ("would ", "")
    groups = [
        (f"The status {would}change{s} these", contrast.of(VERDICT, TERMS), "Step left to do"),
        ("Unknown without it, with it, or both", contrast.of(OPEN), "What would settle it, then the step left"),
        (f"It {would or 'does '}not change these", contrast.of(SAME), "Step left, or the way to a yes"),
    ]
    return [_table(caption, [row(pair) for pair in pairs], last) for caption, pairs, last in groups if pairs]


def _table(caption: str, rows: Sequence[Row], last: str) -> Table:
    shown = any(isinstance(row.cells[2], Said) and row.cells[2].body for row in rows)
    return Table(f"{caption} ({len(rows)})", _columns(last, shown), tuple(rows))


def row(pair: Pair) -> Row:
    """One question: subject and law, the answer without and with, what is left to do, and the citations."""
    cells: tuple[Cell, ...] = (
        Said(capital(subject(pair.id)), says(pair)),
        Said(pair.without.verdict, _terms(pair, pair.without)),
        Said(pair.having.verdict, _terms(pair, pair.having)),
        _left(pair),
        cited(pair.having.citations)[: 3 if pair.moves else 2],
    )
    return Row(pair.id, cells)


def says(pair: Pair) -> str:
    """The law of that day in a sentence or two, with what it presumes and how sure we are."""
    provision = catalog.authority(pair.id).at(pair.on)
    law = provision.says if provision else pair.having.because
    own = [f"Rests on {text}." for text in pair.having.own_facts]
    presumed = [sentence(text) for text in pair.having.presumes]
    doubt = "" if pair.having.confidence == "high" else f"({capital(pair.having.confidence)} confidence.)"
    return prose(" ".join(filter(None, [law, *presumed, *own, doubt])))


def _terms(pair: Pair, finding: Finding) -> str:
    """The terms that matter in the cell: all of a new yes, only those that differ where the verdict stays."""
    other = pair.without if finding is pair.having else pair.having
    if finding.verdict != "yes":
        return ""
    if other.verdict != finding.verdict:
        return terms(finding.terms)
    changed = [name for name, value in finding.terms.items() if other.terms.get(name) != value]
    return terms(finding.terms, changed)


def _left(pair: Pair) -> tuple[Link, ...]:
    """What would settle an unknown, then the steps left with the status, or the routes where it is a no.

    Every step is given where the status decides; elsewhere the first, with the count of all.
    """
    finding = pair.having
    told = [need(text) for text in finding.needs] if finding.verdict == "unknown" else []
    if not told and pair.without.verdict == "unknown":
        told = [f"without it: {need(text)}" for text in pair.without.needs]
    acts = _routes(finding) if finding.verdict == "no" else finding.steps
    every = pair.kind in (VERDICT, TERMS) and finding.verdict != "no"
    lead = ["way there: " if finding.verdict == "no" else "then: " if told else ""]
    if not every and len(acts) > 1:
        lead = [f"{lead[0].rstrip(': ')}, first of {number(len(acts))}: ".lstrip(", ")]
    said = [
        *told,
        *(f"{word}{text}" for word, text in zip(lead * len(acts), acts if every else acts[:1], strict=False)),
    ]
    return tuple(Link(sentence(prose(text))) for text in said) or (Link("None named."),)


def _routes(finding: Finding) -> tuple[str, ...]:
    """The ways round a no, less the designation itself, which the column with the status has taken already."""
    return tuple(text for text in finding.routes if not text.endswith("[22 USC 2321k(a)]"))


def beside(matter: Matter) -> Section | None:
    """The same for the comparison country, on the day it got the status or, where it never did, as a hypothesis."""
    contrast = matter.versus
    if contrast is None:
        return None
    name, being = the(contrast.country.name), predicate(matter.kind)
    moved = [
        pair for pair in contrast.of(VERDICT, TERMS, OPEN) if pair.without.verdict != pair.having.verdict or pair.moves
    ]
    blocks: list[Block] = [Paragraph(_when(matter, contrast) + _road(matter, contrast))]
    if moved:
        rows = [_short(pair, matter.today) for pair in moved]
        blocks.append(
            _table(
                "What the status changed" if contrast.span else "What the status would change",
                rows,
                "Step left",
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
    again: Cell = (Link("As above."),) if same and pair.having.steps else left
    return Row(pair.id, (Said(subject_cell.head) if told else subject_cell, before, after, again, citations))


def _when(matter: Matter, contrast: Contrast) -> str:
    being = predicate(matter.kind)
    name, span, day = capital(the(contrast.country.name)), contrast.span, spoken(contrast.on)
    if span is not None:
        ended = f" It ceased to be one on {spoken(span.until)}." if span.until else ""
        began = f"{name} became {being} on {start(span.since, span.since_by)}{by(span)}"
        return f"{began}; the rows show the law of {day}.{ended}"
    if contrast.held is None:
        return f"Whether {the(contrast.country.name)} is {being} on {day} is not known; the rows show what turns on it."
    coming = later(matter, contrast.country)
    return f"{name} has never been {being}{coming}; the rows show what the status would make of the law of {day}."


def _road(matter: Matter, contrast: Contrast) -> str:
    """The steps that led to the designation, because the earlier ones are so often taken for it."""
    if contrast.span is None or matter.versus_standing is None:
        return ""
    steps = [step for step in matter.versus_standing.steps if step.status == matter.kind.id and step.on <= contrast.on]
    told = [
        f"{step.step} on {happened(step.on, step.on_by)}" for step in steps if step.step in ("announced", "notified")
    ]
    if not told:
        return ""
    return f" It was {listed(told)}; {'neither was' if len(told) > 1 else 'that was not'} the designation itself."


def _unmoved(contrast: Contrast, moved: Sequence[Pair]) -> Paragraph:
    rest = [pair for pair in contrast.of(VERDICT, TERMS, OPEN, SAME) if pair not in moved]
    groups = [(word, [p for p in rest if p.having.verdict == word]) for word in ("yes", "no", "unknown")]
    said = [f"{word} for {listed([subject(p.id) for p in pairs])}" for word, pairs in groups if pairs]
    if not said:
        return Paragraph("No answer is the same without it and with it.")
    count = "one answer is" if len(rest) == 1 else f"{number(len(rest))} answers are"
    return Paragraph(f"The other {count} the same without it and with it: {'; '.join(said)}.")
