"""The page of what would turn a `no` into a `yes`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.unlocks import UnlocksAnswer, unlocks
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import findings as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import country_name, the
from mnna.statutes import catalog

AUTHORITY = Param(
    "authority",
    "The id of one question of law.",
    {"type": "string", "enum": list(catalog.AUTHORITIES)},
    needed=True,
    positional=True,
    example="depleted-uranium-rounds",
)


def _answer(question: Question) -> UnlocksAnswer:
    return unlocks(question["authority"], question["country"] or "", question["on"], question.facts)


def _view(question: Question, answer: UnlocksAnswer, document: Document) -> Document:
    whom, count = the(answer.country.name), len(answer.unlocks)
    if answer.finding.verdict == "yes":
        title = f"For {whom} the answer is yes already"
    elif count:
        title = f"{count} single change{'s' if count != 1 else ''} would make the answer yes for {whom}"
    else:
        title = f"No single change would make the answer yes for {whom}"
    return {"title": title, "finding": answer.finding.to_dict(), "name": answer.country.name}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    who = {name: document[name] for name in ("country", "on", "authority", "verdict")}
    yes = [who | {"leads_to": "yes"} | one for one in document["unlocks"]]
    return yes + [who | {"leads_to": "unknown"} | one for one in document["opens"]]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(
        f"{document['authority']} for {country_name(document['country'])}: {document['verdict']}",
        f"on {document['on']}",
    )
    sheet.text(document["because"]).heading("One of these alone would make it yes")
    sheet.list(f"{one['kind']} {one['id']} ({one['act']}): {one['words']}" for one in document["unlocks"])
    if not document["unlocks"]:
        sheet.text("none" if document["verdict"] != "yes" else "It is yes already.")
    if document["opens"]:
        sheet.heading("One of these alone would leave it open")
        sheet.list(f"{one['kind']} {one['id']} ({one['act']}): {one['words']}" for one in document["opens"])
    if document["routes"]:
        sheet.heading("Routes the law itself names").list(document["routes"])
    return sheet.stamp(document)


def _blank(given: Given) -> Document:
    return {"title": "What would turn a no into a yes?"}


PAGE = Page(
    word="unlocks",
    address="/unlocks",
    label="Unlocks",
    says="Which single status or fact would turn a no into a yes",
    template="unlocks.html",
    params=(AUTHORITY, COUNTRY_QUERY, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Unlocks,
    ready=lambda given: bool(given["country"] or given["authority"]),
    command="unlocks",
    form="forms/unlocks.html",
    blank=_blank,
)
