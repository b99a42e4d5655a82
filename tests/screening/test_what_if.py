"""A file before and after an assumption: only rows on or after its day may differ, and the difference is said."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from mnna.errors import BadQuestion, UnknownWord
from mnna.registry.consequences import Assumption
from mnna.registry.load import Registry
from mnna.screening import screen
from tests.screening.cases import COUNTRIES, SHORT, expected

TURN = date(2010, 1, 1)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each country by two channels, around and far from the day of the assumption."""
    path = tmp_path_factory.mktemp("cases") / "in.csv"
    days = [date(1979, 1, 1), TURN - timedelta(days=1), TURN, date(2016, 3, 1), date(2019, 2, 18), date(2026, 6, 1)]
    lines = [f"{c},{h},20000000,60000000,{d}" for c in COUNTRIES for h in ("fms", "dcs") for d in days]
    path.write_text("recipient,channel,mde_usd,total_usd,on\n" + "\n".join(lines) + "\n")
    return path


def rows(path: Path) -> list[dict[str, object]]:
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def given(row: dict[str, object]) -> dict[str, object]:
    return {
        "recipient": row["recipient"],
        "channel": row["channel"],
        "on": row["on"],
        "mde": row["mde_usd"],
        "total": row["total_usd"],
    }


def test_both_worlds_as_the_single_case(cases: Path, tmp_path: Path, registry: Registry) -> None:
    asked = [
        Assumption("MEX", "nato", TURN, "designate"),
        Assumption("JPN", "nato-plus-36b-thresholds", TURN, "terminate"),
    ]
    found = screen(cases, tmp_path / "out.parquet", assume=asked)
    after = registry.assume(*asked)
    changed = 0
    for row in rows(tmp_path / "out.parquet"):
        before_, after_ = expected(registry, given(row)), expected(after, given(row))
        assert {n: row[n] for n in SHORT} == {n: before_[n] for n in SHORT}
        assert {n: row[f"{n}_assumed"] for n in SHORT} == {n: after_[n] for n in SHORT}
        changed += row["difference"] is not None
        if str(row["on"]) < TURN.isoformat() or row["recipient"] not in ("MEX", "JPN"):
            assert row["difference"] is None
    assert changed == sum((found.summary.changed or {}).values()) > 0


def test_the_difference_is_said(cases: Path, tmp_path: Path) -> None:
    screen(cases, tmp_path / "out.parquet", assume=["MEX:nato:2010-01-01"])
    said = {row["difference"] for row in rows(tmp_path / "out.parquet")} - {None}
    wanted = (
        "notify: yes -> no; threshold_measure: mde -> none; threshold_usd: 14000000 -> none; review_days: 30 -> none"
    )
    assert f"{wanted}; group: general -> nato" in said


def test_designation_as_a_major_ally_changes_no_notification(cases: Path) -> None:
    assert screen(cases, assume=["MEX:mnna:2010-01-01"]).summary.changed == {}


def test_without_assumption_nothing_is_added(cases: Path, tmp_path: Path) -> None:
    screen(cases, tmp_path / "out.parquet", assume=[])
    assert not any(name.endswith("_assumed") or name == "difference" for name in rows(tmp_path / "out.parquet")[0])


@pytest.mark.parametrize(
    ("asked", "error"),
    [("MEX:mnna", BadQuestion), ("MEX:nato+:2020-01-01", UnknownWord), ("MEX:mnna:2020-01-01:abolish", BadQuestion)],
)
def test_assumptions_that_are_refused(cases: Path, asked: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        screen(cases, assume=[asked])
