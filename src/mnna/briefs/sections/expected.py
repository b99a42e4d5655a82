"""The sections on what readers expect of the status most often: a guarantee of defense, other notices to Congress."""

from __future__ import annotations

from collections.abc import Mapping

from mnna.briefs.bottom_line import given_without
from mnna.briefs.gather import BriefContext, encoded
from mnna.briefs.sections.question_rows import says
from mnna.present.document import Block, Cite, Paragraph, Section
from mnna.present.numbers import listed, money
from mnna.present.wording import in_one, sentence
from mnna.registry.countries import the

MAJOR_EQUIPMENT = (
    "Major defense equipment is a significant item that cost over $50 million to develop or over $200 million to "
    "produce (22 USC 2794(6))."
)
MEASURES = {
    "mde_usd": "major defense equipment",
    "total_usd": "the sale as a whole",
    "construction_usd": "design and construction",
}
"""The amounts in the terms of a notice, and what each measures."""


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
    answers = {"Without it: ": pair.without, "With it: ": pair.having} if pair.changes else {"": pair.having}
    for lead, finding in answers.items():
        told = f"{lead}{finding.question} {in_one(finding.to_dict())}"
        blocks.append(Paragraph((f"{told} [", Cite("; ".join(finding.citations)), "]")))
    lesser = pair.having.terms.get("lesser_commitment")
    if lesser and lesser != "none recorded":
        blocks.append(Paragraph(sentence(f"a commitment short of a treaty is on record: {lesser}")))
    return Section("commitments", "Commitments", tuple(blocks))


def notification(context: BriefContext) -> Section | None:
    """Return the section on when Congress must be notified of a sale, and whether the status changes that."""
    pair = next(iter(context.today.watched("notification")), None)
    if pair is None:
        return None
    verb = "changes" if pair.changes else "does not change"
    verdict = f"The status {verb} when Congress must be told of an arms sale."
    without, having = (_figures(one.terms, the(context.country.name)) for one in (pair.without, pair.having))
    texts = [f"Without it: {without}", f"With it: {having}"] if pair.changes else [having]
    if not encoded(pair):
        verdict, texts = "The law of that day on notices to Congress is not encoded here.", []
    texts += [MAJOR_EQUIPMENT] if any(texts) else []
    cite = (f"{says(pair)} [", Cite("; ".join(pair.having.citations[:2])), "]")
    paragraphs = (Paragraph(verdict, marked=True), *(Paragraph(text) for text in texts if text), Paragraph(cite))
    return Section("notification", "When Congress must be told of a sale", paragraphs)


def _figures(values: Mapping[str, object], name: str) -> str:
    amounts = ((values.get(id_), what) for id_, what in MEASURES.items())
    told = [f"{money(usd)} for {what}" for usd, what in amounts if isinstance(usd, (int, float))]
    if not told:
        return ""
    days = values.get("review_days")
    wait = f" It then has {days} calendar days before the offer may be made." if days else ""
    return f"Congress must be told of a sale between governments to {name} of at least {listed(told, 'or')}.{wait}"
