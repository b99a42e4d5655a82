"""A Word file as the tests read it: its parts as XML, and its text with the text of its notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tests.present.reading import bare

TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def part(made: bytes, name: str) -> Any:
    """A part of the file, such as `word/document.xml`."""
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return parse_xml(file.read(name))


def names(made: bytes) -> list[str]:
    """The names of all parts."""
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return file.namelist()


def text(made: bytes) -> str:
    """The text of the body and the notes, a paragraph a line."""
    found = [part(made, name) for name in TEXTS if name in names(made)]
    return "\n".join(spoken(paragraph) for root in found for paragraph in root.iter(qn("w:p")))


def missing(found: Iterable[str], shown: str) -> list[str]:
    """The texts that are not shown; what stands in brackets stands in a note of its own."""
    return [one for one in found if any(bare(piece) not in shown for piece in re.split(r"[\[\]]", one))]


def spoken(element: Any) -> str:
    """The text inside an element, with ordinary spaces for those that hold a citation together."""
    return "".join(one.text or "" for one in element.iter(qn("w:t"))).replace("\u00a0", " ")


def links(made: bytes, name: str) -> dict[str, str]:
    """The text of each link of a part, and its address."""
    folder, _, file = name.rpartition("/")
    relations = {one.get("Id"): one.get("Target") for one in part(made, f"{folder}/_rels/{file}.rels")}
    return {spoken(one): relations[one.get(qn("r:id"))] for one in part(made, name).iter(qn("w:hyperlink"))}


def styled(made: bytes, style: str) -> list[str]:
    """The paragraphs of the body that are set in a style, by its id; those without one are in `Normal`."""
    body = part(made, "word/document.xml").iter(qn("w:p"))
    return [spoken(one) for one in body if _style(one) == style]


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "Normal" if found is None else str(found.get(qn("w:val")))
