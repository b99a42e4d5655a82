"""The section on whether a treaty binds the United States to the country's defense."""

from __future__ import annotations

from mnna.briefs.bottom_line import given_without
from mnna.briefs.gather import BriefContext, encoded
from mnna.present.document import Block, Cite, Paragraph, Section
from mnna.present.wording import in_one, sentence


def commitments(context: BriefContext) -> Section | None:
    """Return the section on whether a defense treaty is in force, without the status and with it; None if not asked."""
    pair = next(iter(context.today.watched("commitments")), None)
    if pair is None:
        return None
    blocks: list[Block] = []
    if not pair.changes and encoded(pair):
        also = given_without(pair, context.kind)
        none = "No guarantee of defense comes with the status."
        blocks.append(Paragraph("A guarantee of defense stands without the status too." if also else none, marked=True))
    answers = [pair.having] if not pair.changes else [pair.without, pair.having]
    for finding, lead in zip(answers, ("Without it: ", "With it: ") if pair.changes else ("",), strict=True):
        told = f"{lead}{finding.question} {in_one(finding.to_dict())}"
        blocks.append(Paragraph((f"{told} [", Cite("; ".join(finding.citations)), "]")))
    lesser = pair.having.terms.get("lesser_commitment")
    if lesser and lesser != "none recorded":
        blocks.append(Paragraph(sentence(f"a commitment short of a treaty is on record: {lesser}")))
    return Section("commitments", "Commitments", tuple(blocks))
