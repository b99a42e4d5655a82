"""Charges a buyer may be spared: ally status is a criterion of neither section."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("country", "day", "standardization"),
    [
        ("ISR", "2010-10-07", False),
        ("ISR", "2010-10-08", True),
        ("KOR", "2008-10-14", False),
        ("KOR", "2008-10-15", True),
        ("COL", "2025-06-01", False),
        ("GBR", "2025-06-01", True),
    ],
)
def test_the_ground_of_a_waiver(country: str, day: str, standardization: bool) -> None:
    assert ("standardization" in str(asked("recoupment-waiver", country, day).terms["ground"])) is standardization


def test_cataloging_for_the_named_countries_came_three_years_later() -> None:
    assert "cataloging" not in str(asked("no-charge-quality-assurance", "JPN", "2008-10-14").terms["services"])
    assert "cataloging" in str(asked("no-charge-quality-assurance", "JPN", "2008-10-15").terms["services"])
    assert "cataloging" in str(asked("no-charge-quality-assurance", "FRA", "2006-06-01").terms["services"])
    assert asked("no-charge-quality-assurance", "COL", "2025-06-01").terms["services"] == "none"


def test_reciprocity_is_a_step() -> None:
    assert "without charge" in asked("no-charge-quality-assurance", "JPN", "2025-06-01").steps[0]
