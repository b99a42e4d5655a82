"""The sales of a brief: before and after designation where the record bears a count, else why not; the largest."""

from __future__ import annotations

import pytest

from mnna.briefs.gather import gather
from mnna.briefs.sections.sales import LARGEST, sales
from mnna.present.document import Document, Items, Section
from mnna.present.terminal import to_text

ON = "2026-11-28"


def section(country: str) -> Section:
    found = sales(gather(country, None, ON, "mnna", None))
    assert found is not None
    return found


def told(country: str) -> str:
    return " ".join(to_text(Document(title="", sections=(section(country),)), 100).split())


def test_equal_spans_before_and_after_designation() -> None:
    assert "Since designation, to 28 November 2026, the record has three new sales worth" in told("SAU")
    assert "days before designation it has" in told("SAU") and "The record has gaps" in told("SAU")


def test_no_comparison_where_the_record_would_mislead() -> None:
    assert "was designated on 6 July 2004. Before 1 January 2008 most notices are missing" in told("PAK") or (
        "most notices are missing from the record" in told("PAK")
    )


def test_without_the_status_the_last_five_years_are_counted() -> None:
    assert "In the five years to 28 November 2026, the record has no new sales" in told("MEX")


@pytest.mark.parametrize("country", ["SAU", "MEX", "COL"])
def test_the_largest_with_their_sources(country: str) -> None:
    (listed,) = (block for block in section(country).blocks if isinstance(block, Items))
    assert 1 <= len(listed.items) <= LARGEST
    assert "confidence" in told(country) and "(number " in told(country)
    assert "Defense Security Cooperation Agency" in told(country) and "dsca-" not in told(country)


def test_a_country_without_a_notice_has_no_section() -> None:
    assert sales(gather("FJI", None, ON, "mnna", None)) is None


def test_several_cases_in_one_sum_are_said_to_be_several() -> None:
    assert "$6.463 billion (several cases together; medium confidence)" in told("TWN")
