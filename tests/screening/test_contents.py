"""What columns of text hold, seen in their first rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.screening import contents
from mnna.screening.contents import Contents
from mnna.screening.engines.choose import started_engine
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found

ROWS = "a,b,c,d\nKenya,FMS,x,USA\nJapan,DCS,y,KEN\nAtlantis,,z,USA\n"


def test_columns_of_channels_and_of_foreign_countries_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.csv"
    path.write_text(ROWS, encoding="utf-8")
    with found(path, ReadOptions()) as source, started_engine("duckdb", source, None, 1, None) as engine:
        seen = Contents(engine, engine.columns())
        assert seen.channels("abcd") == ["b"] and seen.countries("abcd") == ["a"]
        monkeypatch.setattr(contents, "FEW", 3)
        assert seen.countries("abcd") == []  # more spellings than are looked at
