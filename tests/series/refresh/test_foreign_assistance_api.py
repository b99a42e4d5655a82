"""The API of ForeignAssistance.gov, one fiscal year at a time."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.series import panel
from tests.series.refresh.running import run

PATH, AID = "/api/data-api/by-country.json", "us_aid_total_obligations_current_usd"


def test_every_fiscal_year_is_asked_for_by_itself(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    names = (AID, "us_aid_total_disbursements_current_usd")
    before = {one: dict(panel(one)) for one in names}

    def route(query: dict[str, list[str]], _: object) -> Any:
        return answer(shapes.aid_of_a_year(int(query["fiscal_year"][0]), int(query["page"][0]), 300))

    server.routes[PATH] = route
    found = run(server, quick, "foreign-assistance-api")
    assert set(found) == set(names) and found[AID].status == "updated", found[AID].reason
    assert {one: dict(panel(one)) for one in names} == before
    assert found[AID].vintage == "by the API, fiscal years to 2024" and "updated" == found[names[1]].status
    assert len(server.asked) > 40


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"page_info": {}}, "not of the documented form"),
        ({"page_info": {"total_pages": 1, "total_records": 9000}}, "rows of the 9,000 it states"),
        ({"page_info": {"total_pages": 900, "total_records": 9}}, "it states 900 pages"),
        ({"data": [{"country_code": "MEX"}]}, "a row lacks one of"),
        ({"data": 5}, "not of the documented form"),
    ],
)
def test_a_page_of_another_form_is_refused(
    server: Any, answer: Any, shapes: Any, quick: Any, changes: dict[str, Any], says: str
) -> None:
    server.routes[PATH] = answer(shapes.aid_of_a_year(1985, **changes))
    found = run(server, quick, "foreign-assistance-api")[AID]
    assert found.status == "failed" and says in found.reason, found.reason


def test_rows_of_another_year_than_asked_for_are_refused(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    server.routes[PATH] = answer(shapes.aid_of_a_year(2020))
    found = run(server, quick, "foreign-assistance-api")[AID]
    assert found.status == "failed" and "fiscal year 1985: a row is of 2020" in found.reason


def test_a_row_that_is_wrong_is_named_by_its_place(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    def route(query: dict[str, list[str]], _: object) -> Any:
        year = int(query["fiscal_year"][0])
        row = {"country_code": "MEX", "transaction_type_name": "Obligations", "current_amount": "many"}
        info = {"total_pages": 1, "total_records": 1}
        return answer(shapes.aid_of_a_year(year, data=[row | {"fiscal_year": year}], page_info=info))

    server.routes[PATH] = route
    found = run(server, quick, "foreign-assistance-api")[AID]
    assert found.status == "failed" and "line 1" in found.reason, found.reason
