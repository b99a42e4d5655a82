"""A comparison as a document: the question first, then who is nearest."""

from __future__ import annotations

from mnna.answers.compare import compare, measure_list, timelines
from mnna.interfaces.documents.comparison import compared, measures, over_the_years, with_links

DAY = "2026-06-01"


def test_the_lead_says_what_was_asked_and_how_sure_the_answer_is() -> None:
    lead = str(compared(compare("PHL", on=DAY)).lead[0])
    assert lead.startswith("The question is which past or present ally the Philippines resembles most")
    assert (
        "The nearest: Colombia (measured in 2021)" in lead
        and "another country comes first without civil conflict, US active-duty" in lead
    )
    assert "Newer figures could change" in lead and lead.endswith("not who is next.")


def test_the_list_of_measures_has_every_measure() -> None:
    found = measure_list()
    assert measures(found).title.startswith(f"{len(found.measures)} measures")


def test_the_title_has_the_latest_figures_and_the_page_has_links() -> None:
    found = timelines("homicide_rate", ["MEX", "COL"], "2026-06-01")
    shown = over_the_years(found)
    assert "Mexico" in shown.title and [section.id for section in shown.sections] == ["statuses", "years"]
    assert [section.id for section in with_links(found).sections] == ["onward", "statuses", "years"]
