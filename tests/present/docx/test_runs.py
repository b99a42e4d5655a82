"""Text in a Word file."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from mnna.present.document import Cite, Day, Text
from mnna.present.docx.runs import Kind, Noted, Notes, line, lines, noted, outside, run
from mnna.present.docx.writer import packed
from mnna.present.inline import Inline, Link, no_address
from tests.present.docx.reading import links, part, spoken


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines", "two lines"),
        ("a\x00b", "a b"),
        ("\uffff", "[U+FFFF]"),
        ("\U0001f642 日本", "\U0001f642 日本"),
        ("", ""),
    ],
)
def test_a_line_has_only_letters_that_xml_allows(text: str, shown: str) -> None:
    assert line(text) == shown
    assert run(text=shown).text == shown


def test_text_to_be_copied_keeps_its_lines() -> None:
    assert lines("a\n  b\ufffe") == "a\n  b[U+FFFE]"


def test_only_an_address_outside_is_a_link() -> None:
    assert outside("https://example.org") and not outside("/countries/MEX") and not outside("#sources")


def test_a_title_of_the_code_stays_with_its_section() -> None:
    assert line("22 USC 2321k(a) and 2 cases") == "22\u00a0USC\u00a02321k(a) and 2 cases"


KINDS: tuple[Kind, ...] = ("footnote", "endnote")


def with_notes(kind: Kind) -> bytes:
    document = Document()
    notes = Notes(document, kind)
    for words in ("First", "Second"):
        notes.add(document.add_paragraph("Said.")._p, (Link(words, f"https://example.org/{words}"), Link(", p. 3")))
    return packed(document)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_has_its_note_and_every_note_its_link(kind: Kind) -> None:
    made = with_notes(kind)
    marks = [one.get(qn("w:id")) for one in part(made, "word/document.xml").iter(qn(f"w:{kind}Reference"))]
    notes = {one.get(qn("w:id")): spoken(one) for one in part(made, f"word/{kind}s.xml")}
    assert marks == ["1", "2"]
    assert notes == {"-1": "", "0": "", "1": " First, p. 3.", "2": " Second, p. 3."}
    assert links(made, f"word/{kind}s.xml")["Second"] == "https://example.org/Second"


@pytest.mark.parametrize("kind", KINDS)
def test_the_part_is_declared_where_word_looks(kind: Kind) -> None:
    made = with_notes(kind)
    types = {one.get("PartName"): one.get("ContentType") for one in part(made, "[Content_Types].xml")}
    assert types[f"/word/{kind}s.xml"].endswith(f".{kind}s+xml")
    targets = [one.get("Target") for one in part(made, "word/_rels/document.xml.rels")]
    assert f"{kind}s.xml" in targets
    order = [one.tag for one in part(made, "word/settings.xml")]
    assert order.index(qn(f"w:{kind}Pr")) == order.index(qn("w:compat")) - 1


def test_endnotes_are_numbered_as_footnotes_are() -> None:
    made = with_notes("endnote")
    numbers = [one.get(qn("w:val")) for one in part(made, "word/document.xml").iter(qn("w:numFmt"))]
    assert numbers == ["decimal"]


SOURCE = Link("CRS", "https://crs.gov/x")
ONE, TWO = Noted((Link("a"),)), Noted((Link("b"),))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Plain.", ["Plain."]),
        (("Said. [", Cite("a"), "]"), ["Said.", ONE]),
        (("Said [", SOURCE, "; ", "a", "], too."), ["Said", Noted((SOURCE, Link("; "), Link("a"))), ", too."]),
        (("One [", Cite("a"), "]; two [", Cite("b"), "]."), ["One", ONE, "; two", TWO, "."]),
        (("By ", Cite("a"), "."), ["By ", Link("a"), "."]),
        (("Open [", Day("2026"), " and never closed"), ["Open [", Day("2026"), " and never closed"]),
        ("In brackets [as a text].", ["In brackets [as a text]."]),
    ],
)
def test_what_stands_in_brackets_by_itself_is_a_note(text: Text, pieces: list[str | Inline | Noted]) -> None:
    assert [piece for piece in noted(text, no_address) if piece != ""] == pieces


def test_a_day_in_a_note_is_spelled() -> None:
    assert list(noted(("Said [", Day("2026-11-28"), "]"), no_address))[1] == Noted((Link("28 November 2026"),))
