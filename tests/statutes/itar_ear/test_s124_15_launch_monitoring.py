"""ITAR 124.15: launches from NATO and major non-NATO allies need no mandatory monitors."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "launch-monitoring-exception"


def test_a_no_names_the_designation() -> None:
    assert "designation as a major non-NATO ally" in " ".join(asked(ID, "MEX", "2024-06-01").routes)
