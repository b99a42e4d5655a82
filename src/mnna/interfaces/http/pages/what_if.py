"""The page of the difference a status would make: what changes in law, what does not, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mnna.answers.what_if import WhatIfAnswer, what_if
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.pages.law_findings import split
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import findings as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import act, country_name, longdate, term_name, term_value, the
from mnna.registry.load import load_registry
from mnna.registry.read_tables import TABLES, read_statuses

_STATUS = {"type": "string", "enum": [kind.id for kind in read_statuses(TABLES)]}
DESIGNATE = Param("designate", "A status assumed to begin; may be repeated.", _STATUS, many=True, example="mnna")
TERMINATE = Param("terminate", "A status assumed to end; may be repeated.", _STATUS, many=True)


def _answer(question: Question) -> WhatIfAnswer:
    return what_if(
        question["country"] or "",
        designate=question["designate"],
        terminate=question["terminate"],
        on=question["on"],
        facts=question.facts,
    )


def _view(question: Question, answer: WhatIfAnswer, document: Document) -> Document:
    changed = [change | {"differs": _differs(change)} for change in document["changed"]]
    decided = [change for change in changed if change["before"]["verdict"] != change["after"]["verdict"]]
    other = [change for change in changed if change["before"]["verdict"] == change["after"]["verdict"]]
    same = [finding.to_dict() for finding in answer.unchanged]
    law, bars = split(same)
    return {
        "title": _title(answer, len(decided), len(other)),
        "acts": _acts(answer),
        "name": answer.country.name,
        "gained": [change for change in decided if _kind(change) == "gained"],
        "lost": [change for change in decided if _kind(change) == "lost"],
        "opened": [change for change in decided if _kind(change) == "opened"],
        "other": other,
        "still": {word: [one for one in law if one["verdict"] == word] for word in ("yes", "no")},
        "bars": bars,
        "open": [one for one in law if one["verdict"] == "unknown"],
        "counts": {"changed": len(decided), "other": len(other), "unchanged": len(same)},
    }


def _kind(change: Mapping[str, Any]) -> str:
    return {"yes": "gained", "no": "lost", "unknown": "opened"}[change["after"]["verdict"]]


def _differs(change: Mapping[str, Any]) -> list[tuple[str, Markup | str, Markup | str]]:
    """The terms that differ, and the steps and routes that come or go, each with its name, before and after."""
    before, after = change["before"], change["after"]
    names = [name for name in after["terms"] if before["terms"].get(name) != after["terms"][name]]
    found: list[tuple[str, Any, Any]] = [
        (term_name(name), term_value(name, before["terms"].get(name)), term_value(name, after["terms"].get(name)))
        for name in names
    ]
    if before["verdict"] != after["verdict"]:
        return found
    for word, title in (("steps", "Still to do"), ("routes", "Route")):
        found += [(title, act(text), "falls away") for text in before[word] if text not in after[word]]
        found += [(title, "none", act(text)) for text in after[word] if text not in before[word]]
    return found


def _acts(answer: WhatIfAnswer) -> list[str]:
    kinds = answer.registry.kinds
    words = {"designate": "gained the status", "terminate": "lost the status"}
    return [f"{words[a.act]} “{kinds[a.status].title}”" for a in answer.registry.assumptions]


def _title(answer: WhatIfAnswer, decided: int, other: int) -> str:
    whom, acts = the(answer.country.name), answer.registry.assumptions
    if len(acts) == 1 and acts[0].status == "mnna":
        said = {
            "designate": f"Designating {whom} a major non-NATO ally",
            "terminate": f"Ending the major non-NATO ally status of {whom}",
        }[acts[0].act]
    else:
        said = f"If {whom} {' and '.join(_acts(answer))}, it"
    if not decided and not other:
        return f"{said} would change no answer"
    changed = f"{decided} answer{'s' if decided != 1 else ''}" if decided else "no verdict"
    more = f" and the terms of {other} more" if other else ""
    return f"{said} would change {changed}{more}"


def _blank(given: Given) -> Document:
    return {"title": "What would a status change?"}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    for change in document["changed"]:
        before, after = change["before"], change["after"]
        row = {"country": document["country"], "on": document["on"], "id": change["id"], "change": "changed"}
        row |= {"before": before["verdict"], "after": after["verdict"], "because": after["because"]}
        rows.append(row | {name: after[name] for name in ("terms", "steps", "needs", "citations")})
    same = {"country": document["country"], "on": document["on"]}
    return rows + [same | {"id": id_, "change": "unchanged"} for id_ in document["unchanged"]]


def _sheet(document: Document) -> Sheet:
    acts = ", ".join(f"{one['act']} {one['status']}" for one in document["assume"])
    sheet = Sheet(f"{country_name(document['country'])}: {acts}", f"assumed on {longdate(document['on'])}")
    lines = [
        (c["id"], c["before"]["verdict"], c["after"]["verdict"], "; ".join(c["after"]["citations"]))
        for c in document["changed"]
    ]
    sheet.heading(f"Would change ({len(lines)})").table(("authority", "before", "after", "citation"), lines)
    for change in document["changed"]:
        sheet.finding(change["after"])
    sheet.heading(f"Would not change ({len(document['unchanged'])})").text(", ".join(document["unchanged"]))
    return sheet.stamp(document)


def statuses(question: Question) -> list[Any]:
    """The statuses that can be assumed, for the form."""
    return list(load_registry(question.facts).kinds.values())


PAGE = Page(
    word="what-if",
    address="/what-if",
    label="What if",
    says="What designating a country, or ending a status of its, would change in law, and what it would not",
    template="what_if.html",
    params=(COUNTRY_QUERY, DESIGNATE, TERMINATE, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.WhatIf,
    ready=lambda given: bool(given["country"]),
    command="what-if",
    form="forms/what_if.html",
    blank=_blank,
)
