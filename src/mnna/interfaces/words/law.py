"""`law`: any encoded provision in full, by id or by citation; and the list of all questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.law import LawAnswer, law
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.later import later
from mnna.interfaces.params import NO_PAGE, SEARCH, STATUS, Param
from mnna.statutes.listing import TOPICS

ASKED = Param(
    "asked",
    "An authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.",
    positional=True,
    metavar="CITATION-OR-ID",
    example="22 USC 2776(b)",
)
SOUGHT = SEARCH._replace(
    says="Words to look for in questions, rules and citations.",
    example="stockpile",
    label="Words or a citation",
    hint="such as stockpile, thirty days or 22 USC 2776",
)
TOPIC = Param("topic", "One topic only.", doors=NO_PAGE, choices=TOPICS.items, label="About")
NAMING = STATUS._replace(
    name="naming",
    says="A status: every law, regulation, order and bill that names it, and how each stands here.",
    doors=NO_PAGE,
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


ENDPOINT = Endpoint(
    word="law",
    group="Law",
    order=1,
    says="any encoded provision, by id or citation",
    help="The provisions of an authority id, a channel, or a citation such as 22 USC 2776(b); without one, the list.",
    function=law,
    params=(ASKED, SOUGHT, TOPIC, NAMING, BETWEEN),
    answer=LawAnswer,
    document=later("documents.law", "document"),
    terminal=later("documents.law", "in_terminal"),
    rows=_rows,
    asked=lambda answer: {"between": (answer.between.since, answer.between.until) if answer.between else ()},
    address="/law/{asked}",
    label="Provision",
    example={"asked": "22 USC 2776(b)"},
)
PAGES = (
    ENDPOINT._replace(
        params=tuple(param._replace(doors=("cli", "http", "python")) for param in (SOUGHT, TOPIC, NAMING)),
        help="Every question of law encoded here, with full-text search.",
        address="/law",
        label="Law",
        button="Search",
        example={"search": "stockpile"},
        tool="law_list",
        in_parts=later("law_parts", "in_parts"),
    ),
)
