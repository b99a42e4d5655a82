"""The sections on commitments and on notices to Congress."""

from __future__ import annotations

import pytest

from tests.briefs.reading import brief, said

TODAY = "2026-11-24"


def test_commitments_say_that_none_comes_with_the_status() -> None:
    assert "No guarantee of defense comes with the status." in said(brief("MEX", on=TODAY), "commitments")


@pytest.mark.parametrize(("country", "figure", "days"), [("MEX", "$14 million", 30), ("JPN", "$25 million", 15)])
def test_the_notice_of_a_sale_is_unchanged_and_its_figures_are_given(country: str, figure: str, days: int) -> None:
    text = said(brief(country, on=TODAY), "notification")
    assert "The status does not change when Congress must be told of an arms sale." in text
    assert f"{figure} for major defense equipment" in text
    assert f"{days} calendar days" in text
