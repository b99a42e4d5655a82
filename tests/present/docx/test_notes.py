"""Notes, which `python-docx` does not know: the part, the marks, and what Word asks of both."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from mnna.present.docx.notes import Kind, Notes
from mnna.present.docx.writer import packed
from mnna.present.inline import Link
from tests.present.docx.reading import links, part, spoken

KINDS: tuple[Kind, ...] = ("footnote", "endnote")


def noted(kind: Kind) -> bytes:
    document = Document()
    notes = Notes(document, kind)
    for words in ("First", "Second"):
        notes.add(document.add_paragraph("Said.")._p, (Link(words, f"https://example.org/{words}"), Link(", p. 3")))
    return packed(document)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_has_its_note_and_every_note_its_link(kind: Kind) -> None:
    made = noted(kind)
    marks = [one.get(qn("w:id")) for one in part(made, "word/document.xml").iter(qn(f"w:{kind}Reference"))]
    notes = {one.get(qn("w:id")): spoken(one) for one in part(made, f"word/{kind}s.xml")}
    assert marks == ["1", "2"]
    assert notes == {"-1": "", "0": "", "1": " First, p. 3.", "2": " Second, p. 3."}
    assert links(made, f"word/{kind}s.xml")["Second"] == "https://example.org/Second"


@pytest.mark.parametrize("kind", KINDS)
def test_the_part_is_declared_where_word_looks(kind: Kind) -> None:
    made = noted(kind)
    types = {one.get("PartName"): one.get("ContentType") for one in part(made, "[Content_Types].xml")}
    assert types[f"/word/{kind}s.xml"].endswith(f".{kind}s+xml")
    targets = [one.get("Target") for one in part(made, "word/_rels/document.xml.rels")]
    assert f"{kind}s.xml" in targets
    order = [one.tag for one in part(made, "word/settings.xml")]
    assert order.index(qn(f"w:{kind}Pr")) == order.index(qn("w:compat")) - 1


def test_endnotes_are_numbered_as_footnotes_are() -> None:
    made = noted("endnote")
    numbers = [one.get(qn("w:val")) for one in part(made, "word/document.xml").iter(qn("w:numFmt"))]
    assert numbers == ["decimal"]
