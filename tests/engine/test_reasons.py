"""Why an answer is what it is: facts said once, and citations in order."""

from __future__ import annotations

from datetime import date

from mnna.engine.finding import find
from mnna.engine.reasons import gathered
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority


def test_plain_lacks_of_a_status_are_said_once() -> None:
    facts = ["Mexico does not hold the status “A”", "the day is known", "Mexico does not hold the status “B”"]
    assert gathered(facts) == ["Mexico holds neither “A” nor “B”", "the day is known"]
    assert gathered(facts[:2]) == facts[:2]


def test_a_citation_stands_once_and_the_provision_comes_first() -> None:
    found = find(authority("depleted-uranium-rounds"), load_registry(), "COL", date(2024, 6, 1))
    assert found.citations[0] == "22 USC 2378a"
    assert len(found.citations) == len(set(found.citations))
