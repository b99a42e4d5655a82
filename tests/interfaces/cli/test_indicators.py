"""`mnna indicators` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mnna.errors import UnknownWord
from mnna.interfaces.cli import indicators


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))


def run(command: object, *args: str) -> str:
    done = CliRunner().invoke(command, list(args))  # type: ignore[arg-type]
    assert done.exception is None, done.exception
    return done.stdout


def test_figures_are_listed_described_and_looked_up() -> None:
    rows = json.loads(run(indicators.command, "--json"))["indicators"]
    assert len(rows) >= 31 and all(row["licence"] for row in rows)
    assert "CC BY 4.0" in run(indicators.command, "homicide_rate")
    assert json.loads(run(indicators.command, "homicide_rate", "Mexico", "--json"))["series"][0]["year"] == 1990
    shown = json.loads(run(indicators.command, "homicide_rate", "MEX", "--year", "2030", "--json"))
    assert (shown["state"], shown["value"], shown["last_year"]) == ("outside", None, 2023)
    assert "No figure" in run(indicators.command, "gdp_current_usd", "TWN")
    wrong = CliRunner().invoke(indicators.command, ["homicide"])
    assert isinstance(wrong.exception, UnknownWord) and "homicide_rate" in str(wrong.exception)
