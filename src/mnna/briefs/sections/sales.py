"""The section on sales notified to Congress: since designation, as long before it, and the ten largest on record."""

from __future__ import annotations

from datetime import timedelta

from mnna.briefs.gather import BriefContext
from mnna.briefs.sections.history import published
from mnna.present.days import day
from mnna.present.document import Items, Paragraph, Section, Text
from mnna.present.numbers import counted, dollars, money
from mnna.present.wording import CONFIDENCE, TOTALS
from mnna.registry.countries import the
from mnna.registry.notices import NoticeRow, notice_sources
from mnna.registry.sales import Sold, five_years, largest, sold
from mnna.sentences import capital, inside

LARGEST = 10
OFFERED = (
    "A notice says what was offered at most, in the dollars of its day. The status changes neither when Congress is "
    "told nor what may be sold, so a difference is not its effect."
)


def sales(context: BriefContext) -> Section | None:
    """Return the section with counts before and after designation, if the record allows, and the largest sales.

    None without a sale on record.
    """
    code, name = context.country.iso3, the(context.country.name)
    rows = largest(code, context.on, LARGEST)
    if not rows:
        return None
    title = f"The {len(rows)} largest on record" if len(rows) > 1 else "The only one on record"
    listed = Items(tuple(map(_told_of, rows)), "small", title)
    texts = Paragraph(_counts(context, code, name)), Paragraph(OFFERED)
    return Section("sales", "Sales notified to Congress", (*texts, listed))


def _counts(context: BriefContext, code: str, name: str) -> str:
    if not (held := context.held(context.kind.id)):
        found = five_years(code, context.on)
        return f"{_told(found, 'In the five years to')} {_gaps(found)}"
    since, after = held.since, sold(code, held.since, context.on)
    before = sold(code, since - (context.on - since) - timedelta(days=1), since - timedelta(days=1))
    if after.sales is None:
        return f"{capital(name)} was designated on {day(since)}. {after.says}"
    if before.sales is None:
        return f"{_told(after, 'Since designation, to')} As many days before it are not compared: {inside(before.says)}"
    days = (context.on - since).days + 1
    earlier = f"Of the {days:,} days before designation it has {_sum(before)}."
    return f"{_told(after, 'Since designation, to')} {earlier} {_gaps(before._replace(says=after.says))}"


def _told(found: Sold, span: str) -> str:
    return found.says if found.sales is None else f"{span} {day(found.until)}, the record has {_sum(found)}."


def _sum(found: Sold) -> str:
    worth = f" worth {dollars(found.usd)} at most" if found.usd else ""
    return f"{counted(found.sales or 0, 'new sale')}{worth}"


def _gaps(found: Sold) -> str:
    return "" if found.sales is None else f"The record has gaps: {found.says}"


def _told_of(row: NoticeRow) -> Text:
    on = day(row.notified_on) if row.notified_on else ""
    doubt = "" if row.confidence == "high" else CONFIDENCE[row.confidence].lower()
    number = f"number {row.transmittal}" if row.transmittal else ""
    more = "; ".join(filter(None, (TOTALS.get(row.total_basis, ""), number, doubt)))
    said = f"{on}: {row.what}, {money(row.total_usd)}{f' ({more})' if more else ''}, "
    return said, published(notice_sources()[row.source[0]])
