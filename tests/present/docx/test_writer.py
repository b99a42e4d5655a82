"""A document as a Word file: all its words, real headings, tables, notes and pictures."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from mnna.present.document import Cite, Column, Document, Link, Paragraph, Row, Section, Table
from mnna.present.docx.writer import to_docx
from tests.present.docx.reading import links, missing, names, part, spoken, styled, text
from tests.present.reading import ANY_TEXT, bare
from tests.present.samples import DOCUMENT, everywhere, official, texts

BODY, NOTES = "word/document.xml", "word/footnotes.xml"


@pytest.fixture(scope="module")
def made() -> bytes:
    return to_docx(DOCUMENT, official)


def test_every_text_is_there(made: bytes) -> None:
    shown = bare(text(made))
    assert missing(texts(DOCUMENT), shown) == []


@settings(max_examples=5)
@given(ANY_TEXT)
def test_any_text_is_there(told: str) -> None:
    document = everywhere(told)
    shown = bare(text(to_docx(document)))
    assert missing(texts(document), shown) == []


@pytest.mark.parametrize("letter", ["日本", "العربية", "🙂", "\ufffe", "\x00", "\ud800", "<w:p>&"])
def test_any_letter_can_be_written(letter: str) -> None:
    document = Document(title=letter, sections=(Section("s", letter, (Paragraph((letter, Cite(letter))),)),))
    assert to_docx(document).startswith(b"PK")


def test_headings_have_the_levels_of_the_sections(made: bytes) -> None:
    assert styled(made, "Title") == ["Mexico"]
    assert styled(made, "Heading1") == ["Every block (15)", "Folded"]
    assert styled(made, "Heading2") == ["A part below"]
    numbered = to_docx(replace(DOCUMENT, numbered=True))
    assert styled(numbered, "Heading1") == ["1. Every block (15)", "2. Folded"]


def test_a_table_is_a_table_and_repeats_its_heading_row(made: bytes) -> None:
    table = next(part(made, BODY).iter(qn("w:tbl")))
    rows = table.findall(qn("w:tr"))
    assert [spoken(cell) for cell in rows[0].iter(qn("w:tc"))] == ["Status", "Allowed", "Money", "Sources"]
    assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert table.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == "Statuses held"
    assert "right" in [one.get(qn("w:val")) for one in table.iter(qn("w:jc"))]


def test_a_row_taller_than_a_page_may_be_parted() -> None:
    table = Table("T", (Column("a", "A"), Column("b", "B")), (Row("x", ("x", "word " * 1500)),))
    rows = list(part(to_docx(Document(title="T", sections=(Section("s", "S", (table,)),))), BODY).iter(qn("w:tr")))
    assert [row.find(f".//{qn('w:cantSplit')}") is None for row in rows] == [False, True]


def test_citations_in_brackets_are_notes_with_links() -> None:
    cited, source = Cite("22 USC 2321k(a); 22 USC 2403(q)"), Link("CRS", "https://crs.gov/x")
    said = Paragraph(("Allies may. [", cited, "] So may others [", source, "]."))
    made = to_docx(Document(title="T", sections=(Section("s", "S", (said,)),)), official)
    assert styled(made, "Normal") == ["Allies may. So may others."]
    notes = [spoken(one).strip() for one in part(made, NOTES).iter(qn("w:p"))]
    assert notes == ["", "", "22 USC 2321k(a); 22 USC 2403(q).", "CRS."]
    assert links(made, NOTES) == {
        "22 USC 2321k(a)": official("22 USC 2321k(a)"),
        "22 USC 2403(q)": official("22 USC 2403(q)"),
        "CRS": "https://crs.gov/x",
    }
    marks = [one.get(qn("w:id")) for one in part(made, BODY).iter(qn("w:footnoteReference"))]
    assert marks == ["1", "2"]


def test_a_citation_in_a_sentence_is_a_link(made: bytes) -> None:
    assert links(made, BODY)["22 USC 2321k(a)"] == official("22 USC 2321k(a)")
    assert not any(address.startswith(("/", "#")) for address in links(made, BODY).values())


def test_the_memo_has_its_notes_at_the_end(made: bytes) -> None:
    memo = to_docx(replace(DOCUMENT, one_page=True))
    assert "word/endnotes.xml" in names(memo) and NOTES not in names(memo)
    assert NOTES in names(made) and "word/endnotes.xml" not in names(made)


def test_a_picture_is_told_in_words(made: bytes) -> None:
    said = next(part(made, BODY).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert (said.get("descr"), said.get("title")) == ("A square.", "The map")
    assert [name for name in names(made) if name.endswith(".png")] == ["word/media/image1.png"]


@pytest.mark.parametrize(("paper", "size"), [("letter", ("12240", "15840")), ("a4", ("11906", "16838"))])
def test_the_paper_is_letter_or_a4(paper: str, size: tuple[str, str]) -> None:
    found = next(part(to_docx(DOCUMENT, paper=paper), BODY).iter(qn("w:pgSz")))  # type: ignore[arg-type]
    assert (found.get(qn("w:w")), found.get(qn("w:h"))) == size


def test_a_heading_a_caption_and_a_statement_stay_with_what_follows(made: bytes) -> None:
    styles = {one.get(qn("w:styleId")): one for one in part(made, "word/styles.xml").iter(qn("w:style"))}
    for name in ("Heading1", "Heading2", "Caption"):
        assert styles[name].find(f".//{qn('w:keepNext')}") is not None, name
    kept = [spoken(one) for one in part(made, BODY).iter(qn("w:p")) if one.find(f".//{qn('w:keepNext')}") is not None]
    assert "A statement to be quoted." in kept and "Statuses held" not in kept


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert made == to_docx(DOCUMENT, official)


def test_an_office_opens_it_and_prints_the_same_text(made: bytes, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice Writer is not installed")
    pypdf = pytest.importorskip("pypdf")
    (tmp_path / "a.docx").write_bytes(made)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    asked = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    printed = bare("".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "a.pdf").pages))
    assert missing(texts(DOCUMENT), printed) == []


def test_the_properties_say_what_it_is() -> None:
    made = docx.Document(io.BytesIO(to_docx(DOCUMENT))).core_properties
    assert (made.title, made.author, made.language) == ("Mexico: As of 24 November 2026", "mnna", "en-US")
    assert made.keywords == "law 1a2b · facts 3c4d · mnna 0.2.0"
    assert made.comments == ""


def test_no_clock_and_no_template_enters() -> None:
    made = to_docx(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "docProps/thumbnail.jpeg" not in names(made)
    modes = [one.get(f"{{{one.nsmap['w']}}}val") for one in part(made, "word/settings.xml").iter("{*}compatSetting")]
    assert modes[0] == "15"
