"""The restrictions of entry 10 as tables: country, day, facts given; verdict; why. `yes` means that the bar bites."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import AUTHORITIES, authority, is_bar

BARS = list(filter(is_bar, AUTHORITIES))


def finding(id_: str, country: str, on: str, **given: bool) -> Finding:
    return find(authority(f"restriction-{id_}"), load_registry(), country, date.fromisoformat(on), given)


TABLE: list[tuple[str, str, str, dict[str, bool], str, str]] = [
    ("leahy-state", "COL", "2024-06-01", {}, "unknown", "a unit's record is not held"),
    ("leahy-state", "COL", "2024-06-01", {"unit_violation_state": True}, "unknown", "steps could lift it"),
    ("leahy-state", "GBR", "2007-12-25", {}, "unknown", "the section came the next day"),
    ("leahy-dod", "COL", "2024-06-01", {"unit_violation_defense": False}, "no", "no credible information"),
    ("human-rights-502b", "EGY", "2024-06-01", {"extraordinary_circumstances": True}, "no", "certified"),
    ("child-soldiers", "COD", "2025-09-30", {"child_soldiers_waived": False}, "yes", "list of 2024, fiscal year 2025"),
    ("child-soldiers", "COD", "2025-10-01", {"child_soldiers_waived": False}, "unknown", "the next list was not read"),
    ("child-soldiers", "TUR", "2022-01-15", {}, "no", "waived"),
    ("child-soldiers", "TUR", "2024-06-27", {}, "unknown", "waived in part; the rest was delegated"),
    ("child-soldiers", "TUR", "2024-06-28", {}, "no", "waived"),
    ("child-soldiers", "IRQ", "2021-10-07", {}, "yes", "listed since 1 October, waived from the next day"),
    ("child-soldiers", "IRQ", "2021-10-08", {}, "no", "waived that day"),
    ("child-soldiers", "YEM", "2025-01-20", {}, "yes", "waived in part only"),
    ("child-soldiers", "YEM", "2025-01-21", {}, "unknown", "later waivers were not read"),
    ("trafficking-tier3", "MEX", "2021-12-20", {}, "no", "not named in the determination before"),
    ("trafficking-tier3", "MEX", "2025-09-30", {}, "no", "not named for fiscal year 2025"),
    ("trafficking-tier3", "MEX", "2026-10-01", {}, "unknown", "the next determination was not found"),
    ("trafficking-tier3", "NIC", "2024-06-01", {}, "yes", "withheld"),
    ("trafficking-tier3", "MYS", "2023-06-01", {}, "no", "in Tier 3, and all aid continued"),
    ("trafficking-tier3", "RUS", "2024-11-01", {"trafficking_aid_withheld": True}, "yes", "withheld by determination"),
    ("coup", "COL", "2024-06-01", {}, "no", "no coup since the clause began"),
    ("coup", "EGY", "2013-08-01", {}, "no", "Congress was told that no determination would be made"),
    ("coup", "EGY", "2013-07-04", {}, "no", "an event without a determination cuts nothing"),
    ("coup", "MLI", "2024-06-01", {"coup": True, "coup_lifted": True}, "no", "lifted"),
    ("coup", "MLI", "2025-09-30", {"coup": True, "coup_lifted": False}, "yes", "last day of the act read"),
    ("coup", "MLI", "2025-10-01", {"coup": True, "coup_lifted": False}, "unknown", "the next act was not seen"),
    ("coup", "COL", "2026-06-01", {"coup": False}, "no", "no coup: whatever the act says"),
    ("terrorism-list", "IRN", "2026-06-01", {}, "yes", "listed"),
    ("terrorism-list", "SYR", "2026-07-09", {}, "yes", "the process had begun, the listing stood"),
    ("terrorism-list", "SYR", "2026-08-23", {}, "yes", "the last day of the listing"),
    ("terrorism-list", "SYR", "2026-08-24", {}, "no", "rescinded with effect from that day"),
    ("terrorism-list", "SYR", "2026-11-28", {}, "no", "rescinded"),
    ("terrorism-list", "CUB", "2015-05-28", {}, "yes", "the day before it came off"),
    ("terrorism-list", "CUB", "2015-05-29", {}, "no", "off the list"),
    ("terrorism-list", "CUB", "2021-01-12", {}, "yes", "back on the list"),
    ("terrorism-list", "MEX", "2026-06-01", {}, "no", "never listed"),
    ("arrears", "COL", "2026-06-01", {}, "unknown", "arrears are not published by country"),
    ("arrears", "COL", "2026-06-01", {"arrears_waived": True}, "no", "waived"),
    ("drug-majors", "MEX", "2026-06-01", {}, "no", "on the list, not tagged"),
    ("drug-majors", "COL", "2025-09-30", {"vital_interest_reported": False}, "no", "tagged for the year that follows"),
    ("drug-majors", "COL", "2025-10-01", {}, "no", "tagged, and reported vital"),
    ("drug-majors", "COL", "2025-10-01", {"vital_interest_reported": False}, "yes", "tagged, and nothing reported"),
    ("drug-majors", "COL", "2026-09-30", {}, "no", "the last day of that fiscal year"),
    ("drug-majors", "COL", "2026-10-01", {}, "unknown", "the determination of September 2026 was not found"),
    ("drug-majors", "FRA", "2026-09-30", {}, "no", "not on the list"),
    ("drug-majors", "FRA", "2026-10-01", {}, "unknown", "nobody's place on that list is known"),
    ("drug-majors", "VEN", "2026-01-15", {}, "no", "tagged, and reported vital"),
    ("drug-majors", "AFG", "2026-01-15", {}, "yes", "tagged, and not reported vital"),
    ("drug-majors", "BOL", "2022-01-15", {}, "no", "tagged, and reported vital"),
    ("drug-majors", "BOL", "2021-01-15", {}, "no", "tagged, and programs for its government reported vital"),
    (
        "drug-majors",
        "BOL",
        "2014-01-15",
        {},
        "yes",
        "tagged in September 2013; only Burma and Venezuela were let through",
    ),
    ("drug-majors", "VEN", "2016-01-15", {}, "unknown", "whether aid was reported vital was not read"),
    ("drug-majors", "MEX", "2026-11-24", {}, "unknown", "the determination of September 2026 was not found"),
    ("caatsa", "TUR", "2018-01-28", {}, "no", "sanctions were not due yet"),
    ("caatsa", "TUR", "2024-06-01", {"caatsa_determination": True, "caatsa_waived": True}, "no", "waived"),
    ("police", "MEX", "2026-06-01", {}, "yes", "a general bar"),
    ("police", "CRI", "2026-06-01", {"unarmed_democracy": True}, "no", "660(c)"),
    ("police", "CRI", "2026-06-01", {}, "unknown", "no standing armed forces; the section's tests were not found met"),
    ("police", "CRI", "1985-09-30", {"unarmed_democracy": True}, "yes", "660(c) took effect the next day"),
    ("itar-126-1", "MEX", "2026-05-06", {}, "no", "in neither table"),
    ("itar-126-1", "COL", "2026-05-06", {}, "no", "in neither table"),
    ("itar-126-1", "RUS", "2026-05-06", {}, "yes", "Table 2"),
    (
        "itar-126-1",
        "RUS",
        "2026-05-07",
        {},
        "unknown",
        "the tables were read as of November 2025, and trusted for half a year",
    ),
    ("itar-126-1", "SYR", "2026-05-06", {}, "yes", "still in Table 1"),
    ("itar-126-1", "SYR", "2026-10-01", {}, "unknown", "a rule of that day is reported, and was not seen"),
    ("pressler", "PAK", "1985-09-30", {}, "no", "the section took effect the next day"),
    ("pressler", "PAK", "1985-10-01", {}, "no", "certified until fiscal year 1990"),
    ("pressler", "PAK", "1990-09-30", {}, "no", "certified until fiscal year 1990"),
    ("pressler", "PAK", "1990-10-01", {}, "yes", "not certified"),
    ("pressler", "PAK", "2001-09-21", {}, "yes", "not yet waived"),
    ("pressler", "PAK", "2001-09-22", {}, "no", "waived"),
    ("pressler", "IND", "1995-01-01", {}, "no", "the section names Pakistan alone"),
    ("nuclear-detonation", "IND", "1994-06-28", {}, "unknown", "the section took effect the next day"),
    ("nuclear-detonation", "IND", "1998-05-12", {}, "no", "tested, not yet determined"),
    ("nuclear-detonation", "IND", "1998-05-13", {}, "yes", "determined"),
    ("nuclear-detonation", "PAK", "1998-05-29", {}, "no", "tested, not yet determined"),
    ("nuclear-detonation", "PAK", "1998-05-30", {}, "yes", "determined"),
    ("nuclear-detonation", "PAK", "1999-11-01", {}, "yes", "the waiver of October 1999 left arms and financing out"),
    ("nuclear-detonation", "IND", "2001-09-22", {}, "no", "waived"),
    ("nuclear-detonation", "PRK", "2006-12-06", {}, "no", "not yet determined"),
    ("nuclear-detonation", "PRK", "2010-06-01", {}, "yes", "determined, never waived whole"),
    ("enrichment-transfer", "PAK", "1986-06-01", {}, "no", "waived"),
    ("enrichment-transfer", "PAK", "1987-11-01", {}, "unknown", "the power to waive had lapsed"),
    ("enrichment-transfer", "PAK", "1990-09-30", {}, "no", "waived"),
    ("enrichment-transfer", "PAK", "1990-10-01", {}, "yes", "waived no longer"),
    ("enrichment-transfer", "PAK", "2001-09-22", {}, "no", "waived"),
    ("itar-126-1", "CYP", "2026-04-01", {}, "no", "suspended for fiscal year 2026"),
]


@pytest.mark.parametrize(("id_", "country", "on", "given", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, on: str, given: dict[str, bool], verdict: str, why: str) -> None:
    assert finding(id_, country, on, **given).verdict == verdict, why


def test_an_ally_is_barred_like_any_other() -> None:
    before, after = finding("police", "COL", "2022-05-22"), finding("police", "COL", "2022-05-23")
    assert before.verdict == after.verdict == "yes"


@pytest.mark.parametrize("id_", BARS)
def test_every_unknown_names_what_would_settle_it(id_: str) -> None:
    found = find(authority(id_), load_registry(), "EGY", date(2026, 11, 24))
    assert (found.verdict == "unknown") is bool(found.needs)


@pytest.mark.parametrize("id_", BARS)
def test_every_bar_says_what_it_cuts_and_how_it_is_lifted(id_: str) -> None:
    for provision in authority(id_).provisions:
        assert {"cuts", "waiver"} <= set(provision.terms)
    assert authority(id_).topic == "restrictions" and len(authority(id_).examples) >= 2
    assert any(example.trap for example in authority(id_).examples)


@pytest.mark.parametrize("id_", BARS)
def test_provisions_follow_one_another_without_gap(id_: str) -> None:
    for earlier, later in zip(authority(id_).provisions, authority(id_).provisions[1:], strict=False):
        assert earlier.until == later.since


def test_the_tag_stays_visible_while_the_waiver_stands() -> None:
    found = finding("drug-majors", "COL", "2026-01-15", vital_interest_reported=True)
    assert (found.verdict, found.terms["on_majors_list"], found.terms["failed_demonstrably"]) == ("no", True, True)
    assert "vital" in found.because


def test_a_year_of_arrears_reaches_military_financing_since_2021() -> None:
    facts = {"arrears_six_months": False, "arrears_one_year": True, "arrears_waived": False}
    assert finding("arrears", "ARG", "2021-12-26", **facts).verdict == "no"
    after = finding("arrears", "ARG", "2021-12-27", **facts)
    assert after.verdict == "yes" and "military financing" in str(after.terms["cuts"])


def test_no_bar_opens_with_what_cuts_nothing() -> None:
    """The sentence stands behind "Suspended under ...:" too, where it would read as its contrary."""
    for id_ in AUTHORITIES:
        if is_bar(id_):
            for text in authority(id_).provisions:
                assert "cuts nothing" not in text.says.split(".")[0].split(";")[0], (id_, text.since)
