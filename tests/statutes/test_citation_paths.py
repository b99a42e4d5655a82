"""Ranges of sections and paragraphs, and what a bare paragraph goes on."""

from __future__ import annotations

import pytest

from mnna.statutes.citation_paths import between, joined, sections, steps_of


@pytest.mark.parametrize(
    ("number", "all_"),
    [
        ("2776", ("2776",)),
        ("2776-2778", ("2776", "2777", "2778")),
        ("2291j-1", ("2291j-1",)),
        ("2394-1", ("2394-1",)),
        ("126.16-17", ("126.16", "126.17")),
        ("225.872-1", ("225.872-1",)),
        ("100-200", ("100", "200")),
    ],
)
def test_the_sections_a_number_stands_for(number: str, all_: tuple[str, ...]) -> None:
    assert sections(number) == all_


def test_paragraphs_go_on_at_their_own_level() -> None:
    assert steps_of("(b)(1)(A)") == ("b", "1", "A")
    assert joined(("b", "1"), ("2",)) == ("b", "2")
    assert joined(("b", "1"), ("c", "5")) == ("c", "5")
    assert between("1", "4") == ["2", "3"] and between("A", "C") == ["B"] and between("a", "bb") == []
