"""The section on a country's statuses, present and past, and its steps toward the examined status."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from mnna.answers.status import StatusAnswer
from mnna.briefs.gather import BriefContext
from mnna.briefs.sections.question_rows import cited
from mnna.briefs.timeline import timeline
from mnna.present.days import day, prose
from mnna.present.document import Block, Items, Link, Paragraph, Row, Section, Table, columns
from mnna.present.wording import CONFIDENCE, NOTHING, own_mark, sentence
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.records import Span, Step
from mnna.registry.statuses import Kinds, lanes
from mnna.sentences import capital

_COLUMNS = columns(status=("Status", 3.6), days=("Held", 3.7), by=("By", 3.8), citations=("Citation", 3.0))


def status(context: BriefContext) -> Section:
    """Return the section with each country's present and past statuses and the first country's steps to the status."""
    blocks: list[Block] = [Paragraph(prose(capital(text)), marked=True) for text in context.status.disagreements]
    blocks += _held(context.status, context.registry)
    if context.versus_status:
        main = frozenset(kind.id for kind in lanes(context.registry.kinds))
        blocks += _held(context.versus_status, context.registry, main)
    blocks += _road(context)
    blocks.append(timeline(context.answers, context.kind, context.on))
    return Section("status", f"Status on {day(context.on)} and the steps to it", tuple(blocks))


def without_bars(spans: Iterable[Span], registry: Registry) -> list[Span]:
    """Return the spans of statuses that are not bars; the section on restrictions shows the bars."""
    return [span for span in spans if registry.kind(span.status).bears != "bars"]


def _held(answer: StatusAnswer, registry: Registry, only: Container[str] = ()) -> list[Block]:
    """Return a table of a country's present and past statuses, or a sentence without any; `only` limits the ids."""
    name = the(answer.country.name)
    spans = without_bars([*answer.held, *answer.past], registry)
    shown = [span for span in spans if not only or span.status in only]
    if not spans:
        but = " except those that bar or withhold" if answer.held or answer.past else ""
        return [Paragraph(f"{capital(name)} holds no status on record here{but}, and held none before.")]
    if not shown:
        return [Paragraph(f"{capital(name)} holds and held none of the main statuses.")]
    caption = f"What {name} holds, and held before" + (": the main statuses" if only else "")
    return [Table(caption, _COLUMNS, tuple(_rows(shown, registry)))]


def _rows(spans: Sequence[Span], registry: Registry) -> list[Row]:
    by_whole: dict[str, list[Span]] = {}
    for span in spans:
        by_whole.setdefault(_whole(span, registry.kinds), []).append(span)
    rows = [_row(span, registry) for span in by_whole.pop("", [])]
    return rows + [_parts(parts, whole, registry) for whole, parts in by_whole.items()]


def _whole(span: Span, kinds: Kinds) -> str:
    """Return the id of the status whose parts share one row with this span; empty for a status without parts."""
    has_parts = any(kind.part_of == span.status for kind in kinds.values())
    return kinds[span.status].part_of or (span.status if has_parts else "")


def _row(span: Span, registry: Registry) -> Row:
    doubt = "" if span.confidence == "high" else f" ({CONFIDENCE[span.confidence].lower()})"
    kind = registry.kind(span.status)
    held = capital(span.days()) + doubt + own_mark(span.own)
    return Row(span.status, (kind.title, held, span.instrument or NOTHING, cited([span.citation or kind.citation])))


def _parts(spans: Sequence[Span], whole: str, registry: Registry) -> Row:
    """Return one row for a status and its parts, which several provisions give from different days."""
    first, last = min(span.since for span in spans), max(span.since for span in spans)
    ends = [span.until for span in spans if span.until]
    days = f"since {day(first)}" if first == last else f"since {day(first)} to {day(last)}, by provision"
    if ends:
        days = f"from {day(first)} until {day(max(ends))}"
    title = registry.kind(whole if len(spans) > 1 else spans[0].status).title
    name = f"{title.partition(':')[0]}, by {len(spans)} provisions" if len(spans) > 1 else title
    own = own_mark(any(span.own for span in spans))
    by = ", ".join(dict.fromkeys(span.instrument for span in spans if span.instrument)) or NOTHING
    citations = cited(list(dict.fromkeys(span.citation for span in spans))[:2])
    return Row(whole, (name, capital(days) + own, by, citations))


def _road(context: BriefContext) -> list[Block]:
    steps = [step for step in context.status.steps if step.on <= context.on]
    later = [step for step in context.status.steps if step.on > context.on]
    if not context.status.steps:
        being, name = context.kind.being, the(context.country.name)
        return [Paragraph(f"No step of {name} toward being {being} is on record.")]
    note = (
        "The steps to the status. An announcement is not a designation. "
        "The end of the 30 days after notice to Congress is not one either."
    )
    items = [_step(step, context) for step in steps] + [_step(step, context, "later: ") for step in later]
    return [Paragraph(note), Items(tuple(items))]


def _step(step: Step, context: BriefContext, before: str = "") -> Link:
    when = a_day(step.on, step.on_by).removeprefix("a day ")
    other = "" if step.status == context.kind.id else f" (of the status “{context.registry.kind(step.status).title}”)"
    return Link(prose(f"{when}: {before}{step.step}{other}. {sentence(step.event or step.instrument)}"))
