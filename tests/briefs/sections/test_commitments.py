"""The section on commitments."""

from __future__ import annotations

from tests.briefs.reading import brief, said

TODAY = "2026-11-24"


def test_commitments_say_that_none_comes_with_the_status() -> None:
    assert "No guarantee of defense comes with the status." in said(brief("MEX", on=TODAY), "commitments")
