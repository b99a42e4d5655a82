"""`mnna MEX`: the short answer set out."""

from __future__ import annotations

import pytest

from mnna.interfaces.cli.short import SHORT


@pytest.mark.parametrize(("country", "title"), [("MEX", "Mexico (MEX)"), ("GBR", "The United Kingdom (GBR)")])
def test_it_is_the_bottom_line_and_where_to_read_on(country: str, title: str) -> None:
    answer = SHORT.answered({"country": country, "on": "2026-06-01"})
    shown = SHORT.shown(answer)
    assert shown.title == title and shown.lead == answer.bottom_line and len(shown.lead) == 3
    assert shown.notes == (f"`mnna brief {country}` has all of it, `mnna status {country}` the status alone.",)
    assert dict(shown.stamp) == answer.stamp._asdict()
