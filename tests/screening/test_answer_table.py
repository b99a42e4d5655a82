"""The answers a file shares between its rows: the day marked in their texts, and names filled in where they fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.registry.load import Registry
from mnna.registry.spans_by_country import SpansByKey
from mnna.screening.answer_table import NAME_MARK, ON_MARK, Dictionary, MarkedDay
from mnna.screening.grid import build
from mnna.statutes import catalog
from tests.answers.worlds import span


def dictionary(registry: Registry, *countries: str) -> Dictionary:
    return Dictionary(build(countries, [catalog.case_law("fms")], registry, True), (), registry)


def test_a_marked_day_compares_as_itself_and_prints_as_the_mark() -> None:
    day = MarkedDay(2024, 1, 2)
    assert day == date(2024, 1, 2) and day > date(2024, 1, 1)
    assert str(day) == day.isoformat() == f"{day}" == ON_MARK


def test_countries_described_in_the_same_words_share_a_text(registry: Registry) -> None:
    found = dictionary(registry, "BOL", "MEX", "URY")
    last = [stretch for stretch in found.grid.stretches if stretch.end == found.grid.segments]
    texts = [found.worded(stretch, 0) for stretch in last]
    assert len(last) == 3 and len({stretch.residue for stretch in last}) == 1 and len(found.templates) == 1
    for stretch, text in zip(last, texts, strict=True):
        assert text == found.decided(stretch, 0).texts() and NAME_MARK not in "".join(text)


def test_a_text_with_the_name_is_named_and_with_own_facts_every_shown_one(registry: Registry, tmp_path: Path) -> None:
    found = dictionary(registry, "BOL", "MEX")
    residue = found.grid.stretches[-1].residue
    entry = found.entry(residue, 0)
    assert found.names_country(residue, entry, True) is (found.name(found.first[residue]) in "".join(entry.texts()))
    found.own = True
    assert found.names_country(residue, entry, True)
    assert found.names_country(residue, entry, False) is (found.name(found.first[residue]) in entry.text("needs"))


def test_with_own_facts_every_answer_is_asked_anew(registry: Registry, own_mexico: Registry) -> None:
    assert dictionary(registry, "MEX").own is False and dictionary(own_mexico, "MEX").own is True


@pytest.fixture
def own_mexico(registry: Registry) -> Registry:
    """A registry with one row of the user's own."""
    mine = span("MEX", "mnna", "2020-01-01")._replace(own=True)
    return Registry(registry.kinds, SpansByKey.as_given({("MEX", "mnna"): (mine,)}), ())
