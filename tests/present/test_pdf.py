"""A document on paper."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
import typst
from hypothesis import given, settings

from mnna.present.document import Cite, Column, Command, Document, Paragraph, Row, Section, Table
from mnna.present.paper import Paper
from mnna.present.pdf import LEAST, MARGINS, _placed, data, to_pdf
from tests.present.reading import ANY_TEXT, Read, bare, pages
from tests.present.samples import DOCUMENT, everywhere, official, texts

SOURCE = files("mnna.present") / "assets/document.typ"


def words(document: Document) -> str:
    """What the Typst source prints, by way of the HTML that Typst can write too; captions it leaves out there."""
    said = {"document": json.dumps(data(document, official))}
    page = typst.compile(SOURCE.read_bytes(), sys_inputs=said, format="html", ignore_system_fonts=True)
    captions = [
        block["caption"] for section in data(document)["sections"] for block in section["blocks"] if "caption" in block
    ]
    titles = [
        block["title"]
        for section in data(document)["sections"]
        for block in section["blocks"]
        if block["kind"] == "picture"
    ]
    return bare(Read(page.decode()).text + "".join([*captions, *titles, data(document)["stamp"]]))


def test_every_text_is_there() -> None:
    shown = words(DOCUMENT)
    assert [text for text in texts(DOCUMENT) if bare(text) not in shown] == []


@settings(max_examples=25)
@given(ANY_TEXT)
def test_any_text_is_there(text: str) -> None:
    made = everywhere(text)
    shown = words(made)
    assert [one for one in texts(made) if bare(one) not in shown] == []


@pytest.mark.parametrize("text", ["日本", "العربية", "🙂", "\ufffe", "#strong[x]", "$x$ \\ *a* _b_ <c> @d"])
def test_any_letter_can_be_set(text: str) -> None:
    assert to_pdf(everywhere(text)).startswith(b"%PDF-1.7")


def test_the_paper_is_tagged_and_named_and_bears_no_date() -> None:
    made = to_pdf(DOCUMENT, official)
    for mark in (b"/StructTreeRoot", b"/Lang", b"/MarkInfo", b"/DisplayDocTitle true", b"/Alt", b"pdfuaid"):
        assert mark in made, mark
    assert b"/CreationDate" not in made
    assert b"/ModDate" not in made
    assert made == to_pdf(DOCUMENT, official)


@pytest.mark.parametrize(("paper", "box"), [("letter", rb"612\s+792"), ("a4", rb"595\.\d+\s+841")])
def test_the_paper_is_letter_or_a4(paper: str, box: bytes) -> None:
    assert re.search(rb"/MediaBox\s*\[0\s+0\s+" + box, to_pdf(DOCUMENT, paper=paper))  # type: ignore[arg-type]


def test_letter_is_the_default() -> None:
    assert to_pdf(DOCUMENT) == to_pdf(DOCUMENT, paper="letter")


def test_nothing_is_set_below_nine_points() -> None:
    sizes = re.findall(r"([\d.]+)pt", " ".join(re.findall(r"size: [\d.]+pt|small = [\d.]+pt", SOURCE.read_text())))
    assert sizes
    assert min(map(float, sizes)) >= 9


def test_a_long_table_runs_over_pages_instead_of_shrinking() -> None:
    rows = tuple(Row(f"{n}", (f"row {n}", "word " * 60)) for n in range(60))
    table = Table("Long", (Column("a", "A", 1), Column("b", "B", 4)), rows)
    assert pages(to_pdf(Document(title="T", sections=(Section("s", "S", (table,)),)))) > 3


def test_a_row_taller_than_a_page_goes_on_over_leaf() -> None:
    table = Table("Tall", (Column("a", "A", 1), Column("b", "B", 4)), (Row("x", ("x", "word " * 3000)),))
    assert pages(to_pdf(Document(title="T", sections=(Section("s", "S", (table,)),)))) > 2


def test_many_pages_are_counted() -> None:
    made = Document(title="T", sections=(Section("s", "S", tuple(Paragraph("word " * 200) for _ in range(30))),))
    assert pages(to_pdf(made)) >= 4


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("lines", range(88, 100, 2))
def test_the_last_page_is_not_nearly_empty(lines: int, paper: Paper) -> None:
    blocks = tuple(Paragraph(f"line {n}") for n in range(lines))
    made = Document(title="T", sections=(Section("s", "S", blocks),))
    count, filled = _placed(data(made, paper=paper), paper)[2]
    assert count == pages(to_pdf(made, paper=paper))
    assert count == 1 or filled >= LEAST


def test_margins_are_moved_only_where_they_must() -> None:
    short = Document(title="T", sections=(Section("s", "S", (Paragraph("word"),)),))
    placed, _, (count, filled) = _placed(data(short), "letter")
    assert count == 1 and filled < LEAST
    assert (placed["top"], placed["bottom"]) == (data(short)["top"], data(short)["bottom"]) == MARGINS[0]


def test_a_title_of_the_code_stays_with_its_section_but_a_command_is_copied_as_it_is() -> None:
    said = ("See ", Cite("22 USC 2321k(a)"), " or ", Command('mnna law "22 USC 2321k"'))
    printed = data(Document(title="T", sections=(Section("s", "S", (Paragraph(said),)),)))["sections"][0]["blocks"][0]
    assert printed["text"][1] == "22\u00a0USC\u00a02321k(a)"
    assert printed["text"][3]["text"] == 'mnna law "22 USC 2321k"'
