"""Every answer as CSV, Markdown, HTML, PDF and workbook, and no cell that a spreadsheet would run.

`test_every_word` asks for the JSON, whose answers of the models take the longest.
"""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from mnna.interfaces.http.declared import pages
from mnna.interfaces.http.outputs import KINDS, as_csv
from mnna.present.csv import harmless
from tests.interfaces.http.samples import SAMPLES, form_of

EVERY = [(page.address, form) for page in pages() for form in page.forms if form != "json"]
STARTS = {
    "atom": b"<?xml",
    "ics": b"BEGIN:VCALENDAR",
    "csv": b"",
    "docx": b"PK",
    "xlsx": b"PK",
    "md": b"# ",
    "pdf": b"%PDF",
    "html": b"<!",
}


@pytest.mark.parametrize(("address", "form"), EVERY)
def test_every_form_of_every_answer(client: TestClient, address: str, form: str) -> None:
    answer = client.get(form_of(SAMPLES[address], form))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == KINDS[form]
    assert answer.content.lstrip().startswith(STARTS[form]) and len(answer.content) > 30
    assert answer.content == client.get(form_of(SAMPLES[address], form)).content


@pytest.mark.parametrize("address", [page.address for page in pages() if "csv" in page.forms])
def test_csv_has_a_head_and_lines_of_one_length(client: TestClient, address: str) -> None:
    lines = list(csv.reader(io.StringIO(client.get(form_of(SAMPLES[address], "csv")).text)))
    assert len(lines) > 1 and {len(line) for line in lines} == {len(lines[0])}


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "\n@x"])
def test_formulas_are_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.2", "-0.5e6", "12", "Colombia", "a=b", ""])
def test_numbers_and_words_stay(text: str) -> None:
    assert harmless(text) == text


@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    cell = next(csv.reader(io.StringIO(as_csv([{"a": text}]).decode().split("\n", 1)[1], newline="")), [""])
    shown = cell[0] if cell else ""
    assert shown[:1] not in set("=@\t\r") and (shown[:1] not in set("+-") or float(shown) is not None)
