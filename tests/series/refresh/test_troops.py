"""Troops by country, from the reports of the Defense Manpower Data Center: well served, badly, and with a grudge."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mnna.series import indicator, panel
from tests.series.refresh.running import run

PAGE, FILE, TROOPS = "/dwp/api/page", "/dwp/api/downloadZ", "us_troops_active_duty"
ODD = {
    "KOREA, SOUTH": 23000,
    "GERMANY": 30000,
    "GERMANY, FEDERAL REPUBLIC OF": 6000,
    "MONTENEGRO (2006 - 2008)": 3,
    "ZIMBABWE": 8,
    "GUAM": 7000,
    "ZZ-UNKNOWN": 100,
    "IRAQ *": "*",
    "SYRIA": "N/A",
    "YEMEN": None,
}


def name(month: str) -> str:
    return f"DMDC_Website_Location_Report_{month}.xlsx"


def counts(year: int) -> dict[str, object]:
    """The counts held, under their codes; Germany, Korea, Montenegro and Zimbabwe under names of the report's own."""
    odd = ("DEU", "KOR", "MNE", "ZWE", "IRQ", "SYR", "YEM", "GUM", "PRI", "VIR", "ASM", "MNP")
    held: dict[str, object] = {code: int(value) for (code, of), value in panel(TROOPS).items() if of == year}
    return {code: value for code, value in held.items() if code not in odd} | ODD


@pytest.fixture
def serve(server: Any, answer: Any, shapes: Any) -> Any:
    """Serve a list of reports; what is not given is a good one."""

    def route(months: dict[str, str], bad: bytes | None = None) -> None:
        server.routes[PAGE] = answer(shapes.troop_reports(*map(name, months)))
        sent: dict[str, bytes] = {}

        def report(query: dict[str, list[str]], _: object) -> Any:
            assert query["groupName"] == ["milRegionCountry"]
            month = query["fileId"][0]
            if bad is None and month not in sent:
                sent[month] = shapes.troop_report(months[month], counts(2000 + int(month[:2])))
            return answer(sent[month] if bad is None else bad)

        server.routes[FILE] = report

    return route


GOOD = {
    "2409": "September 30, 2024",
    "2509": "September 30, 2025",
    "2512": "December 31, 2025",
    "2603": "March 31, 2026",
    "2606": "June 30, 2026",
    "2309": "September 30, 2023",
}


def test_the_last_three_years_are_read_anew_and_the_others_stay(server: Any, quick: Any, serve: Any) -> None:
    before = dict(panel(TROOPS))
    serve(GOOD)
    found = run(server, quick, "troops")[TROOPS]
    assert found.status == "updated", found.reason
    asked = [path for path, _ in server.asked if path.startswith(FILE)]
    assert [path.split("fileId=")[1][:4] for path in asked] == ["2603", "2509", "2409"]
    new = panel(TROOPS)
    assert {key: new[key] for key in before if key[1] < 2024} == {key: before[key] for key in before if key[1] < 2024}
    assert (new["DEU", 2025], new["KOR", 2025], new["MNE", 2025], new["ZWE", 2025]) == (36000, 23000, 3, 8)
    assert not {("IRQ", 2025), ("SYR", 2025), ("YEM", 2025), ("GUM", 2025)} & set(new)
    assert found.vintage == "2024 to March 2026 from the reports; the years before as held"
    assert "2026 is the count of March 2026" in found.notes and "GUAM, ZZ-UNKNOWN" in " ".join(found.notes)
    assert found.drift is not None and not any(
        "2026 is the count of March." in one for one in indicator(TROOPS).caveats
    )
    assert run(server, quick, "troops")[TROOPS].status == "unchanged"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"month": "June 30, 2026"}, "it says that it is of June 2026"),
        ({"total": "SUM"}, "no column TOTAL under ACTIVE DUTY"),
        ({"printed": 10}, "and it prints 10"),
        ({"counts": {}, "printed": "N/A"}, "no figure of it"),
    ],
)
def test_a_report_of_another_form_is_refused(
    server: Any, quick: Any, shapes: Any, serve: Any, change: dict[str, Any], says: str
) -> None:
    asked = {"month": "March 31, 2026", "counts": counts(2026)} | change
    serve({"2603": ""}, shapes.troop_report(**asked))
    before = dict(panel(TROOPS))
    found = run(server, quick, "troops")[TROOPS]
    wanted = says if says != "no figure of it" else "the new file has"
    assert found.status == "failed" and wanted in found.reason, found.reason
    assert dict(panel(TROOPS)) == before


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (b"<html>sign in</html>", "HTML"),
        (b"{", "not whole JSON"),
        (b"[]", "none of its 0 files"),
        (
            json.dumps({"groupName": "milRegionCountry", "extension": "xlsx", "fileName": "x", "fileId": 1}).encode(),
            "none of its 1",
        ),
    ],
)
def test_a_list_of_another_form_is_refused(server: Any, answer: Any, quick: Any, listed: bytes, says: str) -> None:
    server.routes[PAGE] = answer(listed)
    found = run(server, quick, "troops")[TROOPS]
    assert found.status == "failed" and says in found.reason, found.reason


def test_a_file_that_is_no_workbook_and_one_without_an_end_are_refused(
    server: Any, quick: Any, shapes: Any, serve: Any
) -> None:
    whole = shapes.troop_report("March 31, 2026", {"OVERSEAS TOTAL": "N/A"})
    for body, says in ((b"PK\x03\x04 broken", "not a workbook that can be read"), (whole, "the new file has")):
        serve({"2603": ""}, body)
        found = run(server, quick, "troops")[TROOPS]
        assert found.status == "failed" and says in found.reason, found.reason
