"""How columns would be read, before anything is screened; a file that cannot be screened so is shown all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening.preview import FIRST, preview, roles

TEXT = "Buyer,Type,Value ($M),note\nKenya,FMS,350,a\nJapan,DCS,12,\n" + "KEN,fms,1,x\n" * FIRST


def written(folder: Path, text: str) -> Path:
    (folder / "in.csv").write_text(text, encoding="utf-8")
    return folder / "in.csv"


def test_each_column_has_its_role_unit_and_first_cells(tmp_path: Path) -> None:
    found = preview(written(tmp_path, TEXT))
    assert [(one.column, one.role, one.unit) for one in found.columns] == [
        ("Buyer", "recipient", None), ("Type", "channel", None), ("Value ($M)", "total_usd", "millions"),
        ("note", None, None),
    ]  # fmt: skip
    assert found.columns[0].cells == ("Kenya", "Japan", "KEN") and found.columns[3].cells == ("a", "", "x")
    assert found.problem is None and found.to_dict()["columns"][1]["role"] == "channel"


def test_what_cannot_be_told_is_the_problem_and_the_columns_are_shown(tmp_path: Path) -> None:
    found = preview(written(tmp_path, "Buyer,Customer\nKenya,Japan\n"))
    assert found.problem is not None and "2 columns could be meant" in found.problem
    assert [one.role for one in found.columns] == [None, None]
    told = preview(written(tmp_path, "Buyer,Customer\nKenya,Japan\n"), map={"recipient": "Buyer"})
    assert told.problem is None and told.columns[0].role == "recipient"


def test_uneven_rows_show_no_cells(tmp_path: Path) -> None:
    assert preview(written(tmp_path, "recipient,channel\nKEN\n")).columns[0].cells == ()
    with pytest.raises(BadQuestion, match="it holds no headings"):
        preview(written(tmp_path, "\n\n"))


def test_every_role_is_written_as_the_contract_writes_it() -> None:
    assert {"recipient", "channel", "mde_usd", "on", "lease_months"} <= roles().keys()
    assert roles()["mde_usd"] and not roles()["on"]
