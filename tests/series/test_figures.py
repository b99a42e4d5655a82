"""The figures as text: packed small, without time, and a damaged file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadFacts
from mnna.series import figures, metadata


def test_the_table_is_small_and_packed_without_time() -> None:
    files = sorted(figures.FOLDER.glob("*.gz"))
    assert sum(file.stat().st_size for file in files) < 1_500_000
    assert {file.read_bytes()[4:8] for file in files} == {bytes(4)}
    assert {file.name.removesuffix(".csv.gz") for file in files} == set(metadata.embedded())


GOOD = figures.pack(figures.as_text({("MEX", 2020): 1.0}))


@pytest.mark.parametrize("content", [GOOD[:-6], b"", b"<html>", GOOD[:15] + b"\0\0\0\0" + GOOD[19:]])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spoilt.csv.gz"
    path.write_bytes(content)
    with pytest.raises(BadFacts, match=r"spoilt\.csv\.gz"):
        figures.unpack(path)
