"""The page of a country's political record: leaders, events, acts, statuses and proposals in one dated list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.timeline import Timeline, timeline
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import evidence as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import longdate, the

SINCE = Param(
    "since", "Leave out what was over before that day.", {"type": "string", "format": "date"}, example="2020-01-01"
)


def _answer(question: Question) -> Timeline:
    return timeline(question["country"] or "", question["on"], since=question["since"], facts=question.facts)


def _view(question: Question, answer: Timeline, document: Document) -> Document:
    entries = document["entries"]
    own = [entry for entry in entries if entry["country"] == document["country"]]
    decades: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries:
        decades.setdefault(f"{entry['on'][:3]}0s", []).append(entry)
    count = f"{len(own)} {'entry' if len(own) == 1 else 'entries'}"
    title = f"The record of {the(document['name'])}: {count} up to {longdate(document['on'])}"
    return {"title": title, "decades": list(decades.items()), "own": own}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    names = ("on", "on_by", "until", "precision", "kind", "country", "what", "bearing", "instrument", "confidence")
    return [{name: entry.get(name) for name in (*names, "source", "note")} for entry in document["entries"]]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(f"The record of {document['name']}", f"up to {longdate(document['on'])}")
    lines = [(e["on"], e["kind"], e["country"], e["what"], e.get("until", "")) for e in document["entries"]]
    return sheet.table(("on", "kind", "country", "what", "until"), lines).stamp(document)


def _blank(given: Given) -> Document:
    return {"title": "What happened, and when?"}


PAGE = Page(
    word="timeline",
    address="/timeline",
    label="Timeline",
    says="The dated political record of a country: leaders, events, frameworks, determinations, statuses, proposals",
    template="timeline.html",
    params=(COUNTRY_QUERY, SINCE, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Timeline,
    ready=lambda given: bool(given["country"]),
    command="timeline",
    form="forms/timeline.html",
    blank=_blank,
)
