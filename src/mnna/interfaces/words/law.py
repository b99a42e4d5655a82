"""`law`: any encoded provision in full, by id or by citation; and the list of all questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.law import LawAnswer, law
from mnna.interfaces.endpoint import Endpoint, later
from mnna.interfaces.params import EVERYWHERE, params_of
from mnna.statutes.listing import TOPICS

ASKED, SOUGHT, TOPIC, NAMING, BETWEEN = params_of("law", topic={"choices": TOPICS.items})


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
        params=tuple(param._replace(doors=EVERYWHERE) for param in (SOUGHT, TOPIC, NAMING)),
        help="Every question of law encoded here, with full-text search.",
        address="/law",
        label="Law",
        button="Search",
        example={"search": "stockpile"},
        tool="law_list",
        in_parts=later("law_parts", "in_parts"),
    ),
)
