"""Claims about notices to Congress of arms transfers: they put cases to the notification law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from mnna.answers.case import check
from mnna.article_claims.status_claims import name
from mnna.article_claims.types import (
    AtLeastOneArg,
    CountryArg,
    DayArg,
    MoneyArg,
    StatusArg,
    VerdictArg,
    claim_type,
    one_of,
)
from mnna.article_claims.verdicts import Here, Ruling, ruling, too_early
from mnna.engine.notice import Notice, decide
from mnna.rules.nodes import Value
from mnna.statutes import catalog

ChannelArg = Annotated[str, one_of(*sorted(catalog.CHANNELS))]

SAMPLE = (13_999_999, 14_000_000, 24_999_999, 25_000_000, 49_999_999, 50_000_000, 99_999_999, 100_000_000)
"""Values in dollars on both sides of every threshold there is."""


@claim_type
def notification_changes(here: Here, status: StatusArg, country: CountryArg) -> Ruling:
    """The status changes when arms sales to the country must be notified to Congress, or the days."""
    worlds = here.registry.without_and_with(country, status, here.on)
    changed, asked = [], 0
    citations: list[str] = []
    for channel in ("fms", "dcs"):
        for amount in SAMPLE:
            given: dict[str, Value] = {"mde": Decimal(amount), "total": Decimal(amount), "new_sales_territory": False}
            pair = [decide(catalog.case_law(channel), r, country, here.on, given) for r in worlds]
            asked += 1
            citations += pair[0].citations[:1]
            if _terms(pair[0]) != _terms(pair[1]):
                changed.append(f"{channel} {amount:,}")
    because = f"Put to {asked} sales on both sides of every threshold, government and commercial, the notification law "
    because += f"answers differently for {name(country)}, with the status and without it, in {len(changed) or 'none'}"
    because += f": {', '.join(changed[:4])}." if changed else ": it goes by NATO membership and named countries."
    return ruling(bool(changed), because, citations)


def _terms(notice: Notice) -> tuple[object, ...]:
    return (notice.verdict, notice.review_days, notice.measure, notice.usd)


@claim_type
def sale_notified(
    here: Here,
    country: CountryArg,
    channel: ChannelArg,
    total: MoneyArg | None = None,
    mde: MoneyArg | None = None,
    construction: MoneyArg | None = None,
    lease_months: AtLeastOneArg | None = None,
    on: DayArg | None = None,
    notified: VerdictArg = "yes",
) -> Ruling:
    """A transfer of that value to the country by that channel must be notified to Congress on a day, by default the day
    it is judged as of (or, with notified = no, need not be)."""
    if (early := too_early(here, on)) is not None:
        return early
    notice = _notice(here, country, channel, _given(total, mde, construction, lease_months), on)
    if notice.verdict == "unknown" and notified != "unknown":
        return ruling(None, notice.because, notice.citations)
    return ruling(notice.verdict == notified, notice.because, notice.citations)


@claim_type
def sale_review_days(
    here: Here,
    country: CountryArg,
    channel: ChannelArg,
    days: AtLeastOneArg,
    total: MoneyArg | None = None,
    mde: MoneyArg | None = None,
    construction: MoneyArg | None = None,
    lease_months: AtLeastOneArg | None = None,
    on: DayArg | None = None,
) -> Ruling:
    """Congress has so many calendar days to review a transfer of that value to the country by that channel."""
    if (early := too_early(here, on)) is not None:
        return early
    notice = _notice(here, country, channel, _given(total, mde, construction, lease_months), on)
    if notice.verdict == "unknown" or (notice.verdict == "yes" and notice.review_days is None):
        return ruling(None, notice.because, notice.citations)
    waits = f" Review: {notice.review_days} calendar days; {days} claimed." if notice.verdict == "yes" else ""
    return ruling(notice.review_days == days, f"{notice.because}{waits}", notice.citations)


def _given(total: float | None, mde: float | None, construction: float | None, months: int | None) -> dict[str, Value]:
    amounts = {"total": total, "mde": mde, "construction": construction}
    given: dict[str, Value] = {key: Decimal(str(value)) for key, value in amounts.items() if value is not None}
    return check(given | ({} if months is None else {"lease_months": months}))


def _notice(here: Here, country: str, channel: str, given: dict[str, Value], on: date | None) -> Notice:
    return decide(catalog.case_law(channel), here.registry, country, on or here.on, given)
