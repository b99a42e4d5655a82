"""A whole article: what the sentences before one settle, what is listed, and how much of the table is read."""

from __future__ import annotations

from datetime import date

from mnna.article_claims.reading.drafting import NOT_READ, READ, read
from tests.article_claims.reading.conftest import Told

DATED = date(2024, 6, 27)


def types_of(text: str, title: str = "") -> list[list[tuple[str, object]]]:
    return [[(part[0], part[1].get("country")) for _, draft in one.drafts for part in draft.parts]
            for one in read(text, title, DATED)]  # fmt: skip


def test_the_status_and_the_country_go_on_where_it_is_certain_which() -> None:
    text = "Kenya is a major non-NATO ally.\nThe status makes the country eligible for depleted uranium ammunition."
    assert types_of(text)[1] == [("authority_unlocked_by", "KEN")]


def test_a_country_that_is_not_certain_is_not_taken() -> None:
    text = "Kenya and Brazil are major non-NATO allies.\nThe country can now buy depleted uranium ammunition."
    assert types_of(text)[1] == []


def test_the_region_of_a_country_stands_for_it() -> None:
    text = (
        "Kenya is a major non-NATO ally.\nBiden has notified Congress that he would designate the East African nation."
    )
    assert types_of(text)[1] == [("intention_announced", "KEN")]


def test_what_the_next_sentence_denies_is_not_drafted() -> None:
    one, two = read("Malta is a major non-NATO ally.\nThat is not true.", "", DATED)
    assert not one.drafts and "denies" in one.note and not two.drafts


def test_every_sentence_says_what_became_of_it() -> None:
    said = (
        "The soup was cold.\nIf Malta were a major non-NATO ally.\nThe status pleases Malta.\nKenya is a NATO member."
    )
    notes = [one.note for one in read(said, "", DATED)]
    assert notes == [NOT_READ, "not read: a condition", READ, ""]


def test_places_are_those_of_the_text() -> None:
    text = "“Ümläute” first.\nKenya is a major non-NATO ally."
    one = read(text, "", DATED)[1]
    (_, draft) = one.drafts[0]
    start = one.sentence.start + draft.start
    assert text[start : one.sentence.start + draft.end] == "Kenya is a major non-NATO ally"


def test_the_table_is_long_enough_and_read_as_well_as_was_measured(sentences: tuple[Told, ...]) -> None:
    assert len(sentences) >= 220
    checked = [one for one in sentences if one.row["verdict"] != "-"]
    missed = [one.row["sentence"] for one in checked if not one.drafts]
    assert missed == [one.row["sentence"] for one in checked if one.row["missed"]]
