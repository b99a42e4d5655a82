"""The sentences of a memo count as the partition does, and name a resemblance only where there is a rank."""

from __future__ import annotations

import pytest

from mnna.briefs.memo.compose import next_ally
from mnna.briefs.memo.sentences import MOST_WORDS
from mnna.registry.countries import countries, the
from mnna.sentences import inside

TODAY = "2026-11-24"


@pytest.mark.parametrize("code", ["MEX", "CRI", "UKR"])
def test_the_second_sentence_counts_what_the_partition_holds(code: str) -> None:
    found = next_ally(code, TODAY)
    split = found.partition
    assert f"a better answer on {len(split.gain)} of {split.total} questions" in found.answer[1]


@pytest.mark.parametrize(
    ("code", "on", "notice"),
    [
        ("MEX", TODAY, "(none is on record)"),
        ("AFG", TODAY, "again after notice to Congress (none is on record)"),
        ("COL", "2022-03-10", "(none is on record)"),
        ("COL", "2022-05-01", "(given on 21 April 2022)"),
    ],
)
def test_the_first_sentence_says_whether_a_notice_is_on_record(code: str, on: str, notice: str) -> None:
    assert notice in next_ally(code, on).answer[0]


def test_the_first_sentence_is_short_for_every_candidate() -> None:
    for name in (one.name for one in countries().values() if one.sovereign == "yes"):
        said = f"Open in law: the President may designate {the(name)} after notice to Congress (none is on record)"
        assert len(f"{said}; the law sets no test.".split()) <= MOST_WORDS, name


def test_the_word_of_resemblance_is_that_of_the_rank() -> None:
    found = next_ally("MEX", TODAY)
    assert found.rank is not None and found.answer[1].endswith(
        f"; Mexico resembles past designees {found.rank.resembles}."
    )
    assert f"Ranked by US active-duty troops, Mexico is number {found.rank.rank:g} of" in found.rank_note
    assert f"{len(found.rank.misses)} of them" in found.rank_note
    assert "resembles" not in next_ally("COL", TODAY).answer[1]


def test_a_country_that_cannot_be_ranked_says_why() -> None:
    found = next_ally("COL", TODAY)
    assert found.rank is None and "designated on 23 May 2022. When it was named, it was number" in found.rank_note
    assert "designated on a day between 1 and 23 January 2026." in next_ally("SAU", TODAY).rank_note


def test_a_rank_is_told_with_how_far_other_choices_move_it() -> None:
    assert "the same under other choices of figures" in next_ally("HND", TODAY).rank_note
    assert "number 16.5 (a tie) of 116 (13.5 to 16.5 under other" in next_ally("ECU", TODAY).rank_note


def test_a_country_that_the_law_bars_is_left_out_of_the_ranking() -> None:
    found = next_ally("CUB", TODAY)
    assert found.rank is not None and found.rank.rank is None and found.rank.left_out
    assert found.rank_note == f"Cuba is left out of the ranking: {inside(found.rank.left_out)}."
    assert "resembles" not in found.answer[1]


def test_the_origin_of_the_rule_is_told_once() -> None:
    found = next_ally("MEX", TODAY)
    assert found.rank is not None and found.rank_note.count("was chosen with") == 1
    assert found.rank.out_of_sample == 0 and found.rank_note.endswith("none has come since to test it.")


def test_an_unknown_status_is_said_to_be_unknown() -> None:
    found = next_ally("SAU", "2026-01-10")
    assert found.standing == "unknown" and "is not known" in found.answer[0]
