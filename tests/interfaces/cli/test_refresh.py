"""`mnna refresh` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.cli import refresh


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))


def run(command: object, *args: str) -> str:
    done = CliRunner().invoke(command, list(args))  # type: ignore[arg-type]
    assert done.exception is None, done.exception
    return done.stdout


def test_refresh_that_cannot_reach_anything_says_so_and_keeps_what_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.series.refresh.fetch.time.sleep", lambda _: None)
    done = CliRunner().invoke(refresh.command, ["homicide_rate", "--base", "http://127.0.0.1:9", "--json"])
    assert done.exit_code == 1
    (outcome,) = json.loads(done.stdout)["outcomes"]
    assert outcome["status"] == "failed" and outcome["vintage"]
    assert "homicide_rate" in run(refresh.command, "--list")
    wrong = CliRunner().invoke(refresh.command, ["homicide"])
    assert isinstance(wrong.exception, UnknownWord)
    bad = CliRunner().invoke(refresh.command, ["homicide_rate", "--from-file", "x.csv"])
    assert isinstance(bad.exception, BadQuestion)


def test_what_the_registry_knows_of_the_federal_register() -> None:
    known = refresh._known(None)
    assert {"87 FR 32943", "2026-01422"} <= known
