"""The pages of sources: where every fact comes from, and what rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.source import SourceAnswer, source, sources
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import Param
from mnna.interfaces.http.schemas import documents as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import law_address
from mnna.registry.countries import countries
from mnna.registry.records import Source
from mnna.statutes import catalog

ID = Param("id", "The id of a source.", where="path", positional=True, example="usc-22-2321k")
SEARCH = Param("search", "Words to look for in titles, publishers and notes.", example="determination")
_PARTS = ("publisher", "kind", "address", "licence", "opened_on", "note")


def _list(question: Question) -> tuple[Source, ...]:
    return sources(question.facts, question["search"] or "")


def _list_view(question: Question, answer: tuple[Source, ...], document: Document) -> Document:
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in document["sources"]:
        kinds.setdefault(row["kind"], []).append(row)
    count, words = f"{len(answer)} source{'s' if len(answer) != 1 else ''}", question["search"]
    return {"title": f"{count} that speak of “{words}”" if words else count, "kinds": sorted(kinds.items())}


def _list_foot(question: Question) -> tuple[str, str]:
    words = f"search={question['search']!r}" if question["search"] else ""
    return question.command(), f"from mnna.answers.source import sources; sources({words})"


def _list_sheet(document: Document) -> Sheet:
    names = ("id", "title", "publisher", "kind", "licence", "opened_on")
    return Sheet("Sources").table(names, ([row[name] for name in names] for row in document["sources"]))


def _one(question: Question) -> SourceAnswer:
    return source(question["id"], question.facts)


def _view(question: Question, answer: SourceAnswer, document: Document) -> Document:
    rests = [_resting(text) for text in document["rests_on_it"]]
    return {"title": document["title"], "rests": rests, "parts": [name for name in _PARTS if document[name]]}


def _resting(text: str) -> tuple[str, str]:
    """What rests on a source, with the page that shows it (empty where there is none)."""
    first = text.split()[0]
    if first in countries():
        return text, f"/countries/{first}"
    if text.startswith("proposal "):
        return text, f"/countries/{text.split()[-1]}"
    ids = {catalog.case_law(channel).id for channel in catalog.CHANNELS} | set(catalog.AUTHORITIES)
    return text, law_address(text) if text in ids else ""


def _rows(document: Document) -> list[Mapping[str, Any]]:
    return [document]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(document["title"], document["id"])
    sheet.table(("", ""), ((name.replace("_", " "), document[name]) for name in _PARTS if document[name]))
    return sheet.heading(f"Rests on it ({len(document['rests_on_it'])})").list(document["rests_on_it"])


LIST = Page(
    word="source",
    address="/sources",
    label="Sources",
    says="Every source a fact or a provision rests on",
    template="sources.html",
    params=(SEARCH,),
    answer=_list,
    view=_list_view,
    rows=lambda document: document["sources"],
    sheet=_list_sheet,
    shape=shapes.Sources,
    document=lambda answer: {"sources": [one._asdict() for one in answer]},
    command="source",
    foot=_list_foot,
)
PAGE = Page(
    word="source",
    address="/sources/{id}",
    label="Source",
    says="Where a fact comes from, and what rests on it",
    template="source.html",
    params=(ID,),
    answer=_one,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.SourceAndWhatRests,
    command="source",
)
