"""Ideal points in the UN General Assembly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnna.series import indicator, panel
from tests.series.refresh.running import run

RECORD, ESTIMATES = "/api/datasets/:persistentId/", "/api/access/datafile/42"


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
