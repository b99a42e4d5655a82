"""The brief as a page: everything about one country in one document, and its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from mnna.briefs.answer import Brief
from mnna.briefs.compose import brief
from mnna.briefs.output import render
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import COUNTRY, COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import documents as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.words.what_if import DESIGNATE
from mnna.present.html import fragment
from mnna.registry.countries import resolve
from mnna.statutes.citations import official

VS = Param("vs", "A country to set beside it, at its own designation.", example="COL", python="versus")
STATUS = Param("designate", "The status whose gain or loss is weighed; default mnna.", choices=DESIGNATE.choices)


def _answer(question: Question) -> Brief:
    asked = question["designate"] or "mnna"
    return brief(question["country"], question["vs"], question["on"], designate=asked, facts=question.facts)


def _view(question: Question, answer: Brief, document: Document) -> Document:
    return {"title": answer.title, "made": answer, "inside": fragment(answer, official, title=False)}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    """The cells of all tables, one row each; a CSV has no room for running text."""
    rows: list[Mapping[str, Any]] = []
    for section in document["sections"]:
        for table in (block for block in section["blocks"] if block["kind"] == "table"):
            where = {"country": document["country"], "on": document["on"], "section": section["id"]}
            rows += [
                where | {"table": table["caption"]} | {k: _text(v) for k, v in row.items()} for row in table["rows"]
            ]
    return rows


def _text(cell: Any) -> str:
    if isinstance(cell, Mapping):
        return f"{cell['head']}. {cell['body']}"
    return "; ".join(link["text"] for link in cell) if isinstance(cell, list) else str(cell)


def _sheet(document: Document) -> Sheet:
    raise NotImplementedError("the brief makes its own Markdown and PDF")


def _onward(question: Question) -> str:
    rest = [(name, question[name]) for name in ("vs", "on") if question[name]]
    code = resolve(question["country"]).iso3
    return f"/brief/{code}" + (f"?{urlencode(rest)}" if rest else "")


def _blank(given: Given) -> Document:
    return {"title": "All of it for one country, on paper or here"}


def _nothing(*_: Any) -> Any:
    raise NotImplementedError("the form leads to the page of a brief")


LIST = Page(
    word="brief",
    address="/brief",
    label="Brief",
    says="Everything about one country in one document, with another beside it",
    template="brief_ask.html",
    params=(COUNTRY_QUERY, VS, ON),
    answer=_nothing,
    view=_nothing,
    rows=_nothing,
    sheet=_nothing,
    shape=shapes.Brief,
    ready=lambda given: bool(given["country"]),
    command="brief",
    form="forms/brief.html",
    blank=_blank,
    forms=(),
    onward=_onward,
)
PAGE = Page(
    word="brief",
    address="/brief/{country}",
    label="Brief",
    says="Everything about one country: status, what designation would change and would not, restrictions, sources",
    template="brief.html",
    params=(COUNTRY, VS, STATUS, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Brief,
    command="brief",
    forms=("json", "csv", "md", "pdf", "html"),
    own_forms={form: (lambda made, form=form: render(made, form)) for form in ("md", "pdf", "html")},  # type: ignore[misc]
)
