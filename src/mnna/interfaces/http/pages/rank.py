"""The page of who history says is next: the misses first, then the ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.interfaces.http.figures import names
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.pages import multiverse
from mnna.interfaces.http.params import ON, Param
from mnna.interfaces.http.schemas import models as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import capital, country_name, the
from mnna.models import api
from mnna.series.uses import shorter

COUNTRY = Param("country", "A country to explain, by code or name.", positional=True, example="MEX", keyword=True)
EVENT = Param(
    "event",
    "Which day counts as the event; default announced.",
    {"type": "string", "enum": ["announced", "determined"]},
)
FIRST = 20


def _answer(question: Question) -> Any:
    return api.rank(question["on"], question["event"] or "announced", question["country"], question.facts)


def _view(question: Question, answer: Any, document: Document) -> Document:
    own, test = document.get("country"), document["backtest"]
    count = len(test["designees"])
    waited = [one for one in document["never_named"] if one["years"] >= 5]
    return {
        "title": _title(document, own),
        "own": own,
        "count": count,
        "first": FIRST,
        "waited": waited,
        "every": Question(multiverse.PAGE, {name: question[name] for name in ("event", "on")}).address(),
        "rivals": [_named(one) for one in document["rivals"] if one["auc"] is not None],
        "sensitivity": [_named(one) for one in document["sensitivity"] if one["auc"] is not None],
        "chance": [sum(top / one["at_risk"] for one in test["designees"]) for top in (10, 20)],
    }


def _title(document: Document, own: Mapping[str, Any] | None) -> str:
    if own is not None:
        name = capital(the(country_name(own["country"])))
        if own["rank"] is None:
            return f"{name} is not ranked"
        return f"{name} ranks {own['rank']:g} of {len(document['ranking'])}, and that alone says little"
    first = [one["country"] for one in document["ranking"][:5]]
    return f"By the rule the next would be among {names(first)}; it has often been wrong"


def _named(one: Mapping[str, Any]) -> dict[str, Any]:
    name = str(one["name"])
    word, _, code = name.partition(" ")
    if word == "without":
        name = f"without {country_name(code)}"
    return {**one, "name": shorter(name)}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    shown = ("country", "rank", "score", "years_in_top10")
    return [
        {"on": document["on"], "event": document["event"]} | {n: one[n] for n in shown} for one in document["ranking"]
    ]


def _sheet(document: Document) -> Sheet:
    test = document["backtest"]
    sheet = Sheet("Who is next", f"as one would say on {document['on']}, events dated by the day {document['event']}")
    sheet.text(document["reading"])
    if "country" in document:
        sheet.text(document["country"]["reading"])
    sheet.heading("Back-test").table(
        ("designee", "year", "rank", "of"),
        ((country_name(o["country"]), o["year"], f"{o['rank']:g}", o["at_risk"]) for o in test["designees"]),
    )
    sheet.heading("Ranking").table(
        ("rank", "country", "years in first 10"),
        ((f"{o['rank']:g}", country_name(o["country"]), o["years_in_top10"]) for o in document["ranking"][:FIRST]),
    )
    sheet.heading("To bear in mind").list(document["cautions"])
    return sheet.heading("Sources").list(f"{name}: {text}" for name, text in document["sources"].items())


def _pictures(answer: Any) -> Iterator[Drawing]:
    import vl_convert

    from mnna.models import pictures
    from mnna.models.panel import load_world

    chart = pictures.backtest_picture(answer.backtest, load_world())
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    yield Drawing("Back-test", pictures.alt(chart), svg, chart.to_dict())


PAGE = Page(
    word="rank",
    address="/rank",
    label="Rank",
    says="Who history says is next, by a rule declared beforehand, with every time it was wrong",
    template="rank.html",
    params=(COUNTRY, EVENT, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Rank,
    command="rank",
    form="forms/rank.html",
    slow=True,
    pictures=_pictures,
)
