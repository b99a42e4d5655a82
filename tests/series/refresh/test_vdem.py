"""V-Dem's indices."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import CannotAnswer
from mnna.series import indicator, panel
from mnna.series.refresh import from_file
from tests.series.refresh.running import run

VDEM, UCDP = "/media/datasets/V-Dem-CY-Core-v{}_csv.zip", "/downloads/ucdpprio/ucdp-prio-acd-{}-csv.zip"


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
