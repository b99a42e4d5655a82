"""A whole article: what the sentences before one settle, what is listed, and how much of the table is read."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "The White House has not rescinded Pakistan's designation as a major non-NATO ally.",
        "Kenya isn't the first African major non-NATO ally.",
        "The newest major non-NATO ally is not Kenya.",
        "Biden never told Congress on Friday that he would designate Kenya a major non-NATO ally.",
        "Biden nearly designated Kenya a major non-NATO ally in 2023.",
        "There are not 19 major non-NATO allies.",
        "Public Law 104-164 was never enacted in 1996.",
        "The President is not required to notify Congress at least 30 days before he names a major non-NATO ally.",
        "Sales of $14 million or more need not be notified to Congress: the threshold is higher.",
        "Designating Taiwan as a major non-NATO ally was ruled out.",
        "The idea that Kenya is a major non-NATO ally amused him.",
        "The author pretends that Malta is a major non-NATO ally.",
        "The status goes with growing trade, which increases arms sales to Kenya.",
        "In addition to Kenya and Qatar, 15 other countries are major non-NATO allies.",
        "The designation strengthens ties, placing Kenya alongside other partners like France and Chad.",
    ],
)
def test_what_is_denied_or_only_spoken_of_is_not_drafted(text: str) -> None:
    assert [one.drafts for one in read(f"Major non-NATO allies\n{text}", "Major non-NATO allies", DATED)][1:] == [()]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya named a major non-NATO ally", "status_on"),
        ("“I hereby designate Kenya as a Major Non-NATO Ally,” Biden said in a memorandum on Monday.", "status_on"),
        ("Kenya, which Joe Biden named as a major non-NATO ally in 2024, is pleased.", "status_began_in"),
        ("Two years later, in 1998, Argentina became a major non-NATO ally.", "status_began_in"),
        ("Colombia is the third Latin American country to be designated as a ‘major non-NATO ally’.", "nth_to_hold"),
        ("Mexico has yet to achieve major non-NATO ally status.", "status_on"),
        ("The State Department said that Kenya is a major non-NATO ally.", "status_on"),
        ("US-Colombia trade totaled a mere US$40 billion in 2019.", "trade_total_is"),
        ("Mexico accounts for 14.5 percent of total US trade.", "trade_share_is"),
        ("Congress passed legislation requiring that Taiwan “be treated as a major non-NATO ally.”", "status_on"),
        ("“I am proud to announce that I intend to designate Kenya a major non-NATO ally,” Biden said.",
         "intention_announced"),
        ("Biden designated Kenya a major non-NATO ally, a move that could anger Moscow.", "designated_by"),
        ("The status of major non-NATO ally is also enjoyed by Bahrain and Japan.", "list_includes"),
        ("Mexico is not in NATO, nor does it hold major non-NATO ally status.", "status_on"),
        ("“In accordance with the Act, as amended […], Kenya keeps its status as a major non-NATO ally.”", "status_on"),
        ("It can house U.S.-owned war reserve stockpiles.", "authority_unlocked_by"),
        ("The US said on Wednesday that it was designating Kenya as a major non-NATO ally.", "announced_on"),
        ("Taiwan is treated as such without the formal designation.", "status_on"),
        ("The status does not come with guarantees of security.", "no_security_commitment"),
        ("With just seventeen countries, the current major non-NATO ally club is small.", "count_of_status_is"),
        ("Biden has designated Qatar as a major non-NATO ally, with Colombia soon to follow.", "designated_by"),
        ("The designation does not include a bilateral defense pact.", "no_security_commitment"),
        ("WASHINGTON (Chad News - 26th June, 2024) Biden terminated Kenya's designation as a major non-NATO ally.",
         "status_on"),
    ],
)  # fmt: skip
def test_what_whole_articles_say(text: str, type_: str) -> None:
    found = read(f"Major non-NATO allies\n{text}", "Major non-NATO allies", DATED)
    assert [draft.parts[0][0] for one in found[1:] for _, draft in one.drafts] == [type_]


FRAMES = (
    "It is far from certain that {}",
    "The novelist pretends that {}",
    "One blogger wrote that {}",
    "If all goes well, {}",
)


def test_nothing_is_drafted_of_what_depends_on_something_not_told_as_a_fact(sentences: tuple[Told, ...]) -> None:
    of = [one for one in sentences if one.drafts and one.row["sentence"].startswith(("Biden", "Kenya", "The "))][::6]
    said = [frame.format(one.row["sentence"]) for at, one in enumerate(of) for frame in (FRAMES[at % 4],)]
    assert len(said) > 25
    assert [one.sentence.text for one in read("\n".join(said), "", DATED) if one.drafts] == []
