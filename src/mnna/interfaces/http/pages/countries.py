"""The list of countries, and the way from a name to a country's page."""

from __future__ import annotations

from datetime import date
from typing import Any

from mnna.answers.inputs import day
from mnna.answers.status import HEADLINE
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import ON
from mnna.interfaces.http.schemas import standing as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.registry.countries import countries
from mnna.registry.load import Registry, load_registry


def _document(registry: Registry, on: date) -> Document:
    rows = []
    for country in sorted(countries().values(), key=lambda one: one.name):
        held = next((status for status in HEADLINE if registry.holds(country.iso3, status, on)), None)
        span = registry.deciding(country.iso3, held, on) if held else None
        since = span.since.isoformat() if span else None
        row: dict[str, str | None] = {"country": country.iso3, "name": country.name, "region": country.region}
        rows.append(row | {"status": held, "since": since})
    return {"on": on.isoformat(), "countries": rows}


def _answer(question: Question) -> Document:
    return _document(load_registry(question.facts), day(question["on"]))


def _view(question: Question, answer: Document, document: Document) -> Document:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in document["countries"]:
        groups.setdefault(row["region"] or "Organisations", []).append(row)
    return {"title": f"{len(document['countries'])} countries and what each holds", "groups": sorted(groups.items())}


def _sheet(document: Document) -> Sheet:
    sheet = Sheet("Countries", f"what each holds on {document['on']}")
    names = ("country", "name", "region", "status", "since")
    return sheet.table(names, ([row[name] for name in names] for row in document["countries"]))


def _foot(question: Question) -> tuple[str, str]:
    """What each holds is asked in the terminal by who holds it."""
    on = question["on"]
    return "mnna holders" + (f" --on {on}" if on else ""), f"mnna.holders({f'on={on!r}' if on else ''})".replace(
        "'", '"'
    )


PAGE = Page(
    word="countries",
    address="/countries",
    label="Countries",
    says="Every country the registry knows, with its headline status on a day",
    template="countries.html",
    params=(ON,),
    answer=_answer,
    view=_view,
    rows=lambda document: document["countries"],
    sheet=_sheet,
    shape=shapes.Countries,
    document=lambda answer: answer,
    foot=_foot,
)
