"""The page of what the law gives or denies a country, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.authorities import AuthoritiesAnswer, authorities
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.pages.law_findings import count, finding_row, grouped, split
from mnna.interfaces.http.params import COUNTRY, ON, Param
from mnna.interfaces.http.schemas import findings as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import TOPICS, capital, country_name, the
from mnna.statutes import catalog

ONLY = Param(
    "only",
    "Limit the answer to this authority; may be repeated.",
    {"type": "string", "enum": sorted(catalog.AUTHORITIES)},
    many=True,
    positional=True,
)


def _answer(question: Question) -> AuthoritiesAnswer:
    return authorities(question["country"], question["on"], only=question["only"], facts=question.facts)


def _view(question: Question, answer: AuthoritiesAnswer, document: Document) -> Document:
    given, bars = split(document["findings"])
    counts = count(given)
    name = capital(the(answer.country.name))
    title = f"{name}: of {len(given)} questions, the law says yes to {counts['yes']}, no to {counts['no']}"
    open_ = f", and {counts['unknown']} cannot be decided" if counts["unknown"] else ""
    return {
        "title": title + open_,
        "name": answer.country.name,
        "given_by_law": grouped(given),
        "counts": counts,
        "bars": bars,
        "bar_counts": count(bars),
    }


def _rows(document: Document) -> list[Mapping[str, Any]]:
    who = {"country": document["country"], "on": document["on"]}
    return [who | finding_row(finding) for finding in document["findings"]]


def _sheet(document: Document) -> Sheet:
    name = country_name(document["country"])
    sheet = Sheet(f"{name} ({document['country']}): what the law gives or denies it", f"on {document['on']}")
    topic = ""
    for finding in document["findings"]:
        if finding["topic"] != topic:
            topic = finding["topic"]
            sheet.heading(TOPICS[topic])
        sheet.finding(finding)
    return sheet.stamp(document)


PAGE = Page(
    word="authorities",
    address="/countries/{country}/authorities",
    label="What the law gives",
    says="What US law gives or denies a country on a day because of its statuses: yes, no or unknown, and why",
    template="authorities.html",
    params=(COUNTRY, ONLY, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Authorities,
    command="authorities",
)
