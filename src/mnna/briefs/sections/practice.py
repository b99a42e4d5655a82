"""The section on how allies have used what the status permits, which shows what a permission is worth in practice."""

from __future__ import annotations

from mnna.briefs.gather import BriefContext, Contrast, Pair
from mnna.briefs.sections.history import published
from mnna.present import wording
from mnna.present.document import Column, Lines, Paragraph, Row, Section, Table
from mnna.registry.load import Registry
from mnna.registry.practice import counted
from mnna.sentences import capital
from mnna.statutes.listing import subject


def practice(context: BriefContext) -> Section | None:
    """Return the section with a sentence of counts and a row for each question; None without such questions."""
    if not (pairs := used(context.today)):
        return None
    said = Paragraph(counted((pair.id for pair in pairs), context.on))
    columns = (Column("subject", "Question", 2, strong=True), Column("practice", wording.IN_PRACTICE, 6))
    table = Table("What such permissions were used for", columns, tuple(_row(pair, context.registry) for pair in pairs))
    return Section("practice", wording.IN_PRACTICE, (said, table))


def used(contrast: Contrast) -> tuple[Pair, ...]:
    """Return the questions that the status changes and for which uses by allies were searched."""
    moved = [id_ for group, ids in contrast.partition.groups() if group != "same" for id_ in ids]
    return tuple(pair for pair in contrast.grants if pair.id in moved and pair.having.in_practice)


def _row(pair: Pair, registry: Registry) -> Row:
    uses = pair.having.to_dict()["in_practice"]
    told = tuple(wording.use(row, lambda id_: published(registry.sources[id_])) for row in uses)
    return Row(pair.id, (capital(subject(pair.id)), Lines(told)))
