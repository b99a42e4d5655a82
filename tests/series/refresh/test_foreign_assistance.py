"""US foreign assistance by country."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnna.series import indicator, panel
from mnna.series.refresh.foreign_assistance import CONSTANT, CURRENT, DISBURSED, parse
from tests.series.refresh.running import run

WORKBOOK, AID = "/foreign-trade/balance/country.xlsx", "/files.explorer.devtechlab.com/us_foreign_aid_country.csv"


@pytest.mark.parametrize("modern", [False, True])
def test_foreign_assistance(server: Any, answer: Any, shapes: Any, quick: Any, modern: bool) -> None:
    name = "us_aid_total_obligations_current_usd"
    names = (name, "us_aid_total_obligations_constant_usd", "us_aid_total_disbursements_current_usd")
    before = {one: dict(panel(one)) for one in names}
    server.routes[AID] = answer(shapes.foreign_assistance(modern), kind="text/csv")
    found = run(server, quick, name)
    assert set(found) == set(names) and found[name].status == "updated", found[name].reason
    assert {one: dict(panel(one)) for one in names} == before
    assert panel(name)["SDN", 2006] == 933061846  # 672,138 under Sudan, the rest under Sudan (former)
    assert indicator("us_aid_total_obligations_constant_usd").unit == "constant USD of fiscal year 2024"
    notes = " ".join(found[name].notes)
    assert "1976tq" in notes and "AFR" in notes and "2025" in notes


def test_foreign_assistance_wrong(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    good = shapes.foreign_assistance()
    for body, says in (
        (good.replace(b"Transaction Type Name", b"Kind"), "no column Transaction Type Name"),
        (good[: len(good) // 2].rstrip(b"0123456789\r\n").rsplit(b",", 1)[0], "cells for 6 columns"),
        (b"\xff\xfe" + good, "could not be read"),
        (good.replace(b"MEX,MEX,Obligations,2020,", b"MEX,MEX,Obligations,2020,x"), "is not a number"),
    ):
        server.routes[AID] = answer(body)
        found = run(server, quick, "foreign-assistance")["us_aid_total_obligations_current_usd"]
        assert found.status == "failed" and says in found.reason, found.reason


OLDER = """country_code,country_name,region_id,transaction_type_name,fiscal_year,current_amount,constant_amount
MEX,Mexico,6,Obligations,2018,100,110
MEX,Mexico,6,Obligations,2019,75,75
MEX,Mexico,6,Obligations,2020,50,49
MEX,Mexico,6,Obligations,2021,25,24
MEX,Mexico,6,Disbursements,2019,60,60
"""


def test_an_older_copy_is_read_up_to_its_own_complete_years(tmp_path: Path) -> None:
    file = tmp_path / "us_foreign_aid_country.csv"
    file.write_text(OLDER, encoding="utf-8")
    found = parse(file)
    assert found.panels[CURRENT] == {("MEX", 2018): 100, ("MEX", 2019): 75}
    assert found.panels[CONSTANT]["MEX", 2018] == 110 and found.panels[DISBURSED] == {("MEX", 2019): 60}
    assert any("2020" in note and "not yet complete" in note for note in found.notes)
