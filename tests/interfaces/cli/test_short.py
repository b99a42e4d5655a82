"""`mnna MEX`: the memo set out."""

from __future__ import annotations

import pytest

from mnna.interfaces.cli.short import SHORT
from mnna.present.document import spelled


@pytest.mark.parametrize(
    ("country", "title"), [("MEX", "Is Mexico the next"), ("GBR", "Is the United Kingdom the next")]
)
def test_it_is_the_bottom_line_and_where_to_read_on(country: str, title: str) -> None:
    answer = SHORT.answered({"country": country, "on": "2026-06-01"})
    shown = SHORT.shown(answer)
    assert shown.title.startswith(title) and shown.one_page
    for said, sentence in zip(shown.lead[-2:], answer.answer, strict=True):
        assert spelled(said).startswith(f"{sentence} [")
    assert dict(shown.stamp) == answer.stamp._asdict()
