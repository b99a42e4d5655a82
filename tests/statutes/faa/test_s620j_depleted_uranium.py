"""FAA 620J: depleted-uranium rounds for NATO, major non-NATO allies and Taiwan, or by a finding."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "depleted-uranium-rounds"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("COL", "2022-05-22", "no"),
        ("COL", "2022-05-23", "yes"),
        ("POL", "1999-03-11", "no"),
        ("POL", "1999-03-12", "yes"),
        ("TWN", "2024-06-01", "yes"),
        ("MEX", "2024-06-01", "no"),
    ],
)
def test_who_may_buy_them(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_a_no_names_the_finding_and_the_designation() -> None:
    routes = " ".join(asked(ID, "MEX", "2024-06-01").routes)
    assert "President" in routes and "designation as a major non-NATO ally" in routes


def test_the_section_had_another_number_before_21_december_2006() -> None:
    early, late = (asked(ID, "MEX", on).terms["section_of_the_act"] for on in ("2006-12-20", "2006-12-21"))
    assert early != late == "FAA 620J"
