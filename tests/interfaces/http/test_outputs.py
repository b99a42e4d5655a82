"""Answers as JSON and CSV: no cell is a formula, and nothing of a cell is lost."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.interfaces.http.outputs import as_csv, as_json, cell
from mnna.present.csv import harmless


@pytest.mark.parametrize(
    "value",
    [
        {"a": [], "b": {}, "c": [[], [1]], "d": None, "e": True, "": {"x": {"y": (1, 2)}}},
        {"text": "\x00\x1f\x7f\u2028\"\\/é😀"},
        {"large": [1e15, 1e16, 1.5e300, 123456789012345678901], "plain": [0.1, 0.0001, -0.0, 100.0]},
        {"tiny": 1e-5}, {"tiny": 0.000015}, {"tiny": [1.5e-9]}, {"none": float("nan")},
        {"says": "article 1e-2, 0.0000"},
    ],
)  # fmt: skip
def test_json_is_what_the_command_prints(value: Any) -> None:
    assert as_json(value).decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    assert as_json(value, None).decode() == json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), (True, "yes"), (False, "no"), (1, "1"), (["a", None, True], "a; ; yes"), (("a",), "a"),
        ({"mde": 14, "of": ["a", "b"]}, "mde 14; of a; b"), ("a; b", "a; b"),
    ],
)  # fmt: skip
def test_a_value_as_one_cell(value: Any, written: str) -> None:
    assert cell(value) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"), ("@SUM(1)", "'@SUM(1)"), ("+1+1", "'+1+1"), ("-a", "'-a"), ("\ta", "'\ta"),
        ("  =1", "'  =1"), (" @a", "' @a"), ("-5", "-5"), ("+.5e-3", "+.5e-3"), ("-", "'-"), ("a=1", "a=1"),
        ("", ""), ("\r\n=1", "'\r\n=1"),
    ],
)  # fmt: skip
def test_a_formula_becomes_text_and_a_number_stays(text: str, written: str) -> None:
    assert harmless(text) == written


@given(st.text())
def test_no_cell_begins_a_formula_and_none_loses_a_letter(text: str) -> None:
    found = harmless(text)
    assert found.removeprefix("'") == text.removeprefix("'") or found == text
    assert found[:1] not in ("=", "@", "\t", "\r", "\n") and found.lstrip()[:1] not in ("=", "@")


def test_rows_of_different_names_share_one_head_line() -> None:
    found = list(csv.reader(io.StringIO(as_csv([{"a": 1}, {"=b": "=c", "a": None}]).decode())))
    assert found == [["a", "'=b"], ["1", ""], ["", "'=c"]]


def test_json_is_as_the_command_prints_it() -> None:
    assert as_json({"name": "Türkiye"}) == '{\n  "name": "Türkiye"\n}\n'.encode()
    assert json.loads(as_json({"a": [1]})) == {"a": [1]}
