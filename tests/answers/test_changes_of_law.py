"""Changes of the law: texts, figures, bills, and the verdicts of one country, which a replay rebuilds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mnna.answers.authorities import authorities_in
from mnna.answers.changes_of_law import of_figures, of_law, of_texts, of_verdicts
from mnna.registry.countries import countries
from mnna.registry.load import load_registry


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
