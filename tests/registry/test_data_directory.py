"""Where the user's own data lie, on every platform."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mnna.registry import data_directory as where


def test_the_environment_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path))
    assert where.data_directory() == tmp_path and where.own_notices() == tmp_path / "notices"


@pytest.mark.parametrize(("platform", "part"), [("linux", "share"), ("darwin", "Application Support"), ("win32", "x")])
def test_the_usual_place(monkeypatch: pytest.MonkeyPatch, platform: str, part: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    found = where._directory.__wrapped__(None, "/x", "/share", None)
    assert found.name == "mnna" and part in found.as_posix()
