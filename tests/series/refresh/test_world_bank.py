"""The World Bank's figures by its API."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mnna.errors import CannotAnswer
from mnna.series import figure, indicator, panel, vintages
from tests.series.refresh.running import run

BANK = "/v2/country/all/indicator/"


def bank(server: Any, answer: Any, shapes: Any, name: str, code: str, more: dict[tuple[str, int], float]) -> None:
    figures = dict(panel(name)) | more
    server.routes[BANK + code] = answer(shapes.world_bank(code, figures))
    server.routes["/v2/country"] = answer(shapes.world_bank_countries(country for country, _ in figures))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gdp_current_usd", "NY.GDP.MKTP.CD"),
        ("gdp_per_capita_current_usd", "NY.GDP.PCAP.CD"),
        ("population", "SP.POP.TOTL"),
        ("homicide_rate", "VC.IHR.PSRC.P5"),
    ],
)
def test_world_bank(server: Any, answer: Any, shapes: Any, quick: Any, name: str, code: str) -> None:
    before = dict(panel(name))
    bank(server, answer, shapes, name, code, {("MEX", 2024): 25.5})
    found = run(server, quick, name)[name]
    assert (found.status, found.reason) == ("updated", "")
    assert dict(panel(name)) == before | {("MEX", 2024): 25.5}
    assert figure(name, "MEX", 2024).value == 25.5
    assert indicator(name).origin.startswith("refreshed 20") and indicator(name).vintage == "last updated 2026-10-07"
    assert any("2 rows left out, aggregates of countries: ARB, WLD" in note for note in found.notes)
    assert run(server, quick, name)[name].status == "unchanged"


def test_world_bank_pages(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    rows = sorted(panel("homicide_rate").items())
    halves = {"1": dict(rows[:2000]), "2": dict(rows[2000:]) | {("MEX", 2024): 20.0}}
    server.routes[BANK + "VC.IHR.PSRC.P5"] = lambda query, _: answer(
        shapes.world_bank("VC.IHR.PSRC.P5", halves[query["page"][0]], pages=2)
    )
    server.routes["/v2/country"] = answer(shapes.world_bank_countries(country for (country, _), _ in rows))
    assert run(server, quick, "homicide_rate")["homicide_rate"].status == "updated"
    assert len(panel("homicide_rate")) == len(rows) + 1


def test_military_expenditure_is_the_users_own_only(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    with pytest.raises(CannotAnswer):
        indicator("military_expenditure_usd")
    server.routes[BANK + "MS.MIL.XPND.CD"] = answer(shapes.world_bank("MS.MIL.XPND.CD", {("MEX", 2024): 1.2e10}))
    server.routes["/v2/country"] = answer(shapes.world_bank_countries(["MEX"]))
    run(server, quick, "military_expenditure_usd")
    assert "SIPRI" in indicator("military_expenditure_usd").licence
    assert figure("military_expenditure_usd", "MEX", 2024).value == 1.2e10


ONE_ROW = (
    '[{"pages": 1}, [{"indicator": {"id": "VC.IHR.PSRC.P5"}, "countryiso3code": "MEX", "date": "%s", "value": %d}]]'
)


WB_ERROR = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (json.dumps(WB_ERROR), "Invalid value"),
        ('[{"page": 1}, []]', "how many pages"),
        ('[{"page": 1, "pages": 1}', "not whole JSON"),
        ('{"pages": 1}', "not a list of a head and rows"),
        ('[{"pages": 1}, [{"country": "MEX"}]]', "without indicator, countryiso3code"),
        ('[{"pages": 1}, []]', "no figure"),
        ('[{"pages": 9999}, []]', "9999 pages"),
        ('[{"pages": 1}, [{"indicator": {"id": "SP.POP.TOTL"}, "countryiso3code": "MEX", "date": "2020", "value": 1}]]',
         "of the indicator SP.POP.TOTL"),
        (ONE_ROW % ("2020", 5000),
         "outside the possible range"),
        (ONE_ROW % ("2024", 25),
         "1 countries to 2024, the one before 195 to 2023"),
    ],
)  # fmt: skip
def test_world_bank_wrong(server: Any, answer: Any, shapes: Any, quick: Any, body: str, says: str) -> None:
    server.routes[BANK + "VC.IHR.PSRC.P5"] = answer(body.encode())
    server.routes["/v2/country"] = answer(shapes.world_bank_countries(["MEX"]))
    found = run(server, quick, "homicide_rate")["homicide_rate"]
    assert found.status == "failed" and says in found.reason
    assert indicator("homicide_rate").origin == "embedded" and not list(vintages.folder().glob("*"))
