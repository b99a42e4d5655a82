"""The notices of the last ten years under the figures of a bill: which would not be made, be added, or stay open.

Each notice is decided by the law of its own day, with the bill's figures replacing that law's. A value that the source
does not state is open, but the notice itself is evidence: a notified case met a threshold of its day, and a case that
was not notified met none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from mnna.answers.notices import coverage, law_day, together, values
from mnna.dates import years_before
from mnna.engine.finding import Verdict, situation
from mnna.engine.notice import Notice, decide
from mnna.engine.record import Record, described, to_json
from mnna.registry.load import Registry
from mnna.registry.notices import NoticeRow, name, notices_of
from mnna.rules.evaluate import evaluate
from mnna.rules.nodes import Param, Value
from mnna.statutes import catalog
from mnna.statutes.enacting import enacted
from mnna.statutes.provision import CaseLaw

YEARS = 10
Fate = Literal["escape", "added", "undecided", "stays"]
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, repr=False)
class CaseUnder(Record):
    """One notice or case on record that a bill would treat otherwise, or may."""

    transmittal: str
    recipients: tuple[str, ...]
    channel: str
    notified_on: date | None
    mde_usd: int | None
    total_usd: int | None
    description: str
    emergency: bool | None
    thresholds: Mapping[str, float | int | None] = field(
        metadata=described("The thresholds of the bill for the first purchaser, in US dollars, by what they measure.")
    )
    because: str = field(metadata=described("What decides under the bill, or what would have to be known."))
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class YearUnder(Record):
    """The notices of one purchaser in one year under the bill; a sale to several counts for the first named."""

    country: str
    year: int
    notices: int
    usd: int
    escape: int
    escape_usd: int
    added: int
    added_usd: int
    undecided: int
    undecided_usd: int


@dataclass(frozen=True, slots=True, repr=False)
class CasesUnder(Record):
    """What a bill would have done to the sales on record from `since` to `until`, both included."""

    since: date
    until: date
    notices: int = field(metadata=described("New sales notified in those years; reports that enlarge one are none."))
    usd: int = field(metadata=described("The sum of their totals that are stated, in the dollars of their day."))
    escape: tuple[CaseUnder, ...] = field(metadata=described("Notified, and below every threshold of the bill."))
    added: tuple[CaseUnder, ...] = field(metadata=described("Not notified, and at a threshold of the bill."))
    undecided: tuple[CaseUnder, ...] = field(metadata=described("Turn on a value that no source states."))
    by_equipment: int = field(
        metadata=described("Notices that would stay only for the value of their major defense equipment.")
    )
    table: tuple[YearUnder, ...] = field(metadata=described("By purchaser and year, for notices and added cases."))
    undated: int = field(metadata=described("Notices without a day, which were not put to the bill."))
    coverage: str


def cases_under(registry: Registry, country: str | None, figures: Mapping[str, Param], until: date) -> CasesUnder:
    """Return the record of the ten years up to a day under a bill, for one purchaser or all."""
    since = years_before(until, YEARS)
    rows = [row for row in notices_of(country) if not row.amends]
    inside = [row for row in rows if (on := law_day(row)) is not None and since <= on <= until]
    replay = _Replay(registry, figures)
    told = [(row, replay.fate(row)) for row in inside]
    counted = [row for row in inside if row.counts]

    def of(fate: Fate) -> tuple[CaseUnder, ...]:
        return tuple(replay.told(row, fate) for row, own in told if own == fate)

    return CasesUnder(
        since,
        until,
        len(counted),
        sum(row.total_usd or 0 for row in counted),
        of("escape"),
        of("added"),
        of("undecided"),
        sum(replay.by_equipment(row) for row, fate in told if fate == "stays" and row.counts),
        tuple(_table(told)),
        sum(row.counts and row.notified_on is None for row in rows),
        coverage().says,
    )


class _Replay:
    """The two laws that decide a row: that of its day, and the same with the figures of the bill."""

    def __init__(self, registry: Registry, figures: Mapping[str, Param]) -> None:
        self.registry = registry
        self.under = cache(lambda channel: enacted(catalog.case_law(channel), figures, date.max))
        self.may_touch = cache(lambda channel: _uses(catalog.case_law(channel), figures))

    def fate(self, row: NoticeRow) -> Fate:
        """Return what the bill would have made of a row."""
        if not self.may_touch(row.channel):
            return "stays"
        verdict = self.verdict(row, values(row))
        if row.notified == "yes":
            return "escape" if verdict == "no" else "stays" if verdict == "yes" else self._open(row)
        if verdict == "unknown":
            return "stays" if self.verdict(row, self._below(row)) == "no" else "undecided"
        if verdict == "no" or self.verdict(row, values(row), today=True) == "yes":
            return "stays"
        return "added" if row.notified == "no" else "undecided"

    def _open(self, row: NoticeRow) -> Fate:
        """Return the fate of a notice whose stated values do not decide it.

        If its total met no threshold of its day, its equipment must have; that is its least value.
        """
        given = values(row)
        total = given.get("total")
        if "mde" in given or not isinstance(total, Decimal) or self.verdict(row, given, today=True) == "yes":
            return "undecided"
        least = min((usd for usd in self._limits(row, "mde") if usd <= total), default=None)
        met = least is not None and self.verdict(row, {**given, "mde": least}) == "yes"
        return "stays" if met else "undecided"

    def _below(self, row: NoticeRow) -> dict[str, Value]:
        """Return the values with each missing one at its maximum for a case not notified: just below its threshold."""
        given = dict(values(row))
        for measure in ("total", "mde"):
            if measure not in given and (limits := self._limits(row, measure)):
                given[measure] = min(limits) - CENT
        mde, total = given.get("mde"), given.get("total")
        if isinstance(mde, Decimal) and isinstance(total, Decimal):
            given["mde"] = min(mde, total)
        return given

    def _limits(self, row: NoticeRow, measure: str, law: CaseLaw | None = None) -> list[Decimal]:
        """Return the threshold of a measure on the day of the row, for each purchaser, by its law or another."""
        on = law_day(row)
        assert on is not None
        provision = (law or catalog.case_law(row.channel)).at(on)
        measures = provision.measures if provision else ()
        found = [one.usd for one in measures if one.name == measure and one.usd is not None]
        here = [situation(self.registry, who, on, values(row)) for who in row.recipients]
        amounts = (evaluate(usd, each).value for usd in found for each in here)
        return [amount for amount in amounts if isinstance(amount, Decimal)]

    def _thresholds(self, row: NoticeRow) -> dict[str, float | int | None]:
        found = {measure: self._limits(row, measure, self.under(row.channel)) for measure in ("mde", "total")}
        return {measure: to_json(limits[0]) if limits else None for measure, limits in found.items()}

    def by_equipment(self, row: NoticeRow) -> bool:
        """Return whether a notice would not be needed if none of its equipment were major defense equipment."""
        return self.may_touch(row.channel) and self.verdict(row, {**values(row), "mde": Decimal(0)}) == "no"

    def verdict(self, row: NoticeRow, fields: Mapping[str, Value], today: bool = False) -> Verdict:
        """Return the verdict under the bill, or with `today` under the law of the row's day."""
        return together(tuple(one.verdict for one in self._decided(row, fields, today)))

    def _decided(self, row: NoticeRow, fields: Mapping[str, Value], today: bool = False) -> list[Notice]:
        on = law_day(row)
        assert on is not None
        law: CaseLaw = catalog.case_law(row.channel) if today else self.under(row.channel)
        return [decide(law, self.registry, who, on, fields) for who in row.recipients]

    def told(self, row: NoticeRow, fate: Fate) -> CaseUnder:
        """Return the row in the form of the answer."""
        found = self._decided(row, values(row))
        deciding = next((one for one in found if one.verdict == ("yes" if fate == "added" else "unknown")), found[0])
        emergency = {"yes": True, "no": False}.get(row.emergency)
        told = (row.mde_usd, row.total_usd, row.what, emergency, self._thresholds(row), deciding.because, row.source)
        return CaseUnder(name(row), row.recipients, row.channel, law_day(row), *told)


def _uses(law: CaseLaw, figures: Mapping[str, Param]) -> bool:
    """Return whether the law of a channel uses one of the figures in any of its texts."""
    nodes = (node for one in law.provisions for node in one.notify.walk())
    return any(isinstance(node, Param) and node.id in figures for node in nodes)


def _table(told: Iterable[tuple[NoticeRow, Fate]]) -> Iterator[YearUnder]:
    found: dict[tuple[str, int], list[tuple[NoticeRow, Fate]]] = defaultdict(list)
    for row, fate in told:
        on = law_day(row)
        if on is not None and (row.counts or fate in ("added", "undecided")):
            found[(row.recipients[0], on.year)].append((row, fate))
    for (country, year), rows in sorted(found.items()):
        notified = [row for row, _ in rows if row.counts]
        totals = [[row.total_usd or 0 for row, its in rows if its == fate] for fate in ("escape", "added", "undecided")]
        sums = [part for usd in totals for part in (len(usd), sum(usd))]
        yield YearUnder(country, year, len(notified), sum(row.total_usd or 0 for row in notified), *sums)
