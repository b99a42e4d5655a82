"""Every form of two documents as it is: a width, an indent, a limit or a word that changes shows in a file.

`DOCUMENT` has every block with all it may bear, `BARE` has each with the least, and texts that are long. `./run golden`
writes the forms anew.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from mnna.present import csv, html, markdown, pdf, terminal, xlsx
from mnna.present.document import Document
from mnna.present.docx.writer import to_docx
from mnna.present.paper import Paper
from tests.golden import kept
from tests.present.reading import sheet_lines
from tests.present.samples import DOCUMENT, official
from tests.present.samples_bare import BARE

GOLDEN = Path(__file__).with_name("golden")
DOCUMENTS = {"all": DOCUMENT, "bare": BARE}
NAMED = pytest.mark.parametrize("name", DOCUMENTS)


def whole(document: Document) -> str:
    """A page without its style, which is a file of its own."""
    page = html.page(document, official)
    return page.replace(html.STYLE.read_text(encoding="utf-8").rstrip(), "").replace(
        html.MARKS.read_text(encoding="utf-8").rstrip(), ""
    )


FORMS: dict[str, Callable[[Document], str]] = {
    "txt": terminal.to_text,
    "narrow.txt": lambda one: terminal.to_text(one, 44),
    "md": lambda one: markdown.to_markdown(one, official, {"map": "a map.svg"}),
    "csv": csv.to_csv,
    "html": whole,
    "pdf.json": lambda one: json.dumps(pdf.data(one, official), indent=1, ensure_ascii=False),
}


@NAMED
@pytest.mark.parametrize("form", FORMS)
def test_a_document_in_every_form_of_text(name: str, form: str) -> None:
    kept(GOLDEN / f"{name}.{form}", FORMS[form](DOCUMENTS[name]))


@NAMED
def test_a_document_as_a_workbook(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.to_xlsx(DOCUMENTS[name], official)))
    kept(GOLDEN / f"{name}.xlsx.txt", "\n".join(line for sheet in book for line in sheet_lines(sheet)))


@pytest.mark.parametrize(
    ("name", "paper", "tight"), [("all", "letter", False), ("all", "a4", True), ("bare", "a4", False)]
)
def test_a_document_for_an_office(name: str, paper: Paper, tight: bool) -> None:
    """Every part but what each new file has; of the second document its text alone."""
    made = parts(to_docx(replace(DOCUMENTS[name], one_page=tight), official, paper))
    blank = io.BytesIO()
    docx.Document().save(blank)
    usual = {chunk for part in parts(blank.getvalue()).values() for chunk in chunks(part)}
    shown = {
        part: found for part, found in made.items() if name == "all" or part.endswith(("document.xml", "notes.xml"))
    }
    told = (f"== {part}\n{chunk}" for part, found in shown.items() for chunk in chunks(found) if chunk not in usual)
    kept(GOLDEN / f"{name}.{'tight.' * tight}docx.txt", "\n".join(told))


def chunks(element: ElementTree.Element) -> list[str]:
    """Each child of a part, as lines."""
    return ["\n".join(_told(child, 0)) for child in element]


def parts(made: bytes) -> Mapping[str, ElementTree.Element]:
    """The parts of a file of an office that are XML."""
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(file.read(name)) for name in sorted(names)}


def _told(element: ElementTree.Element, deep: int) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    given = "".join(f" {key.rpartition('}')[2]}={value!r}" for key, value in element.attrib.items())
    yield f"{' ' * deep}{name}{given}{f' {element.text!r}' if element.text and element.text.strip() else ''}"
    for child in element:
        yield from _told(child, deep + 1)
