"""Where a country stands: what it holds and held, the road to the status, and who proposed what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mnna.answers.status import StatusAnswer
from mnna.briefs.bottom_line import predicate
from mnna.briefs.document import Block, Cell, Column, Items, Link, Paragraph, Row, Said, Section, Table
from mnna.briefs.matter import Matter
from mnna.briefs.timeline import LANES, timeline
from mnna.briefs.words import capital, days_between, happened, links, prose, sentence, spoken, spoken_part, the
from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.registry.records import Proposal, Span, Step

ADVERSE = (
    "terrorism-list",
    "itar-126-1-table1",
    "itar-126-1-table2",
    "drug-majors",
    "drug-majors-failed",
    "csp-list",
    "tip-tier3",
)
"""Lists that bar rather than give; the section on restrictions shows what they do."""

_COLUMNS = (
    Column("status", "Status", 3.6),
    Column("days", "Held", 3.7),
    Column("by", "By", 3.8),
    Column("citations", "Citation", 3.0),
)


def standing(matter: Matter) -> Section:
    """What each country holds on the day, and the road of the first to the status."""
    blocks: list[Block] = [Paragraph(prose(capital(text)), marked=True) for text in matter.standing.disagreements]
    blocks += _held(matter.standing, matter.registry)
    if matter.versus_standing:
        blocks += _held(matter.versus_standing, matter.registry, tuple(LANES))
    blocks += _road(matter)
    blocks.append(timeline(_answers(matter), matter.kind, matter.on))
    return Section("status", f"Status on {spoken(matter.on)} and the road to it", tuple(blocks))


def _answers(matter: Matter) -> tuple[StatusAnswer, ...]:
    return (matter.standing,) if matter.versus_standing is None else (matter.standing, matter.versus_standing)


def good(spans: Iterable[Span]) -> list[Span]:
    """The spans of statuses that give something, without the lists that bar."""
    return [span for span in spans if span.status not in ADVERSE]


def _held(answer: StatusAnswer, registry: Registry, only: tuple[str, ...] = ()) -> list[Block]:
    """A table of what a country holds and held; of a country that stands beside, only the statuses of the picture."""
    name = the(answer.country.name)
    spans = [*good(answer.held), *good(answer.past)]
    shown = [span for span in spans if not only or span.status in only]
    if not spans:
        return [Paragraph(f"{capital(name)} holds no status that the registry knows, and held none before.")]
    if not shown:
        return [Paragraph(f"{capital(name)} holds and held none of the main statuses.")]
    caption = f"What {name} holds, and held before" + (": the main statuses" if only else "")
    return [Table(caption, _COLUMNS, tuple(_rows(shown, registry)))]


def _rows(spans: Sequence[Span], registry: Registry) -> list[Row]:
    alone = [span for span in spans if not span.status.startswith("nato-plus")]
    beside = [span for span in spans if span.status.startswith("nato-plus")]
    rows = [_row(span, registry) for span in alone]
    return rows + ([_beside_nato(beside)] if beside else [])


def _row(span: Span, registry: Registry) -> Row:
    doubt = "" if span.confidence == "high" else f" ({span.confidence} confidence)"
    own = " (your own facts)" if span.own else ""
    kind = registry.kind(span.status)
    cells: tuple[Cell, ...] = (
        Said(kind.title),
        Said(capital(days_between(span.since, span.since_by, span.until)) + doubt + own),
        Said(span.instrument or "—"),
        cited([span.citation or kind.citation]),
    )
    return Row(span.status, cells)


def _beside_nato(spans: Sequence[Span]) -> Row:
    """The names the arms-export law repeats beside NATO, seven provisions with starts of their own, in one row."""
    first, last = min(span.since for span in spans), max(span.since for span in spans)
    ends = [span.until for span in spans if span.until]
    days = f"since {spoken(first)}" if first == last else f"since {spoken(first)} to {spoken(last)}, by provision"
    if ends:
        days = f"from {spoken(first)} until {spoken(max(ends))}"
    many = f"{len(spans)} provisions" if len(spans) > 1 else "the review of sales, 36(b)"
    title = Said(f"NATO-plus: named beside NATO in {many} of arms-export law")
    citations = cited(list(dict.fromkeys(span.citation for span in spans))[:2])
    return Row("nato-plus", (title, Said(capital(days)), Said("Acts of Congress"), citations))


def cited(texts: Iterable[str]) -> tuple[Link, ...]:
    """Citations, each once, each with its official address where there is one."""
    found = [Link(piece, address) for text in texts if text for piece, address in links(text)]
    return tuple({link.text: link for link in found}.values()) or (Link("—"),)


def _road(matter: Matter) -> list[Block]:
    steps = [step for step in matter.standing.steps if step.on <= matter.on]
    later = [step for step in matter.standing.steps if step.on > matter.on]
    if not steps and not later:
        being, name = predicate(matter.kind), the(matter.country.name)
        return [Paragraph(f"No step on the road of {name} to be {being} is on record.")]
    note = (
        "The road, step by step. Announced is not designated, and the end of the thirty days is not designation either."
    )
    items = [_step(step, matter) for step in steps] + [_step(step, matter, "later: ") for step in later]
    return [Paragraph(note), Items(tuple(items))]


def _step(step: Step, matter: Matter, before: str = "") -> Link:
    day = happened(step.on, step.on_by).removeprefix("a day ")
    other = "" if step.status == matter.kind.id else f" (of the status “{matter.registry.kind(step.status).title}”)"
    return Link(prose(f"{day}: {before}{step.step}{other}. {sentence(step.event or step.instrument)}"))


def proposals(matter: Matter) -> Section | None:
    """Bills, letters, remarks and articles that asked for the status or its end, as what they are."""
    rows = [row for answer in _answers(matter) for row in answer.proposals if _known(row, matter.on)]
    if not rows:
        return None
    columns = (
        Column("day", "When", 1.6),
        Column("what", "What and who", 4.6),
        Column("outcome", "What became of it", 5.0),
    )
    table = Table("Proposals on record", columns, tuple(_proposal(row, matter) for row in rows))
    note = Paragraph("A proposal changes nothing by itself; none of these is a designation or its end.")
    return Section("proposals", "What was proposed", (note, table))


def _known(row: Proposal, on: date) -> bool:
    return row.on <= on.isoformat()


def _proposal(row: Proposal, matter: Matter) -> Row:
    who = f"{row.proposer}, {row.proposer_role}" if row.proposer_role else row.proposer
    country = "" if row.country == matter.country.iso3 else f" ({countries()[row.country].name})"
    what = (
        f"{row.kind}, to {row.direction}"
        if row.direction in ("designate", "revoke", "codify")
        else f"{row.kind}: {row.direction}"
    )
    doubt = "" if row.confidence == "high" else f" {capital(row.confidence)} confidence."
    cells = (
        Said(spoken_part(row.on)),
        Said(capital(what) + country, prose(sentence("; ".join(filter(None, (who, row.instrument)))))),
        Said(
            prose(sentence(row.outcome)),
            prose(sentence(row.note)) + doubt if row.note and not country else doubt.strip(),
        ),
    )
    return Row(row.id, cells)
