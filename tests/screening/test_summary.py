"""The counts of a screening, from small tables of keys and answers."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from mnna.screening.join_tables import Local
from mnna.screening.output_columns import COMPARED, PART
from mnna.screening.summary import summarised

ROWS: list[tuple[int, str, str | None, int | None, str | None]] = [
    (1, "yes", "22 USC 2776(b)(1)", 0, None),
    (2, "unknown", "22 USC 2776(b)(1)", 1, f"the value{PART}the day"),
    (-5, "error", None, None, None),
    (-9, "unknown", None, None, "the day"),
]


@pytest.fixture
def engine() -> Any:
    local = Local(duckdb.connect())
    compared: dict[str, tuple[str, list[Any]]] = {
        name: ("VARCHAR", [None] * len(ROWS)) for name in COMPARED if name != "notify"
    }
    for world in (0, 1):
        said = [notify if world == 0 else "no" if notify == "yes" else notify for _, notify, *_ in ROWS]
        table: dict[str, tuple[str, list[Any]]] = {
            "key": ("BIGINT", [key for key, *_ in ROWS]),
            "notify": ("VARCHAR", said),
            "rule": ("VARCHAR", [rule for _, _, rule, _, _ in ROWS]),
            "country": ("INTEGER", [country for *_, country, _ in ROWS]),
            "parts": ("VARCHAR", [needs for *_, needs in ROWS]),
        }
        local.table(f"answers{world}_", table | compared)
    keys = [1, 2, -5, -9]
    local.table("seen_", {"key0": ("BIGINT", keys), "key1": ("BIGINT", keys), "n": ("BIGINT", [10, 3, 2, 1])})
    return local


def test_every_row_is_counted_once(engine: Local) -> None:
    found = summarised(engine, ("KEN", "MEX"), {-5: "no such country"}, assumed=False)
    assert found.rows == 16 and found.answers == {"yes": 10, "no": 0, "unknown": 4, "error": 2}
    assert found.rules == {
        "22 USC 2776(b)(1)": {"yes": 10, "no": 0, "unknown": 3},
        "no law looked up": {"yes": 0, "no": 0, "unknown": 1},
    }
    assert found.countries["KEN"]["yes"] == 10 and found.countries["not given"]["unknown"] == 1
    assert found.rejects == {"no such country": 2} and found.changed is None


def test_needs_are_counted_each_and_the_most_wanted_comes_first(engine: Local) -> None:
    found = summarised(engine, ("KEN", "MEX"), {-5: "x"}, assumed=False)
    assert list(found.needs.items()) == [("the day", 4), ("the value", 3)]


def test_an_assumption_counts_the_rows_it_changes(engine: Local) -> None:
    found = summarised(engine, ("KEN", "MEX"), {-5: "x"}, assumed=True)
    assert found.changed == {"notify: yes -> no": 10}
