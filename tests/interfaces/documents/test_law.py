"""The law set out; what it says is asked of the command in `tests/interfaces/words/test_law.py`."""

from __future__ import annotations

from mnna.answers.law import law
from mnna.interfaces.documents.law import document, in_terminal


def test_the_words_asked_for_come_first_and_the_figures_last() -> None:
    shown = document(law("22 USC 2776(b)"))
    assert shown.sections[0].title == "In its own words" and shown.sections[-1].id == "values"


def test_the_list_has_every_topic() -> None:
    assert document(law()).title.endswith("questions of law")
    assert "that speak of “stockpile”" in in_terminal(law(search="stockpile")).title
    assert document(law(search="zeppelin")).sections[0].id == "nothing"
