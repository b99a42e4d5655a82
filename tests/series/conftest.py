"""Every test here has a data directory of its own, so that nobody's figures stand in for the embedded ones."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's data directory."""
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))
    return tmp_path / "data"
