"""Each connector against its producer's documented answer: the figures come back, and wrong shapes fail."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import CannotAnswer
from mnna.series import figure, indicator, panel, vintages
from mnna.series.refresh import Outcome, from_file, refresh

BANK = "/v2/country/all/indicator/"
WORKBOOK, AID = "/foreign-trade/balance/country.xlsx", "/files.explorer.devtechlab.com/us_foreign_aid_country.csv"
RECORD, ESTIMATES = "/api/datasets/:persistentId/", "/api/access/datafile/42"
VDEM, UCDP = "/media/datasets/V-Dem-CY-Core-v{}_csv.zip", "/downloads/ucdpprio/ucdp-prio-acd-{}-csv.zip"
REGISTER = "/api/v1/documents.json"


def run(server: Any, quick: Any, *names: str, **more: Any) -> dict[str, Outcome]:
    return {one.indicator: one for one in refresh(names, base=server.base, limits=quick, **more)}


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


def test_census_workbook(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    names = [f"us_goods_{name}" for name in ("exports", "imports", "trade_total", "trade_share", "trade_rank")]
    before = {name: dict(panel(name)) for name in names}
    server.routes[WORKBOOK] = answer(shapes.census_workbook(), kind="application/octet-stream")
    found = run(server, quick, "us_goods_exports")
    assert set(found) == set(names) and {one.status for one in found.values()} == {"updated"}
    notes = " ".join(found["us_goods_exports"].notes)
    assert "a year not yet complete: 2024" in notes and "groups of countries: European Union" in notes
    assert "partners without a code of today: ANT, CSK, SCG, SUN, YUG" in notes
    gone = set(shapes.GONE)
    for name in names[:3]:
        after = panel(name)
        assert set(after) == {key for key in before[name] if key[0] not in gone}
        assert all(abs(after[key] - before[name][key]) < 0.002 for key in after)
    rank, share = panel(names[4]), panel(names[3])
    assert all(rank[key] == value for key, value in before[names[4]].items() if value <= 20 and key[0] not in gone)
    assert all(abs(share[key] - value) < 0.02 for key, value in before[names[3]].items() if key[0] not in gone)
    assert figure("us_goods_trade_rank", "MEX", 2019).value == 1
    assert "76 partners" in figure("us_goods_trade_rank", "MEX", 1990).notes[0]


@pytest.mark.parametrize("drop", ["EYR", "CTY_CODE", "IDEC"])
def test_census_workbook_without_a_column(server: Any, answer: Any, shapes: Any, quick: Any, drop: str) -> None:
    server.routes[WORKBOOK] = answer(shapes.census_workbook(drop=[drop]))
    found = run(server, quick, "census-trade")["us_goods_exports"]
    assert found.status == "failed" and f"no column {drop}" in found.reason


def test_census_workbook_that_is_no_workbook(
    server: Any, answer: Any, shapes: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mnna.series.refresh.census_workbook._LARGEST", 20_000_000)
    whole = shapes.census_workbook([[2023, "2010", "Mexico", "n.a.", "n.a.", 1, 1]])
    cases = {
        "not a workbook": shapes.zipped("a.txt", b"x"),
        "could not convert": whole,
        "not a xlsx file": b"year,CTY_CODE",
        "unpacks to 21,000,000 bytes": shapes.zipped("xl/sharedStrings.xml", bytes(21_000_000)),
    }
    for says, body in cases.items():
        server.routes[WORKBOOK] = answer(body)
        found = run(server, quick, "census-trade")["us_goods_exports"]
        assert found.status == "failed" and says in found.reason


def test_census_api_lays_its_years_over_those_held(
    server: Any, answer: Any, shapes: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    flows = {name: {code: value for (code, year), value in panel(f"us_goods_{name}").items() if year == 2023}
             for name in ("exports", "imports")}  # fmt: skip

    def year(value: str, name: str) -> Any:
        def route(query: dict[str, list[str]], _: object) -> Any:
            assert query["key"] == ["s3cret"] and query["get"] == [f"CTY_CODE,CTY_NAME,{value}"]
            if query["time"][0] > "2024-12":
                return answer(b"", 204)
            return answer(shapes.census_api(value, flows[name] | {"MEX": 500000.0}, 4e6))

        return route

    server.routes["/data/timeseries/intltrade/exports/hs"] = year("ALL_VAL_YR", "exports")
    server.routes["/data/timeseries/intltrade/imports/hs"] = year("GEN_VAL_YR", "imports")
    assert "needs a key" in run(server, quick, "census-trade-api")["us_goods_exports"].reason
    monkeypatch.setenv("MNNA_CENSUS_KEY", "s3cret")
    old = dict(panel("us_goods_trade_total"))
    found = run(server, quick, "census-trade-api")["us_goods_exports"]
    assert found.status == "updated", found.reason
    assert found.vintage.startswith("2022-2024 from the API; the other years: August 2024 release")
    new = panel("us_goods_trade_total")
    assert {key: new[key] for key in old if key[1] < 2022} == {key: old[key] for key in old if key[1] < 2022}
    assert new["MEX", 2024] == 1e6 and panel("us_goods_trade_share")["MEX", 2024] == 12.5
    stored = b"".join(path.read_bytes() for path in vintages.folder().glob("*"))
    import gzip

    assert b"s3cret" not in gzip.decompress(stored)
    assert run(server, quick, "census-trade-api")["us_goods_exports"].vintage.count("from the API") == 1


def test_census_api_refuses_a_bad_answer(server: Any, answer: Any, quick: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_CENSUS_KEY", "s3cret")
    for body, says in ((b"{}", "not a list of rows"), (b'[["CTY_CODE"]]', "the columns are CTY_CODE")):
        server.routes["/data/timeseries/intltrade/exports/hs"] = answer(body)
        found = run(server, quick, "census-trade-api")["us_goods_exports"]
        assert found.status == "failed" and says in found.reason
    server.routes["/data/timeseries/intltrade/exports/hs"] = answer(b"<html>Invalid Key</html>")
    assert "s3cret" not in run(server, quick, "census-trade-api")["us_goods_exports"].reason


@pytest.mark.parametrize("modern", [False, True])
def test_foreign_assistance(server: Any, answer: Any, shapes: Any, quick: Any, modern: bool) -> None:
    name = "us_aid_total_obligations_current_usd"
    before = dict(panel(name))
    server.routes[AID] = answer(shapes.foreign_assistance(modern), kind="text/csv")
    found = run(server, quick, name)
    assert len(found) == 2 and found[name].status == "updated"
    assert dict(panel(name)) == before
    assert indicator("us_aid_total_obligations_constant_usd").unit == "constant USD of fiscal year 2022"
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


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_ideal_points(server: Any, answer: Any, shapes: Any, quick: Any, delimiter: str) -> None:
    names = ["unga_ideal_point", *(f"unga_distance_{name}" for name in ("usa", "china", "russia"))]
    before = {name: dict(panel(name)) for name in names}
    server.routes[RECORD] = answer(shapes.dataverse())
    server.routes[ESTIMATES] = answer(shapes.ideal_points(delimiter), kind="text/tab-separated-values")
    found = run(server, quick, "unga_distance_usa")
    assert {one.status for one in found.values()} == {"updated"}, found
    for name in names:
        after = panel(name)
        assert set(after) == set(before[name])
        assert all(abs(after[key] - value) < 3e-5 for key, value in before[name].items())
    assert indicator("unga_distance_usa").vintage == "Idealpointestimates1946-2025.tab"
    assert run(server, quick, "unga_distance_usa")["unga_distance_usa"].status == "unchanged"


def test_ideal_points_by_number_where_the_code_is_missing(
    server: Any, answer: Any, shapes: Any, tmp_path: Path
) -> None:
    file = tmp_path / "Idealpoints.csv"
    rows = [
        "70,NA,2020,0.1",
        "70,NA,2021,0.2",
        "365,RUS,1990,-2",
        "365,RUS,2000,-1",
        "260,DEU,1990,5",
        "255,DEU,1990,1",
    ]
    file.write_text("ccode,iso3c,year,IdealPointFP\n" + "\n".join(rows) + "\n")
    from mnna.series.refresh import ideal_points

    read = ideal_points.parse(file)
    assert dict(read.panels["unga_ideal_point"]) == {
        ("MEX", 2020): 0.1, ("MEX", 2021): 0.2, ("SUN", 1990): -2.0, ("RUS", 2000): -1.0, ("DEU", 1990): 1.0,
    }  # fmt: skip
    assert "a second time in the year: DEU 1990" in read.notes[0]


def test_ideal_points_wrong(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    for record, estimates, says in (
        (b'{"status": "OK"}', b"", "does not list its files"),
        (shapes.dataverse().replace(b"Idealpointestimates", b"Votes"), b"", "none of its files"),
        (shapes.dataverse(), shapes.ideal_points(name="IdealPointAll"), "no column IdealPointFP"),
        (shapes.dataverse(), shapes.ideal_points()[:9000], "4 cells for 5 columns"),
        (shapes.dataverse(), b"".join(shapes.ideal_points().splitlines(True)[:4000]), "the one before 199"),
    ):
        server.routes[RECORD], server.routes[ESTIMATES] = answer(record), answer(estimates)
        found = run(server, quick, "ideal-points")["unga_ideal_point"]
        assert found.status == "failed" and says in found.reason, found.reason


def test_vdem_takes_the_newest_release_there_is(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    from datetime import date

    newest = date.today().year - 2010
    before = {name: dict(panel(name)) for name in ("vdem_polyarchy", "vdem_physical_violence_index")}
    server.routes[VDEM.format(newest - 1)] = answer(shapes.vdem(), kind="application/zip")
    found = run(server, quick, "vdem_polyarchy")
    assert {one.status for one in found.values()} == {"updated"}, found
    assert {name: dict(panel(name)) for name in before} == before
    assert indicator("vdem_polyarchy").version == f"v{newest - 1}, v2x_polyarchy"
    assert "SML" in " ".join(found["vdem_polyarchy"].notes)
    assert "BY-SA" in indicator("vdem_polyarchy").licence_note
    assert server.paths() == [VDEM.format(newest), VDEM.format(newest - 1)]


def test_vdem_wrong(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    from datetime import date

    two = io.BytesIO()
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    good = shapes.vdem()
    for body, says in (
        (shapes.vdem("v2x_clphy"), "no column v2x_clphy"),
        (two.getvalue(), "2 .csv files in the archive"),
        (good[: len(good) // 2], "the archive is damaged"),
        (shapes.zipped("a.csv", b"x" * 3_000_000), "a line of more than 1,000,000 characters"),
        (b"<html>fill in the form</html>", "HTML or XML instead of zip"),
    ):
        server.routes[VDEM.format(date.today().year - 2010)] = answer(body)
        found = run(server, quick, "v-dem")["vdem_polyarchy"]
        assert found.status == "failed" and says in found.reason, found.reason


def test_vdem_from_a_file_downloaded_by_hand(shapes: Any, tmp_path: Path) -> None:
    file = tmp_path / "V-Dem-CY-Core.zip"
    file.write_bytes(shapes.vdem())
    before = dict(panel("vdem_polyarchy"))
    found = from_file("v-dem", file)
    assert {one.status for one in found} == {"updated"} and dict(panel("vdem_polyarchy")) == before
    with pytest.raises(CannotAnswer, match="archive is damaged"):
        file.write_bytes(file.read_bytes()[:1000])
        from_file("v-dem", file)
    assert dict(panel("vdem_polyarchy")) == before


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


def test_determinations_are_candidates_and_nothing_is_applied(
    server: Any, answer: Any, shapes: Any, quick: Any
) -> None:
    server.routes[REGISTER] = answer(shapes.federal_register())
    found = run(server, quick, "federal-register", known=["87 Fed. Reg. 3,333"])["federal-register"]
    assert found.status == "updated" and "nothing was applied" in found.reason
    assert [(one.document_number, one.known, one.likely) for one in found.candidates] == [
        ("2026-00111", False, True),
        ("2022-15383", True, False),
    ]
    assert found.candidates[0].signed == "2026-10-01" and found.candidates[1].signed == ""
    assert "fields%5B%5D=citation" in server.asked[0][0] and "major+non-NATO+ally" in server.asked[0][0]
    assert not vintages.folder().exists()
    again = run(server, quick, "federal-register", known=["2026-00111", "87 FR 3333"])["federal-register"]
    assert again.status == "unchanged" and json.dumps(again.to_dict())


def test_determinations_over_several_pages_and_none(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    server.routes[REGISTER] = answer(shapes.federal_register(2, pages=3))
    assert len(run(server, quick, "federal-register")["federal-register"].candidates) == 6
    server.routes[REGISTER] = answer(b'{"count": 0, "description": "x"}')
    assert run(server, quick, "federal-register")["federal-register"].candidates == ()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"errors": {"bad": "field"}}', "no count"),
        (b'{"count": 5}', "no results"),
        (b'{"count": 1, "total_pages": 99, "results": [{}]}', "99 pages"),
        (b'{"count": 1, "results": [{"title": "x"}]}', "without number, title or date"),
        (b"[1, 2", "not whole JSON"),
        (b"[" * 100_000, "RecursionError"),
    ],
)
def test_determinations_wrong(server: Any, answer: Any, quick: Any, body: bytes, says: str) -> None:
    server.routes[REGISTER] = answer(body)
    found = run(server, quick, "federal-register")["federal-register"]
    assert found.status == "failed" and says in found.reason
