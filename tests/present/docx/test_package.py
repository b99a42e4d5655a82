"""The file itself: its properties, and nothing in it of the template or the clock."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from mnna.present.docx.writer import to_docx
from tests.present.docx.reading import names, part
from tests.present.samples import DOCUMENT


def test_the_properties_say_what_it_is() -> None:
    made = Document(io.BytesIO(to_docx(DOCUMENT))).core_properties
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
