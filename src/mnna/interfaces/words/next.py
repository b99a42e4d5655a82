"""`next`: on one page, whether a country is the next major non-NATO ally, in law and by what history shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnna.briefs.compose import check, write
from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.compose import next_ally
from mnna.interfaces.endpoint import FORMS, Endpoint
from mnna.interfaces.params import params_of

PARTS = ("law", "gains", "costs", "open", "bars", "case_for", "case_against", "would_change_it")


def _rows(answer: NextAnswer) -> list[Mapping[str, Any]]:
    """Return a row for each statement."""
    found = answer.to_dict()
    who = {"country": found["country"], "on": found["on"]}
    return [who | {"part": part} | point for part in PARTS for point in found[part]]


ENDPOINT = Endpoint(
    word="next",
    group="Country",
    order=4,
    python="next_ally",
    says="on one page, whether a country is the next ally",
    help="On one page: what the law asks, what COUNTRY would gain, what bars it, whom it resembles, the case each way.",
    function=next_ally,
    params=params_of("next"),
    answer=NextAnswer,
    document=lambda answer: answer.document,
    rows=_rows,
    check=check,
    save=lambda made, given: write(made, given["output"], given["paper"] or "letter"),
    address="/next/{country}",
    label="Next ally",
    button="Is it next?",
    forms=(*FORMS, "html", "docx"),
    example={"country": "MEX", "on": "2026-11-24"},
)
PAGES = (
    ENDPOINT._replace(address="/next", asks="Which country?", onward="/next/{country}", forms=(), tool="next_form"),
)
