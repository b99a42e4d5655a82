"""The sections on restrictions (which apply, what each stops, how each ends), and on the facts that are not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mnna.briefs.gather import BriefContext, Pair, encoded
from mnna.briefs.sections.question_rows import cited, need, on_record
from mnna.present.days import day, prose
from mnna.present.document import Block, Items, Link, Paragraph, Row, Section, Table, columns
from mnna.present.findings import verdict
from mnna.present.wording import NOTHING, ONLY_THE_CASE, TURNS_ON_CASE, sentence
from mnna.sentences import capital
from mnna.statutes.listing import subject


def restrictions(context: BriefContext) -> Section:
    """Return the section with every restriction: whether it applies, what it stops, and how it is lifted."""
    bars = context.today.bars
    changed = [pair for pair in bars if pair.without.verdict != pair.having.verdict]
    lead = f"The status changes {len(changed)} of these." if changed else "The status changes none of these."
    note = f"{lead} A restriction does not end the status. It stops what is named for as long as it applies."
    heads = columns(
        "subject applies",
        subject=("Restriction", 2.9),
        applies=("Answer", 1.5),
        cuts=("What it cuts", 5.4),
        lifted=("Waiver or end", 4.0),
        citations=("Citation", 2.7),
    )
    of_record = Table("Restrictions", heads, tuple(map(_bar, context.today.bars_of_record)))
    stopped = on_record(context.today)
    blocks: tuple[Block, ...] = (Paragraph(note), *([stopped] if stopped else []), of_record)
    if of_case := context.today.bars_of_case:
        blocks += Paragraph(ONLY_THE_CASE), Table(TURNS_ON_CASE, heads, tuple(map(_bar, of_case)))
    return Section("restrictions", "Restrictions that the status does not lift", blocks)


def _bar(pair: Pair) -> Row:
    one, other = verdict(pair.without.to_dict()), verdict(pair.having.to_dict())
    values = pair.having.terms
    answer = other if one == other else (one, ", with it ", other)
    lifted = _text(values, "waiver") if other.value != "no" or values.get("waiver") else NOTHING
    cells = capital(subject(pair.id)), answer, _text(values, "cuts", "reaches"), lifted, cited(pair.having.citations)
    return Row(pair.id, cells)


def _text(values: Mapping[str, object], *names: str) -> str:
    found = [str(values[name]) for name in names if values.get(name)]
    return capital(prose("; it reaches ".join(found))) or NOTHING


def unknowns(context: BriefContext) -> Section | None:
    """Return the section with the facts that would settle open restrictions and lists; None without any.

    The tables before it name the facts of each row. Answers that depend on a case are in the section on restrictions,
    because no public list would settle them.
    """
    items = [*_needs(context), *_lists(context)]
    if not items:
        return None
    note = Paragraph("An answer is not known where one of these facts would decide it. No fact is guessed.")
    return Section("unknown", "What we do not know", (note, Items(tuple(items), "small")))


def _needs(context: BriefContext) -> Iterator[Link]:
    told: set[str] = set()
    for pair in context.today.bars_of_record:
        if "unknown" not in (pair.without.verdict, pair.having.verdict):
            continue
        fresh = [text for text in map(need, pair.having.needs) if text not in told]
        told.update(fresh)
        if not encoded(pair):
            fresh = [f"the law in force on {day(context.on)} is not encoded here"]
        if fresh:
            yield Link(f"{capital(subject(pair.id))}: {'; '.join(text.rstrip('.') for text in fresh)}.")


def _lists(context: BriefContext) -> Iterator[Link]:
    """Yield the statuses that are not known, with the reason; statuses whose lists are incomplete share one line."""
    told = " ".join(text for pair in context.today.pairs for text in pair.having.needs)
    partial: list[str] = []
    for status, why in context.status.open_:
        kind = context.registry.kind(status)
        if f"“{kind.title}”" in told:
            continue
        if why == kind.note:
            partial.append(kind.title)
        else:
            yield Link(prose(f"{kind.title}: {sentence(why)}"))
    if partial:
        yield Link(f"These lists are not complete here, so a missing name does not mean no: {'; '.join(partial)}.")
