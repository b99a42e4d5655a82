"""The commands about figures: looking them up, refreshing, and taking in one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.cli import indicators, ingest, refresh
from mnna.registry.countries import countries

META = (
    'id = "homicide_rate"\ntitle = "T"\nunit = "u"\nkind = "level"\nproducer = "P"\nlicence = "CC0"\ncitation = "C"\n'
)


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


def test_a_users_own_figures_stand_in_and_can_be_forgotten(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("iso3,year,value\nMEX,2023,1.5\n", encoding="utf-8")
    (tmp_path / "f.toml").write_text(META, encoding="utf-8")
    assert "1 figures" in run(ingest.command, "csv", str(tmp_path / "f.csv"), str(tmp_path / "f.toml"))
    assert "your own" in run(indicators.command, "homicide_rate")
    assert "your own" in run(indicators.command, "homicide_rate", "MEX")
    assert "forgot" in run(ingest.command, "forget", "own-homicide_rate")
    assert "embedded" in run(indicators.command, "homicide_rate")
    gone = CliRunner().invoke(ingest.command, ["forget", "own-homicide_rate"])
    assert isinstance(gone.exception, UnknownWord)


def test_a_sipri_export_is_taken_in_and_a_claim_can_then_be_checked(tmp_path: Path) -> None:
    from mnna.article_claims import claims

    head = "TIV of arms exports from the United States\nRecipient,2017,2018,2019,2020,2021\nMexico,,,,1,2\n"
    others = [one.name for one in countries().values() if one.sovereign == "yes" and one.iso3 not in ("MEX", "USA")]
    for table, verdict, says in (
        (f"{head}Colombia,,,,4,100\n", "not verifiable", "some recipients only"),
        (head + "".join(f'"{name}",1,,,1,1\n' for name in others[:60]), "wrong", "1.64 percent"),
        (head + "".join(f'"{name}",9,,,1,1\n' for name in others[:60]), "right", "0.45 percent"),
    ):
        (tmp_path / "s.csv").write_text(table, encoding="utf-8")
        assert "us_arms_tiv" in run(ingest.command, "sipri", str(tmp_path / "s.csv"))
        judged = claims(as_of="2026-11-24")["S15"]
        assert judged.then.verdict == verdict and says in judged.then.because


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
