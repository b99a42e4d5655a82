"""The law in plain English, committed: a change of law shows as a change of English, and as a change of decisions.

After a change that is meant, `MNNA_UPDATE_GOLDEN=1 pytest tests/statutes/test_golden.py` (or `make golden`) writes the
files anew; the difference is then read line by line before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.statutes.entries import IDS, entry
from tests.statutes.printed import printed

GOLDEN = Path(__file__).with_name("golden")
UPDATE = bool(os.environ.get("MNNA_UPDATE_GOLDEN"))


@pytest.mark.parametrize("id_", IDS)
def test_the_law_reads_and_decides_as_it_did(id_: str) -> None:
    file, text = GOLDEN / f"{id_}.txt", printed(entry(id_))
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"no golden file for {id_}; write it with MNNA_UPDATE_GOLDEN=1"
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(IDS)
