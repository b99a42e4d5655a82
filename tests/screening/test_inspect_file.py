"""The first look at a file: its spellings, its rows, and whether commas are decimal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.registry.load import load_registry
from mnna.screening import Screening, inspect_file
from mnna.screening.days import DayForm
from mnna.screening.engines.choose import started_engine
from mnna.screening.inspect_file import Look, _query, look
from mnna.screening.pipeline import Work
from mnna.screening.read_options import ReadOptions
from mnna.screening.run import row, screen
from mnna.screening.source import found
from mnna.screening.sql import Plan

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
    with found(path, ReadOptions()) as files, started_engine("duckdb", files, None, 1, None) as engine:
        work = Work(engine, [load_registry()], ReadOptions(), False, None)
        return look(engine.ask, work.plan, engine.relation, ReadOptions())


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


HEAD_OF_WARNINGS = "recipient,channel,{},on\n"


def screened(folder: Path, heading: str, *amounts: str, **how: dict[str, str]) -> Screening:
    path = folder / "in.csv"
    rows = "".join(f'KEN,fms,"{one}",2024-06-01\n' for one in amounts)
    path.write_text(HEAD_OF_WARNINGS.format(heading) + rows, encoding="utf-8")
    return screen(path, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "amounts", "warned"),
    [
        ("total_usd", ["1200", "350"], True),
        ("total_usd", ["1,200", "$350.5", "NA"], True),
        ("total_usd", ["1200", "350", "TBD", "#DIV/0!"], True),
        ("total_usd", ["1200", "350 (est.)", "1 200"], True),
        ("total_usd", ["1200", "60000000"], False),
        ("total_usd", ["1200", "TBD", "60 000 000"], False),
        ("total_usd", ["TBD", "#DIV/0!"], False),
        ("total_usd", ["$350M"], False),
        ("total_usd", ["$350M", "60"], True),
        ("total_usd", ["0", ""], False),
        ("total_usd", ["", "NA"], False),
    ],
)
def test_amounts_that_look_like_millions(tmp_path: Path, heading: str, amounts: list[str], warned: bool) -> None:
    found = screened(tmp_path, heading, *amounts).warnings
    assert any("thousands or millions (--unit total_usd=millions" in one for one in found) is warned


def test_the_unit_of_a_heading_is_read_said_and_undone(tmp_path: Path) -> None:
    read = screened(tmp_path, "Total value ($M)", "1200", "$350M")
    assert read.counts["yes"] == 2 and not read.warnings
    assert any("is in millions, as its heading says (--unit total_usd=dollars" in one for one in read.said)
    undone = screened(tmp_path, "Total value ($M)", "1200", unit={"total_usd": "dollars"})
    assert undone.counts["no"] + undone.counts["unknown"] == 1 and not undone.warnings
    by_column = screened(tmp_path, "value", "1200", unit={"value": "millions"})
    assert by_column.counts["yes"] == 1


def test_dollars_under_a_heading_of_millions_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match=r"in millions, 1 of them would be a trillion dollars or more.*=dollars"):
        screened(tmp_path, "value_m", "60000000")
    with pytest.raises(BadQuestion, match="the file has no such column of money"):
        screened(tmp_path, "total_usd", "1", unit={"mde": "millions"})


def test_no_money_and_no_answer_are_said_first(tmp_path: Path) -> None:
    found = screened(tmp_path, "note", "x")
    assert found.warnings == ("no column of money was found", "no row could be answered")


@pytest.mark.parametrize("mark", ["-", "\u2013", "\u2014", "NaT", "<NA>", "N/A"])
def test_marks_of_what_is_missing_are_unknown_and_no_errors(tmp_path: Path, mark: str) -> None:
    assert screened(tmp_path, "total_usd", mark).counts["unknown"] == 1


def test_estimates_and_rows_without_recipient_are_counted(tmp_path: Path) -> None:
    assert "1 amount is marked as an estimate" in screened(tmp_path, "total_usd", "$350M (est.)", "5").said
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,total_usd,on\nKEN,fms,1,2024-06-01\n,fms,1,2024-06-01\n", encoding="utf-8")
    assert any(one.startswith("1 row has no recipient") for one in screen(path).said)


def test_a_unit_above_the_headings_counts_for_amounts_without_one(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    table = "Aid by country,,\n(Dollars in thousands),,\nCountry,Total value,Date\nKenya,60000,2024-06-01\n"
    path.write_text(table, encoding="utf-8")
    found = screen(path, set={"channel": "fms"})
    assert found.counts["yes"] == 1 and any("in thousands, as a line above the headings" in one for one in found.said)
    assert screen(path, set={"channel": "fms"}, unit={"total_usd": "dollars"}).counts["yes"] == 0
    path.write_text(table.replace("Aid by country", "($ in millions)"), encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"more than one.*unit total_usd=millions or unit total_usd=thousands"):
        screen(path, set={"channel": "fms"})


def test_amounts_that_a_line_gives_in_another_currency_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("All values in euros\nrecipient,channel,total value,on\nKEN,fms,60000000,2024-06-01\n", "utf-8")
    with pytest.raises(BadQuestion, match=r"gives them in another currency.*unit total_usd=dollars"):
        screen(path)
    assert screen(path, unit={"total_usd": "dollars"}).counts["yes"] == 1


def test_files_that_differ_in_what_stands_above_the_headings_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("($ in millions),\nrecipient,total_usd\nKEN,60\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("recipient,total_usd\nKEN,60\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match="dollars or unit total_usd=millions"):
        screen(tmp_path)


def test_another_column_that_holds_the_countries_is_named(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(
        "recipient_name,place,action_date,channel,award_value\nACME INC,KENYA,2021-03-15,fms,5\n", encoding="utf-8"
    )
    found = screen(path)
    assert any("“place” are (--map recipient='place')" in one for one in found.warnings)
    assert any("“award_value” may be it: --map total_usd='award_value'" in one for one in found.said)
    path.write_text("name,v\nKenya,5\nJapan,6\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"none is read as recipient.*Did you mean map recipient='name'"):
        screen(path)
