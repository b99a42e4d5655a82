"""The figures of the law: each with its paragraph and its Act, which the answer cites; wrong rows are told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from mnna.answers.law import law
from mnna.engine.notice import decide
from mnna.errors import BadFacts, RuleError
from mnna.registry.load import Registry
from mnna.statutes import parameters
from mnna.statutes.catalog import case_law
from mnna.statutes.citations import parse
from mnna.statutes.parameters import COLUMNS, param, read, rows, tables


def test_every_value_names_the_act_that_set_it() -> None:
    without = set()
    for row in (row for found in rows().values() for row in found):
        assert not row.act or parse(row.act), row.where
        if not row.act and not row.citation.startswith("P.L. "):
            without.add((row.id, row.since))
    assert without == set(), "Name the Act in the column `act`."


def test_an_answer_cites_the_act_behind_the_figure_that_decided(registry: Registry) -> None:
    fields = {"mde": param("36b-mde").history[-1].value, "total": param("36b-total").history[-1].value}
    found = decide(case_law("fms"), registry, "COL", date(2023, 5, 1), fields)
    assert found.citations[-1] == "P.L. 97-113 s. 101(c)"
    assert "22 USC 2776(b)(1), the recipient" not in found.because and "P.L. 97-113" not in found.because


def test_the_law_tells_the_act_and_is_found_by_it() -> None:
    history = {one["id"]: one["history"] for one in law("fms").entries[0]["provisions"][-1]["parameters"]}
    line = next((line for line in history["36b-mde"] if " from 29 December 1981 " in line), "")
    assert line, "36b-mde has no row from 29 December 1981: is its id or its day misspelled?"
    assert line.startswith("$14,000,000 ") and line.endswith(" [22 USC 2776(b)(1); P.L. 97-113 s. 101(c)]")
    assert "notify-fms" in [entry["id"] for entry in law("P.L. 97-113").entries]


def test_no_figure_is_missing_for_a_few_days() -> None:
    """Only caps that a law sets for single years stop for longer, by a year or more."""
    for id_, found in parameters.parameters().items():
        for one, after in pairwise(found.history):
            says = f"{id_} has no value from {one.until} to {after.since}, or two: `until` is the first day without it."
            assert one.until is not None, says
            assert one.until == after.since or after.since - one.until > timedelta(days=300), says


def test_an_unknown_figure_is_told_with_the_nearest() -> None:
    with pytest.raises(RuleError, match=r"'36b-mdee': no table has one of that id\. Did you mean 36b-mde"):
        param("36b-mdee")


LINE = "p,money,the cap,5,2020-01-01,,22 USC 2776,P.L. 97-113,usc,high,2026-11-23,"
ROW = dict(zip(COLUMNS, LINE.split(","), strict=True))


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("kind", "cash", "'cash' is not a valid Kind"),
        ("value", "5 million", "'5 million' is no number"),
        ("since", "1 January", "'1 January' is no day; write it as 2025-06-01"),
        ("confidence", "sure", "the confidence 'sure' is none of high, medium and low"),
        ("until", "2020-01-01", "it ends on 2020-01-01, not after the day on which it begins, 2020-01-01"),
    ],
)
def test_a_wrong_cell_is_told_with_file_and_line(column: str, cell: str, said: str, tmp_path: Path) -> None:
    path = table(tmp_path, ",".join((ROW | {column: cell}).values()))
    with pytest.raises(BadFacts) as told:
        parameters._param("p", read(path))
    assert str(told.value).startswith("one.parameters.csv line 2: ") and said in str(told.value)


def test_a_wrong_header_or_a_short_row_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="line 2: 2 cells for 12 columns"):
        read(table(tmp_path, "p,money"))
    path = table(tmp_path, "")
    path.write_text("id,value\n", encoding="utf-8")
    with pytest.raises(BadFacts, match="line 1: the columns are id, value"):
        read(path)


def table(folder: Path, row: str) -> Path:
    path = folder / "one.parameters.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    return path


def test_every_table_is_read_whole() -> None:
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in tables())
    assert lines == sum(map(len, rows().values()))


def test_a_value_keeps_where_it_was_read_and_when(tmp_path: Path) -> None:
    (dated,) = parameters._param("p", read(table(tmp_path, LINE))).history
    assert (dated.source, dated.confidence, dated.checked_on) == ("usc", "high", date(2026, 11, 23))
    assert dated.since == date(2020, 1, 1) and dated.until is None and dated.act == "P.L. 97-113"
    unread = parameters._param("p", read(table(tmp_path, ",".join((ROW | {"checked_on": ""}).values()))))
    assert unread.history[0].checked_on is None
