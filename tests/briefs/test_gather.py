"""The law without a status and with it: the brief and the what-if give one answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.answers.what_if import what_if
from mnna.briefs.gather import contrast, encoded
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

ON = date(2026, 6, 1)
ASKED = [("FRA", "nato"), ("GBR", "nato"), ("POL", "nato"), ("UKR", "nato"), ("JPN", "nato"), ("JPN", "mnna")]
ASKED += [
    ("COL", "mnna"),
    ("MEX", "mnna"),
    ("KOR", "nato-plus"),
    ("MEX", "nato-plus"),
    ("IND", "major-defense-partner"),
]


@pytest.mark.parametrize(("code", "status"), ASKED)
def test_the_brief_and_the_what_if_give_one_answer(code: str, status: str) -> None:
    registry = load_registry()
    found = contrast(registry, countries()[code], registry.kind(status), ON)
    answer = what_if(code, terminate=status, on=ON) if found.held else what_if(code, designate=status, on=ON)
    changed = {change.id: (change.before, change.after) for change in answer.changed}
    unchanged = {finding.id: finding for finding in answer.unchanged}
    for pair in found.pairs:
        sides = (pair.having, pair.without) if found.held else (pair.without, pair.having)
        if pair.id in changed:
            assert changed[pair.id] == sides, pair.id
        else:
            assert unchanged[pair.id] == sides[1] and sides[0].verdict == sides[1].verdict, pair.id


def test_france_stays_bound_by_the_manila_pact_outside_nato() -> None:
    registry = load_registry()
    france, poland = (contrast(registry, countries()[code], registry.kind("nato"), ON) for code in ("FRA", "POL"))
    assert not france.pair("collective-defense").changes and france.pair("collective-defense").without.verdict == "yes"
    assert poland.pair("collective-defense").without.verdict == "no"


@pytest.mark.parametrize(
    ("id_", "on", "known"),
    [
        ("excess-defense-articles", "2026-06-01", True),
        ("excess-defense-articles", "1950-01-01", False),
        ("icc-protected-persons", "1980-01-01", True),  # no Act had made that law yet, which is known
    ],
)
def test_the_law_of_a_day_is_encoded_or_not(id_: str, on: str, known: bool) -> None:
    registry = load_registry()
    pair = contrast(registry, countries()["MEX"], registry.kind("mnna"), ON).pair(id_)
    assert encoded(replace(pair, on=date.fromisoformat(on))) is known
