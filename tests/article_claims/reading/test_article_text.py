"""Articles in files: what is read of them, how their day is known, and what is refused."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from mnna.article_claims.reading.article_text import LONGEST, of_bytes, of_file
from mnna.errors import BadQuestion

SAID = "Kenya was designated as a major non-NATO ally of the United States, and it is the first of the region."


def test_folded_lines_are_joined_and_a_headline_is_not() -> None:
    text = (
        f"Kenya joins\n\nKenya was designated as a major non-NATO ally of the United\nStates on"
        f" Monday.\nNext line.\n\n{SAID}\n"
    )
    found = of_bytes(text.encode(), "a.txt")
    assert found.text.split("\n")[:2] == [
        "Kenya joins",
        "Kenya was designated as a major non-NATO ally of the United States on Monday.",
    ]
    assert found.title == "Kenya joins"


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Nairobi, June 25, 2024", date(2024, 6, 25)), ("Published in Dawn, July 9th, 2022", date(2022, 7, 9)),
        ("WASHINGTON, June 25, 2024 (News) - The president spoke.", date(2024, 6, 25)),
        ("It was announced on June 25, 2024.", None), ("In short", None),
    ],
)  # fmt: skip
def test_the_day_of_a_date_line(line: str, dated: date | None) -> None:
    found = of_bytes(f"{line}\n\n{SAID}".encode(), "a.txt")
    assert found.dated == dated and bool(found.dated_note) == bool(dated)


def test_markdown_and_its_head() -> None:
    text = f"---\ntitle: 'Kenya'\ndate: 2024-06-25\n---\n# Kenya\n\n**{SAID}** See [the law](https://x.org).\n"
    found = of_bytes(text.encode(), "a.md")
    assert found.text == f"Kenya\n{SAID} See the law." and found.dated == date(2024, 6, 25) and found.title == "Kenya"


def test_html_by_its_name_or_by_how_it_begins() -> None:
    for name in ("a.html", "-"):
        found = of_bytes(f"<!doctype html><meta name='date' content='2024-06-25'><p>{SAID}</p>".encode(), name)
        assert (
            found.text == SAID and found.dated == date(2024, 6, 25) and found.dated_note == "The day is the page's own."
        )


def test_a_short_determination_is_no_paywall() -> None:
    said = "I hereby designate Kenya as a major non-NATO ally. Publish this determination in the Federal Register."
    assert of_bytes(said.encode(), "a.txt").text == said


def test_word() -> None:
    docx = pytest.importorskip("docx")
    made, file = docx.Document(), io.BytesIO()
    made.add_paragraph("25 June 2024")
    made.add_paragraph(SAID)
    made.add_table(1, 1).cell(0, 0).text = "Togo is not one."
    made.add_paragraph("It ends here.")
    made.core_properties.title = "Kenya"
    made.save(file)
    found = of_bytes(file.getvalue(), "a.docx")
    assert found.text == f"25 June 2024\n{SAID}\nTogo is not one.\nIt ends here."
    assert found.title == "Kenya" and found.dated == date(2024, 6, 25)


def pdf(text: str) -> bytes:
    """A PDF of one page that draws the text."""
    draw = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(made),
    )


def test_pdf() -> None:
    pytest.importorskip("pypdf")
    assert of_bytes(pdf(SAID), "a.pdf").text == SAID


SPANISH = "El presidente anunció la designación de Perú como aliado principal extra OTAN durante una reunión en Lima."


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "no words"),
        (b"<html><body></body></html>", "a.html", "no words"), (b"1 2 3", "a.md", "no words"),
        (pdf(""), "a.pdf", "hold no text"), (b"%PDF-1.4 broken", "a.pdf", "cannot be read as a PDF"),
        (b"PK\x03\x04broken", "a.docx", "cannot be read as a Word document"),
        (b"text", "a.docx", "it is no .docx file"),
        (b"Kenya is an ally. Subscribe to continue reading this story.", "a.txt", "paywall"),
        (SPANISH.encode(), "a.txt", "few of its words are English"),
        ("Президент объявил о своём решении в среду.".encode(), "a.txt", "few of its words are English"),
        ((SAID * (LONGEST // len(SAID) + 1)).encode(), "a.txt", "characters, more than"),
        (b"\x00\xff\x00binary", "a.txt", "zero bytes"), (b"a", "a.xyz", "its ending is not one of"),
    ],
)  # fmt: skip
def test_what_holds_no_article_is_refused(data: bytes, name: str, says: str) -> None:
    with pytest.raises(BadQuestion, match=says):
        of_bytes(data, name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="cannot be read"):
        of_file(tmp_path / "none.txt")
