"""What lies ahead: sunsets, acts that run out, lists that are due, reviews, budgets."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.changes_ahead import ahead
from mnna.answers.changes_shape import Ahead
from mnna.registry.countries import countries
from mnna.registry.load import load_registry


def later(today: date, country: str = "") -> list[Ahead]:
    return list(ahead(load_registry(), countries()[country] if country else None, today))


def test_what_is_known_today_of_later_days() -> None:
    found = {(row.on.isoformat(), row.id) for row in later(date(2026, 11, 28))}
    assert ("2026-12-11", "appropriations") in found  # an act that runs out
    assert ("2027-09-15", "autumn report") in found and ("2027-10-01", "fiscal year") in found  # lists due
    assert ("2038-12-22", "aukus-exemption") in found  # a sunset
    assert ("2027-03-27", "us-code") in found  # a budget
    assert ("2028-10-01", "stockpile-cap") in found  # a figure that ends
    assert all(on > "2026-11-28" for on, _ in found)


def test_a_list_is_due_until_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("2026-09-15", "autumn report") in {(row.on.isoformat(), row.id) for row in later(date(2026, 9, 14))}
    assert ("2027-09-15", "autumn report") in {(row.on.isoformat(), row.id) for row in later(date(2026, 9, 15))}


def test_the_review_of_a_notice_ends() -> None:
    found = [row for row in later(date(2018, 4, 20), "MEX") if "days of review end" in row.what]
    assert [(row.on, row.country) for row in found] == [(date(2018, 5, 18), "MEX")] and found[0].source
    assert not [row for row in later(date(2018, 5, 18), "MEX") if "days of review end" in row.what]


def test_of_a_country_only_its_own_statuses() -> None:
    found = {row.country for row in later(date(2026, 11, 28), "KEN")}
    assert found == {"KEN", None}
    assert {"IND", "PHL", "UKR"} <= {row.country for row in later(date(2026, 11, 28))}
