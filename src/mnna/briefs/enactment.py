"""The document on a bill as a what-if: what it changes, for which countries, and for which notices to Congress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mnna.answers.enact import EnactAnswer
from mnna.answers.enacted_cases import CasesUnder, CaseUnder
from mnna.briefs import enactment_tables as tables
from mnna.present import days
from mnna.present.document import Document, Items, Paragraph, Section
from mnna.present.numbers import counted, dollars, listed
from mnna.registry.countries import the
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
    return f"{named}{whose}, assumed on {days.day(answer.on)}"


def _lead(answer: EnactAnswer) -> Iterator[str]:
    cases = answer.cases
    if answer.bill.says:
        yield answer.bill.says
    if not answer.figures:
        yield from _why_nothing(answer)
        return
    span = f"From {days.day(cases.since)} to {days.day(cases.until)} the record has {counted(cases.notices, 'notice')}"
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
        yield f"It speaks of those that hold the status {listed(kinds, 'or')}: {tables.whom(answer.named)}."


def _many(cases: Iterable[CaseUnder]) -> str:
    found = list(cases)
    worth = sum(one.total_usd or 0 for one in found)
    return (f"{len(found):,}" if found else "none") + (f" ({dollars(worth)})" if worth else "")


def _law(answer: EnactAnswer, short: bool = False) -> tuple[Section, ...]:
    """Return the sections on figures and on the countries whose provisions change; none if no figure changes."""
    if not answer.figures:
        return ()
    figures = Section("figures", "The figures", (tables.figures(answer.figures, short),), count=len(answer.figures))
    return figures, Section("provisions", "For which countries", (tables.provisions(answer.provisions),))


def _record(cases: CasesUnder, buyers: int = 0) -> Iterator[Section]:
    if not cases.notices:
        said = "No notice of these years is on record. The record is not complete."
        yield Section("record", "The sales on record", (Paragraph(said),))
        return
    if any(one.escape or one.added or one.undecided for one in cases.table):
        yield Section("years", "By year", (tables.by_year(cases.table),))
        yield Section("buyers", "By country and year", (tables.buyers(cases.table, buyers),))


def _lists(cases: CasesUnder) -> Iterator[Section]:
    named = (
        ("escape", "Would have escaped review", cases.escape),
        ("added", "Would have been added", cases.added),
        ("undecided", "Not known", cases.undecided),
    )
    for id_, heading, found in named:
        if found:
            yield Section(id_, heading, tuple(tables.cases(found)), count=len(found), folded=id_ == "undecided")


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
