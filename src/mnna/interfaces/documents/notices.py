"""The record of arms sales as a document: totals by year with their gaps, the largest buyers, and each notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from mnna.answers.notices import MUST_HAVE_MET, NoticeOnRecord, NoticesAnswer, YearTotal
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Block, Cell, Document, Lines, Paragraph, Picture, Row, Said, Section, Table, heads
from mnna.present.inline import Link, Verdict, separated
from mnna.present.numbers import counted, dollars, listed, money
from mnna.present.wording import CONFIDENCE, NOTHING, OWN_MARK, TOTALS, sentence
from mnna.registry.countries import countries, the
from mnna.registry.notices import NoticeRow
from mnna.registry.statuses import headline, our_statuses
from mnna.sentences import capital

LATEST = 50
"""How many notices of all countries a text shows; JSON and CSV have every row."""
BUYERS = 10
NOMINAL = (
    "Amounts are in the dollars of their day. Sums by year are also in dollars of fiscal year 2024, at the price level "
    "of the series of US aid, and for 2025 by the deflator of the gross domestic product. For 2026 none is known."
)
OFFERED = "A notice says what was offered at most. What was bought later may be less, or nothing."
MEASURES = {
    "mde": "major defense equipment",
    "total": "the total",
    "construction": "design and construction services",
    "firearms": "category I firearms",
}


def in_terminal(answer: NoticesAnswer) -> Document:
    """Return the document without its chart, which in a terminal would only repeat the table below it."""
    return document(answer, drawn=False)


def document(answer: NoticesAnswer, drawn: bool = True) -> Document:
    """Return the document of the record for one country or for all; `drawn` includes the chart."""
    return Document(
        title=_title(answer),
        subtitle=_asked(answer),
        lead=(answer.coverage.says, f"{OFFERED} {NOMINAL}"),
        sections=tuple(_checked(answer) if answer.check else _sections(answer, drawn)),
    )


def _asked(answer: NoticesAnswer) -> str:
    whose = f"{answer.country.name} ({answer.country.iso3})" if answer.country else "All purchasers"
    since = f", from {days.day(answer.since)}" if answer.since else ""
    until = f", to {days.day(answer.until)}" if answer.until else ""
    return f"{whose}{since}{until}"


def _title(answer: NoticesAnswer) -> str:
    if answer.check:
        return _check_title(answer)
    count, usd = sum(one.count for one in answer.totals), sum(one.usd for one in answer.totals)
    whose = f" to {the(answer.country.name)}" if answer.country else ""
    worth = f", {dollars(usd)} at most" if usd else ""
    return f"Arms sales{whose} notified to Congress: {counted(count, 'notice')} on record{worth}"


def _check_title(answer: NoticesAnswer) -> str:
    wrong = len(answer.unsettled)
    open_ = counted(sum(bool(one.open) for one in answer.notices), "open question")
    if wrong:
        return f"The law of the day contradicts {counted(wrong, 'row')} of the record; {open_} besides"
    return f"The law of the day contradicts no row of the record but those listed as open: {open_}"


def _checked(answer: NoticesAnswer) -> Iterator[Section]:
    wrong, open_ = answer.unsettled, tuple(one for one in answer.notices if one.open)
    if wrong:
        yield Section("contradictions", "Contradicted by the law of the day", (_table(wrong),), count=len(wrong))
    if open_:
        yield Section("open", "Open questions", (_table(open_),), count=len(open_))


def _sections(answer: NoticesAnswer, drawn: bool) -> Iterator[Section]:
    if not answer.rows:
        said = "No notice was found. The record is not complete, so that is not to say that there was none."
        yield Section("none", "No notice found", (Paragraph(said),))
        return
    if answer.totals:
        yield Section("years", "By year", tuple(_years(answer, drawn)))
    if answer.country is None:
        yield Section("buyers", "Largest buyers", (_buyers(answer.rows),))
    yield from _rows(answer)


def _years(answer: NoticesAnswer, drawn: bool) -> Iterator[Block]:
    if drawn and (picture := chart(answer)) is not None:
        yield picture
    columns = heads(
        {"Year": 1, "Notices": 1, "Dollars of the day": 2, "Dollars of 2024": 2, "Known to be missing": 4},
        numbers=("Notices", "Dollars of the day", "Dollars of 2024"),
    )
    yield Table("New sales notified, by year", columns, tuple(_year(one, answer) for one in answer.totals))


def _year(one: YearTotal, answer: NoticesAnswer) -> Row:
    said = str(one.year) if one.year else "Year not known"
    steady = NOTHING if one.usd_constant is None else dollars(one.usd_constant)
    return Row(said, (said, f"{one.count:,}", dollars(one.usd), steady, _missing(one, answer)))


def _missing(one: YearTotal, answer: NoticesAnswer) -> str:
    series = next((each for each in answer.coverage.never_seen if each.year == one.year), None)
    parts = [f"{series.never_seen} of {series.highest} numbers of that year never seen"] if series else []
    parts += [f"{one.without_value} without a value"] if one.without_value else []
    if not series and one.year:
        parts.append("how many were made is not known")
    return sentence(listed(parts)) if parts else NOTHING


def chart(answer: NoticesAnswer) -> Picture | None:
    """Return the amounts of every year as bars; None where no notice has a day."""
    dated = {one.year: one for one in answer.totals if one.year is not None}
    if not dated:
        return None
    gaps, whose = answer.coverage.years_without, f" to {the(answer.country.name)}" if answer.country else ""
    from mnna.present.charts import Bar, bars

    found = [
        Bar(year, _steady(dated[year]), dated[year].count) if year in dated else Bar(year, 0, 0, year in gaps)
        for year in range(min(dated), max(dated) + 1)
    ]
    caption = (
        "Dollars of fiscal year 2024; 2026 in dollars of its day. The figure above a bar counts the notices. "
        f"A dash marks a year of which no notice to any country was found. Other years have gaps too. {OFFERED}"
    )
    return bars("notices-by-year", f"Sales{whose} notified to Congress, by year", caption, found, "notice")


def _steady(one: YearTotal) -> int:
    """Return the sum in constant dollars, or in dollars of the day where the price level of that year is not known."""
    return one.usd if one.usd_constant is None else one.usd_constant


def _buyers(rows: Iterable[NoticeRow]) -> Table:
    usd, count = Counter[str](), Counter[str]()
    for row in rows:
        for code in row.recipients[:1] if row.counts else ():
            usd[code] += row.total_usd or 0
            count[code] += 1
    columns = heads({"Purchaser": 3, "Notices": 1, "Dollars of the day": 2}, numbers=("Notices", "Dollars of the day"))
    shown = tuple(
        Row(code, (Link(countries()[code].name, f"/notices/{code}"), f"{count[code]:,}", dollars(worth)))
        for code, worth in usd.most_common(BUYERS)
    )
    return Table("By the sum of the totals; a sale to several stands with the first named", columns, shown)


def _rows(answer: NoticesAnswer) -> Iterator[Section]:
    told = [one for one in answer.rows if one.notified == "yes"]
    below = [one for one in answer.rows if one.notified != "yes"]
    shown = told if answer.country else _newest(told)[:LATEST]
    if shown:
        more: tuple[Block, ...] = ()
        if len(shown) < len(told):
            said = f"The latest {LATEST} of {len(told):,}. Name a country, or take the CSV or JSON for every row."
            more = (Paragraph(said),)
        if larger := sum(not row.counts for row in told):
            said = f"Not counted above: {counted(larger, 'notice')} of the enlargement of an earlier sale."
            more = (*more, Paragraph(said))
        yield Section("notices", "Notices", (*more, _table(answer.judged(_newest(shown)))), count=len(told))
    if below and answer.country:
        said = "A source says of these that they were below the threshold, or says nothing of a notice."
        yield Section("below", "Cases not notified", (Paragraph(said), _table(answer.judged(below))), count=len(below))


def _newest(rows: Iterable[NoticeRow]) -> list[NoticeRow]:
    """Return the rows, the newest first and those without a day last."""
    return sorted(rows, key=lambda row: row.notified_on or date.min, reverse=True)


def _table(rows: Iterable[NoticeOnRecord]) -> Table:
    columns = heads(
        {"Day": 2, "What was offered": 5, "Value": 3, "The law of that day": 5, "Rests on": 2},
        strong="What was offered",
    )
    return Table("", columns, tuple(_row(row) for row in rows))


def _row(row: NoticeOnRecord) -> Row:
    id_ = row.transmittal or f"{'-'.join(row.recipients)}-{row.notified_on or 'undated'}"
    return Row(id_, (_day(row), _what(row), _value(row), _law(row), _rests(row)))


def _day(row: NoticeOnRecord) -> Cell:
    if row.notified_on is None:
        return "Before " + row.leads_to if row.leads_to else "Day not known"
    of = {"release": "Day of the release", "report": "Worked out from a report", "delivered": ""}[row.day_is]
    return Said(days.day(row.notified_on), sentence(of)) if of else days.day(row.notified_on)


def _what(row: NoticeOnRecord) -> Cell:
    named = separated(places.country(countries()[code].name, code) for code in row.recipients)
    emergency = "An emergency waived the waiting period, not the notice." if row.emergency else ""
    if row.emergency is None:
        emergency = "Whether an emergency waived the waiting period is not known."
    amends = f"Enlarges {row.amends}: no new sale." if row.amends else ""
    number = f"Number {row.transmittal}." if row.transmittal else ""
    body = " ".join(part for part in (number, amends, emergency, prose(row.note)) if part)
    return Said((*named, f": {prose(row.description)}"), body)


def _value(row: NoticeOnRecord) -> Cell:
    if row.total_usd is None:
        return Said("Not stated", _equipment(row))
    whole = TOTALS.get(row.total_basis)
    return Said(f"{money(row.total_usd)}{f', {whole}' if whole else ''}", _equipment(row))


def _equipment(row: NoticeOnRecord) -> str:
    if row.mde_usd is None:
        said = "listed, without its amount" if row.mde_basis == "listed" else "not stated"
    else:
        inferred = ", inferred from the items" if row.mde_basis == "inferred" else ""
        said = f"{money(row.mde_usd) if row.mde_usd else 'none'}{inferred}"
    return f"Major defense equipment: {said}."


def _law(row: NoticeOnRecord) -> Cell:
    if row.open:
        return Said(Verdict(row.verdict, "case"), f"{row.contradicts} Open question: {row.open}".strip())
    review = f"{row.review_days} days of review." if row.review_days is not None else ""
    told = (row.contradicts, _threshold(row), review, _held(row))
    return Said(Verdict(row.verdict, "case"), " ".join(part for part in told if part))


def _threshold(row: NoticeOnRecord) -> str:
    if row.threshold is None or row.threshold.usd is None:
        return prose(capital(row.because.removeprefix("Unknown: "))) if row.verdict == "unknown" else ""
    limit, measure = money(row.threshold.usd), MEASURES[row.threshold.measure]
    if row.threshold_by == MUST_HAVE_MET:
        least = f"{measure} of at least {limit}"
        return f"The total is below its own threshold, so it can only have been notified for {least}."
    return f"Reaches the threshold of {limit} for {measure}."


def _held(row: NoticeOnRecord) -> str:
    named = [kind.name for kind in headline(our_statuses()) if kind.id in row.statuses]
    return f"Held then: {listed(named)}." if named else ""


def _rests(row: NoticeOnRecord) -> Lines:
    mine = (OWN_MARK,) if row.own else ()
    return Lines((CONFIDENCE[row.confidence], *mine, *map(places.source, row.source)))
