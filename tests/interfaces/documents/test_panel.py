"""A panel as a document, and its codebook."""

from __future__ import annotations

from mnna.answers.panel import panel
from mnna.interfaces.documents.panel import codebook, document
from mnna.present.markdown import to_markdown


def test_the_first_rows_and_every_column_are_shown() -> None:
    text = to_markdown(document(panel(1990, 2020, statuses="mnna,nato", countries="COL,MEX")))
    assert "12 of 62 rows" in text and "| COL | 1990 | no | no |" in text and "Major non-NATO ally" in text


def test_the_codebook_says_what_values_mean() -> None:
    text = to_markdown(codebook(panel(1990, 1990, statuses="mnna", countries="COL", long=True), "Cite me."))
    for said in ("Panel of 1 country, 1990, 1 question each", "Unknown is never no", "suspended\\_by", "Cite me."):
        assert said in text
