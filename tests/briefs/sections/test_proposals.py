"""The section on proposals."""

from __future__ import annotations

from tests.briefs.reading import brief, said

TODAY = "2026-11-24"


def test_proposals_are_shown_as_what_they_are_and_only_when_made() -> None:
    assert "None of these is a designation or its end" in said(brief("MEX", on=TODAY), "proposals")
    assert "proposals" not in {section.id for section in brief("MEX", on="2019-01-01").sections}
