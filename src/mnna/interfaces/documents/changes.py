"""Changes as a document: a table for each kind of change, what is to come, and the entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mnna.answers.changes import ChangesAnswer
from mnna.answers.changes_by_kind import KINDS, Ahead, Changed
from mnna.answers.source import title_of
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Cell, Document, Lines, Paragraph, Row, Said, Section, Table, heads
from mnna.present.document import Verdict as VerdictWord
from mnna.present.feeds import Feed, FeedEntry
from mnna.present.inline import Cite, Text
from mnna.present.numbers import counted, money
from mnna.present.wording import NOTHING, fits_question, own_mark, sentence, verdict_words
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.readings import read_through
from mnna.rules.english import spoken
from mnna.statutes import catalog
from mnna.statutes.citations import official

LATEST = 100
"""How many changes of one kind a text shows; JSON, CSV and the feeds have all."""
VERDICTS = ("yes", "no", "unknown")


def document(answer: ChangesAnswer) -> Document:
    """Return the document of the changes for one country or for all, the newest first."""
    return Document(
        title=_title(answer),
        subtitle=f"{days.day(answer.since)} to {days.day(answer.until)}",
        lead=tuple(_lead(answer)),
        sections=(*_sections(answer), *_ahead(answer)),
    )


def _title(answer: ChangesAnswer) -> str:
    whose = f" for {the(answer.country.name)}" if answer.country else ""
    return f"What changed{whose}: {counted(len(answer.changes), 'change')}"


def _lead(answer: ChangesAnswer) -> Iterator[Text]:
    parts = [
        f"{KINDS[kind].lower()} {count}"
        for kind in KINDS
        if (count := sum(row.kind == kind and not _given(row) for row in answer.changes))
    ]
    given = sum(map(_given, answer.changes))
    if answer.country and given:
        yield f"{counted(given, 'answer').capitalize()} of the law about {the(answer.country.name)} changed."
    if parts:
        yield f"By kind: {', '.join(parts)}."
    if answer.ahead:
        first = answer.ahead[0]
        yield f"Next ahead, on {days.day(first.on)}: {prose(first.what)}"


def _given(row: Changed) -> bool:
    """Return whether the row is a verdict of the law about one country."""
    return row.kind == "law" and row.country is not None


def _sections(answer: ChangesAnswer) -> Iterator[Section]:
    if not answer.changes:
        said = "Nothing on record changed in that time. What was not read cannot be seen here."
        yield Section("none", "Nothing changed", (Paragraph(said),))
    given = [row for row in answer.changes if _given(row)]
    if given and answer.country:
        yield _section("verdicts", f"What the law gives {the(answer.country.name)}", given)
    for kind, title in KINDS.items():
        if rows := [row for row in answer.changes if row.kind == kind and not _given(row)]:
            yield _section(kind, title, rows)


def _section(id_: str, title: str, rows: list[Changed]) -> Section:
    shown = rows[::-1][:LATEST]
    said = f"The latest {LATEST} of {len(rows):,}. Ask for fewer days, or take the CSV or JSON for every row."
    more = (Paragraph(said),) if len(shown) < len(rows) else ()
    columns = heads({"Day": 2, "What changed": 5, "Before and after": 4, "Rests on": 3}, strong="What changed")
    told = (Row(row.id, (_day(row), _what(row), _turn(row), _rests(row.citation, row.source))) for row in shown)
    return Section(id_, title, (*more, Table("", columns, tuple(told))), count=len(rows))


def _day(row: Changed) -> str:
    return a_day(row.on, row.on_by).removeprefix("a day ") if row.on_by else days.day(row.on)


def _what(row: Changed) -> Cell:
    own = own_mark(row.own)
    if _given(row):
        return Said(f"{catalog.authority(row.id).question}{own}", _because(row))
    return f"{sentence(prose(row.what))}{own}"


def _because(row: Changed) -> str:
    """Return the reason of the new verdict, without the question and the verdict, which have their own columns."""
    return sentence(prose(row.what.partition("? ")[2].removeprefix(f"{str(row.after).capitalize()}. ")))


def _turn(row: Changed) -> Cell:
    if row.kind == "list" and row.before == row.after:
        return "No longer known of those it named"
    if row.before in VERDICTS and row.after in VERDICTS:
        fits = _fits(row)
        return (VerdictWord(str(row.before), fits), " to ", VerdictWord(str(row.after), fits))
    if row.kind == "law" and row.before and row.before == row.after:
        return Said("Other terms, steps or citation", f"As before: {prose(str(row.after))}")
    if row.kind == "law" and row.before and row.after:
        return Said(f"After: {prose(str(row.after))}", f"Before: {prose(str(row.before))}")
    return prose(" to ".join(_value(value) for value in (row.before, row.after) if value is not None))


def _fits(row: Changed) -> str:
    """Return which words fit the verdicts of a row: those of a bar, a grant or a question."""
    if row.kind != "law":
        return "question"
    law = catalog.authority(row.id)
    return fits_question(law.bears, law.question)


def _value(value: str | int | Decimal) -> str:
    return money(float(value)) if isinstance(value, Decimal) else spoken(value)


def _rests(citation: str, source: Iterable[str]) -> Cell:
    cited: tuple[Text, ...] = (Cite(citation),) if citation else ()
    found = (*cited, *map(places.source, source))
    return Lines(found) if found else NOTHING


def _ahead(answer: ChangesAnswer) -> Iterator[Section]:
    if not answer.ahead:
        return
    columns = heads({"Day": 2, "What is due or ends": 7, "Rests on": 3}, strong="What is due or ends")
    rows = tuple(
        Row(row.id or str(at), (days.day(row.on), sentence(prose(row.what)), _rests(row.citation, row.source)))
        for at, row in enumerate(answer.ahead)
    )
    yield Section("ahead", "Ahead", (Table("", columns, rows),), count=len(rows))


def feed(answer: ChangesAnswer, with_ahead: bool) -> Feed:
    """Return the changes as a feed; `with_ahead` adds what is to come, as for a calendar."""
    whose = f" for {the(answer.country.name)}" if answer.country else ""
    entries = [_entry(row) for row in answer.changes]
    entries += [_entry_ahead(row) for row in answer.ahead] if with_ahead else []
    says = "United States law and lists of security cooperation, each change with its day and its source."
    key = f"changes/{answer.country.iso3 if answer.country else ''}"
    return Feed(key, f"What changed{whose}", says, read_through(), tuple(entries))


def _entry(row: Changed) -> FeedEntry:
    turned = [
        f"{name}: {_plain(row, value)}"
        for name, value in (("Before", row.before), ("After", row.after))
        if value is not None
    ]
    sources = [f"Sources: {'; '.join(map(title_of, row.source))}"] if row.source else []
    parts = (row.what, _day(row) if row.on_by else "", *turned, row.citation, *sources)
    text = " ".join(sentence(prose(part)) for part in parts if part)
    key = f"{row.on}/{row.kind}/{row.country or ''}/{row.id}"
    return FeedEntry(key, row.on, _short(row), text, row.kind, _address(row.citation))


def _short(row: Changed) -> str:
    """Return the change in one line."""
    if _given(row):
        question = row.what.partition("?")[0]
        return f"{question}? {_plain(row, row.before)} to {_plain(row, row.after)}"
    return prose(row.what)


def _plain(row: Changed, value: str | int | Decimal | None) -> str:
    return verdict_words(value, _fits(row)) if isinstance(value, str) and value in VERDICTS else _value(value or "")


def _entry_ahead(row: Ahead) -> FeedEntry:
    text = " ".join(sentence(prose(part)) for part in (row.what, row.citation) if part)
    key = f"{row.on}/ahead/{row.country or ''}/{row.id or row.what}"
    return FeedEntry(key, row.on, f"Ahead: {prose(row.what)}", text, "ahead", _address(row.citation))


def _address(citation: str) -> str:
    found = official(citation) if citation else ""
    return found if found.startswith("https://") else ""
