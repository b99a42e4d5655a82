"""Armed conflicts by UCDP."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mnna.series import figure, panel
from tests.series.refresh.running import run

VDEM, UCDP = "/media/datasets/V-Dem-CY-Core-v{}_csv.zip", "/downloads/ucdpprio/ucdp-prio-acd-{}-csv.zip"


def test_ucdp_zip(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    from datetime import date

    before = dict(panel("civil_conflict_intensity"))
    server.routes[UCDP.format(f"{date.today().year % 100}1")] = answer(shapes.ucdp())
    found = run(server, quick, "civil_conflict_intensity")["civil_conflict_intensity"]
    assert found.status == "updated", found.reason
    assert dict(panel("civil_conflict_intensity")) == before
    assert figure("civil_conflict_intensity", "MEX", 2024).state == "zero"
    notes = " ".join(found.notes)
    assert "not within a state: type 2" in notes and "state number 817" in notes


def test_ucdp_api_with_a_token(
    server: Any, answer: Any, shapes: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    monkeypatch.setenv("MNNA_UCDP_TOKEN", "t0ken")
    rows = shapes.ucdp_rows()

    def route(query: dict[str, list[str]], headers: dict[str, str]) -> Any:
        if headers.get("x-ucdp-access-token") != "t0ken":
            return answer(b"", 401)
        page = int(query["page"][0])
        body = {"TotalCount": len(rows), "TotalPages": 2, "PreviousPageUrl": "", "NextPageUrl": "",
                "Result": rows[page * 1000:(page + 1) * 1000]}  # fmt: skip
        return answer(json.dumps(body).encode())

    before = dict(panel("civil_conflict_intensity"))
    server.routes[f"/api/ucdpprioconflict/{date.today().year % 100 - 1}.1"] = route
    found = run(server, quick, "ucdp")["civil_conflict_intensity"]
    assert found.status == "updated", found.reason
    assert dict(panel("civil_conflict_intensity")) == before
    server.routes[f"/api/ucdpprioconflict/{date.today().year % 100}.1"] = answer(b'{"Result": []}')
    assert "no Result and TotalPages" in run(server, quick, "ucdp")["civil_conflict_intensity"].reason
