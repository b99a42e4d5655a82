"""`status` as people read it: the headline, uncertain days, the road, and the list of all statuses."""

from __future__ import annotations

import pytest

from mnna.answers.status import status
from mnna.interfaces.words.status import ENDPOINT, _document, _onward, headline
from mnna.present.document import Document, Table
from mnna.present.terminal import to_text
from mnna.registry.countries import countries
from tests.interfaces.checks import ISO_DAY, fits, readable
from tests.terminal import document, run, said


@pytest.mark.parametrize(
    "words",
    [["COL", "--on", "2024-06-01"], ["SAU", "--on", "2026-01-10"], ["NATO"], ["Fiji", "--on", "1900-01-01"], ["TWN"]],
)
def test_questions(words: list[str]) -> None:
    fits("status", *words)


@pytest.mark.parametrize(
    ("code", "on", "told"),
    [
        ("COL", "2024-06-01", "Colombia has been a major non-NATO ally since 23 May 2022"),
        ("FRA", "2024-06-01", "France has been a member of NATO since 24 August 1949"),
        ("TWN", "2024-06-01", "Taiwan has been treated as a major non-NATO ally since 30 September 2002"),
        ("AFG", "2024-06-01", "Afghanistan was a major non-NATO ally until 23 September 2022"),
        ("MEX", "2024-06-01", "Mexico is neither a NATO member nor a major non-NATO ally"),
        ("PHL", "2024-06-01", "The Philippines has been a major non-NATO ally since 6 October 2003"),
        ("USA", "2024-06-01", "The United States is the country whose law answers here"),
        ("SAU", "2026-01-10", "Whether Saudi Arabia is a major non-NATO ally on that day is not known"),
    ],
)
def test_the_headline_says_what_the_country_is(code: str, on: str, told: str) -> None:
    assert headline(status(code, on)) == told


def test_a_day_that_is_not_known_is_said_so() -> None:
    told = said("status", "SAU", "--on", "2026-06-01")
    assert "since a day between 1 and 23 January 2026" in told
    span = next(row for row in document("status", "SAU", "--on", "2026-06-01")["statuses"] if row["status"] == "mnna")
    assert (span["since"], span["since_by"], span["until_by"]) == ("2026-01-01", "2026-01-23", None)


def test_the_road_keeps_announced_apart_from_designated() -> None:
    told = said("status", "COL", "--on", "2024-06-01")
    assert "10 March 2022, announced:" in told and "23 May 2022, designated:" in told


def test_who_is_only_on_lists_that_bar_is_not_said_to_have_no_status() -> None:
    assert "No status the registry knows on that day, except those below that bar" in said("status", "CHN")
    assert "No status the registry knows on that day." in said("status", "Fiji", "--on", "1900-01-01")


def test_every_day_in_a_sentence_is_written_out() -> None:
    for code in countries():
        told = to_text(ENDPOINT.shown(status(code, "2026-06-01")))
        assert ISO_DAY.findall(told) == [], code


def test_every_status_is_listed() -> None:
    from mnna.registry.load import load_registry

    kinds = load_registry().kinds
    ran = run("status", "--list")
    readable(ran)
    assert all(f"Id: {id_}\n" in ran.out for id_ in kinds)
    assert [row["id"] for row in document("status", "--list")["statuses"]] == list(kinds)


@pytest.mark.parametrize(
    ("code", "barring"),
    [("COL", "Part of foreign military financing withheld"), ("CHN", "China and North Korea, barred")],
)
def test_a_list_that_bars_is_no_holding(code: str, barring: str) -> None:
    """Penalties once stood under what a country holds (Colombia on 10 January 2025, China)."""
    sections = {one.id: one for one in ENDPOINT.shown(status(code, "2025-01-10")).sections}
    held, barred = (to_text(Document(title="", sections=(sections[id_],))) for id_ in ("holds", "barred"))
    assert barring in barred and barring not in held


def test_an_end_after_which_nothing_is_known_is_not_told_as_an_end() -> None:
    """Syria's row in Table 1 ends where the rule that may have removed it was not read."""
    told = said("status", "SYR", "--on", "2026-10-02")
    assert "ITAR 126.1, Table 1 Held: from 9 December 2021 until 1 October 2026; not known after that" in told
    assert "until 24 August 2026; not known" not in told


def test_what_a_proposal_would_do_begins_its_cell_with_a_capital() -> None:
    tables = [block for part in _document(status("KEN", "2026-06-01")).sections for block in part.blocks]
    (proposals,) = (one for one in tables if isinstance(one, Table) and one.caption == "Proposals")
    assert all(isinstance(row.cells[1], str) and row.cells[1][0].isupper() for row in proposals.rows)


def test_the_links_onward_do_not_ask() -> None:
    assert not any("?" in link.text for link in _onward(status("KEN", "2026-06-01"), "mnna"))
