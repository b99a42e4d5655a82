"""The section on what is not known: the facts that would settle the open answers."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.briefs.gather import BriefContext, encoded
from mnna.briefs.sections.question_rows import need
from mnna.present.days import day, prose
from mnna.present.document import Items, Link, Paragraph, Section
from mnna.present.wording import sentence
from mnna.sentences import capital
from mnna.statutes.listing import subject


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
