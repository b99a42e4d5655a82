"""The record set out: gaps beside every count, the law in words, and the newest first."""

from __future__ import annotations

from mnna.answers.notices import notices
from mnna.interfaces.documents.notices import LATEST, chart, document
from mnna.present.terminal import to_text


def told(*words: str, **named: object) -> str:
    return " ".join(to_text(document(notices(*words, **named)), 400).split())  # type: ignore[arg-type]


def test_gaps_are_said_beside_every_count() -> None:
    for said in (told("MEX"), told(), told("FJI"), told(check=True)):
        assert "The record is not complete." in said
        assert "dollars of their day" in said
    assert "84 of 105 numbers of that year never seen" in told()


def test_all_countries_show_the_latest_and_the_largest_buyers() -> None:
    shown = document(notices())
    (*_, table) = shown.section("notices").blocks
    assert "Not counted above: one notice of the enlargement" in to_text(shown, 100)
    assert len(table.rows) == LATEST and "21 August 2026" in to_text(shown, 100)  # type: ignore[union-attr]
    assert shown.section("buyers").blocks[0].rows[0].id == "SAU"  # type: ignore[union-attr]


def test_the_law_is_in_words() -> None:
    said = told("SGP")
    assert "The total is below its own threshold, so it can only have been notified for major defense equipment" in said
    assert "30 days of review" in said and "None" not in said
    assert "Held then: Major non-NATO ally" in told("BRA")
    assert "An emergency waived the waiting period, not the notice." in told("ISR")
    assert "Enlarges 23-26: no new sale." in told("DEU")
    assert "Cases not notified" in told("ITA")


def test_a_country_without_a_notice() -> None:
    said = told("FJI")
    assert "no notices on record" in said and "that is not to say that there was none" in said
    assert chart(notices("FJI")) is None


def test_undated_rows_come_last() -> None:
    rows = document(notices("MEX")).section("notices").blocks[0].rows  # type: ignore[union-attr]
    assert rows[-1].id == "MEX-undated" and rows[0].id == "18-06"


def test_the_check_names_its_open_questions() -> None:
    said = told(check=True)
    assert "contradicts no row of the record but those listed as open: five open questions" in said
    assert "Practice on NATO bodies conflicts." in said
