"""The ledger of a status as a document: the laws that name it, whether each is encoded here, and the searches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.answers.law import LawAnswer
from mnna.answers.law_entries import Named, SweepMade
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Cite, Document, Inline, Lines, Link, Paragraph, Row, Section, Table, Text, heads
from mnna.present.numbers import counted
from mnna.present.wording import CONFIDENCE, NOTHING, sentence, version_of_law
from mnna.registry.statuses import our_statuses
from mnna.statutes.naming import ENCODED, NO_EFFECT, NOT_READ

TITLES = {ENCODED: "Encoded", NO_EFFECT: "Read, without effect on an answer", NOT_READ: "Not read"}
LEADS = {
    ENCODED: "A question or a text here says what each of these does.",
    NO_EFFECT: "Findings, bills that are not enacted, and texts that have ended.",
    NOT_READ: "What these do is not known here.",
}
_COLUMNS = heads({"What names it": 3, "Kind": 1, "Law": 2, "What it does": 4, "Read": 2, "Found by": 1})


def ledger_document(answer: LawAnswer) -> Document:
    """Return the ledger: links to holders and other lists, a section for each standing, and the searches."""
    by_standing = {standing: [row for row in answer.named if row["standing"] == standing] for standing in TITLES}
    sections = [_section(standing, rows) for standing, rows in by_standing.items() if rows]
    if not sections:
        nothing = Paragraph("No rule here names this status, and no search for it was made.")
        sections.append(Section("nothing", "Nothing found", (nothing,)))
    if answer.sweeps:
        sections.append(_sweeps(answer.sweeps))
    lead = tuple(_pointers(answer.naming))
    return Document(
        title=_title(answer, by_standing), lead=lead, sections=tuple(sections), notes=(version_of_law(answer.law),)
    )


def _title(answer: LawAnswer, by_standing: Mapping[str, list[Named]]) -> str:
    found = ((f"{len(rows)} {standing}", rows) for standing, rows in by_standing.items())
    counts = ", ".join(said.replace(" no ", " without ") for said, rows in found if rows)
    name = our_statuses()[answer.naming].title
    return f"What names the status “{name}”: {counts or 'nothing found'}"


def _pointers(status: str) -> Iterator[Text]:
    """Yield links to the holders of the status and to the other lists that are often taken for it."""
    yield ("Who holds it, and by which act: ", Link("the holders", f"/map?status={status}"), ".")
    for other in our_statuses()[status].also_listed:
        kind = our_statuses()[other]
        yield (f"Another list, often taken for it, is “{kind.title}”: ", Link(other, f"/law?naming={other}"), ".")


def _section(standing: str, rows: list[Named]) -> Section:
    table = Table(LEADS[standing], _COLUMNS, tuple(Row(row["id"] or row["citation"], _cells(row)) for row in rows))
    return Section(standing.replace(" ", "-"), TITLES[standing], (table,), count=len(rows))


def _cells(row: Named) -> tuple[Any, ...]:
    what = (places.law(row["title"], row["id"]), f" ({row['id']})") if row["id"] else row["title"]
    earlier = (f"and {counted(len(row['earlier']), 'other place')}",) if row["earlier"] else ()
    return (
        what,
        ", ".join(filter(None, (row["kind"], days.span(row["since"], row["until"])))),
        Lines((Cite(row["citation"]), *earlier)),
        sentence(prose(row["says"])),
        tuple(_read(row)),
        ", ".join(row["sweeps"]) or NOTHING,
    )


def _read(row: Named) -> Iterator[str | Inline]:
    """Yield the confidence, the day it was read, and its sources."""
    yield f"{CONFIDENCE[row['confidence']]}, read on {days.day(row['checked_on'])}: "
    yield from places.sources(row["source"])


def _sweeps(sweeps: tuple[SweepMade, ...]) -> Section:
    columns = heads({"Search": 1, "Where": 4, "Words": 2, "When": 2, "Found": 3})
    rows = tuple(
        Row(one["id"], (one["id"], one["where"], one["words"], Lines(_when(one)), one["found"])) for one in sweeps
    )
    return Section(
        "searches", "The searches", (Table("What was searched, and how far it goes", columns, rows),), count=len(rows)
    )


def _when(one: SweepMade) -> tuple[Text, ...]:
    text = (f"text of {days.day(one['text_as_of'])}",) if one["text_as_of"] else ()
    return (f"searched on {days.day(one['on'])}", *text)


def ledger_rows(answer: LawAnswer) -> list[Mapping[str, Any]]:
    """Return the ledger for a spreadsheet, a row for each law that names the status."""
    lists = ("earlier", "sweeps")
    rows: list[Mapping[str, Any]] = answer.to_dict()["named"]
    own = [{name: value for name, value in row.items() if name != "links"} for row in rows]
    return [row | {name: "; ".join(row[name]) for name in lists} for row in own]
