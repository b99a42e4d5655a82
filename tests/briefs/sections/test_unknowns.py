"""The section on what is not known."""

from __future__ import annotations

from tests.briefs.reading import brief, said

TODAY = "2026-11-24"


def test_what_is_unknown_is_named() -> None:
    assert "Child soldiers: whether Mexico holds the status “Child soldiers list”" in said(
        brief("MEX", on=TODAY), "unknown"
    )
