"""The page of one measure over the years for several countries, with the statuses each held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from mnna.answers.compare import MEASURES, timelines
from mnna.interfaces.http.figures import figure, names
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import evidence as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import country_name, longdate
from mnna.registry.load import load_registry

TO = Param("to", "A country to set beside it; may be repeated.", many=True, example="COL")
LINES = Param(
    "lines",
    "The measure.",
    {"type": "string", "enum": list(MEASURES)},
    needed=True,
    example="homicide_rate",
)
FEW = 3
"""Up to so many countries are named in the title with their latest figure."""


def _answer(question: Question) -> Any:
    asked = [question["country"] or "", *question["to"]]
    return timelines(question["lines"] or "", asked, question["on"], facts=question.facts)


def _view(question: Question, answer: Any, document: Document) -> Document:
    codes, kinds = document["countries"], load_registry(question.facts).kinds
    compared = [("country", codes[0]), *(("to", code) for code in codes[1:])]
    compared += [("on", question["on"])] if question["on"] else []
    spans = [one | {"title": kinds[one["status"]].title} for one in document["spans"]]
    return {
        "title": f"{document['title']}: {_latest(document)}",
        "years": _years(document),
        "spans": spans,
        "without": [code for code in codes if code not in {one["country"] for one in spans}],
        "series": bool(MEASURES[document["measure"]].indicator),
        "compared": f"/compare?{urlencode(compared)}",
    }


def _latest(document: Document) -> str:
    if len(document["countries"]) > FEW:
        first, last = document["years"]
        return f"{len(document['countries'])} countries, {first} to {last}"
    last_of = {one["country"]: one for one in document["points"]}
    said = []
    for code in document["countries"]:
        one = last_of.get(code)
        told = f"{figure(one['value'])} in {one['year']}" if one else "no figure"
        said.append(f"{country_name(code)} {told}")
    return ", ".join(said)


def _years(document: Document) -> list[tuple[int, list[str]]]:
    """Each year, latest first, with every country's figure; a year without one is missing and not zero."""
    known = {(one["country"], one["year"]): one["value"] for one in document["points"]}
    first, last = document["years"]
    return [
        (year, [figure(known.get((code, year))) for code in document["countries"]])
        for year in range(last, first - 1, -1)
    ]


def _rows(document: Document) -> list[Mapping[str, Any]]:
    of = {"measure": document["measure"], "unit": document["unit"], "source": document["source"]}
    return [of | one for one in document["points"]] or [of | {"country": code} for code in document["countries"]]


def _sheet(document: Document) -> Sheet:
    codes = document["countries"]
    sheet = Sheet(f"{document['title']}: {names(codes)}", f"{document['unit']}, on {longdate(document['on'])}")
    sheet.text(document["says"])
    sheet.table(("year", *map(country_name, codes)), ((year, *told) for year, told in _years(document)))
    lines = [(country_name(one["country"]), one["status"], one["since"], _until(one)) for one in document["spans"]]
    sheet.heading("Statuses").table(("country", "status", "since", "until"), lines)
    return sheet.heading("Source").text(document["source"]).stamp(document)


def _until(span: Mapping[str, Any]) -> str:
    return (span["until"] or "now") + (" (not known whether held)" if span["holds"] == "unknown" else "")


def _pictures(answer: Any) -> Iterator[Drawing]:
    from mnna.answers import pictures

    chart = pictures.timelines(answer)
    yield Drawing(chart.title, chart.alt, chart.svg(), chart.spec)


def _blank(given: Given) -> Document:
    return {"title": "How has one measure gone over the years?"}


def _foot(question: Question) -> tuple[str, str]:
    asked = question.asked
    parts = [repr(asked["lines"]), repr([asked["country"], *asked.get("to", ())])]
    parts += [f"on={asked['on']!r}"] if "on" in asked else []
    parts += ["facts=DIR"] if question.facts else []
    call = f"timelines({', '.join(parts)})".replace("'", '"')
    return question.command(), f"from mnna.answers.compare import timelines; {call}"


PAGE = Page(
    word="compare",
    address="/compare/lines",
    label="Over the years",
    says="One measure over the years for several countries, with the statuses each held",
    template="compare_lines.html",
    params=(COUNTRY_QUERY, TO, LINES, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Timelines,
    ready=lambda given: bool(given["country"] and given["lines"]),
    command="compare",
    form="forms/compare_lines.html",
    blank=_blank,
    slow=True,
    pictures=_pictures,
    foot=_foot,
)
