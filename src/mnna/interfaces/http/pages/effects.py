"""The page of what designation changed where it happened: first in words, then the numbers and their test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.interfaces.http.figures import interval, signed
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.pages import effects_country
from mnna.interfaces.http.params import ON, Given, Param
from mnna.interfaces.http.schemas import models as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import country_name
from mnna.models import api
from mnna.series.uses import outcomes

OUTCOMES = {name: one.label for name, one in outcomes().items()}
OUTCOME = Param(
    "outcome",
    "What may have changed.",
    {"type": "string", "enum": list(OUTCOMES)},
    needed=True,
    positional=True,
    example="us_troops",
)
EVENT = Param(
    "event",
    "Which day counts as the event; default determined.",
    {"type": "string", "enum": ["announced", "determined"]},
)


COUNTRY = Param("country", "One designee, against a synthetic self; by code or name.", example="COL")


def _answer(question: Question) -> Any:
    event, outcome = question["event"] or "determined", question["outcome"] or ""
    return api.effects(outcome, question["country"], event=event, facts=question.facts, on=question["on"])


def _of_one(document: Document) -> bool:
    return "synthetic" in document


def _view(question: Question, answer: Any, document: Document) -> Document:
    said = OUTCOMES[document["outcome"]]
    if _of_one(document):
        return effects_country.view(document, said)
    if document["att"] is None:
        title = f"{said}: nothing can be estimated"
    elif document["low"] <= 0 <= document["high"]:
        title = f"{said}: no change that can be told from chance"
    else:
        title = f"{said}: a change of {signed(document['att'])} {document['unit']}"
    return {"title": title}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    if _of_one(document):
        return effects_country.rows(document)
    of = {"outcome": document["outcome"], "unit": document["unit"]}
    return [of | one for one in document["event_study"]] or [of | {"reading": document["reading"]}]


def _sheet(document: Document) -> Sheet:
    if _of_one(document):
        return effects_country.sheet(document)
    sheet = Sheet(f"What designation changed: {document['says']}", f"in {document['unit']}")
    sheet.text(document["reading"])
    if document["att"] is not None:
        set_ = interval(document["low"], document["high"])
        sheet.text(f"Mean of years 0 to 5: {signed(document['att'])} ({set_}), p {document['p']:.3f} by permutation.")
    lines = [
        (f"{one['year']:+d}", signed(one["estimate"]), interval(one["low"], one["high"]), one["n"])
        for one in document["event_study"]
    ]
    sheet.heading("Event study").table(("year", "gap", "95 % set", "designees"), lines)
    left = [f"{country_name(code)}: {why}" for code, why in document["excluded"].items()]
    return sheet.heading("Left out, and why").list(left).text(document["source"])


def _pictures(answer: Any) -> Iterator[Drawing]:
    if not hasattr(answer, "event_study"):
        yield from effects_country.pictures(answer)
        return
    import vl_convert

    from mnna.models import pictures

    if answer.event_study:
        chart = pictures.event_study_picture(answer)
        svg = vl_convert.vegalite_to_svg(chart.to_json())
        yield Drawing("Event study", pictures.alt(chart), svg, chart.to_dict())


def _blank(given: Given) -> Document:
    return {"title": "What did designation change where it happened?"}


PAGE = Page(
    word="effects",
    address="/effects",
    label="Effects",
    says="What designation changed where it happened, tested against placebo designations",
    template="effects.html",
    params=(OUTCOME, COUNTRY, EVENT, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.EffectsOrOne,
    ready=lambda given: bool(given["outcome"]),
    command="effects",
    form="forms/effects.html",
    blank=_blank,
    slow=True,
    pictures=_pictures,
)
