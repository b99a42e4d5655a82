"""The readings of the statutes stand on authorities, statuses and sources that exist."""

from __future__ import annotations

import pytest

from mnna.article_claims.statute_notes import Reading, checked, embedded
from mnna.article_claims.verdicts import Ruling, combined
from mnna.errors import BadFacts, UnknownWord
from mnna.registry.load import Registry
from mnna.statutes import catalog
from mnna.statutes.citations import parse


def test_every_reading_names_what_exists(registry: Registry) -> None:
    for row in embedded().rows:
        assert row.subject in catalog.AUTHORITIES or row.subject in registry.kinds, row
        assert row.source in registry.sources, row
        assert row.confidence in ("high", "medium", "low")
        assert row.holds == "yes" or row.note, f"a no without its reason: {row}"


def test_every_pinpoint_is_a_citation() -> None:
    for row in embedded().rows:
        for part in row.citation.split(";"):
            assert parse(part.strip()), row.citation


def test_every_authority_but_restrictions_says_what_it_gives() -> None:
    giving = {row.subject for row in embedded().rows if row.aspect == "gives"}
    assert {one for one in catalog.AUTHORITIES if not catalog.is_bar(one)} <= giving


def test_what_no_reading_speaks_of_is_an_error_that_lists_what_is_allowed() -> None:
    with pytest.raises(UnknownWord, match="military salaries"):
        embedded().known("military salary", "pays for")


def test_contradicting_readings_are_refused() -> None:
    row = Reading("mnna", "gives", "money", "no", "22 USC 2321k(a)", "usc-22-2321k", "high", "n")
    with pytest.raises(BadFacts):
        checked((row, row._replace(holds="yes")))


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ("right right", "right"),
        ("wrong wrong", "wrong"),
        ("right wrong", "partly"),
        ("right wrong not-verifiable", "partly"),
        ("partly right", "partly"),
        ("right not-verifiable", "not verifiable"),
        ("wrong not-verifiable", "not verifiable"),
        ("not-verifiable", "not verifiable"),
    ],
)
def test_parts_add_up(parts: str, whole: str) -> None:
    rulings = [Ruling(word.replace("-", " "), word) for word in parts.split()]  # type: ignore[arg-type]
    assert combined(rulings).verdict == whole
