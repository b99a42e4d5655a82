"""The page of one proposed transfer: must Congress be told, under which threshold, with how many days of review."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mnna.answers.case import CaseAnswer, case, fields_of
from mnna.engine.notice import GROUPS
from mnna.errors import BadQuestion
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import ON, Given, Param
from mnna.interfaces.http.schemas import findings as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import CHANNELS, country_name, the, usd
from mnna.rules.nodes import Field, Kind
from mnna.statutes import catalog

_MONEY = {
    "type": "string",
    "pattern": r"^\$?[0-9][0-9,]{0,16}(\.[0-9]{1,2})?([eE][0-9]{1,2})?( ?(thousand|million|billion))?$",
    "examples": ["20000000", "20e6", "20 million"],
}
_TRUTH = {"type": "string", "enum": ["yes", "no"]}
_COUNT = {"type": "string", "pattern": "^[0-9]{1,4}$"}

RECIPIENT = Param(
    "recipient",
    "The country that would receive the articles, by code or name.",
    needed=True,
    positional=True,
    example="COL",
)
CHANNEL = Param(
    "channel", "How it is transferred.", {"type": "string", "enum": list(CHANNELS)}, needed=True, example="fms"
)
MONEY = (
    Param(
        "mde", "Value of the major defense equipment in US dollars, a part of the total.", _MONEY, example="20000000"
    ),
    Param("total", "Value of the whole transfer in US dollars.", _MONEY, example="20000000"),
    Param("construction", "Value of the design and construction services in US dollars.", _MONEY),
    Param("firearms", "Value of the USML category I firearms in US dollars.", _MONEY),
)
SAID = {
    "lease_months": "Length of the lease or loan in months (lease).",
    "new_sales_territory": "Whether a new sales territory outside the group is authorized.",
    "aukus_exempt": "Whether the AECA 38(l)(2) exemption covers it (Australia, United Kingdom).",
    "origin": "Origin of the articles (retransfer).",
}


@lru_cache(maxsize=1)
def facts_of_law() -> dict[str, tuple[Field, tuple[str, ...]]]:
    """Every fact other than money that some channel turns on, with the channels that do."""
    found: dict[str, tuple[Field, tuple[str, ...]]] = {}
    for channel in catalog.CHANNELS:
        for name, field in fields_of(catalog.case_law(channel)).items():
            if field.kind is not Kind.MONEY:
                found[name] = (field, (*found.get(name, (field, ()))[1], channel))
    return dict(sorted(found.items(), key=lambda item: (item[0] not in SAID, item[0])))


def _param(name: str, field: Field) -> Param:
    schema: Mapping[str, Any] = {"type": "string"}
    if field.kind is Kind.TRUTH:
        schema = _TRUTH
    elif field.kind is Kind.COUNT:
        schema = _COUNT
    elif field.domain:
        schema = {"type": "string", "enum": [str(value) for value in field.domain]}
    return Param(name, SAID.get(name, f"Whether or what: {field.phrase}."), schema)


def _answer(question: Question) -> CaseAnswer:
    given = {name: value for name, value in question.asked.items() if name not in ("recipient", "channel", "on")}
    if not question["channel"]:
        raise BadQuestion("a case", "no channel is given", list(CHANNELS), "Say how it is transferred.")
    return case(question["recipient"] or "", question["channel"], question["on"], facts=question.facts, **given)


def _view(question: Question, answer: CaseAnswer, document: Document) -> Document:
    notify, whom = document["notify"], the(answer.recipient.name)
    days = f", with {notify['review_days']} days of review" if notify["review_days"] is not None else ""
    title = {
        "yes": f"Yes: Congress must be notified of this transfer to {whom}{days}",
        "no": f"No: Congress need not be notified of this transfer to {whom}",
        "unknown": f"Unknown: what is given does not decide whether Congress must be notified for {whom}",
    }[notify["verdict"]]
    group = GROUPS.get(notify["group"] or "", "not known")
    return {"title": title, "group": group, "name": answer.recipient.name, "why": document["findings"][0]["why"]}


def _rows(document: Document) -> list[Mapping[str, Any]]:
    notify = document["notify"]
    threshold = notify["threshold"] or {"measure": None, "usd": None}
    row = {name: document[name] for name in ("recipient", "channel", "on")} | document["given"]
    row |= {"notify": notify["verdict"], "threshold_measure": threshold["measure"], "threshold_usd": threshold["usd"]}
    names = ("review_days", "group", "because", "needs", "steps", "stale")
    return [row | {name: notify[name] for name in names} | {"citation": notify["citations"]}]


def _sheet(document: Document) -> Sheet:
    notify, name = document["notify"], country_name(document["recipient"])
    sheet = Sheet(f"Notify Congress: {notify['verdict']}", f"{document['channel']} to {name} on {document['on']}")
    sheet.text(notify["because"])
    threshold = notify["threshold"]
    lines = [("review", f"{notify['review_days']} calendar days")] if notify["review_days"] is not None else []
    lines += [("threshold", f"{threshold['measure']} {usd(threshold['usd'])}")] if threshold else []
    lines += [("group", notify["group"] or "not known")]
    sheet.table(("", ""), [*lines, *((f"given {key}", value) for key, value in document["given"].items())])
    for label, word in (("needs", "Would settle it"), ("presumes", "Presumed"), ("steps", "And then")):
        if notify[label]:
            sheet.heading(word).list(notify[label])
    return sheet.text(f"[{'; '.join(notify['citations'])}]").text(notify["stale"] or "").stamp(document)


def _blank(given: Given) -> Document:
    return {"title": "Must Congress be notified of this transfer?"}


def page() -> Page:
    """The page; its parameters follow the facts the encoded law turns on."""
    facts = tuple(_param(name, field) for name, (field, _) in facts_of_law().items())
    return Page(
        word="case",
        address="/case",
        label="Case",
        says="Whether one proposed arms transfer must be notified to Congress, and for how many days",
        template="case.html",
        params=(RECIPIENT, CHANNEL, *MONEY, *facts, ON),
        answer=_answer,
        view=_view,
        rows=_rows,
        sheet=_sheet,
        shape=shapes.Case,
        ready=lambda given: bool(given["recipient"] or given["channel"]),
        command="case",
        form="forms/case.html",
        blank=_blank,
    )


PAGE = page()
