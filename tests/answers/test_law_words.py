"""The words beside an answer: the paragraph asked for first, each place once, marked for an earlier day."""

from __future__ import annotations

from datetime import date

from mnna.answers.authorities import authorities
from mnna.answers.law import law
from mnna.answers.law_words import words_of_findings, words_shown
from mnna.statutes import citations
from mnna.statutes.official_words import words_of

KEYS = ["citation", "uslm", "heading", "text", "as_of", "release", "note", "asked_for"]


def test_the_paragraph_asked_for_comes_first() -> None:
    first, *others = law("22 USC 2776(b)(6)").words
    assert list(first) == KEYS and first["uslm"] == "/us/usc/t22/s2776/b/6" and first["as_of"] == "2026-03-26"
    assert first["asked_for"] and others and not any(one["asked_for"] for one in others)


def test_of_a_question_the_paragraph_that_answers_it_is_the_one_asked_for() -> None:
    asked = [one["citation"] for one in law("war-reserve-stockpile-site").words if one["asked_for"]]
    assert asked == ["22 USC 2321h(c)(2)"]
    assert law("E.O. 13637").words == () == law().words == law(search="stockpile").words


def test_no_words_are_given_twice() -> None:
    ids = [one["uslm"] for one in law("22 USC 2776").words]
    assert not [(a, b) for a in ids for b in ids if a != b and citations.within(a, b)]


def test_what_decided_an_answer_is_given_with_its_mark() -> None:
    today = authorities("MEX", "2026-06-01", only=("war-reserve-stockpile-site",))
    before = authorities("MEX", "2010-06-01", only=("war-reserve-stockpile-site",))
    (now,) = words_of_findings(today.findings, today.on)
    assert now["citation"] == "22 USC 2321h(c)(2)" and now["note"] == ""
    assert all("not of the day asked" in one["note"] for one in words_of_findings(before.findings, before.on))


def test_a_former_number_is_named_in_the_note() -> None:
    (found,) = words_of("10 USC 2540(c)")
    assert words_shown(found, date(2015, 1, 1))["note"].endswith("in force 1 January 2022")
