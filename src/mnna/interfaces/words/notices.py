"""`notices`: the recorded arms sales notified to Congress, each with the verdict of the law of its day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.notices import NoticesAnswer, notices
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.later import later
from mnna.interfaces.params import COUNTRY, FACTS, ON, Param


def _yes(given: object) -> bool:
    """Return true for a flag that is set; raises `BadQuestion` for a value other than yes."""
    if given is True or given == "yes":
        return True
    raise BadQuestion(f"check {given!r}", "it is not an accepted value", ("yes",), "Leave it out to see every row.")


WHOSE = COUNTRY._replace(
    needed=False, says="The purchaser, by ISO 3166 alpha-3 code or any usual English name; without one, all."
)
SINCE = ON._replace(name="since", says="Leave out notices before that day.", example="2015-01-01", label="Since")
UNTIL = SINCE._replace(name="until", says="Leave out notices after that day.", example="2026-08-31", label="Until")
CHECK = Param(
    "check",
    "Show only rows that the law of their day contradicts, and those listed as open questions.",
    kind="flag",
    choices=lambda: [("yes", "Yes")],
    read=_yes,
    label="Only contradictions and open questions",
)


def _rows(answer: NoticesAnswer) -> list[Mapping[str, Any]]:
    found = []
    for row in answer.to_dict()["notices"]:
        threshold = row.pop("threshold") or {"measure": None, "usd": None}
        found.append(row | {"threshold_measure": threshold["measure"], "threshold_usd": threshold["usd"]})
    return found


ENDPOINT = Endpoint(
    word="notices",
    group="Transfers",
    order=3,
    says="arms sales notified to Congress, with the law of their day",
    help="Every arms sale to COUNTRY notified to Congress that is on record, with the verdict of the law of its day. "
    "The record has gaps, which are counted beside every total.",
    function=notices,
    params=(WHOSE, SINCE, UNTIL, CHECK, FACTS),
    answer=NoticesAnswer,
    document=later("documents.notices", "document"),
    terminal=later("documents.notices", "in_terminal"),
    rows=_rows,
    fails=lambda answer: answer.check and bool(answer.unsettled),
    address="/notices",
    asks="Which arms sales were notified to Congress?",
    button="Show the record",
    example={"country": "MEX", "since": "2015-01-01"},
)

PAGES = (
    ENDPOINT._replace(
        params=(WHOSE._replace(needed=True), SINCE, UNTIL, CHECK, FACTS),
        help="Every arms sale to COUNTRY notified to Congress that is on record, with the law of its day.",
        address="/notices/{country}",
        label="Notices of a country",
        tool="notices_of_country",
    ),
)
