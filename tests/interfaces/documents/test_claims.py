"""The claims of an article set out: what was read, every sentence, and what cannot be judged."""

from __future__ import annotations

from mnna.article_claims import claims
from mnna.interfaces.documents.claims import _figure, document, rows, source_title
from mnna.present.document import Number
from mnna.present.terminal import to_text
from mnna.present.wording import NOTHING

TEXT = "Biden designated Kenya a major non-NATO ally on Monday. What next?"
PRIORITY = "Major non-NATO allies have priority delivery of excess defense articles."
BAD = '[[claim]]\nquote = "a"\ntype = "status_on"\ncountry="KEN"\nstatus = "mnna"\n[[claim]]\nquote = "b"\ntype = ""\n'


def test_every_sentence_is_listed_with_what_was_read() -> None:
    told = " ".join(to_text(document(claims(text=TEXT, dated="2024-06-25", as_of="2026-11-24")), 100).split())
    assert "Every sentence (2)" in told and "not read: a question" in told and "Read as acts:" in told
    assert told.index("Read as acts:") < told.index("Computed from")


def test_a_sentence_read_in_part_says_so_beside_its_verdict() -> None:
    text = "Kenya is a major non-NATO ally, and its economy grew by 4.7 percent."
    shown = document(claims(text=text, dated="2024-06-25", as_of="2026-11-24"))
    (row,) = next(one for one in shown.sections if one.id == "sentences").blocks[0].rows  # type: ignore[union-attr]
    assert row.cells[2] == "1: Right; only a part was read; not checked: “4.7 percent”"


def test_how_a_claim_was_read_stands_before_its_reason() -> None:
    found = claims(text=PRIORITY, dated="2024-06-25", as_of="2026-11-24")
    told = " ".join(to_text(document(found), 100).split())
    assert told.index("Read as benefits") < told.index("the answer for Antigua and Barbuda is no without the status")


def test_what_cannot_be_judged_is_said_first() -> None:
    shown = document(claims(stated=BAD, as_of="2026-11-24"))
    assert "1 of 2 claims cannot be judged as it stands: 2." in shown.lead


def test_a_figure_is_a_number_only_where_it_is_one() -> None:
    cells = [_figure({"country": "MEX", "value": value}).cells[2] for value in (5, True, "two", None)]
    assert cells == [Number(5, "5"), "True", "two", NOTHING]


def test_an_article_of_which_nothing_is_read_says_so() -> None:
    answer = claims(text="The soup was cold and the bread was old.", as_of="2026-11-24")
    assert document(answer).title == "No claim was read" and rows(answer) == []


def test_a_source_is_named_by_its_title() -> None:
    title = source_title("https://www.federalregister.gov/citation/87-FR-32943")
    assert title.startswith("Presidential Determination No. 2022-14: ")
    assert source_title("https://example.org/") == "https://example.org/"
