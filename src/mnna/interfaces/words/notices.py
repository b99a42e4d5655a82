"""`notices`: the recorded arms sales notified to Congress, each with the verdict of the law of its day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.answers.notices import NoticesAnswer, notices
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint, later
from mnna.interfaces.params import params_of


def _yes(given: object) -> bool:
    """Return true for a flag that is set; raises `BadQuestion` for a value other than yes."""
    if given is True or given == "yes":
        return True
    raise BadQuestion(f"check {given!r}", "it is not an accepted value", ("yes",), "Leave it out to see every row.")


PARAMS = params_of("notices", check={"read": _yes})


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
    params=PARAMS,
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
        params=(PARAMS[0]._replace(needed=True), *PARAMS[1:]),
        help="Every arms sale to COUNTRY notified to Congress that is on record, with the law of its day.",
        address="/notices/{country}",
        label="Notices of a country",
        tool="notices_of_country",
    ),
)
