"""Reciprocal training agreements: three named countries, then the title-10 list, then FAA 517."""

from __future__ import annotations

from tests.statutes.asking import asked


def test_taiwan_turns_on_the_reach_of_section_1206() -> None:
    assert asked("reciprocal-training", "TWN", "2025-06-01", section_1206_reaches=True).verdict == "yes"
    assert asked("reciprocal-training", "TWN", "2025-06-01", section_1206_reaches=False).verdict == "no"
    assert "section 1206" in " ".join(asked("reciprocal-training", "TWN", "2025-06-01").needs)
