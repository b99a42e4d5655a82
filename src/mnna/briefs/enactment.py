"""The document on a bill as a what-if: what it changes, for which countries, and for which notices to Congress."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from mnna.answers.enact import EnactAnswer, FigureChange, ProvisionChange, Told, ValueChange
from mnna.answers.enacted_cases import CasesUnder, CaseUnder, YearUnder
from mnna.present.days import day
from mnna.present.document import Block, Cell, Cite, Document, Items, Paragraph, Row, Said, Section, Table, columns
from mnna.present.document import Text as Words
from mnna.present.inline import separated
from mnna.present.numbers import counted, dollars, listed, money
from mnna.present.places import country
from mnna.present.wording import CONFIDENCE, NOTHING, sentence
from mnna.registry.countries import countries, the
from mnna.sentences import capital

MEMO_BUYERS = 2
UNTOUCHED = "The law itself is untouched: each notice is put to the law of its own day, with the bill's figures in it."
NOTICED = "A notice says what was offered at most, in the dollars of its day."


def document(answer: EnactAnswer, more: Iterable[Section] = ()) -> Document:
    """Return the document of the whole answer; `more` are the sections on the country asked about."""
    return Document(
        title=title(answer),
        subtitle=_subtitle(answer),
        lead=tuple(_lead(answer)),
        sections=(*_record(answer.cases), *_law(answer), *more, *_lists(answer.cases), *_beyond(answer)),
    )


def memo(answer: EnactAnswer) -> Document:
    """Return the answer as a one-page document: figures, years, largest purchasers, and what is not known."""
    sections = (*_record(answer.cases, MEMO_BUYERS), *_law(answer, short=True)[:1], *_beyond(answer))
    return replace(document(answer), sections=sections, one_page=True)


def title(answer: EnactAnswer) -> str:
    """Return the title: the bill, how many notices it would have removed or added, and how many are not known."""
    cases, whose = answer.cases, f" to {the(answer.country.name)}" if answer.country else ""
    named = f"“{answer.bill.title}”" if answer.bill.read == "own" else answer.bill.citation
    if not answer.figures:
        nothing = "no figure that is computed here would change"
        return f"If {named} were law: {'not known, since its text was not read' if _unread(answer) else nothing}"
    gone = f"{len(cases.escape):,}" if cases.escape else "none"
    said = [f"{gone} of {counted(cases.notices, 'notice')}{whose} would not have gone to Congress"]
    said += [f"{counted(len(cases.added), 'other case')} would have"] if cases.added else []
    said += [f"for {len(cases.undecided):,} it is not known"] if cases.undecided else []
    return f"If {named} were law: {listed(said)}"


def _unread(answer: EnactAnswer) -> bool:
    return answer.bill.read == "no"


def _subtitle(answer: EnactAnswer) -> str:
    whose = f"{answer.country.name} ({answer.country.iso3})" if answer.country else "All countries"
    named = "" if answer.bill.title == answer.bill.citation else f"{capital(answer.bill.title)}. "
    return f"{named}{whose}, assumed on {day(answer.on)}"


def _lead(answer: EnactAnswer) -> Iterator[str]:
    cases = answer.cases
    if answer.bill.says:
        yield answer.bill.says
    if not answer.figures:
        yield from _why_nothing(answer)
        return
    span = f"From {day(cases.since)} to {day(cases.until)} the record has {counted(cases.notices, 'notice')}"
    parts = (
        f"{_many(cases.escape)} would have escaped review",
        f"for {_many(cases.undecided)} it is not known, because a source does not state a value",
        f"{_many(cases.added)} of those on record as not notified would have been added",
    )
    yield f"{span} worth {dollars(cases.usd)}. Of these {parts[0]}, and {parts[1]}. {capital(parts[2])}."
    yield " ".join((UNTOUCHED, NOTICED, *filter(None, (answer.note,))))


def _why_nothing(answer: EnactAnswer) -> Iterator[str]:
    if _unread(answer):
        yield (
            "Its text was not read far enough to say which figures it changes, so no notice can be put to it. "
            "Write its figures into a TOML file to do so."
        )
    else:
        yield "It changes no threshold, number of days or other figure that mnna computes with, and so no notice."
    if answer.named:
        kinds = [f"“{answer.registry.kind(status).title}”" for status in answer.bill.names]
        yield f"It speaks of those that hold the status {listed(kinds, 'or')}: {whom(answer.named)}."


def _many(cases: Iterable[CaseUnder]) -> str:
    found = list(cases)
    worth = sum(one.total_usd or 0 for one in found)
    return (f"{len(found):,}" if found else "none") + (f" ({dollars(worth)})" if worth else "")


def _law(answer: EnactAnswer, short: bool = False) -> tuple[Section, ...]:
    """Return the sections on figures and on the countries whose provisions change; none if no figure changes."""
    if not answer.figures:
        return ()
    figures = Section("figures", "The figures", (figures_table(answer.figures, short),), count=len(answer.figures))
    return figures, Section("provisions", "For which countries", (provisions_table(answer.provisions),))


def _record(cases: CasesUnder, buyers: int = 0) -> Iterator[Section]:
    if not cases.notices:
        said = "No notice of these years is on record. The record is not complete."
        yield Section("record", "The sales on record", (Paragraph(said),))
        return
    if any(one.escape or one.added or one.undecided for one in cases.table):
        yield Section("years", "By year", (by_year(cases.table),))
        yield Section("buyers", "By country and year", (buyers_table(cases.table, buyers),))


def _lists(cases: CasesUnder) -> Iterator[Section]:
    named = (
        ("escape", "Would have escaped review", cases.escape),
        ("added", "Would have been added", cases.added),
        ("undecided", "Not known", cases.undecided),
    )
    for id_, heading, found in named:
        if found:
            yield Section(id_, heading, tuple(cases_table(found)), count=len(found), folded=id_ == "undecided")


def _beyond(answer: EnactAnswer) -> Iterator[Section]:
    said = list(filter(None, (_read(answer), answer.bill.leaves_open, *_gaps(answer))))
    yield Section("limits", "What this does not say", (Items(tuple(said), "small"),))


def _read(answer: EnactAnswer) -> str:
    how = {
        "whole": "The text that was read: {}.",
        "part": "Only a part was read: {}.",
        "no": "Not read beyond its beginning: {}.",
        "own": "The figures are your own, from {}.",
    }
    return how[answer.bill.read].format(answer.bill.text or "its title")


def _gaps(answer: EnactAnswer) -> Iterator[str]:
    cases = answer.cases
    if not answer.figures:
        return
    if cases.added:
        yield "Sales below the thresholds of their day are on record only where a source speaks of them."
    equipment = "would stay only for major defense equipment whose value is stated"
    several = ((cases.by_equipment, equipment), (cases.undated, "on record without a day could not be put to it"))
    yield " ".join(f"{capital(counted(count, 'notice'))} {said}." for count, said in several if count)
    yield cases.coverage


LATEST = 60
"""The most notices of one kind in a document; JSON and CSV have all of them."""
FEW = 40
"""Up to this many countries are named; for more, only the number is given."""
ACT = " of AECA "
ONE_EACH = "The years are of those that would escape or come; a sale to several stands with the first named"
WHAT = {
    "mde": "major defense equipment",
    "total": "articles and services in all",
    "construction": "design and construction",
    "firearms": "category I firearms",
    "review_days": "days of review",
    "verdict": "the answer",
}
"""What changes, by its name without the unit."""


def figures_table(found: Iterable[FigureChange], short: bool) -> Table:
    """Return a table with a row for each group of figures that change alike; if `short`, it cites only the bill."""
    alike: dict[tuple[str, str, str], list[FigureChange]] = defaultdict(list)
    for one in found:
        alike[(_value(one.before), _value(one.after, "not read"), _note(one))].append(one)
    law = ("Bill", 2) if short else ("Law and bill", 6)
    values = {"before": ("In law", 2), "after": ("Under the bill", 2)}
    heads = columns("figure", "before after", figure=("Figure", 6), **values, law=law)
    rows = (
        Row(same[0].parameter, (_phrases(same), before, after, Said(_cited(same, short), note)))
        for (before, after, note), same in alike.items()
    )
    return Table("", heads, tuple(rows))


def _note(one: FigureChange) -> str:
    doubt = "" if one.confidence == "high" else f"{CONFIDENCE[one.confidence]}."
    since = f"From {day(one.since)}." if one.since else ""
    return " ".join(filter(None, (since, doubt, sentence(one.note) if one.note else "")))


def _phrases(same: Iterable[FigureChange]) -> str:
    """Return the names of the figures, sections merged: `the threshold of AECA 36(b), 36(c) and 63`."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in same:
        what, act, where = one.phrase.partition(ACT)
        found[f"{what}{act}"].append(where)
    return capital("; ".join(f"{what}{listed(where)}" for what, where in found.items()))


def _cited(same: Iterable[FigureChange], short: bool) -> Words:
    rows = list(same)
    laws = () if short else map(Cite, dict.fromkeys(one.law for one in rows))
    return separated((*laws, *dict.fromkeys(one.bill for one in rows)), "; ")


def _value(value: Told, missing: str = "none") -> str:
    if value is None:
        return missing
    if isinstance(value, (bool, str)):
        return str(value)
    return money(value) if value >= 1000 else f"{value:,}"


def provisions_table(found: Iterable[ProvisionChange]) -> Table:
    """Return a table with a row for each group of countries with the same changes, and the questions concerned."""
    alike: dict[tuple[tuple[str, ...], str], list[ProvisionChange]] = defaultdict(list)
    for one in found:
        for codes, said in _grouped(one):
            alike[(codes, said)].append(one)
    heads = columns(
        "countries", countries=("For whom", 4), changes=("What changes", 4), question=("In which question", 4)
    )
    rows = []
    for (codes, said), same in alike.items():
        asked = sentence("; ".join(f"{one.subject} ({one.citation})" for one in same))
        rows.append(Row(same[0].id, (whom(codes), said, asked)))
    return Table("Before any fact of a case is known", heads, tuple(rows))


def _grouped(one: ProvisionChange) -> Iterator[tuple[tuple[str, ...], str]]:
    alike: dict[tuple[str, ...], list[ValueChange]] = defaultdict(list)
    for change in one.changes:
        alike[change.countries].append(change)
    for codes, changes in alike.items():
        yield codes, sentence("; ".join(_change(each) for each in changes))


def _change(one: ValueChange) -> str:
    before, after = _value(one.before), _value(one.after, "an amount not read")
    return f"{_what(one.what)}, {before} becomes {after}"


def _what(name: str) -> str:
    return WHAT.get(name.removesuffix("_usd"), name.replace("_", " "))


def whom(codes: tuple[str, ...]) -> str:
    """Return the names of the countries, or their number if there are more than `FEW`."""
    if len(codes) > FEW:
        return f"{len(codes)} countries and organizations"
    return listed(sorted(countries()[code].name for code in codes))


def by_year(table: Iterable[YearUnder]) -> Table:
    """Return a table with a row for each year: notices, dollars, and what the bill would change."""
    found = _sums(table, lambda one: str(one.year))
    kinds = _kinds(found)
    counts = {"notices": ("Notices", 1), "usd": ("Dollars", 2)} | _headings(kinds)
    heads = columns("year", " ".join(counts), year=("Year", 1), **counts)
    rows = tuple(
        Row(name, (name, f"{own['notices']:,}", dollars(own["usd"]), *(_pair(own, kind) for kind in kinds)))
        for name, own in sorted(found.items())
    )
    return Table("New sales, in the dollars of their day", heads, rows)


KINDS = {"escape": "Would escape", "undecided": "Not known", "added": "Would come"}
"""The effects that a bill can have on a notice, with the heading of each column."""


def _kinds(found: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return the effects that the bill has on at least one notice."""
    return [kind for kind in KINDS if any(own[kind] for own in found.values())]


def _headings(kinds: Iterable[str]) -> dict[str, tuple[str, int]]:
    return {kind: (KINDS[kind], 2) for kind in kinds}


def _sums(table: Iterable[YearUnder], of: Callable[[YearUnder], str]) -> dict[str, Counter[str]]:
    """Return the sums of notices and dollars for each year, or for each country, as `of` names it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in table:
        found[of(one)].update({name: getattr(one, name) for name in _SUMMED})
    return found


_SUMMED = ("notices", "usd", *KINDS, *(f"{kind}_usd" for kind in KINDS))


def _pair(own: Mapping[str, int], kind: str) -> str:
    return f"{own[kind]:,} ({dollars(own[f'{kind}_usd'])})" if own[kind] else NOTHING


def buyers_table(table: Iterable[YearUnder], most: int = 0) -> Table:
    """Return a table with a row for each purchaser that the bill affects, those that lose most notices first.

    `most` above 0 limits the rows.
    """
    rows = list(table)
    found = _sums(rows, lambda one: one.country)
    touched = [code for code, own in found.items() if any(own[kind] for kind in KINDS)]
    kinds = _kinds(found)
    order = sorted(touched, key=lambda code: (-found[code]["escape"], -found[code]["undecided"], code))
    counts = {"notices": ("Notices", 1)} | _headings(kinds)
    heads = columns("country", " ".join(counts), country=("Purchaser", 2), **counts, years=("When", 3))
    shown = order[:most] if most else order
    more = f"The first {most} of {len(order)}. " if len(shown) < len(order) else ""
    told = (Row(code, _buyer(code, found[code], [one for one in rows if one.country == code], kinds)) for code in shown)
    return Table(f"{more}{ONE_EACH}", heads, tuple(told))


def _buyer(code: str, own: Mapping[str, int], years: Iterable[YearUnder], kinds: Iterable[str]) -> tuple[Cell, ...]:
    when = [f"{one.year}: {one.escape + one.added}" for one in years if one.escape or one.added]
    pairs = tuple(_pair(own, kind) for kind in kinds)
    return country(countries()[code].name, code), f"{own['notices']:,}", *pairs, ", ".join(when) or NOTHING


def cases_table(found: tuple[CaseUnder, ...]) -> Iterator[Block]:
    """Yield a table of the latest notices of one kind with the bill's thresholds, after a note if not all are shown."""
    shown = sorted(found, key=lambda one: one.notified_on or date.min, reverse=True)[:LATEST]
    if len(shown) < len(found):
        yield Paragraph(f"The latest {LATEST} of {len(found):,}. Take the CSV or JSON for every one.")
    limits = "Thresholds of the bill"
    heads = columns("what", day=("Day", 2), what=("What was offered", 5), value=("Value", 3), bill=(limits, 3))
    yield Table("", heads, tuple(Row(one.transmittal, _case(one)) for one in shown))


def _case(one: CaseUnder) -> tuple[Cell, ...]:
    named = separated(country(countries()[code].name, code) for code in one.recipients)
    emergency = " An emergency waived the waiting period." if one.emergency else ""
    what = Said((*named, f": {one.description}"), f"Number {one.transmittal}.{emergency}")
    equipment = "not stated" if one.mde_usd is None else money(one.mde_usd) if one.mde_usd else "none"
    whole = money(one.total_usd) if one.total_usd is not None else "Not stated"
    limits = [f"{_what(name)}: {money(usd)}" for name, usd in one.thresholds.items() if usd is not None]
    on = day(one.notified_on) if one.notified_on else NOTHING
    return on, what, Said(whole, f"Major defense equipment: {equipment}."), sentence("; ".join(limits))
