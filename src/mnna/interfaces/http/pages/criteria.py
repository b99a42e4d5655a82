"""The page of what should count: how often each candidate comes first, over all weights of the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.interfaces.http.figures import percent
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.params import ON, Param
from mnna.interfaces.http.schemas import models as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import capital, country_name, the
from mnna.models import api

COUNTRY = Param("country", "A candidate to say more about.", positional=True, example="MEX", keyword=True)
USE = Param(
    "use",
    "The criteria, divided by commas, each with the better direction: us_trade:up,homicide_rate:down. Default ten.",
    example="us_trade:up,homicide_rate:down",
)
ORDER = Param("order", "Criteria from the most to the least important: us_trade>homicide_rate.")
FIRST = 15


def listed(text: str | None) -> list[str]:
    """The parts of a list written with commas or `>`."""
    return [part.strip() for part in (text or "").replace(">", ",").split(",") if part.strip()]


def _answer(question: Question) -> Any:
    use, order = listed(question["use"]), listed(question["order"])
    return api.criteria(use, country=question["country"], on=question["on"], order=order, facts=question.facts)


def _view(question: Question, answer: Any, document: Document) -> Document:
    code = document["country"]
    own = next((one for one in document["candidates"] if one["candidate"] == code), None)
    goals = {one["indicator"]: one["goal"] or one["indicator"] for one in document["criteria"]}
    shown = document["candidates"][:FIRST]
    return {
        "title": _title(document, own),
        "own": own,
        "goals": goals,
        "shown": shown + ([own] if own and own not in shown else []),
        "place": {one["candidate"]: number for number, one in enumerate(document["candidates"], 1)},
        "weights": sorted((own["central_weights"] or {}).items(), key=lambda one: -one[1]) if own else [],
    }


def _title(document: Document, own: Mapping[str, Any] | None) -> str:
    if own is not None:
        name = capital(the(country_name(own["candidate"])))
        return f"{name} comes first for {percent(own['first'])} of all weightings"
    best = document["candidates"][0]
    return f"{capital(the(country_name(best['candidate'])))} comes first for {percent(best['first'])} of all weightings"


def _rows(document: Document) -> list[Mapping[str, Any]]:
    shown = ("candidate", "first", "top5", "top10", "expected_rank", "confidence", "topsis")
    return [{name: one[name] for name in shown} for one in document["candidates"]]


def _sheet(document: Document) -> Sheet:
    sheet = Sheet("What should count", f"on {document['on']}")
    sheet.text(document["reading"]).text(document["should"])
    named = ((one["goal"] or one["indicator"], one["better"], one["scale"]) for one in document["criteria"])
    sheet.heading("The criteria").table(("criterion", "better", "scale"), named)
    lines = [
        (country_name(o["candidate"]), percent(o["first"]), percent(o["top5"]), percent(o["top10"]))
        for o in document["candidates"][:FIRST]
    ]
    return sheet.heading(f"Of {document['draws']:,} weightings").table(("", "first", "in top 5", "in top 10"), lines)


def _pictures(answer: Any) -> Iterator[Drawing]:
    import vl_convert

    from mnna.models import pictures
    from mnna.models.panel import load_world

    chart = pictures.acceptability_picture(answer, load_world())
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    yield Drawing("How often each place", pictures.alt(chart), svg, chart.to_dict())


def _foot(question: Question) -> tuple[str, str]:
    """Python takes lists where the command takes commas."""
    parts = [repr(listed(question["use"]))] if question["use"] else []
    named = {"country": question["country"], "on": question["on"], "order": listed(question["order"])}
    parts += [f"{name}={value!r}" for name, value in named.items() if value]
    return question.command(), f"mnna.criteria({', '.join(parts)})".replace("'", '"')


PAGE = Page(
    word="criteria",
    address="/criteria",
    label="Criteria",
    says="What should count: how often each candidate comes first over all weights of the criteria; not a forecast",
    template="criteria.html",
    params=(COUNTRY, USE, ORDER, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Criteria,
    command="criteria",
    form="forms/criteria.html",
    slow=True,
    pictures=_pictures,
    foot=_foot,
)
