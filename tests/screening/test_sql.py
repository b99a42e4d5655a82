"""The statements of a screening: how days outside the grid are taken, and in which order faults count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from mnna.registry.load import load_registry
from mnna.screening.engines.choose import started_engine
from mnna.screening.pipeline import Work
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found
from mnna.screening.sql import RAGGED, Plan, _segment, fields_of_row, renamed


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    path = tmp_path_factory.mktemp("sql") / "in.csv"
    path.write_text('recipient,"a ""b""",channel,total_usd,on\nMEX,x,fms,5,2024-01-02\n', encoding="utf-8")
    with found(path, ReadOptions()) as files, started_engine("duckdb", files, None, 1, None) as engine:
        yield Work(engine, [load_registry()], ReadOptions(), False, None)


def with_cuts(plan: Plan, *cuts: date) -> Plan:
    from dataclasses import replace

    return replace(plan, cuts=cuts)


@pytest.mark.parametrize(
    ("day", "inside", "segment"),
    [("2019-12-31", None, 0), ("2022-01-02", None, 2), ("2020-05-05", 1, 1), ("2019-12-31", 0, 0), (None, None, None)],
)
def test_days_before_and_after_all_cuts_are_like_the_nearest(
    work: Work, day: str | None, inside: int | None, segment: int | None
) -> None:
    plan = with_cuts(work.plan, date(2020, 1, 1), date(2022, 1, 1))
    query = f"SELECT {_segment(plan)} FROM (SELECT $1::DATE AS v_on), (SELECT $2::INTEGER AS segment) days_"
    assert duckdb.execute(query, [day, inside]).fetchall() == [(segment,)]
    assert _segment(with_cuts(work.plan)) == "days_.segment"


def test_the_files_columns_are_known_by_number(work: Work) -> None:
    rows = duckdb.sql(renamed(work.plan, work.engine.relation)).fetchall()
    assert rows == [("MEX", "x", "fms", "5", "2024-01-02")]
    assert (
        work.plan.column("recipient") == "c0" and work.plan.column("total") == "c3" and work.plan.column("mde") is None
    )


def test_faults_are_numbered_downwards_with_the_days_first(work: Work) -> None:
    faults = work.plan.faults()
    assert [key for key, _ in faults] == [RAGGED - place for place in range(1, len(faults) + 1)]
    days = work.plan.days_wrong()
    assert days > 0 and all("c4" in fault.when for _, fault in faults[:days])
    from dataclasses import replace

    uneven = replace(work.plan, ragged='"x"').faults()
    assert [key for key, _ in uneven] == [RAGGED, *(key for key, _ in faults)]


def test_one_row_is_read_by_its_number(work: Work) -> None:
    query = fields_of_row(work.plan, "some_rows", 3)
    assert "(SELECT * FROM some_rows LIMIT 1 OFFSET 2) row_" in query and query.startswith("SELECT key0, r_, h_, ")
