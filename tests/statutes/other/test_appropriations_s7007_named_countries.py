"""The yearly foreign operations acts bar countries by name; a year whose act was not read frees no country."""

from __future__ import annotations

import pytest

from mnna.statutes import catalog
from tests.statutes.asking import asked, verdict

BAR, FINANCING = "restriction-named-by-act", "foreign-military-financing"


@pytest.mark.parametrize(
    ("country", "on", "citation"),
    [
        ("CHL", "1987-05-01", "P.L. 99-591 §557(b)"),
        ("MWI", "1993-05-01", "P.L. 102-391 title III"),
        ("VNM", "1994-05-01", "P.L. 103-87 §507"),
        ("SRB", "1995-05-01", "P.L. 103-306 §507"),
        ("LBR", "2002-05-01", "P.L. 107-115 title III"),
        ("SYR", "2008-05-01", "P.L. 110-161 div. J §607"),
        ("MMR", "2020-06-01", "P.L. 116-94 div. G §7043(a)(2)"),
        ("HND", "2022-06-01", "P.L. 117-103 div. K §7045(a)(2)(D)"),
        ("SLV", "2025-06-01", "P.L. 118-47 div. F §7045(b)(2)(C)"),
        ("GTM", "2026-06-01", "P.L. 119-75 div. F §7045(b)(2)(C)"),
    ],
)
def test_financing_stops_for_a_country_that_the_act_of_the_year_names(country: str, on: str, citation: str) -> None:
    found = asked(FINANCING, country, on)
    assert found.verdict == "no" and BAR in found.suspended_by and citation in found.citations


@pytest.mark.parametrize("on", ["1991-06-01", "2001-06-01", "2015-10-02", "2021-06-01", "2023-06-01"])
def test_a_year_whose_act_was_not_read_frees_no_country(on: str) -> None:
    found = asked(BAR, "KWT", on)
    assert found.verdict == "unknown" and "foreign operations act" in found.needs[0]


def test_no_year_answers_by_the_act_of_a_year_that_was_read_much_earlier() -> None:
    """Until then 2015 was answered, and surely, by the act for fiscal year 1997."""
    for text in catalog.authority(BAR).provisions:
        if text.until is not None and (text.until - text.since).days > 800:
            assert text.confidence == "low" and "were not read" in text.note, text.citation


def test_a_state_that_no_clause_names_is_free_where_the_whole_act_was_read() -> None:
    assert [verdict(BAR, "KWT", on) for on in ("2020-06-01", "2022-06-01", "2025-06-01", "2026-06-01")] == ["no"] * 4
