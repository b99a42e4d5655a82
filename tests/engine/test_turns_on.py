"""What only the facts of a case can settle is told apart from what a public record can."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.briefs import brief
from mnna.engine.finding import Finding, find
from mnna.interfaces.words.authorities import ENDPOINT as AUTHORITIES
from mnna.interfaces.words.what_if import ENDPOINT as WHAT_IF
from mnna.present.document import FindingBlock
from mnna.present.markdown import to_markdown
from mnna.present.wording import ONLY_THE_CASE, TURNS_ON_CASE
from mnna.registry.load import load_registry
from mnna.statutes import catalog

OF_THE_CASE = [
    "restriction-leahy-state",
    "restriction-leahy-dod",
    "restriction-human-rights-502b",
    "restriction-arrears",
    "restriction-police",
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(catalog.authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize("id_", OF_THE_CASE)
def test_what_a_unit_a_loan_or_a_purpose_decides_turns_on_the_case(id_: str) -> None:
    assert ask(id_, "MEX", "2025-06-01").turns_on == "case"


def test_what_a_list_decides_turns_on_the_record() -> None:
    assert ask("restriction-terrorism-list", "MEX", "2025-06-01").turns_on == "record"
    assert ask("foreign-military-financing", "MEX", "2025-06-01").turns_on == "record"


def test_a_case_that_is_settled_turns_on_nothing_more() -> None:
    settled = ask("restriction-leahy-state", "MEX", "2025-06-01", unit_violation_state=False)
    assert (settled.verdict, settled.turns_on) == ("no", "record")


def test_a_day_before_the_law_turns_on_the_law() -> None:
    assert ask("restriction-leahy-state", "MEX", "1990-06-01").turns_on == "record"


def test_every_door_shows_them_apart() -> None:
    answer = AUTHORITIES.answered({"country": "MEX", "on": "2025-06-01"})
    apart = next(one for one in AUTHORITIES.shown(answer).sections if one.id == "case")
    shown = {block.finding["id"] for block in apart.blocks if isinstance(block, FindingBlock)}
    assert apart.title == TURNS_ON_CASE and shown >= set(OF_THE_CASE)
    changed = WHAT_IF.shown(WHAT_IF.answered({"country": "MEX", "designate": ("mnna",), "on": "2025-06-01"}))
    assert next(one for one in changed.sections if one.id == "unchanged-case").title == TURNS_ON_CASE
    text = to_markdown(brief("MEX", on="2025-06-01").document)
    assert ONLY_THE_CASE in text and TURNS_ON_CASE in text
