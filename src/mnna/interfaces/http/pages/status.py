"""The page of a country: what it holds, the road there, its spans in time, and what the law makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mnna.answers.authorities import authorities_in
from mnna.answers.status import HEADLINE, StatusAnswer, status
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.pages.law_findings import count, grouped, split
from mnna.interfaces.http.pages.spans import timeline
from mnna.interfaces.http.params import COUNTRY, ON
from mnna.interfaces.http.schemas import standing as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import capital, held, longdate, the
from mnna.registry.days import a_day

_IS = {
    "mnna": "a major non-NATO ally",
    "nato": "a NATO member",
    "treated-as-mnna": "treated as a major non-NATO ally",
}


def headline(answer: StatusAnswer) -> str:
    """The answer in one sentence: what the country is to the United States in law on that day."""
    name = capital(the(answer.country.name))
    if answer.country.iso3 == "USA":
        return "The United States is the country whose law answers here"
    for id_ in HEADLINE:
        span = next((span for span in answer.held if span.status == id_), None)
        if span is not None:
            return f"{name} has been {_IS[id_]} since {a_day(span.since, span.since_by, longdate)}"
    for id_, _ in answer.open_:
        if id_ in HEADLINE:
            return f"Whether {the(answer.country.name)} is {_IS[id_]} on that day is not known"
    ended = [span for span in answer.past if span.status in HEADLINE]
    if ended:
        last = ended[-1]
        return f"{name} was {_IS[last.status]} until {a_day(last.until or answer.on, last.until_by, longdate)}"
    return f"{name} is neither a NATO member nor a major non-NATO ally"


def _answer(question: Question) -> StatusAnswer:
    return status(question["country"], question["on"], question.facts)


def _view(question: Question, answer: StatusAnswer, document: Document) -> Document:
    findings = authorities_in(answer.registry, answer.country, answer.on).findings
    given, bars = split([finding.to_dict() for finding in findings])
    headline_ids = [*HEADLINE, *(span.status for span in answer.held if span.status not in HEADLINE)]
    return {
        "title": headline(answer),
        "day": document["on"],
        "kinds": answer.registry.kinds,
        "first": [span for span in document["statuses"] if span["status"] in HEADLINE],
        "other": [span for span in document["statuses"] if span["status"] not in HEADLINE],
        "road": _road(document["steps"]),
        "timeline": timeline(answer, headline_ids),
        "given_by_law": grouped(given),
        "counts": count(given),
        "bars": bars,
        "bar_counts": count(bars),
        "is_mnna": any(span.status == "mnna" for span in answer.held),
    }


def _road(steps: list[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """The steps by status, those of the headline statuses first."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for step in steps:
        found.setdefault(step["status"], []).append(step)
    return sorted(found.items(), key=lambda item: (item[0] not in HEADLINE, item[0]))


def _rows(document: Document) -> list[Mapping[str, Any]]:
    who = {"country": document["country"], "name": document["name"], "on": document["on"]}
    held = [who | {"holds": "yes"} | span for span in document["statuses"]]
    past = [who | {"holds": "no longer"} | span for span in document["past"]]
    open_ = [{"holds": "unknown", "status": row["status"], "note": row["why"]} for row in document["unknown"]]
    return held + past + [who | row for row in open_]


def _held(spans: list[Mapping[str, Any]], more: Sequence[str]) -> list[list[str]]:
    return [[span["status"], held(span), *(span[name] for name in more)] for span in spans]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(f"{document['name']} ({document['country']})", f"status on {document['on']}")
    head: tuple[str, ...] = ("instrument", "citation", "confidence")
    sheet.heading("Holds").table(("status", "held", *head), _held(document["statuses"], head))
    if not document["statuses"]:
        sheet.text("No status the registry knows.")
    if document["unknown"]:
        sheet.heading("Unknown").list(f"{row['status']}: {row['why']}" for row in document["unknown"])
    if document["disagreements"]:
        sheet.heading("Official lists disagree").list(document["disagreements"])
    if document["steps"]:
        head = ("step", "status", "event", "instrument")
        sheet.heading("The road: announced is not designated")
        when = (a_day(step["on"], step.get("on_by"), longdate) for step in document["steps"])
        lines = [[day, *(step[name] for name in head)] for day, step in zip(when, document["steps"], strict=True)]
        sheet.table(("on", *head), lines)
    if document["past"]:
        head = ("instrument", "note")
        sheet.heading("Held before").table(("status", "held", *head), _held(document["past"], head))
    if document["proposals"]:
        head = ("on", "direction", "kind", "proposer", "instrument", "outcome")
        sheet.heading("Proposed, which changes nothing by itself")
        sheet.table(head, ([row[name] for name in head] for row in document["proposals"]))
    if document["note"]:
        sheet.text(document["note"])
    return sheet.stamp(document)


PAGE = Page(
    word="status",
    address="/countries/{country}",
    label="Country",
    says="What a country holds on a day, by which act, the road to it, and where official lists differ",
    template="country.html",
    params=(COUNTRY, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Status,
    command="status",
)
