"""Corrections of our own tables are a table, and the document says what the table says."""

from __future__ import annotations

import os

from mnna.registry.corrections import corrections
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import Correction
from mnna.statutes import catalog
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs" / "corrections.md"
HEAD = "| what was wrong | versions | mended in | the right answer, and its source |\n|---|---|---|---|\n"


def line(row: Correction) -> str:
    return f"| {row.what} | {row.versions} | {row.mended_in} | {row.right} |\n"


def test_the_document_says_what_the_table_says() -> None:
    before, head, _ = DOCUMENT.read_text(encoding="utf-8").partition(HEAD)
    written = before + head + "".join(map(line, corrections()))
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        DOCUMENT.write_text(written, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == written


def test_what_a_row_names_is_there() -> None:
    known = {*load_registry().kinds, *catalog.AUTHORITIES, *(f"notify-{channel}" for channel in catalog.CHANNELS), ""}
    for row in corrections():
        assert row.about in known and (not row.country or row.country in countries()), row
        assert set(row.source) <= load_registry().sources.keys(), row
