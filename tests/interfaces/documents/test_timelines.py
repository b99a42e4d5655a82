"""One measure over the years as a document."""

from __future__ import annotations

from mnna.answers.compare import timelines
from mnna.interfaces.documents.timelines import over_the_years, with_links


def test_the_title_has_the_latest_figures_and_the_page_has_links() -> None:
    found = timelines("homicide_rate", ["MEX", "COL"], "2026-06-01")
    shown = over_the_years(found)
    assert "Mexico" in shown.title and [section.id for section in shown.sections] == ["statuses", "years"]
    assert [section.id for section in with_links(found).sections] == ["onward", "statuses", "years"]
