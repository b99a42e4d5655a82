"""The word `screen` in Python: its options, its stamp, and what it gives as JSON."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion, MnnaError
from mnna.registry.consequences import Assumption
from mnna.registry.load import load_registry
from mnna.screening.run import FIRST, Screening, _assumption, preview, roles, row, screen

TEXT = "recipient,channel,total_usd,on\nMEX,fms,60000000,2024-01-02\nMEX,fms,1,2024-01-02\nMEX,fms,x,2024-01-02\n"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("asked", "assumption"),
    [
        ("MEX:mnna:2027-01-01", Assumption("MEX", "mnna", date(2027, 1, 1), "designate")),
        ("Mexico:MNNA:1 January 2027", Assumption("MEX", "mnna", date(2027, 1, 1), "designate")),
        ("Mexico:mnna:2027-01-01:terminate", Assumption("MEX", "mnna", date(2027, 1, 1), "terminate")),
        (Assumption("COL", "mnna", date(2027, 1, 1), "terminate"),) * 2,
    ],
)
def test_an_assumption_is_read(asked: str | Assumption, assumption: Assumption) -> None:
    assert _assumption(asked, load_registry()) == assumption


@pytest.mark.parametrize("asked", ["MEX", "MEX:mnna", "MEX:mnna:2027-01-01:terminate:now"])
def test_an_assumption_of_another_form_is_refused(asked: str) -> None:
    with pytest.raises(BadQuestion) as raised:
        _assumption(asked, load_registry())
    assert raised.value.wrong == "it is not of the form COUNTRY:STATUS:DATE" and asked in raised.value.asked
    assert [Assumption("MEX", "mnna", date(2027, 1, 1), act) for act in ("designate", "terminate")] == [
        _assumption(near, load_registry()) for near in raised.value.near
    ]


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"dates": "ydm"}, "the order of days 'ydm': there is no such order"),
        ({"decimal": "dot"}, "the decimal sign 'dot': there is no such sign"),
        ({"engine": "spark", "out": "-"}, "Spark writes parts, not one stream"),
        ({"report": "report.docx"}, "report.docx"),
    ],
)
def test_an_option_that_is_none_is_refused_before_anything_is_read(
    tmp_path: Path, options: dict[str, Any], wrong: str
) -> None:
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    with pytest.raises(MnnaError, match=wrong):
        screen(tmp_path / "in.csv", **options)


def test_a_screening_counts_and_stamps(cases: Path) -> None:
    seen: list[tuple[str, float, int | None]] = []
    found = screen(cases, command="mnna screen", progress=lambda *told: seen.append(told))
    assert found.counts == found.answers == {"yes": 1, "no": 1, "unknown": 0, "error": 1} and found.rows == 3
    assert found.out is None and found.changed is None and not cases.with_name("answers.csv").exists()
    assert found.stamp["input"] == f"sha256:{sha256(TEXT.encode()).hexdigest()}"
    assert (found.stamp["engine"], found.stamp["command"]) == ("duckdb", "mnna screen")
    assert datetime.fromisoformat(found.stamp["time"]).utcoffset() is not None
    assert repr(found) == f"<Screening: {str(cases)[:200]}, 3 rows: 1 yes, 1 no, 0 unknown, 1 error>"


def test_what_an_assumption_changes_is_there_only_where_one_is_made(cases: Path) -> None:
    assert "changed" not in screen(cases).to_dict() and "changed" not in Screening.schema()["required"]
    found = screen(cases, assume=["MEX:nato:2020-01-01"]).to_dict()
    assert sum(found["changed"].values()) >= 1 and list(found)[1:4] == ["source", "out", "rows"]
    assert found["seconds"] == round(found["seconds"], 2)


def test_a_report_is_written_beside_the_answers(cases: Path) -> None:
    paper = cases.with_name("report.html")
    screen(cases, cases.with_name("answers.csv"), report=paper)
    assert "cases.csv" in paper.read_text(encoding="utf-8") and cases.with_name("answers.csv").exists()


def test_a_row_is_answered_as_the_single_case(cases: Path) -> None:
    found = row(cases, 1, map={"total": "total_usd"})
    assert (found.recipient.iso3, found.on, found.notice.verdict) == ("MEX", date(2024, 1, 2), "yes")


SHOWN = "Buyer,Type,Value ($M),note\nKenya,FMS,350,a\nJapan,DCS,12,\n" + "KEN,fms,1,x\n" * FIRST


def laid(folder: Path, text: str) -> Path:
    (folder / "in.csv").write_text(text, encoding="utf-8")
    return folder / "in.csv"


def test_each_column_has_its_role_unit_and_first_cells(tmp_path: Path) -> None:
    found = preview(laid(tmp_path, SHOWN))
    assert [(one.column, one.role, one.unit) for one in found.columns] == [
        ("Buyer", "recipient", None), ("Type", "channel", None), ("Value ($M)", "total_usd", "millions"),
        ("note", None, None),
    ]  # fmt: skip
    assert found.columns[0].cells == ("Kenya", "Japan", "KEN") and found.columns[3].cells == ("a", "", "x")
    assert found.problem is None and found.to_dict()["columns"][1]["role"] == "channel"


def test_what_cannot_be_told_is_the_problem_and_the_columns_are_shown(tmp_path: Path) -> None:
    found = preview(laid(tmp_path, "Buyer,Customer\nKenya,Japan\n"))
    assert found.problem is not None and "2 columns could be meant" in found.problem
    assert [one.role for one in found.columns] == [None, None]
    told = preview(laid(tmp_path, "Buyer,Customer\nKenya,Japan\n"), map={"recipient": "Buyer"})
    assert told.problem is None and told.columns[0].role == "recipient"


def test_uneven_rows_show_no_cells(tmp_path: Path) -> None:
    assert preview(laid(tmp_path, "recipient,channel\nKEN\n")).columns[0].cells == ()
    with pytest.raises(BadQuestion, match="it holds no headings"):
        preview(laid(tmp_path, "\n\n"))


def test_every_role_is_written_as_the_contract_writes_it() -> None:
    assert {"recipient", "channel", "mde_usd", "on", "lease_months"} <= roles().keys()
    assert roles()["mde_usd"] and not roles()["on"]
