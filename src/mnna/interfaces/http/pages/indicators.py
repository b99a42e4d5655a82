"""The pages of figures: which there are, whose they are, and what they say of a country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.indicators import SUMMARY, indicators
from mnna.interfaces.http.figures import figure
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import COUNTRY, Param
from mnna.interfaces.http.schemas import figures as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import country_name
from mnna.registry.countries import resolve

INDICATOR = Param("indicator", "The id of an indicator.", where="path", positional=True, example="homicide_rate")
WHOSE = Param("country", "Leads to the figures of that country.", doors=("http",))
_TOLD = {
    "unit": "Unit",
    "kind": "Kind",
    "producer": "Producer",
    "version": "Version",
    "vintage": "Vintage",
    "licence": "Licence",
    "licence_note": "Note on the licence",
    "citation": "Cite as",
    "address": "Address",
    "obtained_from": "Read from",
    "absent": "No row means",
    "zero_means": "Zero means",
    "direction": "Direction",
    "fiscal_year": "Years",
    "origin": "Origin",
}


def _answer(question: Question) -> Any:
    return indicators(question.asked.get("indicator"), question.asked.get("country"))


def _list_view(question: Question, answer: Document, document: Document) -> Document:
    return {"title": f"{len(document['indicators'])} series of figures, each with its source and licence"}


def _list_sheet(document: Document) -> Sheet:
    lines = ([row[name] for name in SUMMARY] for row in document["indicators"])
    return Sheet("Indicators").table(SUMMARY, lines)


def _one_view(question: Question, answer: Document, document: Document) -> Document:
    return {"title": document["title"], "told": _TOLD}


def _one_sheet(document: Document) -> Sheet:
    sheet = Sheet(document["title"], document["id"])
    told = ((label, document[name]) for name, label in _TOLD.items() if document.get(name))
    return sheet.table(("", ""), told).heading("To bear in mind").list(document["caveats"])


def _onward(question: Question) -> str | None:
    """From the form of a series to the figures of a country."""
    country = question["country"]
    return f"/indicators/{question['indicator']}/{resolve(country).iso3}" if country else None


def _series_view(question: Question, answer: Document, document: Document) -> Document:
    of, points = document["indicator"], document["series"]
    name = country_name(document["country"])
    told = f": {figure(points[-1]['value'])} in {points[-1]['year']}" if points else ": no figure"
    return {"title": f"{of['title']}, {name}{told}", "name": name, "of": of, "path": _line(points), "noted": noted}


def _line(points: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The figures as a line on a sheet of 1000 by 260, from zero where all are of one sign."""
    if len(points) < 2:
        return None
    years, values = [p["year"] for p in points], [float(p["value"]) for p in points]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    first, width = years[0], (years[-1] - years[0]) or 1
    place = [(1000 * (y - first) / width, 250 - 240 * (v - low) / span) for y, v in zip(years, values, strict=True)]
    text, before = "", None
    for year, (x, y) in zip(years, place, strict=True):
        text += f"{'L' if before == year - 1 else 'M'}{x:.1f} {y:.1f}"
        before = year
    dots = [(round(x, 1), round(y, 1)) for x, y in place]
    return {
        "d": text,
        "dots": dots,
        "zero": round(250 + 240 * low / span, 1),
        "low": low,
        "high": high,
        "years": (first, years[-1]),
    }


def _series_sheet(document: Document) -> Sheet:
    of = document["indicator"]
    sheet = Sheet(f"{of['title']}, {country_name(document['country'])}", of["unit"])
    lines = ((point["year"], figure(point["value"])) for point in document["series"])
    return (
        sheet.table(("year", of["unit"]), lines)
        .text(document["because"])
        .list(map(noted, document["notes"]))
        .text(of["citation"])
    )


def noted(one: Mapping[str, Any]) -> str:
    """A warning about some years of a series, with the years."""
    first, last = one["from_year"], one["to_year"]
    return f"{first}: {one['note']}" if first == last else f"{first} to {last}: {one['note']}"


def _series_rows(document: Document) -> list[Mapping[str, Any]]:
    of = {
        "indicator": document["indicator"]["id"],
        "country": document["country"],
        "unit": document["indicator"]["unit"],
    }
    return [of | point for point in document["series"]] or [of | {"because": document["because"]}]


LIST = Page(
    word="indicators",
    address="/indicators",
    label="Figures",
    says="Which figures there are, whose they are, what they cover",
    template="indicators.html",
    params=(),
    answer=_answer,
    view=_list_view,
    rows=lambda document: document["indicators"],
    sheet=_list_sheet,
    shape=shapes.Indicators,
    command="indicators",
)
PAGE = Page(
    word="indicators",
    address="/indicators/{indicator}",
    label="Indicator",
    says="Whose a figure is: producer, vintage, licence, coverage, and what a missing one means",
    template="indicator.html",
    params=(INDICATOR, WHOSE),
    answer=_answer,
    view=_one_view,
    rows=lambda document: [document],
    sheet=_one_sheet,
    shape=shapes.Indicator,
    command="indicators",
    onward=_onward,
)
SERIES = Page(
    word="indicators",
    address="/indicators/{indicator}/{country}",
    label="Series",
    says="The figures of one indicator for one country, year by year",
    template="series.html",
    params=(INDICATOR, COUNTRY),
    answer=_answer,
    view=_series_view,
    rows=_series_rows,
    sheet=_series_sheet,
    shape=shapes.Series,
    command="indicators",
)
