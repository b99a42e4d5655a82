"""The page of the difference a status would make: what changes in law, what does not, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mnna.answers.partition import GROUPS, Partition, counted, gain_and_loss, titled
from mnna.answers.what_if import USUAL, WhatIfAnswer, what_if
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.pages.law_findings import split
from mnna.interfaces.http.params import COUNTRY_QUERY, ON, Given, Param
from mnna.interfaces.http.schemas import findings as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import act, country_name, longdate, term_name, term_value, the
from mnna.registry.load import load_registry
from mnna.registry.read_tables import TABLES, read_statuses

_STATUS = {"type": "string", "enum": [kind.id for kind in read_statuses(TABLES)]}
_BEGINS = f"A status assumed to begin; may be repeated. Default: {USUAL}, unless one is assumed to end."
DESIGNATE = Param(
    "designate",
    _BEGINS,
    _STATUS,
    many=True,
    example="mnna",
)
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
    changed = {change["id"]: change | {"differs": _differs(change)} for change in document["changed"]}
    found = answer.partition
    law, bars = split([finding.to_dict() for finding in answer.unchanged])
    return {
        "title": title(answer),
        "acts": _acts(answer),
        "name": answer.country.name,
        "moved": [
            (group, GROUPS[group], [changed[id_] for id_ in ids]) for group, ids in found.groups() if group != "same"
        ],
        "counted": counted(found),
        "same": len(found.same),
        "rerouted": [changed[id_] for id_ in found.same if id_ in changed],
        "still": {word: [one for one in law if one["verdict"] == word] for word in ("yes", "no")},
        "bars": bars,
        "open": [one for one in law if one["verdict"] == "unknown"],
    }


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


def title(answer: WhatIfAnswer) -> str:
    """The question and its answer in numbers."""
    whom, acts = the(answer.country.name), answer.registry.assumptions
    said = f"If {whom} {' and '.join(_acts(answer))}"
    if len(acts) == 1 and acts[0].status == "mnna":
        became = {"designate": "became", "terminate": "were no longer"}[acts[0].act]
        said = f"If {whom} {became} a major non-NATO ally"
    return f"{said}, it would {gain_and_loss(answer.partition)}"


def _blank(given: Given) -> Document:
    return {"title": "What would a status change?"}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    groups = {id_: group for group, ids in document["partition"].items() for id_ in ids}
    rows: list[Mapping[str, Any]] = []
    for change in document["changed"]:
        before, after = change["before"], change["after"]
        row = {"country": document["country"], "on": document["on"], "id": change["id"], "change": "changed"}
        row |= {"group": groups[change["id"]]}
        row |= {"before": before["verdict"], "after": after["verdict"], "because": after["because"]}
        rows.append(row | {name: after[name] for name in ("terms", "steps", "needs", "citations")})
    same = {"country": document["country"], "on": document["on"]}
    return rows + [same | {"id": id_, "change": "unchanged", "group": groups[id_]} for id_ in document["unchanged"]]


def _sheet(document: Document) -> Sheet:
    acts = ", ".join(f"{one['act']} {one['status']}" for one in document["assume"])
    sheet = Sheet(f"{country_name(document['country'])}: {acts}", f"assumed on {longdate(document['on'])}")
    sheet.text(document["note"])
    found = Partition(**{group: tuple(ids) for group, ids in document["partition"].items()})
    changes, titles = {change["id"]: change for change in document["changed"]}, titled(found)
    sheet.text(f"It would {counted(found)}.")
    for group, ids in found.groups():
        moved = [changes[id_] for id_ in ids if id_ in changes]
        lines = [
            (c["id"], c["before"]["verdict"], c["after"]["verdict"], "; ".join(c["after"]["citations"])) for c in moved
        ]
        sheet.heading(titles[group]).table(("authority", "before", "after", "citation"), lines)
        for change in moved:
            sheet.finding(change["after"])
        sheet.text(", ".join(id_ for id_ in ids if id_ not in changes))
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
