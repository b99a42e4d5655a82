"""What is decided once for countries that are alike is what each of them is told when it is asked alone."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.asking import law_on
from mnna.engine.decision import _alike, decided
from mnna.engine.finding import find, find_here
from mnna.engine.holdings import situation
from mnna.registry.countries import countries, the
from mnna.registry.load import load_registry
from mnna.statutes import catalog

REGISTRY = load_registry()
DAYS = [date(1996, 2, 29), date(2001, 1, 2), date(2014, 7, 1), date(2026, 11, 28)]
COUNTRIES = ["MEX", "TWN", "GBR", "PRI", "PAK", "COL", "XKX"]


@pytest.mark.parametrize("on", DAYS)
def test_who_asked_before_changes_no_answer(on: date) -> None:
    for law in catalog.authorities().values():
        alone = {}
        for code in COUNTRIES:
            _alike.cache_clear()
            alone[code] = find(law, REGISTRY, code, on).to_dict()
        assert alone == {code: find(law, REGISTRY, code, on).to_dict() for code in reversed(COUNTRIES)}


def test_countries_that_are_alike_share_a_decision_and_no_name() -> None:
    on, law = DAYS[-1], catalog.authority("cooperative-rd")
    text = law_on(law, on)
    assert text is not None
    ghana, zambia = (decided(text, situation(REGISTRY, code, on, {})) for code in ("GHA", "ZMB"))
    assert ghana is zambia and "Ghana" not in str(vars(ghana.said))
    for code in ("GHA", "ZMB"):
        assert the(countries()[code].name) in find(law, REGISTRY, code, on).because


def test_an_answer_of_which_someone_changes_a_part_changes_no_other() -> None:
    on, law = DAYS[-1], catalog.authority("cooperative-rd")
    first = find(law, REGISTRY, "GHA", on)
    before = find(law, REGISTRY, "ZMB", on).to_dict()
    first.terms["wait_days"] = 0  # type: ignore[index]
    first.why["of"].clear()
    assert find(law, REGISTRY, "ZMB", on).to_dict() == before


def test_a_fact_that_is_given_is_decided_for_that_question_alone() -> None:
    on, law = DAYS[-1], catalog.authority("restriction-leahy-state")
    given = situation(REGISTRY, "COL", on, {"unit_violation_state": False})
    assert find(law, REGISTRY, "COL", on).verdict == "unknown"
    assert find_here(law, REGISTRY, "COL", given).verdict == "no"
    assert find(law, REGISTRY, "COL", on).verdict == "unknown"


def test_a_decision_outlives_no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    on, law = date(2040, 1, 1), catalog.authority("cooperative-rd")
    monkeypatch.setenv("MNNA_TODAY", "2026-11-28")
    assert find(law, REGISTRY, "GHA", on).verdict != "unknown"
    monkeypatch.setenv("MNNA_TODAY", "2040-01-01")
    assert find(law, REGISTRY, "GHA", on).verdict == "unknown"
