"""`screen` as people read it: the summary, one row, and the report; the page is asked in `test_uploads`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mnna.interfaces import catalog
from mnna.present.document import as_json
from mnna.screening import Screening, screen
from mnna.screening.report import MOST, in_short, report
from tests.conftest import ROOT
from tests.interfaces.checks import readable
from tests.terminal import Ran, document, refused, run, said

CASES = str(ROOT / "docs" / "examples" / "cases.csv")
ASSUMED = ("--assume", "KEN:nato-plus-36b-thresholds:2024-06-01")


def summary(*words: str) -> str:
    """The text on standard error, folded onto one line."""
    ran = run("screen", CASES, *words)
    readable(Ran(ran.code, ran.err, ran.out))
    return " ".join(ran.err.split())


def test_the_summary_says_the_answer_first_and_counts_every_row() -> None:
    told = summary()
    assert told.startswith("2 of 5 must be notified, 1 unknown, 1 could not be read")
    assert "Notify: 2 - " not in told and "Notify: 2 No notice: 1 Not known: 1 Could not be read: 1" in told
    assert "Kenya: 1 notify, 1 not known" in told and "1 row: the value of the major defense equipment" in told
    assert "input sha256:" in told


def test_what_an_assumption_changes_is_said_in_words() -> None:
    told = summary(*ASSUMED)
    assert "Kenya holds “NATO-plus: higher dollar thresholds” from 1 June 2024 on" in told
    assert "Notice: notify, then not known" in told and "Threshold: $50 million, then none" in told
    assert "No row changes." in summary("--assume", "MEX:mnna:2020-01-01")


def test_the_json_is_of_the_schema_and_has_changes_only_where_something_is_assumed() -> None:
    schema = Screening.schema()
    for words, there in (((), False), (ASSUMED, True)):
        told = document("screen", CASES, *words)
        jsonschema.validate(told, schema)
        assert ("changed" in told) == there
    assert len(repr(screen(CASES))) < 1000


def test_one_row_is_shown_with_its_tree() -> None:
    told = said("screen", CASES, "--row", "2")
    assert told.startswith("Row 2: no notice") and "Foreign military sale: United Kingdom (GBR), 1 May 2024" in told
    assert "Major defense equipment: $14.63 million" in told and "Why, step by step" in told
    assert document("screen", CASES, "--row", "2")["recipient"] == "GBR"
    assert "the file has rows 1 to 5" in refused("screen", CASES, "--row", "6")


def test_a_column_is_named_as_role_and_column() -> None:
    assert "it is not of the form ROLE=COLUMN" in refused("screen", CASES, "--map", "recipient")
    assert "both would go to standard output" in refused("screen", CASES, "-o", "-", "--json")


def test_the_report_is_one_page_that_loads_nothing_and_holds_every_count(tmp_path: Path) -> None:
    page, data = tmp_path / "report.html", tmp_path / "report.json"
    found = screen(CASES, report=page, assume=["KEN:nato-plus-36b-thresholds:2024-06-01"])
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>") and "<script" not in text and "<link" not in text
    assert "<h1>2 of 5 must be notified" in text and "United Kingdom" in text and "Audit stamp" in text
    assert found.stamp["input"] in text and "Afganistan" in text
    told = screen(CASES, report=data)
    assert json.loads(data.read_text(encoding="utf-8")) == json.loads(json.dumps(told.to_dict()))


def test_a_terminal_shows_the_first_of_many_and_the_report_all() -> None:
    many = {f"fact {number}": 1 for number in range(MOST + 3)}
    told = screen(CASES).to_dict() | {"needs": many}
    short, whole = in_short(told).section("needs").blocks[0], report(told).section("needs").blocks[0]
    assert len(as_json(short)["items"]) == MOST + 1 and len(as_json(whole)["rows"]) == MOST + 3
    assert as_json(short)["items"][-1]["text"] == "and 3 more, which a report has (--report)"


@pytest.mark.parametrize("name", ["dates", "decimal", "engine"])
def test_an_option_with_choices_offers_them(name: str) -> None:
    option = next(param for param in catalog.load("screen").params if param.name == name)
    assert option.choices is not None
    assert all(value in run("screen", "--help").out for value, _ in option.choices())
