"""Whose thresholds and whose days: ally status changes nothing here."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("country", "day", "figures"),
    [
        ("COL", "2025-06-01", (14_000_000, 50_000_000, 200_000_000, 30, "general")),
        ("GBR", "2025-06-01", (25_000_000, 100_000_000, 300_000_000, 15, "nato")),
        ("JPN", "2025-06-01", (25_000_000, 100_000_000, 300_000_000, 15, "nato-plus")),
        ("NATO", "2025-06-01", (14_000_000, 50_000_000, 200_000_000, 15, "nato-organization")),
        ("JPN", "2002-09-29", (14_000_000, 50_000_000, 200_000_000, 15, "nato-plus")),
        ("COL", "1981-12-28", (7_000_000, 25_000_000, 200_000_000, 30, "general")),
        ("FRA", "1981-12-28", (7_000_000, 25_000_000, 200_000_000, 30, "general")),
        ("FRA", "1981-12-29", (14_000_000, 50_000_000, 200_000_000, 15, "nato")),
        ("COL", "1980-12-15", (7_000_000, 25_000_000, None, 30, "general")),
        ("COL", "1976-06-29", (None, 25_000_000, None, 20, "general")),
    ],
)
def test_figures(country: str, day: str, figures: tuple[object, ...]) -> None:
    terms = asked("notification-thresholds", country, day).terms
    assert tuple(terms[k] for k in ("mde_usd", "total_usd", "construction_usd", "review_days", "group")) == figures


def test_designation_is_no_route() -> None:
    routes = " ".join(asked("notification-thresholds", "MEX", "2025-06-01").routes)
    assert "changes nothing here" in routes and "22 USC 2321k" not in routes
