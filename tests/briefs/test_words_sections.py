"""The official words in a document: those asked for open, the others folded, each line with its place."""

from __future__ import annotations

from mnna.answers.law import law
from mnna.briefs.words_sections import OTHERS, TITLE, quote, words_annex, words_sections
from mnna.present.document import Paragraph, Quote


def test_what_was_asked_for_stands_open_and_the_rest_is_folded() -> None:
    asked, others = words_sections(law("22 USC 2776(b)(6)").words)
    assert (asked.title, asked.folded, others.title, others.folded) == (TITLE, False, OTHERS, True)
    assert others.count == len(others.blocks) and not list(words_sections(()))


def test_each_line_has_its_place() -> None:
    for one in law("22 USC 2776").words:
        shown = quote(one)
        assert isinstance(shown, Quote) and len(shown.lines) == len(shown.places)
    assert shown.note == "release 119-73 of the US Code"


def test_the_annex_says_where_no_words_are_held() -> None:
    assert isinstance(words_annex(()).blocks[0], Paragraph)
    assert words_annex(law("22 USC 2321k(b)").words).count == len(law("22 USC 2321k(b)").words)
