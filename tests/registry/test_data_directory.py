"""The user's data directory: the one named, or the platform's usual place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mnna.registry.data_directory import data_directory
from mnna.series import vintages


def test_the_directory_named_counts_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path))
    assert data_directory() == tmp_path and vintages.data_directory() == tmp_path


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the usual place of Linux")
def test_the_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MNNA_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/share")
    assert data_directory() == Path("/share/mnna")
