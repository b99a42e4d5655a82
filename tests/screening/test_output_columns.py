"""Each column that a screened file gains is declared once, described in the manual, and as the single case has it."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mnna.engine.notice import Notice, decide
from mnna.registry.load import Registry
from mnna.screening import output_columns, screen
from mnna.screening.answer_table import RULE, entry
from mnna.screening.output_columns import COLUMNS, COMPARED, EXPLAINED, OUTPUT, PART
from mnna.statutes import catalog

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "screening.md"


@pytest.fixture
def notice(registry: Registry) -> Notice:
    return decide(catalog.case_law("fms"), registry, "MEX", date(2024, 1, 2), {"total": Decimal(60_000_000)})


def test_every_column_is_described_in_the_manual() -> None:
    section = MANUAL.read_text(encoding="utf-8").split("## What comes back")[1].split("\n## ")[0]
    described = set(re.findall(r"`([a-z0-9_]+)`", section))
    for name in (*OUTPUT, *EXPLAINED):
        assert name in described, f"Describe the column `{name}` in docs/screening.md under “What comes back”."


def test_names_are_used_once_and_none_is_the_key_of_the_summary() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names) and RULE not in names


def test_a_column_is_either_of_every_file_or_of_explain_and_the_difference_is_in_every_file() -> None:
    assert {*OUTPUT, *EXPLAINED} == {column.name for column in COLUMNS} and not set(OUTPUT) & set(EXPLAINED)
    assert set(COMPARED) <= set(OUTPUT)


def test_a_file_has_the_columns_in_their_order(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("recipient,channel,total_usd,on\nMEX,fms,60000000,2024-01-02\n", encoding="utf-8")
    for explain, added in ((False, OUTPUT), (True, (*OUTPUT, *EXPLAINED))):
        screen(source, tmp_path / "out.csv", explain=explain)
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
            assert tuple(next(csv.reader(file))[4:]) == added


def test_an_answer_holds_what_the_notice_says(notice: Notice) -> None:
    found = entry(replace(notice, needs=("one", "another"), citations=("22 USC 2776(b)", "22 USC 2776(d)")))
    assert found.values["notify"] == notice.verdict == "yes" and found.values["threshold_usd"] == 50_000_000
    assert found.text("needs") == f"one{PART}another" and found.text("citation") == "22 USC 2776(b); 22 USC 2776(d)"
    assert found.text(RULE) == "22 USC 2776(b)" and found.text("stale") == ""
    assert found.texts() == tuple(map(found.text, ("because", "needs", "own_facts")))


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_a_column_holds_one_text_or_a_number_of_its_type(column: output_columns.OutputColumn, notice: Notice) -> None:
    for verdict, usd in ((notice.verdict, notice.usd), ("no", None)):
        value = column.of(replace(notice, verdict=verdict, usd=usd, review_days=None if usd is None else 30))
        kind = int if column.type else str
        said = (
            f"The column `{column.name}` gives {value!r}, which is no {kind.__name__}: join a list, or name its type."
        )
        assert value is None or type(value) is kind, said


def test_a_threshold_with_cents_is_refused(notice: Notice) -> None:
    with pytest.raises(ValueError, match=r"the threshold 0\.5 is not in whole dollars"):
        output_columns._dollars(replace(notice, usd=0.5))
