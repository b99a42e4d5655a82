"""The small tables rows are joined with, as they lie in DuckDB."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from mnna.registry.load import Registry
from mnna.rules.nodes import Kind
from mnna.screening.answer_table import Dictionary, Entry
from mnna.screening.breakpoints import Axis, Residue, axes, patterns
from mnna.screening.columns import all_fields
from mnna.screening.grid import Grid, build
from mnna.screening.join_tables import Local, lay_answers, lay_days, lay_grid, lay_patterns, lay_spellings
from mnna.screening.output_columns import BETWEEN, PART
from mnna.statutes import catalog


@pytest.fixture
def local() -> Local:
    return Local(duckdb.connect())


@pytest.fixture(scope="module")
def grid(registry: Registry) -> Grid:
    return build(("FRA", "MEX"), [catalog.case_law("fms"), catalog.case_law("lease")], registry, False)


@pytest.fixture(scope="module")
def of_grid(grid: Grid) -> tuple[Axis, ...]:
    return axes(grid.residues, {name: field for name, (field, _) in all_fields().items()}, ["mde", "lease_months"])


def test_every_day_between_the_first_and_the_last_cut_has_its_segment(local: Local) -> None:
    lay_days(local, (date(2024, 3, 1), date(2024, 3, 3)))
    assert local.rows("SELECT * FROM days_ ORDER BY day") == [
        (date(2024, 2, 29), 0),
        (date(2024, 3, 1), 1),
        (date(2024, 3, 2), 1),
        (date(2024, 3, 3), 2),
    ]


def test_without_a_cut_there_is_no_day(local: Local) -> None:
    lay_days(local, ())
    assert local.rows("SELECT * FROM days_") == []


def test_every_cell_of_the_grid_belongs_to_one_stretch(local: Local, grid: Grid, of_grid: tuple[Axis, ...]) -> None:
    lay_grid(local, grid, of_grid, 1)
    cells = local.rows("SELECT cell, base, residue FROM grid1_ ORDER BY cell")
    stretches = local.rows("SELECT id, start, finish, residue, country FROM stretches1_ ORDER BY start")
    assert [cell for cell, _, _ in cells] == list(range(2 * 2 * grid.segments))
    assert len(stretches) == len(grid.stretches)
    for id_, start, finish, residue, country in stretches:
        assert {(base, of) for _, base, of in cells[start:finish]} == {(id_ * patterns(of_grid), residue)}
        assert (country, residue) == (grid.stretches[id_].country, grid.stretches[id_].residue)


TOTAL = Axis("total", Kind.MONEY, 2, 1, (), (Decimal(5), Decimal(7), Decimal(9)))
EXEMPT = Axis("exempt", Kind.TRUTH, 2, 4)
FULL = Residue("fms", None, {"total": (Decimal(5), Decimal(9)), "exempt": (False, True)})
SHORT = Residue("fms", None, {"total": (Decimal(7),)})


def test_every_residue_has_a_pattern_for_every_place(local: Local) -> None:
    lay_patterns(local, (FULL, SHORT), (TOTAL, EXEMPT), "patterns0_0_")
    found = [pattern for _, pattern in local.rows("SELECT id, pattern FROM patterns0_0_ ORDER BY id")]
    assert [id_ for (id_,) in local.rows("SELECT id FROM patterns0_0_")] == list(range(2 * 5 * 3))
    assert found[:5] == [0, 1, 1, 2, 3] and found[5:10] == [4, 5, 5, 6, 7]
    assert found[15:20] == [8, 8, 9, 9, 11] == found[20:25]  # whether it is exempt is not asked


def test_an_answer_lies_under_every_key_that_occurs(
    local: Local, grid: Grid, of_grid: tuple[Axis, ...], registry: Registry
) -> None:
    lay_grid(local, grid, of_grid, 0)
    many = patterns(of_grid)
    keys = [(number * many + pattern, number, pattern) for number in (0, len(grid.stretches) - 1) for pattern in (0, 1)]
    local.table("seen_", {"key0": ("BIGINT", [key for key, _, _ in keys] + [-7])})
    dictionary = Dictionary(grid, of_grid, registry)
    plain = {-7: Entry({"notify": "unknown", "needs": f"the day{PART}the channel"})}
    lay_answers(local, dictionary, 0, plain, shown=True)
    found = {key: rest for key, *rest in local.rows("SELECT key, country, notify, because, marked FROM answers0_")}
    assert found.keys() == {-7, *(key for key, _, _ in keys)}
    for key, number, pattern in keys:
        stretch = grid.stretches[number]
        own = dictionary.decided(stretch, pattern)
        assert found[key][:3] == [stretch.country, own.text("notify"), own.text("because")]
    assert local.rows("SELECT country, notify, marked, needs, parts FROM answers0_ WHERE key = -7") == [
        (None, "unknown", False, f"the day{BETWEEN}the channel", f"the day{PART}the channel")
    ]


def test_spellings_lie_beside_their_numbers(local: Local) -> None:
    lay_spellings(local, "names_", iter([("Mexico", 4), ("MEX", 4), ("it's", -1)]))
    assert local.rows("SELECT * FROM names_") == [("Mexico", 4), ("MEX", 4), ("it's", -1)]


def test_a_table_from_lists_keeps_order_types_and_nulls(local: Local) -> None:
    local.table("a_", {"id": ("INTEGER", [2, 1]), "group": ("VARCHAR", [None, "it's"])})
    assert local.rows("SELECT * FROM a_") == [(2, None), (1, "it's")]
    assert local.types("a_") == {"id": "INTEGER", "group": "VARCHAR"}
    local.table("a_", {"id": ("INTEGER", [])})
    assert local.rows("SELECT * FROM a_") == []


def test_a_query_is_kept_and_replaced(local: Local) -> None:
    local.keep("b_", "SELECT 1 AS n")
    local.keep("b_", "SELECT 2 AS n")
    assert local.rows("SELECT n FROM b_") == [(2,)]


def test_few_texts_become_numbers_with_names(local: Local) -> None:
    local.keep_few("c_", "SELECT * FROM (VALUES ('yes', 1), ('no', 2), (NULL, 3)) t(notify, n)", ["notify"])
    assert local.types("c_")["notify"] == "ENUM('no', 'yes')" and local.types("c_")["n"] == "INTEGER"
    assert sorted(local.rows("SELECT notify, n FROM c_"), key=lambda row: row[1]) == [("yes", 1), ("no", 2), (None, 3)]
    with pytest.raises(duckdb.CatalogException):
        local.rows("SELECT * FROM c_plain_")


def test_a_file_and_a_folder_of_parts_are_read_in_order(local: Local, tmp_path: Path) -> None:
    for name, numbers in (("b", (3, 4)), ("a", (1, 2))):
        rows = ", ".join(f"({number})" for number in numbers)
        local.connection.execute(f"COPY (SELECT * FROM (VALUES {rows}) t(n)) TO '{tmp_path / name}.parquet'")
    (tmp_path / "_SUCCESS").touch()
    for path, expected in ((tmp_path, [1, 2, 3, 4]), (tmp_path / "b.parquet", [3, 4])):
        names, rows_ = local.read(path)
        assert (names, [n for (n,) in rows_]) == (["n"], expected)
