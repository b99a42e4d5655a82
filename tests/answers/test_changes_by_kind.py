"""Changes of the record: what the turn of a status is called, and the days of what is not known exactly."""

from __future__ import annotations

import os
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mnna.answers.authorities import authorities_in
from mnna.answers.changes_by_kind import (
    Changed,
    corrections,
    of_corrections,
    of_figures,
    of_law,
    of_notices,
    of_proposals,
    of_readings,
    of_statuses,
    of_steps,
    of_texts,
    of_verdicts,
)
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import Correction
from mnna.statutes import catalog
from tests.conftest import ROOT

REGISTRY = load_registry()


def statuses(country: str | None, status: str, since: date, until: date) -> list[Changed]:
    found = of_statuses(REGISTRY, country, since, until)
    return [row for row in found if row.country == country and row.id == status]


def test_a_status_begins_and_ends() -> None:
    (row,) = statuses("KEN", "mnna", date(2024, 1, 1), date(2024, 12, 31))
    assert row.what.endswith("begins (Presidential Determination No. 2024-05)")
    assert (row.before, row.after, row.kind) == ("no", "yes", "status") and "pd-2024-05" in row.source
    (row,) = statuses("AFG", "mnna", date(2022, 1, 1), date(2022, 12, 31))
    assert (row.before, row.after) == ("yes", "no") and row.what.endswith(": ends")


def test_a_day_that_is_not_known() -> None:
    first, certain = statuses("SAU", "mnna", date(2026, 1, 1), date(2026, 1, 31))
    assert (first.on, first.on_by, first.after) == (date(2026, 1, 1), date(2026, 1, 23), "unknown")
    assert first.what.endswith("begins on a day between 1 and 23 January 2026") and certain.after == "yes"


def test_what_is_only_not_known_neither_begins_nor_ends() -> None:
    first, last = statuses("BGD", "coup-aid-cut", date(2024, 1, 1), date(2025, 12, 31))
    assert first.what.endswith("not known from a day in August 2024") and last.what.endswith("known not to be held")


def test_a_list_past_its_budget() -> None:
    (row,) = statuses(None, "sosa", date(2024, 12, 1), date(2024, 12, 31))
    assert row.kind == "list" and row.after == "unknown" and "was read too long ago" in row.what
    (held,) = statuses("SWE", "sosa", date(2024, 12, 1), date(2024, 12, 31))
    assert held.what.endswith("not known, because the list was read too long ago")
    every = of_statuses(REGISTRY, None, date(2024, 12, 1), date(2024, 12, 31))
    assert [row.country for row in every if row.id == "sosa"] == [None]


def test_a_list_that_was_not_found_and_the_next_one() -> None:
    gap, found = statuses(None, "csp-list", date(2023, 10, 1), date(2024, 10, 1))
    assert "not found" in gap.what and found.what.endswith("the next list is known") and "SDN" in found.apart


def test_a_list_of_ours_and_a_text_that_were_read() -> None:
    found = {row.id: row.kind for row in of_readings(REGISTRY, date(2026, 3, 26), date(2026, 8, 21))}
    assert found["us-code"] == "text" and found["nato-members"] == "list"


def test_a_step_and_a_use() -> None:
    found = [row for row in of_steps(REGISTRY, date(2024, 5, 23), date(2024, 5, 23)) if row.country == "KEN"]
    assert {row.id for row in found} == {"mnna", "excess-defense-articles-priority"}


def test_a_proposal_of_which_the_month_is_known() -> None:
    (row,) = [
        row
        for row in of_proposals(REGISTRY, date(2024, 6, 1), date(2024, 6, 30))
        if (row.country, row.id) == ("UKR", "XSU-2024-LIST")
    ]
    assert (row.on, row.on_by) == (date(2024, 6, 1), date(2024, 7, 1))
    found = of_proposals(REGISTRY, date(2026, 11, 23), date(2026, 11, 23))
    assert not [row for row in found if row.id.startswith("NONE-")]  # a search that found none is no proposal


def test_a_notice_stands_once_for_each_purchaser() -> None:
    found = list(of_notices("MEX", date(2018, 1, 1), date(2018, 12, 31)))
    assert found and {row.country for row in found} == {"MEX"} and all(row.source for row in found)
    assert found[0].what.endswith("at most")


def test_a_correction_says_the_right_answer() -> None:
    found = list(of_corrections(date(2026, 11, 28), date(2026, 11, 28)))
    assert {row.country for row in found} >= {"ARE", "SYR", None} and all(row.after for row in found)
    assert not list(of_corrections(date(2020, 1, 1), date(2020, 1, 1)))


DOCUMENT = ROOT / "docs" / "corrections.md"
HEAD = "| what was wrong | versions | mended in | the right answer, and its source |\n|---|---|---|---|\n"


def line(row: Correction) -> str:
    return f"| {row.what} | {row.versions} | {row.mended_in} | {row.right} |\n"


def test_the_document_says_what_the_table_says() -> None:
    before, head, _ = DOCUMENT.read_text(encoding="utf-8").partition(HEAD)
    written = before + head + "".join(map(line, corrections()))
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        DOCUMENT.write_text(written, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == written


def test_what_a_row_names_is_there() -> None:
    known = {*load_registry().kinds, *catalog.AUTHORITIES, *(f"notify-{channel}" for channel in catalog.CHANNELS), ""}
    for row in corrections():
        assert row.about in known and (not row.country or row.country in countries()), row
        assert set(row.source) <= load_registry().sources.keys(), row


def test_who_is_named_again_after_lists_that_were_not_found_does_not_begin() -> None:
    """Of the reports on trafficking of 2016 to 2019 none was found; Belarus may have been in Tier 3 by all of them."""
    (row,) = statuses("BLR", "tip-tier3", date(2020, 1, 1), date(2020, 12, 31))
    assert (row.before, row.after) == ("unknown", "yes") and ": known to be held (2020 Traff" in row.what


def test_a_new_text_is_told_with_the_one_before() -> None:
    (row,) = [row for row in of_law(date(2024, 9, 1), date(2024, 9, 1)) if row.id == "aukus-exemption"]
    assert row.before != row.after and row.what.endswith("a new text answers") and row.country is None


def test_a_figure_is_told_as_a_number_and_in_words() -> None:
    (row,) = [row for row in of_figures(date(2014, 12, 18), date(2014, 12, 18)) if row.id == "eda-cap"]
    assert (row.before, row.after) == (Decimal(425_000_000), Decimal(500_000_000))
    assert "$425,000,000 until then, $500,000,000 from this day" in row.what and "P.L. 113-276" in row.citation


def test_a_bill_is_a_proposal_and_an_amendment_of_a_section_is_a_text() -> None:
    found = list(of_texts(date(2025, 1, 1), date(2026, 11, 28)))
    assert {row.id: row.kind for row in found}["hr-119-3613"] == "proposal"
    (amended,) = [row for row in found if row.id == "/us/usc/t10/s333"]
    assert (amended.on, amended.kind, amended.citation) == (date(2025, 12, 18), "text", "10 USC 333")


def test_a_text_that_ends_no_longer_applies() -> None:
    (row,) = [row for row in of_texts(date(2019, 2, 18), date(2019, 2, 18)) if row.id == "jordan-three-years"]
    assert row.after is None and row.before and row.what.endswith("no longer applies")


@pytest.mark.parametrize(
    ("code", "since"), [("COL", date(1995, 1, 1)), ("PAK", date(1989, 1, 1)), ("SWE", date(2020, 1, 1))]
)
def test_the_verdicts_of_each_year_are_rebuilt(code: str, since: date) -> None:
    registry, country = load_registry(), countries()[code]
    days = [date(year, month, 1) for year in range(since.year, 2027, 4) for month in (1, 10)]
    changes = sorted(of_verdicts(registry, country, since, date(2026, 11, 28)), key=lambda row: row.on)

    def held(on: date) -> dict[str, str]:
        return {row.id: row.verdict for row in authorities_in(registry, country, on).findings}

    verdicts = held(since - timedelta(days=1))
    for on in sorted(day for day in days if since <= day <= date(2026, 11, 28)):
        while changes and changes[0].on <= on:
            change = changes.pop(0)
            assert verdicts[change.id] == change.before
            verdicts[change.id] = str(change.after)
        assert held(on) == verdicts, on
