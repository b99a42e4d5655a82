"""The first look at a file: its spellings, its rows, and whether commas are decimal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.registry.load import load_registry
from mnna.screening import inspect_file
from mnna.screening.columns import Told
from mnna.screening.days import DayForm
from mnna.screening.engines.choose import started_engine
from mnna.screening.inspect_file import Look, _query, look
from mnna.screening.pipeline import Manner, Work
from mnna.screening.run import row, screen
from mnna.screening.source import found
from mnna.screening.sql import Plan
from mnna.screening.text_files import Writing

HEAD = "recipient;channel;total_usd;on\n"


def answers(path: Path, amounts: Sequence[str], **options: Any) -> dict[str, int]:
    path.write_text(HEAD + "".join(f"MEX;fms;{one};2024-01-02\n" for one in amounts), encoding="utf-8")
    return dict(screen(path, **options).answers)


@pytest.mark.parametrize(
    ("amounts", "wrong"),
    [
        (["60000000,50"], "1 of 1 look like 1.234,50"),
        (["1.234,50", "1"], "1 of 2 look like 1.234,50"),
        (["1.234.567", "5"], "1 of 2 look like 1.234,50"),
        (["1,5", *["7"] * 9], "1 of 10 look like 1.234,50"),
        (["1,5", "1.234", *["7"] * 20], "1 of 22 look like 1.234,50"),
    ],
)
def test_a_comma_that_may_be_decimal_is_never_guessed(tmp_path: Path, amounts: list[str], wrong: str) -> None:
    with pytest.raises(BadQuestion) as raised:
        answers(tmp_path / "in.csv", amounts)
    assert raised.value.wrong.startswith(wrong) and raised.value.near == ("--decimal comma", "--decimal point")
    assert "'total_usd'" in raised.value.asked


@pytest.mark.parametrize(
    "amounts",
    [
        ["60,000,000"],
        ["60,000,000.50"],
        ["60000000.50"],
        ["1,5", *["7"] * 10],  # one in eleven is a slip, which its own row tells
        ["1,5", "2.5"],
        ["1.234"],
    ],
)
def test_commas_between_thousands_and_single_slips_are_let_pass(tmp_path: Path, amounts: list[str]) -> None:
    assert sum(answers(tmp_path / "in.csv", amounts).values()) == len(amounts)


def test_what_the_user_says_settles_it(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(HEAD + "MEX;fms;60.000.000,50;2024-01-02\n", encoding="utf-8")
    assert row(path, 1, decimal="comma").given["total"] == 60_000_000.5
    assert answers(path, ["60.000.000,50"], decimal="point")["error"] == 1


def looked(path: Path) -> Look:
    """What `look` finds in a file, which `Work` has looked over before."""
    with found(path, Writing(None, None, None)) as files, started_engine("duckdb", files, None, 1, None) as engine:
        work = Work(engine, [load_registry()], Manner(Told(), None, None, False), None)
        return look(engine.ask, work.plan, engine.relation, None, None)


def test_every_spelling_and_every_row_is_counted_once(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,on\nMEX,fms,7/3/2024\nMexico,fms,23/3/2024\nMEX,fms,\n,,\n", encoding="utf-8")
    seen = looked(path)
    assert (seen.rows, seen.recipients, seen.channels) == (4, frozenset({"MEX", "Mexico"}), frozenset({"fms"}))
    assert (seen.cells.form, seen.cells.comma) == (DayForm.DAY_FIRST, False)


def test_a_file_without_a_channel_has_no_spelling_of_one(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,total_usd\nMEX,1\nCOL,2\nMEX,3\n", encoding="utf-8")
    seen = looked(path)
    assert (seen.rows, seen.recipients, seen.channels) == (3, frozenset({"MEX", "COL"}), frozenset[str]())


def test_columns_that_hold_something_else_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel\n" + "".join(f"{n},fms\n" for n in range(4)), encoding="utf-8")
    monkeypatch.setattr(inspect_file, "MANY_PAIRS", 3)
    with pytest.raises(BadQuestion, match="there are more than 3 different pairs of them, so they are something else"):
        looked(path)
    monkeypatch.setattr(inspect_file, "MANY_PAIRS", 4)
    assert looked(path).rows == 4


@pytest.mark.parametrize(("first", "small"), [("99999", ("total",)), ("100000", ()), ("nan", ("total",))])
def test_one_large_amount_among_the_first_settles_that_a_column_is_not_of_thousands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, small: tuple[str, ...]
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"recipient,channel,total_usd\nMEX,fms,{first}\nMEX,fms,5\n", encoding="utf-8")
    asked: list[str] = []

    def kept(plan: Plan, relation: str, doubts: list[str]) -> str:
        asked.append(_query(plan, relation, doubts))
        return asked[-1]

    monkeypatch.setattr(inspect_file, "_query", kept)
    assert looked(path).small == small
    assert ("< 100000" in asked[-1]) == bool(small)
