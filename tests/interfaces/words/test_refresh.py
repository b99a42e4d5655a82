"""`refresh` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnna.interfaces.words import refresh
from mnna.present.terminal import to_text
from tests.interfaces.checks import readable
from tests.terminal import document, refused, run, said


@pytest.fixture(autouse=True)
def _own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))


def test_a_refresh_that_cannot_reach_anything_says_so_and_keeps_what_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.series.refresh.fetch.time.sleep", lambda _: None)
    asked = ("refresh", "homicide_rate", "--base", "http://127.0.0.1:9")
    ran = run(*asked, "--json")
    assert ran.code == 1
    (outcome,) = json.loads(ran.out)["outcomes"]
    assert outcome["status"] == "failed" and outcome["vintage"]
    text = run(*asked).out
    assert text.startswith("0 updated, 0 unchanged, 1 failed") and "homicide_rate: failed" in text and "Held: " in text


def test_what_can_be_refreshed_is_listed() -> None:
    listed = document("refresh", "--list")["refreshable"]
    readable(run("refresh", "--list"))
    assert "homicide_rate" in listed and "federal-register" in listed


def test_a_wrong_question_is_refused() -> None:
    assert "homicide_rate" in refused("refresh", "homicide")
    assert "it is not read from one file" in refused("refresh", "homicide_rate", "--from-file", "x.csv")
    assert "it is a device" in refused("refresh", "v-dem", "--from-file", "/dev/zero", "--yes")
    for base in ("notaurl", "ftp://127.0.0.1:9", ""):
        assert "http://" in refused("refresh", "law", "--base", base)
    assert "name the one data set" in refused("refresh", "--from-file", "x.csv")


def test_a_determination_the_registry_does_not_have_is_told() -> None:
    pytest.importorskip("httpx", reason="the extra `refresh` is not installed")
    from mnna.series.refresh import Outcome
    from mnna.series.refresh.federal_register import Candidate

    new = Candidate("2026-1", "A Determination", "91 FR 1", "", "2026-01-02", "https://x.test/1", False, False)
    known = Candidate("2026-2", "Another", "91 FR 2", "", "2026-01-02", "https://x.test/2", True, True)
    answer = refresh.Refreshed((Outcome("federal-register", "federal-register", "unchanged", candidates=(new, known)),))
    text = to_text(refresh._document(answer), 400)
    assert "2026-1, 91 FR 1, day of signature not given: A Determination (the title does not speak of" in text
    assert "https://x.test/1" in text and "Another" not in text
    assert answer.to_dict()["outcomes"][0]["candidates"][0]["citation"] == "91 FR 1"


def test_what_would_change_is_shown_and_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("httpx", reason="the extra `refresh` is not installed")
    from mnna.series.refresh import Outcome
    from mnna.series.refresh.drift import drift

    found = drift("homicide_rate", {("MEX", 2023): 24.0}, {("MEX", 2023): 25.0, ("MEX", 2024): 26.0})
    asked: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr("click.confirm", confirm)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert refresh._asked(False)("world-bank-homicide_rate", (found,)) is True
    told = capsys.readouterr().err
    assert asked == ["Take the newer figures of world-bank-homicide_rate?"]
    assert "homicide_rate: one figure added (2024 to 2024), 1 of 1 revised, 0 gone." in told
    assert "MEX 2023: 24 held, 25 new" in told
    assert refresh._asked(True)("x", (found,)) is False
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert refresh._asked(False)("x", (found,)) is False and len(asked) == 1
    answer = refresh.Refreshed((Outcome("homicide_rate", "x", "declined", "not taken", drift=found),))
    text = to_text(refresh._document(answer), 400)
    assert "0 updated, 0 unchanged, 1 declined, 0 failed" in text and "1 of 1 revised" in text


def test_what_the_registry_knows_of_the_federal_register() -> None:
    known = refresh._known(None)
    assert {"87 FR 32943", "2026-01422"} <= known


def test_the_watch_over_the_law_is_asked_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    from mnna.interfaces.words import refresh as word
    from tests.answers.watch.test_watch import found

    monkeypatch.setattr(word, "_law", lambda base, progress: found())
    told = document("refresh", "law")
    assert told["outcomes"] == [] and told["law"]["release"] == "119-99"
    assert "Nothing was applied." in said("refresh", "law")
    assert "law" in document("refresh", "--list")["refreshable"]
