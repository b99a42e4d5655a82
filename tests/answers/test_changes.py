"""What changed between two days: the rows of the contract, their order, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.changes import ahead, changes
from mnna.answers.changes_by_kind import KINDS, Ahead, ids
from mnna.errors import BadDate, BadQuestion, UnknownCountry
from mnna.registry.countries import countries
from mnna.registry.load import load_registry


def rows(*kinds: str, **asked: str) -> list[tuple[str, str | None, str]]:
    found = changes(asked.pop("country", None), since=asked["since"], until=asked["until"], kind=kinds).changes
    return [(row.on.isoformat(), row.country, row.id) for row in found]


def test_what_is_known_of_2024() -> None:
    found = rows(since="2024-01-01", until="2024-12-31")
    for wanted in (
        ("2024-03-07", "SWE", "nato"),
        ("2024-06-24", "KEN", "mnna"),
        ("2024-09-23", "ARE", "major-defense-partner"),
        ("2024-09-01", None, "aukus-exemption"),
        ("2024-09-01", None, "canada-license-days"),
        ("2024-10-01", None, "csp-list"),
    ):
        assert wanted in found, wanted
    assert [on for on, _, _ in found] == sorted(on for on, _, _ in found)


def test_every_kind_of_the_contract_is_told() -> None:
    told = changes(since="2000-01-01", until="2026-11-28").to_dict()["changes"]
    assert {row["kind"] for row in told} == set(KINDS)
    assert {"on", "kind", "country", "id", "what", "before", "after", "citation", "source"} <= told[0].keys()
    assert [row["what"] for row in told if not (row["citation"] or row["source"])] != []  # our own readings have none
    assert all(
        row["citation"] or row["source"] for row in told if row["kind"] not in ("list", "text", "correction", "notice")
    )


def test_both_days_are_in() -> None:
    assert rows("status", since="2024-03-07", until="2024-03-07")[0][0] == "2024-03-07"
    assert ("2024-03-07", "SWE", "nato") not in rows("status", since="2024-03-08", until="2024-12-31")


def test_a_country_has_its_own_rows_and_those_of_none() -> None:
    found = changes("Kenya", since="2024-01-01", until="2024-12-31")
    assert {row.country for row in found.changes} == {"KEN", None}
    verdicts = {row.id: (row.before, row.after) for row in found.changes if row.kind == "law" and row.country}
    assert verdicts["depleted-uranium-rounds"] == ("no", "yes")
    assert {row.on for row in found.changes if row.id == "depleted-uranium-rounds"} == {date(2024, 6, 24)}


def test_of_all_countries_no_verdict_is_told() -> None:
    assert not [row for row in changes(since="2024-06-01", until="2024-06-30", kind=["law"]).changes if row.country]


def test_without_days_it_is_the_last_year() -> None:
    found = changes(kind=["correction"])
    assert (found.since, found.until) == (date(2025, 11, 28), date(2026, 11, 28)) and found.day_note == ""
    assert changes(until="2027-01-01", kind=["status"]).day_note.startswith("A projection")


def test_what_is_refused() -> None:
    with pytest.raises(BadDate, match="since 2025-01-01"):
        changes(since="2025-01-01", until="2024-01-01")
    with pytest.raises(UnknownCountry):
        changes("Ruritania", since="2024-01-01")
    with pytest.raises(BadQuestion) as refused:
        changes(kind=["noticed"])
    assert refused.value.near == ("notice",)


def test_the_answer_in_a_line() -> None:
    assert (
        changes("MEX", since="2026-01-01", kind=["status"]).summary().startswith("Mexico, 2026-01-01 to 2026-11-28: ")
    )
    assert ids("a;b") == ("a", "b") and ids("") == ()


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
