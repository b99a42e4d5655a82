"""The tables of the document on a bill: figures, countries, years, purchasers and notices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mnna.answers.enact import FigureChange, ProvisionChange, Told, ValueChange
from mnna.answers.enacted_cases import CaseUnder, YearUnder
from mnna.present import days
from mnna.present.document import Block, Cell, Cite, Column, Paragraph, Row, Said, Table
from mnna.present.document import Text as Words
from mnna.present.inline import separated
from mnna.present.numbers import dollars, listed, money
from mnna.present.places import country
from mnna.present.wording import CONFIDENCE, NOTHING, sentence
from mnna.registry.countries import countries
from mnna.sentences import capital

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
    "mde_usd": "major defense equipment",
    "total_usd": "articles and services in all",
    "construction_usd": "design and construction",
    "verdict": "the answer",
}


def figures(found: Iterable[FigureChange], short: bool) -> Table:
    """Return a table with a row for each group of figures that change alike; if `short`, it cites only the bill."""
    alike: dict[tuple[str, str, str], list[FigureChange]] = defaultdict(list)
    for one in found:
        alike[(_value(one.before), _value(one.after, "not read"), _note(one))].append(one)
    columns = (
        Column("figure", "Figure", 6, strong=True),
        Column("before", "In law", 2, number=True),
        Column("after", "Under the bill", 2, number=True),
        Column("law", "Bill" if short else "Law and bill", 2 if short else 6),
    )
    rows = (
        Row(same[0].parameter, (_phrases(same), before, after, Said(_cited(same, short), note)))
        for (before, after, note), same in alike.items()
    )
    return Table("", columns, tuple(rows))


def _note(one: FigureChange) -> str:
    doubt = "" if one.confidence == "high" else f"{CONFIDENCE[one.confidence]}."
    since = f"From {days.day(one.since)}." if one.since else ""
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


def provisions(found: Iterable[ProvisionChange]) -> Table:
    """Return a table with a row for each group of countries with the same changes, and the questions concerned."""
    alike: dict[tuple[tuple[str, ...], str], list[ProvisionChange]] = defaultdict(list)
    for one in found:
        for codes, said in _grouped(one):
            alike[(codes, said)].append(one)
    columns = (
        Column("countries", "For whom", 4, strong=True),
        Column("changes", "What changes", 4),
        Column("question", "In which question", 4),
    )
    rows = (Row(same[0].id, (whom(codes), said, _questions(same))) for (codes, said), same in alike.items())
    return Table("Before any fact of a case is known", columns, tuple(rows))


def _grouped(one: ProvisionChange) -> Iterator[tuple[tuple[str, ...], str]]:
    alike: dict[tuple[str, ...], list[ValueChange]] = defaultdict(list)
    for change in one.changes:
        alike[change.countries].append(change)
    for codes, changes in alike.items():
        yield codes, sentence("; ".join(_change(each) for each in changes))


def _questions(same: Iterable[ProvisionChange]) -> str:
    return sentence("; ".join(f"{one.subject} ({one.citation})" for one in same))


def _change(one: ValueChange) -> str:
    before, after = _value(one.before), _value(one.after, "an amount not read")
    return f"{WHAT.get(one.what, one.what.replace('_', ' '))}, {before} becomes {after}"


def whom(codes: tuple[str, ...]) -> str:
    """Return the names of the countries, or their number if there are more than `FEW`."""
    if len(codes) > FEW:
        return f"{len(codes)} countries and organizations"
    return listed(sorted(countries()[code].name for code in codes))


def by_year(table: Iterable[YearUnder]) -> Table:
    """Return a table with a row for each year: notices, dollars, and what the bill would change."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in table:
        found[str(one.year)].update(_counts(one))
    kinds = _kinds(found.values())
    columns = (
        Column("year", "Year", 1, strong=True),
        Column("notices", "Notices", 1, number=True),
        Column("usd", "Dollars", 2, number=True),
        *(_heading(kind) for kind in kinds),
    )
    rows = tuple(
        Row(name, (name, f"{own['notices']:,}", dollars(own["usd"]), *(_pair(own, kind) for kind in kinds)))
        for name, own in sorted(found.items())
    )
    return Table("New sales, in the dollars of their day", columns, rows)


KINDS = {"escape": "Would escape", "undecided": "Not known", "added": "Would come"}
"""The effects that a bill can have on a notice, with the heading of each column."""


def _kinds(found: Iterable[Mapping[str, int]]) -> list[str]:
    """Return the effects that the bill has on at least one notice."""
    rows = list(found)
    return [kind for kind in KINDS if any(own[kind] for own in rows)]


def _heading(kind: str) -> Column:
    return Column(kind, KINDS[kind], 2, number=True)


def _counts(one: YearUnder) -> Mapping[str, int]:
    names = ("notices", "usd", *KINDS, *(f"{kind}_usd" for kind in KINDS))
    return {name: getattr(one, name) for name in names}


def _pair(own: Mapping[str, int], kind: str) -> str:
    if not own[kind]:
        return NOTHING
    return f"{own[kind]:,} ({dollars(own[f'{kind}_usd'])})"


def buyers(table: Iterable[YearUnder], most: int = 0) -> Table:
    """Return a table with a row for each purchaser that the bill affects, those that lose most notices first.

    `most` above 0 limits the rows.
    """
    found, years = defaultdict(Counter[str]), defaultdict(list[YearUnder])  # type: ignore[var-annotated]
    for one in table:
        found[one.country].update(_counts(one))
        years[one.country].append(one)
    touched = [code for code, own in found.items() if any(own[kind] for kind in KINDS)]
    kinds = _kinds(found.values())
    order = sorted(touched, key=lambda code: (-found[code]["escape"], -found[code]["undecided"], code))
    columns = (
        Column("country", "Purchaser", 2, strong=True),
        Column("notices", "Notices", 1, number=True),
        *(_heading(kind) for kind in kinds),
        Column("years", "When", 3),
    )
    rows = tuple(Row(code, _buyer(code, found[code], years[code], kinds)) for code in (order[:most] if most else order))
    more = f"The first {most} of {len(order)}. " if most and len(order) > most else ""
    return Table(f"{more}{ONE_EACH}", columns, rows)


def _buyer(code: str, own: Mapping[str, int], years: Iterable[YearUnder], kinds: Iterable[str]) -> tuple[Cell, ...]:
    when = [f"{one.year}: {one.escape + one.added}" for one in years if one.escape or one.added]
    pairs = tuple(_pair(own, kind) for kind in kinds)
    return country(countries()[code].name, code), f"{own['notices']:,}", *pairs, ", ".join(when) or NOTHING


def cases(found: tuple[CaseUnder, ...]) -> Iterator[Block]:
    """Yield a table of the latest notices of one kind with the bill's thresholds, after a note if not all are shown."""
    shown = sorted(found, key=lambda one: one.notified_on or date.min, reverse=True)[:LATEST]
    if len(shown) < len(found):
        yield Paragraph(f"The latest {LATEST} of {len(found):,}. Take the CSV or JSON for every one.")
    columns = (
        Column("day", "Day", 2),
        Column("what", "What was offered", 5, strong=True),
        Column("value", "Value", 3),
        Column("bill", "Thresholds of the bill", 3),
    )
    yield Table("", columns, tuple(Row(one.transmittal, _case(one)) for one in shown))


def _case(one: CaseUnder) -> tuple[Cell, ...]:
    named = separated(country(countries()[code].name, code) for code in one.recipients)
    emergency = " An emergency waived the waiting period." if one.emergency else ""
    what = Said((*named, f": {one.description}"), f"Number {one.transmittal}.{emergency}")
    equipment = "not stated" if one.mde_usd is None else money(one.mde_usd) if one.mde_usd else "none"
    whole = money(one.total_usd) if one.total_usd is not None else "Not stated"
    limits = [f"{WHAT[name]}: {money(usd)}" for name, usd in one.thresholds.items() if usd is not None]
    day = days.day(one.notified_on) if one.notified_on else NOTHING
    return day, what, Said(whole, f"Major defense equipment: {equipment}."), sentence("; ".join(limits))
