"""The page that sets a candidate beside the incumbents, each as it stood before its own designation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.answers.compare import compare
from mnna.interfaces.http.figures import figure, names
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.pages import compare_lines
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import evidence as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import capital, country_name, the

TO = Param(
    "to", "A country to set beside it; may be repeated; default all incumbents.", many=True, example="COL", listed=True
)
MANY = 3
"""Up to so many countries stand in columns of their own; more are told by their range."""


def _answer(question: Question) -> Any:
    return compare(question["country"] or "", list(question["to"]) or None, question["on"], question.facts)


def _view(question: Question, answer: Any, document: Document) -> Document:
    near = document["nearest"][:3]
    name = capital(the(document["name"]))
    told = [f"{the(country_name(one['country']))} of {one['year']}" for one in near]
    title = f"{name} is nearest to {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f"{name} compared"
    return {
        "title": title,
        "beside": document["others"] if len(document["others"]) <= MANY else [],
        "rows": [_row(row) | {"lines": _over_the_years(question, document, row["id"])} for row in document["measures"]],
        "moved": [row["without"] for row in document["sensitivity"] if row["changes_the_nearest"]],
        "titles": {row["id"]: row["title"] for row in document["measures"]},
        "sources": list(dict.fromkeys(row["source"] for row in document["measures"])),
    }


def _over_the_years(question: Question, document: Document, measure: str) -> str:
    """Where the years of a measure stand: with the others if they are few, else with the two nearest."""
    few = document["to"] if len(document["to"]) <= MANY else [one["country"] for one in document["nearest"][:2]]
    given = {"country": document["candidate"], "to": tuple(few), "lines": measure, "on": question["on"]}
    return Question(compare_lines.PAGE, given).address()


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    known = [one["value"] for one in row["others"] if one["value"] is not None]
    shown = f"{figure(min(known))} to {figure(max(known))}" if known else "no other has a figure"
    return {**row, "range": shown, "unit": row["unit"] + ("; US fiscal years" if row["fiscal_year"] else "")}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    return list(_lines(document))


def _lines(document: Document) -> Iterator[Mapping[str, Any]]:
    for row in document["measures"]:
        of = {"measure": row["id"], "title": row["title"], "unit": row["unit"], "source": row["source"]}
        shown = ("percentile_among_entrants", "percentile_at_risk")
        for one in (row["candidate"], *row["others"]):
            told = {name: one.get(name) for name in ("country", "year", "value", "state", *shown)}
            yield of | {"role": "candidate" if one is row["candidate"] else "other"} | told


def _sheet(document: Document) -> Sheet:
    sheet = Sheet(f"{document['name']} beside {names(document['to']) or 'the incumbents'}", f"on {document['on']}")
    shown = ("title", "unit", "country", "year", "value", "percentile_among_entrants", "percentile_at_risk")
    lines = [one for one in _lines(document) if one["role"] == "candidate" or len(document["others"]) <= MANY]
    told = [[figure(one["value"], one["state"]) if name == "value" else one[name] for name in shown] for one in lines]
    sheet.table(("measure", "unit", "country", "year", "value", "among entrants", "at risk"), told)
    sheet.heading("Nearest incumbents at entry")
    near = [
        (one["rank"], country_name(one["country"]), one["year"], f"{one['distance']:.2f}")
        for one in document["nearest"]
    ]
    sheet.table(("rank", "country", "year", "distance"), near)
    sheet.heading("How").list(document["method"])
    return sheet.heading("Sources").list(dict.fromkeys(row["source"] for row in document["measures"])).stamp(document)


def _pictures(answer: Any) -> Iterator[Drawing]:
    from mnna.answers import pictures

    chart = pictures.comparison(answer)
    yield Drawing(chart.title, chart.alt, chart.svg(), chart.spec)


def _blank(given: Given) -> Document:
    return {"title": "How does a candidate compare with those who joined?"}


PAGE = Page(
    word="compare",
    address="/compare",
    label="Compare",
    says="How a candidate compares with the incumbents, each measured in the year before its own designation",
    template="compare.html",
    params=(COUNTRY_QUERY, TO, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Compare,
    ready=lambda given: bool(given["country"]),
    command="compare",
    form="forms/compare.html",
    blank=_blank,
    slow=True,
    pictures=_pictures,
)
