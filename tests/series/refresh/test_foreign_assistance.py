"""US foreign assistance by country."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.series import indicator, panel
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
