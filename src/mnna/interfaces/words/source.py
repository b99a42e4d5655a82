"""`source`: where a fact comes from and what rests on it; and the list of all sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from mnna.answers.source import SourceAnswer, SourceList, source
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import EVERYWHERE, params_of, statuses
from mnna.present.days import day, prose
from mnna.present.document import Column, Day, Document, Facts, Items, Link, Paragraph, Row, Section, Table, Text
from mnna.present.wording import own_mark
from mnna.registry.countries import countries
from mnna.registry.records import Source
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.texts import texts

ID, FACTS, SOUGHT = params_of("source", id={"python": "id_"})
NOT_OPENED = "not opened: cited by others or from general knowledge"


def _list(answer: SourceList) -> Document:
    found = f"{len(answer.sources)} source{'' if len(answer.sources) == 1 else 's'}"
    by_kind: dict[str, list[Source]] = {}
    for one in answer.sources:
        by_kind.setdefault(one.kind, []).append(one)
    sections = tuple(
        Section(kind, _kind(kind), (_table(rows),), count=len(rows), folded=not answer.search)
        for kind, rows in sorted(by_kind.items())
    )
    nothing = Paragraph(("No source holds all these words. See ", Link("all sources", "/sources"), "."))
    return Document(
        title=f"{found} that speak of “{answer.search}”" if answer.search else found,
        sections=sections or (Section("nothing", "Nothing found", (nothing,)),),
    )


def _kind(kind: str) -> str:
    """Return a kind of source in words; one kind is the name of a journal."""
    return "Federal Register" if kind == "federal-register" else capital(kind.replace("-", " "))


def _table(rows: list[Source]) -> Table:
    columns = (
        Column("title", "Title", 4, strong=True),
        Column("publisher", "Publisher", 2),
        Column("opened", "Opened on"),
        Column("id", "Id", 2),
    )
    return Table("", columns, tuple(Row(one.id, _cells(one)) for one in rows))


def _cells(one: Source) -> tuple[Text, ...]:
    title = (Link(one.title, f"/sources/{quote(one.id)}"), own_mark(one.own))
    return (title, one.publisher, Day(one.opened_on) if one.opened_on else "not opened", one.id)


def _one(answer: SourceAnswer) -> Document:
    rests = tuple(map(_resting, answer.rests))
    none = Paragraph("No status, step, proposal or provision cites it; other tables may.")
    return Document(
        title=answer.title,
        subtitle=f"{answer.id}{own_mark(answer.own)}",
        sections=(
            Section("source", "The source", (Facts(tuple(_facts(answer))),)),
            Section("rests", "Rests on it", (Items(rests, "small"),) if rests else (none,), count=len(rests)),
        ),
    )


def _facts(answer: SourceAnswer) -> Iterator[tuple[str, Text]]:
    link = answer.address.startswith(("https://", "http://"))
    parts: tuple[tuple[str, Text], ...] = (
        ("Publisher", answer.publisher),
        ("Kind", _kind(answer.kind)),
        ("Address", Link(answer.address, answer.address) if link else answer.address),
        ("License", answer.licence),
        ("Opened on", day(answer.opened_on) if answer.opened_on else NOT_OPENED),
        ("Note", prose(answer.note)),
    )
    return ((label, value) for label, value in parts if value)


def _resting(text: str) -> Link:
    """Return a fact or provision that cites the source, with a link to its page."""
    first, _, rest = text.partition(" ")
    if first in countries():
        what, _, when = rest.partition(" ")
        what = dict(statuses()).get(what, what)
        return Link(prose(f"{countries()[first].name}: {what} {when}"), f"/countries/{first}")
    if first == "text":
        title = next((one.title for one in texts() if one.id == rest), text)
        return Link(title, f"/law/{quote(rest)}")
    if first == "proposal":
        return Link(text, f"/countries/{text.split()[-1]}")
    cases = {catalog.case_law(channel).id for channel in catalog.CHANNELS}
    return Link(text, f"/law/{quote(text)}" if text in cases | set(catalog.AUTHORITIES) else "")


def _rows(answer: SourceAnswer | SourceList) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    rows: list[Mapping[str, Any]] = told.get("sources") or [{name: told[name] for name in told if name != "schema"}]
    return rows


ENDPOINT = Endpoint(
    word="source",
    group="Data and service",
    order=2,
    under="data",
    says="where a fact comes from",
    help="The source of that ID with its address, license and what rests on it; without one, the list.",
    function=source,
    params=(ID, FACTS, SOUGHT),
    answer=SourceAnswer,
    document=lambda answer: _list(answer) if isinstance(answer, SourceList) else _one(answer),
    rows=_rows,
    address="/sources/{id}",
    label="Source",
    example={"id": "usc-22-2321k"},
)
PAGES = (
    ENDPOINT._replace(
        params=(FACTS, SOUGHT._replace(doors=EVERYWHERE)),
        help="Every source that a fact or a provision rests on.",
        answer=SourceList,
        address="/sources",
        label="Sources",
        button="Search",
        example={"search": "determination"},
        tool="source_list",
    ),
)
