"""`coverage`: of each list and text, what was read, when, and when it expires."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.registry.readings import reading_of, readings
from mnna.registry.statuses import our_statuses
from tests.interfaces.checks import fits
from tests.registry.test_read_tables import HEADER, changed, table
from tests.terminal import document, said


@pytest.mark.parametrize("words", [[], ["--on", "2025-01-01"]])
def test_questions(words: list[str]) -> None:
    fits("coverage", *words)


def test_every_list_and_every_text_stands_once_with_its_days() -> None:
    rows = document("coverage", "--on", "2026-11-28")["covered"]
    assert [row["id"] for row in rows if row["kind"] == "list"] == list(our_statuses())
    for row in rows:
        assert row["text_as_of"] <= row["read_on"] and row["because"], row
    code = next(row for row in rows if row["id"] == "us-code")
    assert (code["text_as_of"], code["expires"], code["state"]) == ("2026-03-26", "2027-03-26", "as of")


def test_a_list_is_flat_then_as_of_a_day_then_expired() -> None:
    states = {}
    for on in ("2024-06-30", "2024-12-27", "2024-12-28"):
        rows = document("coverage", "--on", on)["covered"]
        states[on] = next(row["state"] for row in rows if row["id"] == "sosa")
    assert states == {"2024-06-30": "flat", "2024-12-27": "as of", "2024-12-28": "expired"}


def test_the_table_says_when_each_was_read_and_when_it_expires() -> None:
    told = said("coverage", "--on", "2026-11-28")
    assert "Expires after" in told and "26 March 2027" in told and "no end" in told
    assert "not known: expired" in told


def test_the_list_of_statuses_says_it_too() -> None:
    told = said("status", "--list")
    assert "as of 26 March 2026" in told and "expires after 26 March 2027" in told
    listed = document("status", "--list")
    assert {row["reading"] for row in listed["statuses"]} <= {row["id"] for row in listed["readings"]}


def test_a_users_list_without_a_day_is_left_out(tmp_path: Path) -> None:
    folder = table(tmp_path, HEADER, changed(status="my-club", source="pd-2002-10"))
    names = "id,title,definition,citation,absent,known_from,reading,follows,note"
    table(folder, names, "my-club,My club,A club.,A charter,no,,,,", name="statuses.csv")
    assert "my-club" not in {one.id for one in mnna.coverage(facts=folder).covered}


def test_the_summary_counts_what_has_expired() -> None:
    found = mnna.coverage("2026-11-28")
    expired = [one for one in found.covered if one.expires is not None and one.expires < date(2026, 11, 28)]
    assert expired and f"{len(expired)} of them expired" in found.summary()
    assert reading_of("usc-22-2776") == readings()["us-code"]
