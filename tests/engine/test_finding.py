"""The finding itself: how sure it is, what it says, and terms that only some countries have."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes.catalog import AUTHORITIES, authority

REGISTRY = load_registry()


def ask(id_: str, country: str, day: str) -> Finding:
    return find(authority(id_), REGISTRY, country, date.fromisoformat(day))


SURE = [
    ("overseas-workload-bidding", "FRA", "2025-06-01", "high", "NATO membership is certain"),
    ("overseas-workload-bidding", "JPN", "2025-06-01", "medium", "its title-10 listing is reported by a weak source"),
    ("overseas-workload-bidding", "PHL", "2025-06-01", "low", "and that of the Philippines by a weaker one"),
    ("cooperative-rd", "PHL", "2025-06-01", "low", "any friendly country, but the days to wait turn on the listing"),
    ("cooperative-projects", "PHL", "2025-06-01", "high", "any friendly country, whatever its listing"),
    (
        "defense-export-loan-guarantee",
        "THA",
        "2025-06-01",
        "high",
        "APEC membership is read from an official list",
    ),
    ("depleted-uranium-rounds", "MEX", "2025-06-01", "high", "a no rests on no row"),
]


@pytest.mark.parametrize(("id_", "country", "day", "sure", "why"), SURE)
def test_an_answer_is_no_surer_than_the_rows_it_rests_on(id_: str, country: str, day: str, sure: str, why: str) -> None:
    assert ask(id_, country, day).confidence == sure, why


def test_what_is_assumed_is_no_doubt_about_the_law() -> None:
    day = date(2025, 6, 1)
    assumed = REGISTRY.assume(Assumption("MEX", "mnna", day, "designate"))
    found = find(authority("depleted-uranium-rounds"), assumed, "MEX", day)
    assert (found.verdict, found.confidence) == ("yes", "high")


@pytest.mark.parametrize("id_", AUTHORITIES)
def test_a_reason_says_nothing_that_goes_without_saying_and_nothing_twice(id_: str) -> None:
    for country in ("MEX", "COL", "EGY"):
        because = ask(id_, country, "2026-06-01").because
        assert "Organization itself" not in because
        assert because.count("is not known.") == 0, because


@pytest.mark.parametrize("country", ["GBR", "PHL"])
def test_a_country_has_its_article_in_every_reason(country: str) -> None:
    name = countries()[country].name
    for id_ in AUTHORITIES:
        found = ask(id_, country, "2026-06-01")
        told = f"{found.because} {found.needs} {found.caveats}"
        assert told.count(name) == told.count(f"the {name}") + told.count(f"The {name}"), told


def test_terms_for_some_countries_are_absent_elsewhere() -> None:
    named = ask("foreign-military-financing", "PHL", "2026-01-01").terms
    assert named["philippines_direct_loans_usd"] == 10**9 and named["philippines_guarantee_percent"] == 80
    assert not any("philippines" in name for name in ask("foreign-military-financing", "MEX", "2026-01-01").terms)
    assert not any("philippines" in name for name in ask("foreign-military-financing", "PHL", "2025-12-17").terms)
    assert ask("foreign-military-financing", "POL", "2026-01-01").terms["nato_loan_certification_days"] == 15
    assert "nato_loan_certification_days" not in ask("foreign-military-financing", "TUR", "2026-01-01").terms


def test_a_span_that_is_not_known_to_be_held_does_not_end() -> None:
    found = find(authority("restriction-coup"), load_registry(), "EGY", date(2014, 1, 1))
    assert "does not hold the status “Aid cut after a military coup”" in found.because
    assert "it ended" not in found.because


@pytest.mark.parametrize("country", ["MEX", "EGY", "PAK", "NIC", "CHN"])
def test_only_a_yes_can_be_stopped_by_a_bar_that_is_not_known(country: str) -> None:
    for id_ in AUTHORITIES:
        found = ask(id_, country, "2026-06-01")
        stopped = [caveat for caveat in found.caveats if "whether a bar on record stops this" in caveat]
        assert found.verdict == "yes" or not stopped, id_
        assert not stopped or found.confidence != "high", id_
