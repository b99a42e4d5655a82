"""JSON as cases: lists of records and JSON Lines, with numbers to the last digit."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening import row, screen
from mnna.screening.records import is_json

RECORD = '{"recipient": "KEN", "channel": "fms", "total_usd": 60000000.10, "on": "2024-06-01"}'
OTHER = '{"recipient": "JPN", "channel": null, "tags": ["a", 1, 2.5], "ok": true}'


def written(folder: Path, text: str, name: str = "cases.json") -> Path:
    (folder / name).write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return folder / name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"[{RECORD}, {OTHER}]", "cases.json"),
        (f" \n[\n {RECORD}, {OTHER}]", "cases"),
        (f"{RECORD}\n\n{OTHER}\n", "cases.jsonl"),
        (f"\ufeff{RECORD}\r\n{OTHER}", "cases.ndjson"),
        (f"{RECORD}\n{OTHER}\n", "cases.jsonl.gz"),
        (f'{{"made": "2024",\n "rows": [{RECORD}, {OTHER}], "empty": []}}', "cases.json"),
    ],
)
def test_every_shape_of_records_is_read(tmp_path: Path, text: str, name: str) -> None:
    path = written(tmp_path, text, name)
    found = screen(path, tmp_path / "out.csv")
    assert found.counts == {"yes": 1, "no": 0, "unknown": 1, "error": 0}
    assert str(row(path, 1).given["total"]) == "60000000.10"
    out = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert "60000000.10" in out and '"[""a"", 1, 2.5]"' in out and "true" in out


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[1, 2]", "its entry 1 is no record"),
        ("[]", "it holds no record"),
        ('{"a": 1,\n "b": 2}', "it holds no list of records"),
        (f'{{"a":\n [{RECORD}], "b": [{RECORD}]}}', r"it holds 2 lists of records.*a or b"),
        ('[{"a": 1]', "it is not valid JSON"),
        (f"{RECORD}\n{{broken\n", "it is not valid JSON"),
        ("[" * 100_000, "it is not valid JSON"),
        ('{"recipient": {"0": "KEN"}, "channel": {"0": "fms"}}', r"entry 1 holds whole columns.*orient='records'"),
        ('{"recipient": ["KEN", "JPN"]}', "entry 1 holds whole columns"),
        ('[{"recipient": "COL", "recipient": "MEX", "channel": "fms"}]', "it has 'recipient' twice"),
        ('{"recipient": "COL", "total": 1, "total": 2}\n', "it has 'total' twice"),
    ],
)
def test_json_of_another_shape_is_refused(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        screen(written(tmp_path, text))


def test_text_is_no_json(tmp_path: Path) -> None:
    assert not is_json(written(tmp_path, "recipient,channel\n", "cases.csv"))
    assert not is_json(written(tmp_path, "[recipient],channel\n", "cases.csv"))


def test_a_number_without_end_is_an_error_row_and_half_a_letter_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text('[{"recipient": "KEN", "total_usd": %s}]' % ("9" * 5_000), encoding="utf-8")
    assert screen(path).counts["error"] == 1
    path.write_text('[{"recipient": "\\ud800"}]', encoding="utf-8")
    with pytest.raises(BadQuestion, match="half a letter"):
        screen(path)
