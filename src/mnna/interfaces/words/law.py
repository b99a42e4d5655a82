"""`law`: any encoded provision, by id or by citation, as a lawyer would check it; and the list of all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mnna.answers.law import LawAnswer, law
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import STATUS, Given, Param
from mnna.quick import Path
from mnna.statutes.listing import TOPICS

if TYPE_CHECKING:
    from mnna.present.document import Document

ASKED = Param(
    "asked",
    "An authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.",
    positional=True,
    metavar="CITATION-OR-ID",
    example="22 USC 2776(b)",
)
SEARCH = Param(
    "search",
    "Words to look for in questions, rules and citations.",
    doors=("cli", "python"),
    metavar="WORDS",
    example="stockpile",
    label="Words or a citation",
    hint="such as stockpile, thirty days or 22 USC 2776",
)
TOPIC = Param("topic", "One topic only.", doors=("cli", "python"), choices=TOPICS.items, label="About")
NAMING = STATUS._replace(
    name="naming",
    says="A status: every law, regulation, order and bill that names it, and how each stands here.",
    doors=("cli", "python"),
    example="mnna",
    label="Names the status",
)
BETWEEN = Param(
    "between",
    "Two days: our rule and figures on each, compared word by word.",
    {"type": "string", "format": "date"},
    many=True,
    pair=True,
    listed=True,
    metavar="DATE DATE",
    in_form=False,
)


def _ask(given: Given, facts: Path | None) -> LawAnswer:
    words = {name: given.get(name) or "" for name in ("search", "topic", "naming")}
    return law(given.get("asked") or "", **words, between=given.get("between") or ())


def _document(answer: LawAnswer) -> Document:
    from mnna.interfaces.documents.law import document

    return document(answer)


def _terminal(answer: LawAnswer) -> Document:
    from mnna.interfaces.documents.law import in_terminal

    return in_terminal(answer)


def _rows(answer: LawAnswer) -> list[Mapping[str, Any]]:
    if answer.naming:
        from mnna.interfaces.law_ledger import ledger_rows

        return ledger_rows(answer)
    rows: list[Mapping[str, Any]] = []
    names = ("since", "until", "citation", "says", "rule", "source", "confidence", "text_as_of", "note")
    for entry in answer.to_dict()["entries"]:
        own = {name: entry[name] for name in ("id", "kind", "topic", "question")}
        rows += [own | {name: provision[name] for name in names} for provision in entry["provisions"]]
    return rows


def _in_parts(answer: LawAnswer) -> tuple[bytes, ...]:
    from mnna.interfaces.law_parts import in_parts  # a command has no use for it

    return in_parts(answer)


def _told(answer: LawAnswer) -> Mapping[str, Any]:
    """The two days, where the law of two days was asked for."""
    return {"between": (answer.between.since, answer.between.until) if answer.between else ()}


ENDPOINT = Endpoint(
    word="law",
    group="Law",
    order=1,
    says="any encoded provision, by id or citation",
    help="The provisions of an authority id, a channel, or a citation such as 22 USC 2776(b); without one, the list.",
    function=law,
    params=(ASKED, SEARCH, TOPIC, NAMING, BETWEEN),
    ask=_ask,
    answer=LawAnswer,
    document=_document,
    terminal=_terminal,
    rows=_rows,
    asked=_told,
    address="/law/{asked}",
    label="Provision",
    example={"asked": "22 USC 2776(b)"},
)
PAGES = (
    ENDPOINT._replace(
        params=tuple(param._replace(doors=("cli", "http", "python")) for param in (SEARCH, TOPIC, NAMING)),
        help="Every question of law encoded here, with full-text search.",
        address="/law",
        label="Law",
        button="Search",
        example={"search": "stockpile"},
        tool="law_list",
        in_parts=_in_parts,
    ),
)
