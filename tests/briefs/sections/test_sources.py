"""The section on sources."""

from __future__ import annotations

from datetime import date

from mnna.briefs.sections.sources import _between
from mnna.present.document import Items, linked
from tests.briefs.reading import brief

TODAY = "2026-11-24"


def test_sources_have_addresses() -> None:
    blocks = brief("MEX", "COL", TODAY).section("sources").blocks
    items = [linked(item) for block in blocks if isinstance(block, Items) for item in block.items]
    assert len(items) > 40
    assert any("uscode.house.gov" in item["address"] for item in items)
    assert sum(1 for item in items if item["address"].startswith("https://")) / len(items) > 0.9


def test_days_of_texts_and_checks_are_one_day_or_a_span() -> None:
    assert _between([date(2026, 1, 2)], "on") == "on 2 January 2026"
    assert _between([date(2026, 1, 2), date(2026, 3, 4)], "of") == "of days between 2 January 2026 and 4 March 2026"
