"""FAA 620J: depleted-uranium rounds for NATO, major non-NATO allies and Taiwan, or by a finding."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "depleted-uranium-rounds"


def test_a_no_names_the_finding_and_the_designation() -> None:
    routes = " ".join(asked(ID, "MEX", "2024-06-01").routes)
    assert "President" in routes and "designation as a major non-NATO ally" in routes


def test_the_section_had_another_number_before_21_december_2006() -> None:
    early, late = (asked(ID, "MEX", on).terms["section_of_the_act"] for on in ("2006-12-20", "2006-12-21"))
    assert early != late == "FAA 620J"
