"""The command `notices`: every recorded arms sale notified to Congress, with the verdict of the law of its day.

A notice says what was offered, not what was sold. The law is applied only to values that the source states: inferred
values and sums of several cases decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import ClassVar, TypeVar

from mnna.answers.inputs import day, foreign
from mnna.answers.stamped import Stamped
from mnna.dates import spoken
from mnna.engine.finding import Verdict
from mnna.engine.notice import Notice, Threshold, decide
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.errors import BadDate
from mnna.quick import Path, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.load import Registry, load_registry
from mnna.registry.notices import NoticeRow, Series, day_of, last_day, notices_of, series, years_without
from mnna.registry.records import Country
from mnna.rules.nodes import Value
from mnna.sentences import spans
from mnna.series.price_levels import constant
from mnna.statutes import catalog

MET, MUST_HAVE_MET = "met", "must have met"

Agreed = TypeVar("Agreed")


@quick_dataclass(frozen=True, repr=False)
class NoticeOnRecord(Record):
    """One notice, or one case that a source says was not notified, with the verdict of the law of its day."""

    transmittal: str = field(metadata=described("Its number; empty where the source gives none."))
    recipients: tuple[str, ...]
    purchaser: str = field(metadata=described("The purchaser as the source writes it."))
    channel: str
    notified_on: date | None
    day_is: str = field(
        metadata=described("`delivered` to Congress, of the news `release` (up to five days later), or of a `report`.")
    )
    mde_usd: int | None = field(metadata=described("Major defense equipment; null is not stated, 0 is stated as none."))
    mde_basis: str = field(
        metadata=described("`stated`, `inferred` from the items, `listed` without an amount, or empty for not stated.")
    )
    total_usd: int | None
    total_basis: str = field(metadata=described("`stated`, `rounded`, `package` (several cases), or empty."))
    description: str
    notified: str = field(metadata=described("`yes`, `no`, or `likely-no` where the source does not say so outright."))
    emergency: bool | None = field(
        metadata=described("Whether the waiting period was waived for an emergency; null is not known.")
    )
    amends: str = field(metadata=described("The number of the notice that it enlarges; it is then no new sale."))
    leads_to: str = field(metadata=described("Of a case not notified: the notice that later took it up."))
    verdict: Verdict
    threshold: Threshold | None
    threshold_by: str = field(
        metadata=described(
            "`met`: the stated values reach it. `must have met`: the total is below its own threshold, so only the "
            "major defense equipment, which is not stated, can have reached this one."
        )
    )
    review_days: int | None
    group: str | None
    law_of: date | None = field(metadata=described("The day whose law was asked; null where no day is known."))
    because: str
    statuses: tuple[str, ...] = field(metadata=described("What every purchaser held on that day."))
    source: tuple[str, ...]
    confidence: str
    contradicts: str = field(metadata=described("How the law and the source differ; empty where they do not."))
    open: str = field(metadata=described("Why a conflict is left as an open question."))
    note: str
    own: bool = field(
        default=False, metadata=described("Whether you took it over with `mnna refresh notices`.", sparse=True)
    )


@quick_dataclass(frozen=True, repr=False)
class YearTotal(Record):
    """The new sales notified in one year; `year` is null for those without a day."""

    year: int | None
    count: int
    usd: int = field(metadata=described("The sum of the totals that are stated, in the dollars of their day."))
    without_value: int = field(metadata=described("How many of them have no stated total."))
    usd_constant: int | None = field(
        metadata=described("The same sum in dollars of fiscal year 2024; null where that year's prices are not held.")
    )


@quick_dataclass(frozen=True, repr=False)
class NoticeCoverage(Record):
    """What the record lacks; shown with every count."""

    first: date
    last: date
    undated: int = field(metadata=described("Notices on record whose day is not known."))
    years_without: tuple[int, ...] = field(metadata=described("Years of which no notice was found."))
    never_seen: tuple[Series, ...] = field(
        metadata=described("Of the numbers given out in each year, how many up to the highest were never seen.")
    )
    says: str


@quick_dataclass(frozen=True, repr=False)
class NoticesAnswer(Stamped):
    """Notices of one country or all, oldest first; totals leave out amendments and cases that were not notified."""

    country: Country | None
    since: date | None
    until: date | None
    totals: tuple[YearTotal, ...]
    coverage: NoticeCoverage
    check: bool = field(metadata=HIDDEN)
    registry: Registry = field(metadata=HIDDEN)
    rows: tuple[NoticeRow, ...] = field(metadata=HIDDEN)
    notices: ClassVar[tuple[NoticeOnRecord, ...]] = passed_on("_notices", "The notices, oldest first.", after="until")

    @cached_property
    def _notices(self) -> tuple[NoticeOnRecord, ...]:
        return self.judged(self.rows)

    @cached_property
    def _found(self) -> dict[NoticeRow, NoticeOnRecord]:
        return {}

    def judged(self, rows: Iterable[NoticeRow]) -> tuple[NoticeOnRecord, ...]:
        """Return rows with the verdict of the law of their day; only the rows that are shown are decided."""
        return tuple(self._found.get(row) or self._found.setdefault(row, _judged(self.registry, row)) for row in rows)

    @property
    def unsettled(self) -> tuple[NoticeOnRecord, ...]:
        """The rows that the law contradicts and that are not listed as open questions."""
        return tuple(one for one in self.notices if one.contradicts and not one.open)

    def summary(self) -> str:
        """Return the purchaser and the number of notices."""
        whose = self.country.name if self.country else "all countries"
        return f"{whose}: {sum(total.count for total in self.totals)} notices on record"


def notices(
    country: str | None = None,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    check: bool = False,
    facts: Path | None = None,
) -> NoticesAnswer:
    """Return every recorded notice of an arms sale, for one purchaser or all, with the verdict of the law of its day.

    `since` and `until` are days, both included; a notice without a day is left out where either is given. `check` keeps
    only the rows that the law contradicts and those listed as open questions. Raises `UnknownCountry`, `BadDate` or
    `BadFacts`.
    """
    registry, whose = load_registry(facts), foreign(country) if country is not None else None
    first, last = (day(each) if each is not None else None for each in (since, until))
    if first and last and first > last:
        raise BadDate(f"since {first} until {last}", "the first day is after the last", (), "Exchange the two.")
    rows = [row for row in notices_of(whose.iso3 if whose else None) if _within(row, first, last)]
    years = tuple(totals(rows))
    if check:
        rows = [row for row in rows if row.open or _judged(registry, row).contradicts]
    return NoticesAnswer(whose, first, last, years, coverage(), check, registry, tuple(rows))


def _within(row: NoticeRow, since: date | None, until: date | None) -> bool:
    if row.notified_on is None:
        return since is None and until is None
    return (since or date.min) <= row.notified_on <= (until or date.max)


def totals(rows: Iterable[NoticeRow]) -> Iterator[YearTotal]:
    """Yield the new sales of every year, those without a day last."""
    counted = sorted((row for row in rows if row.counts), key=lambda row: _year(row) or date.max.year)
    for year, found in groupby(counted, key=_year):
        values = [row.total_usd for row in found]
        usd = sum(value or 0 for value in values)
        steady = constant(usd, year) if year else None
        yield YearTotal(year, len(values), usd, values.count(None), None if steady is None else round(steady))


def _year(row: NoticeRow) -> int | None:
    return row.notified_on.year if row.notified_on else None


def coverage() -> NoticeCoverage:
    """Return what the whole record lacks."""
    days = [row.notified_on for row in notices_of(None) if row.counts]
    first, last = min(day for day in days if day), last_day()
    undated, without, seen = days.count(None), years_without(), series()
    lacking = sum(one.never_seen for one in seen)
    gaps = f"none was found for {spans(without)}, and few before 2008; " if without else ""
    says = (
        f"The record is not complete. It runs from {spoken(first)} to {spoken(last)}: {gaps}{undated} "
        f"have no day, and {lacking} numbers up to the highest seen of each year were never seen. Some of those were "
        "never used or are classified. Notices of commercial sales are almost all missing."
    )
    return NoticeCoverage(first, last, undated, without, seen, says)


_OTHER_FORM = ("what", "emergency", "stated_days")
"""The columns of the record that the answer has in another form or not at all."""


def _judged(registry: Registry, row: NoticeRow) -> NoticeOnRecord:
    """Return one row with the verdict of the law of its day."""
    on = law_day(row)
    found = _decided(registry, row, on) if on else ()
    verdict = together(tuple(one.verdict for one in found))
    threshold, by = _threshold(registry, row, on, found) if on else (None, "")
    days, group = _agreed(one.review_days for one in found), _agreed(one.group for one in found)
    return NoticeOnRecord(
        **{name: value for name, value in row._asdict().items() if name not in _OTHER_FORM},
        description=row.what,
        emergency={"yes": True, "no": False, "unknown": None}[row.emergency],
        verdict=verdict,
        threshold=threshold,
        threshold_by=by,
        review_days=days,
        group=group,
        law_of=on,
        because=found[0].because if found else "Unknown: the day of the notice is not known.",
        statuses=_held(registry, row.recipients, on) if on else (),
        contradicts=contradiction(row, verdict, days),
    )


def law_day(row: NoticeRow) -> date | None:
    """Return the day whose law decides: that of the notice; for a case not notified, of the later notice on it."""
    return day_of(row.leads_to) if row.notified_on is None and row.leads_to else row.notified_on


def _decided(registry: Registry, row: NoticeRow, on: date, **more: Value) -> tuple[Notice, ...]:
    law, fields = catalog.case_law(row.channel), {**values(row), **more}
    return tuple(decide(law, registry, recipient, on, fields) for recipient in row.recipients)


def values(row: NoticeRow) -> Mapping[str, Value]:
    """Return the values that may decide: those that the source states, without sums of several cases."""
    found: dict[str, Value] = {}
    if row.mde_usd is not None and row.mde_basis == "stated":
        found["mde"] = Decimal(row.mde_usd)
    if row.total_usd is not None and row.total_basis != "package":
        found["total"] = Decimal(row.total_usd)
    return found


def together(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Return the verdict on a sale to several purchasers: a notice is needed where one of them needs it."""
    if "yes" in verdicts:
        return "yes"
    return "no" if verdicts and set(verdicts) == {"no"} else "unknown"


def _threshold(registry: Registry, row: NoticeRow, on: date, found: tuple[Notice, ...]) -> tuple[Threshold | None, str]:
    """Return the threshold that was met; where the total is below its own, the one the equipment must have met."""
    met = next((one.threshold for one in found if one.threshold), None)
    if met is not None or row.notified != "yes" or "total" not in (given := values(row)) or "mde" in given:
        return met, MET if met else ""
    whole = _decided(registry, row, on, mde=given["total"])
    must = next((one.threshold for one in whole if one.verdict == "yes" and one.threshold), None)
    return must, MUST_HAVE_MET if must else ""


def _agreed(values: Iterable[Agreed | None]) -> Agreed | None:
    """Return the value that all have, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _held(registry: Registry, recipients: tuple[str, ...], on: date) -> tuple[str, ...]:
    rows = [{status for _, status in registry.by_key.of(one)} for one in recipients]
    every = set[str]().union(*rows).intersection(*rows)  # a status that is held without a row means being on no list
    return tuple(id_ for id_ in registry.kinds if id_ in every and all(registry.holds(c, id_, on) for c in recipients))


def contradiction(row: NoticeRow, verdict: str, review_days: int | None) -> str:
    """Return in a sentence how the law and the source of a row differ; empty where they do not."""
    if row.notified == "yes" and verdict == "no":
        return "It was notified, and the law of the day asks for no notice."
    if row.notified != "yes" and verdict == "yes":
        return "The source says that it was not notified, and the law of the day asks for a notice."
    if row.stated_days is not None and review_days is not None and row.stated_days != review_days:
        return f"The source gives {row.stated_days} days of review, and the law of the day {review_days}."
    return ""
