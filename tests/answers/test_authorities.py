"""The word `authorities`: every question, in the order of the listing."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.authorities import authorities, authorities_in
from mnna.answers.enact import enact
from mnna.engine.finding import find
from mnna.errors import UnknownWord
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog
from tests.answers.worlds import registry, span

ON = date(2024, 6, 1)


def test_every_question_is_answered_as_it_is_alone() -> None:
    found = authorities("MEX", ON)
    assert [one.id for one in found.findings] == list(catalog.AUTHORITIES)
    for one in found.findings[::7]:
        assert one == find(catalog.authority(one.id), load_registry(), "MEX", ON)


def test_only_those_asked_for_come_in_the_order_asked() -> None:
    found = authorities("MEX", ON, only=("rdte-loans", "collective-defense"))
    assert [one.id for one in found.findings] == ["rdte-loans", "collective-defense"]
    assert found["rdte-loans"].verdict == "no"
    with pytest.raises(UnknownWord):
        found["no-such-thing"]


def test_a_registry_at_hand_and_facts_given_decide() -> None:
    ally = registry([span("MEX", "mnna", "2020-01-01")])
    assert authorities_in(ally, countries()["MEX"], ON, ("rdte-loans",)).findings[0].verdict == "yes"
    unit = authorities("MEX", ON, only=("restriction-leahy-state",), given={"unit_violation_state": False})
    assert (unit.findings[0].verdict, authorities("MEX", ON)["restriction-leahy-state"].verdict) == ("no", "unknown")


def test_assumptions_are_told_in_the_answer() -> None:
    act = Assumption("MEX", "mnna", ON, "designate")
    found = authorities("MEX", ON, only=("rdte-loans",), assume=(act,))
    assert found.findings[0].verdict == "yes" and found.assume == (act,)
    told = found.to_dict()
    assert list(told)[1:5] == ["country", "on", "assume", "findings"] and len(told["assume"]) == 1


def test_the_summary_counts_verdicts() -> None:
    found = authorities("MEX", ON, only=("rdte-loans", "collective-defense", "overseas-workload-bidding"))
    assert found.summary() == "Mexico (MEX) on 2024-06-01: yes 0, no 3, unknown 0"


def test_under_a_bill_the_answers_are_those_of_the_what_if() -> None:
    before, after = (authorities("JPN", "2026-06-01", enact=bill) for bill in (None, "H.R. 3613"))
    changed = enact("H.R. 3613", "JPN", "2026-06-01").changed
    assert [new for old, new in zip(before.findings, after.findings, strict=True) if new != old] == [
        one.after for one in changed
    ]
    assert after["notification-thresholds"].terms["total_usd"] == 205_000_000 and after.enact == "H.R. 3613"
    assert "enact" not in before.to_dict() and authorities("JPN", "2026-06-01")["rdte-loans"] == before["rdte-loans"]
