"""`mnna ingest` at the terminal: the user's own figures stand in and can be forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.registry.countries import countries
from tests.terminal import document, refused, run

META = (
    'id = "homicide_rate"\ntitle = "T"\nunit = "u"\nkind = "level"\nproducer = "P"\nlicence = "CC0"\ncitation = "C"\n'
)


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))


def told(*words: str) -> str:
    """The text of a command, folded onto one line."""
    ran = run(*words)
    assert (ran.code, ran.err) == (0, ""), ran
    return " ".join(ran.out.split())


def test_a_users_own_figures_stand_in_and_can_be_forgotten(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("iso3,year,value\nMEX,2023,1.5\n", encoding="utf-8")
    (tmp_path / "f.toml").write_text(META, encoding="utf-8")
    files = (str(tmp_path / "f.csv"), str(tmp_path / "f.toml"))
    shown = told("ingest", "csv", *files)
    assert shown.startswith("T (homicide_rate)") and "1 figures, 1 countries, 2023-2023" in shown
    assert document("ingest", "csv", *files)["indicator"]["id"] == "homicide_rate"
    assert "your own" in told("indicators", "homicide_rate")
    assert "your own" in told("indicators", "homicide_rate", "MEX")
    assert "own-homicide_rate is forgotten" in told("ingest", "forget", "own-homicide_rate")
    assert "embedded" in told("indicators", "homicide_rate")
    assert "you hold none of that name" in refused("ingest", "forget", "own-homicide_rate")


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
        assert "us_arms_tiv" in told("ingest", "sipri", str(tmp_path / "s.csv"))
        judged = claims(as_of="2026-11-24")["S15"]
        assert judged.then.verdict == verdict and says in judged.then.because


def test_an_option_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("country,since\nMEX,2023-01-01\n", encoding="utf-8")
    words = ("ingest", "list", str(tmp_path / "f.csv"), "--status", "mnna", "--status", "nato", "--source", "S")
    assert "--status" in refused(*words, "--to", str(tmp_path / "own"))
    assert not (tmp_path / "own").exists()
