"""The Census API of trade."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.series import panel, vintages
from tests.series.refresh.running import run


def test_census_api_lays_its_years_over_those_held(
    server: Any, answer: Any, shapes: Any, quick: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    flows = {name: {code: value for (code, year), value in panel(f"us_goods_{name}").items() if year == 2025}
             for name in ("exports", "imports")}  # fmt: skip

    def year(value: str, name: str) -> Any:
        def route(query: dict[str, list[str]], _: object) -> Any:
            assert query["key"] == ["s3cret"] and query["get"] == [f"CTY_CODE,CTY_NAME,{value}"]
            if query["time"][0] > "2025-12":
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
    assert found.vintage.startswith("2024-2025 from the API; the other years: 1985-2021 as of April 2025")
    new = panel("us_goods_trade_total")
    assert {key: new[key] for key in old if key[1] < 2024} == {key: old[key] for key in old if key[1] < 2024}
    assert new["MEX", 2025] == 1e6 and panel("us_goods_trade_share")["MEX", 2025] == 12.5
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
