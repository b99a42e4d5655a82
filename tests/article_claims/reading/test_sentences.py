"""Sentences and their places."""

from __future__ import annotations

from mnna.article_claims.reading.sentences import Sentence, overlaps, sentences

TEXT = "A headline\n\nUnder 22 U.S.C. 2321k and 22 CFR pt. 120 it is so. Mr. Biden said “ö”. \n• A point of a list."


def test_abbreviations_end_no_sentence_and_a_line_does() -> None:
    assert [one.text for one in sentences(TEXT)] == [
        "A headline", "Under 22 U.S.C. 2321k and 22 CFR pt. 120 it is so.", "Mr. Biden said “ö”.", "A point of a list.",
    ]  # fmt: skip


def test_each_stands_at_its_place() -> None:
    assert all(TEXT[one.start : one.end] == one.text for one in sentences(TEXT))
    assert [one.n for one in sentences(TEXT)] == [1, 2, 3, 4]


def test_words_that_only_touch_do_not_overlap() -> None:
    one = Sentence(1, 5, 9, "four")
    assert [overlaps(*span, [one]) for span in ((2, 5), (2, 6), (6, 7), (8, 12), (9, 12))] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_a_sentence_in_brackets_is_one_of_its_own() -> None:
    said = "(Bush signed it, they say.) No president has denied it. A note (it is short) ends here."
    assert [one.text for one in sentences(said)] == [
        "(Bush signed it, they say.)", "No president has denied it.", "A note (it is short) ends here."]  # fmt: skip
    assert all(said[one.start : one.end] == one.text for one in sentences(said))
