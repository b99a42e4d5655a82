"""What the registry holds of a determination, a page of the Federal Register, an order or a bill."""

from __future__ import annotations

import pytest

from mnna.answers.law_records import RecordOf, records, resting
from mnna.statutes.citations import parse


def found(citation: str) -> tuple[RecordOf, ...]:
    return records(parse(citation))


@pytest.mark.parametrize(
    ("citation", "kind", "country", "on", "words"),
    [
        ("PD 2022-14", "status", "COL", "2022-05-23", "Colombia holds the status"),
        ("PD 2022-14", "step", "COL", "2022-05-23", "Colombia, designated 23 May 2022"),
        ("87 FR 32943", "step", "COL", "2022-05-31", "Colombia, published 31 May 2022"),
        ("PD 2022-14", "source", "", "2026-11-24", "designation of Colombia"),
        ("PD 2020-11", "status", "BOL", "2020-10-01", "Bolivia holds the status"),
        ("PD 2026-02", "status", "CHN", "2025-11-21", "China may hold the status"),
        ("S. 2277", "proposal", "GEO", "2014-05-01", "Outcome: Not enacted."),
        ("H.R. 36", "event", "GEO", "2025-05-05", "Georgia: The House passes"),
        ("E.O. 14157", "event", "MEX", "2025-01-20", "Mexico: "),
    ],
)
def test_a_row_that_names_the_instrument_is_told_in_a_sentence(
    citation: str, kind: str, country: str, on: str, words: str
) -> None:
    rows = [one for one in found(citation) if (one["kind"], one["country"]) == (kind, country)]
    assert any(words in one["says"] and one["on"].startswith(on) for one in rows), rows
    assert all(one["source"] and one["confidence"] for one in rows)


def test_statuses_come_before_steps_and_sources() -> None:
    kinds = [one["kind"] for one in found("87 FR 32943")]
    order = ["status", "step", "proposal", "event", "source"]
    assert kinds == sorted(kinds, key=order.index) and {"status", "step", "source"} <= set(kinds)


def test_a_status_says_what_began_it_and_what_it_rests_on() -> None:
    (one,) = [row for row in found("PD 2022-14") if row["kind"] == "status"]
    assert "(Presidential Determination No. 2022-14)" in one["says"]
    assert "87 FR 32943" in one["citation"] and one["source"].split(";")[0] == "pd-2022-14"


def test_a_section_of_the_code_is_no_instrument_and_another_bill_has_no_rows() -> None:
    assert found("22 USC 2321k") == () and found("H.R. 10") == ()
    assert records(()) == ()


@pytest.mark.parametrize(
    ("citation", "kind", "words"),
    [
        ("22 USC 2291j-1(1)", "status", "“Major drug transit or producing country” rests on it"),
        ("22 USC 2321k(a)(1)", "status", "Designated by the President"),
        ("22 USC 2321k(a)(1)", "around", "On 22 USC 2321k(a) rest: "),
        ("22 USC 2776(h)(1)", "around", "On 22 USC 2776(h) rest: "),
        ("22 USC 2370(e)(1)", "not encoded", "property taken from United States citizens"),
        ("22 CFR 120.32", "step", "The latest was on a day between 31 July 2019 and 6 September 2022."),
        ("Rio Treaty", "status", "Rows that cite it: "),
    ],
)
def test_what_rests_on_a_paragraph_of_no_question(citation: str, kind: str, words: str) -> None:
    assert any(words in one["says"] for one in resting(parse(citation)) if one["kind"] == kind)


def test_nothing_rests_on_a_section_that_no_table_cites() -> None:
    assert resting(parse("22 USC 9999")) == ()
