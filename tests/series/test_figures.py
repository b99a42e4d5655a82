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


SMALL = {("COL", 2020): 3.5, ("COL", 2022): 2020.0, ("MEX", 2020): -1.0, ("MEX", 2021): 0.0, ("XKX", 2022): 1e-7}


def test_figures_are_read_by_year_by_country_and_whole() -> None:
    written = figures.Written(figures.as_text(SMALL))
    assert written.of_year(2020) == {"COL": 3.5, "MEX": -1.0}
    assert written.of_country("COL") == {2020: 3.5, 2022: 2020.0}
    assert (written.of_year(2019), written.of_country("USA")) == ({}, {})
    assert written == SMALL == dict(written.items())
    assert len(written) == 5
    assert written.get(("COL", 2021)) is None


@pytest.mark.parametrize("name", sorted(metadata.embedded()))
def test_each_way_to_read_shipped_figures_gives_the_same(name: str) -> None:
    whole = dict(figures.embedded(name).items())
    again = figures.Written(figures.unpack(figures.FOLDER / f"{name}.csv.gz"))
    years, countries = {year for _, year in whole}, {country for country, _ in whole}
    assert {(c, year): value for year in years for c, value in again.of_year(year).items()} == whole
    assert {(c, year): value for c in countries for year, value in again.of_country(c).items()} == whole


def test_a_year_or_country_without_figures_is_not_kept() -> None:
    written = figures.Written(figures.as_text(SMALL))
    for asked in range(3000, 3100):
        assert not written.of_year(asked) and not written.of_country(str(asked))
    assert not written._years and not written._countries
