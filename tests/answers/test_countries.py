"""The word `countries`: each with the first of the headline statuses it holds."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.countries import CountriesAnswer, ListedCountry, countries
from mnna.answers.status import HEADLINE, status
from mnna.registry.countries import countries as known
from tests.answers.worlds import registry, span

ON = date(2024, 6, 1)


def listed(*spans: object) -> dict[str, ListedCountry]:
    return {one.country: one for one in CountriesAnswer(ON, registry(list(spans))).countries}  # type: ignore[arg-type]


def test_every_country_is_there_by_name() -> None:
    found = countries("2024-06-01")
    names = [one.name for one in found.countries]
    assert names == sorted(names) and len(names) == len(known())
    assert found.summary() == f"{len(known())} countries on 2024-06-01"


def test_the_first_headline_it_holds_is_shown_with_its_days() -> None:
    found = listed(
        span("MEX", "nato", "2010-01-01"),
        span("MEX", "mnna", "2000-01-01"),
        span("COL", "mnna", "2020-01-01", since_by="2020-02-01"),
        span("PER", "mnna", "2025-01-01"),
        span("BRA", "mnna", "2020-01-01", holds="unknown"),
    )
    assert found["MEX"][3:6] == ("nato", date(2010, 1, 1), None)
    assert found["COL"][3:6] == ("mnna", date(2020, 1, 1), date(2020, 2, 1))
    assert found["PER"][3:6] == found["BRA"][3:6] == (None, None, None)
    assert found["PER"].unknown == found["MEX"].unknown == () and found["BRA"].unknown == ("mnna",)


@pytest.mark.parametrize("on", ["1995-06-01", "2004-01-01", "2026-01-10", "2028-12-01"])
def test_each_is_told_as_status_tells_it(on: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that is not certain, and a list read too long ago, are no flat *no* here either."""
    monkeypatch.setenv("MNNA_TODAY", "2029-01-01")
    for row in countries(on).countries:
        told = status(row.country, on)
        held = [span.status for span in told.held]
        assert row.status == next((each for each in HEADLINE if each in held), None)
        unknown = tuple(one.status for one in told.open_ if one.status in HEADLINE)
        assert row.unknown == (() if row.status else unknown)


def test_the_day_of_the_lists_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "2026-11-29")
    assert countries("2026-11-29").to_dict()["day_note"].startswith("As of ")


def test_its_json_is_a_list_under_the_day() -> None:
    told = countries("2024-06-01").to_dict()
    assert list(told)[1:3] == ["on", "countries"] and told["countries"][0]["country"]


def test_every_country_has_its_codes_of_the_day() -> None:
    found = {row["country"]: row for row in countries("1980-01-01").to_dict()["countries"]}
    assert [found["DEU"][name] for name in ("iso2", "cow", "gwn", "fips")] == ["DE", 260, 260, "GM"]
