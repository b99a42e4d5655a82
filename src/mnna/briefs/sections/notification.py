"""The section on notices to Congress: the thresholds, the review period, and whether the status changes them."""

from __future__ import annotations

from collections.abc import Mapping

from mnna.briefs.gather import BriefContext, encoded
from mnna.briefs.sections.question_rows import says
from mnna.present.document import Cite, Paragraph, Section
from mnna.present.numbers import listed, money
from mnna.registry.countries import the

MAJOR_EQUIPMENT = (
    "Major defense equipment is a significant item that cost over $50 million to develop or over $200 million to "
    "produce (22 USC 2794(6))."
)


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
    amounts = [
        ("major defense equipment", values.get("mde_usd")),
        ("the sale as a whole", values.get("total_usd")),
        ("design and construction", values.get("construction_usd")),
    ]
    told = [f"{money(usd)} for {what}" for what, usd in amounts if isinstance(usd, (int, float))]
    if not told:
        return ""
    days = values.get("review_days")
    wait = f" It then has {days} calendar days before the offer may be made." if days else ""
    return f"Congress must be told of a sale between governments to {name} of at least {listed(told, 'or')}.{wait}"
