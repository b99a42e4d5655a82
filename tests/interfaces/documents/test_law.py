"""The law set out; what it says is asked of the command in `tests/interfaces/words/test_law.py`."""

from __future__ import annotations

from dataclasses import replace

from mnna.answers.law import LawAnswer, law
from mnna.interfaces.documents.law import document, in_terminal
from mnna.present.terminal import to_text


def test_the_words_asked_for_come_first_and_the_figures_last() -> None:
    shown = document(law("22 USC 2776(b)"))
    assert shown.sections[0].title == "In its own words" and shown.sections[-1].id == "values"


def test_the_list_has_every_topic() -> None:
    assert document(law()).title.endswith("questions of law")
    assert "that speak of “stockpile”" in in_terminal(law(search="stockpile")).title
    assert document(law(search="zeppelin")).sections[0].id == "nothing"


def test_a_terminal_prints_the_rules_of_a_few_questions_and_the_words_of_many() -> None:
    def printed(answer: LawAnswer) -> str:
        return to_text(in_terminal(answer))

    four, beside = law("22 USC 2776"), law("22 USC 2321j").found
    assert sum(one.asked_for for one in four.found) == 4
    more = next(one for one in beside if one.asked_for)
    rests = more._replace(asked_for=False)
    told = [printed(replace(four, words=(), found=(*four.found, *found))) for found in ((rests,), (more, rests))]
    assert len(told[1]) < len(told[0]) / 2
