"""A user's own CSV: it stands in place of ours and says so, and nothing in it is dropped in silence."""

from pathlib import Path

import pytest

from mnna.errors import BadFacts, BadQuestion
from mnna.series import figure, forget, indicator, indicators, ingest_csv, metadata, panel, vintages

METADATA = """
id = "police_per_100k"
title = "Police officers"
unit = "per 100,000 people"
kind = "level"
producer = "Ministry of Tables"
licence = "CC BY 4.0"
citation = "Ministry of Tables, Police 2024."
low = 0
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A table and its metadata."""
    table, described = tmp_path / "police.csv", tmp_path / "police.toml"
    table.write_text("iso3,year,value\nMEX,2020,150.5\nMEX,2021,0\nCOL,2020,360\n")
    described.write_text(METADATA)
    return table, described


def test_own_figures_are_asked_for_like_any_other(files: tuple[Path, Path]) -> None:
    stored = ingest_csv(*files)
    assert stored.indicator.origin == "your own" and stored.indicator.rows == 3
    told = stored.to_dict()
    assert told["path"] == str(stored.path) and told["indicator"]["rows"] == 3
    assert figure("police_per_100k", "MEX", 2020).value == 150.5
    assert figure("police_per_100k", "MEX", 2021).state == "zero"
    assert figure("police_per_100k", "COL", 2021).state == "missing"
    assert figure("police_per_100k", "COL", 2022).state == "outside"
    assert "Ministry of Tables" in figure("police_per_100k", "MEX", 2020).source
    assert "your own" in figure("police_per_100k", "MEX", 2020).source
    assert len(indicators()) == len(metadata.embedded()) + 1


def test_own_figures_stand_in_place_of_the_embedded_until_forgotten(files: tuple[Path, Path]) -> None:
    ours = figure("homicide_rate", "MEX", 2020).value
    files[1].write_text(METADATA.replace("police_per_100k", "homicide_rate"))
    ingest_csv(*files)
    assert indicator("homicide_rate").origin == "your own"
    assert figure("homicide_rate", "MEX", 2020).value == 150.5
    assert len(panel("homicide_rate")) == 3 and len(indicators()) == len(metadata.embedded())
    assert forget("own-homicide_rate") and not forget("own-homicide_rate")
    assert figure("homicide_rate", "MEX", 2020).value == ours
    assert indicator("homicide_rate").origin == "embedded"


def test_our_cautions_are_not_about_the_users_figures(files: tuple[Path, Path]) -> None:
    files[0].write_text("iso3,year,value\nMEX,2019,614541\nGEO,1988,1\n")
    files[1].write_text(METADATA.replace("police_per_100k", "us_goods_trade_total"))
    ingest_csv(*files)
    assert figure("us_goods_trade_total", "MEX", 2019).notes == ()


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            "iso3,year,value\nMEX,2020,150\nMEX,2020,151\n",
            r"police.csv line 3: MEX 2020 was already given at .* line 2",
        ),
        ("iso3,year,value\nMEX,2020,\n", "line 2: '' is not a number"),
        ("iso3,year,value\nMEX,2020,inf\n", "line 2: 'inf' is not a number"),
        ("iso3,year,value\nMEX,2020,1e3\nXXX,2020,1\n", "line 3: 'XXX' is not a country's"),
        ("iso3,year,value\nmexx,2020,1\n", "line 2: 'mexx' is not a country's .*MEX"),
        ("iso3,year,value\nMEX,2020.5,1\n", "line 2: '2020.5' is not a year"),
        ("iso3,year,value\nMEX,2020,-1\n", "line 2: -1 is outside the possible range 0"),
        ("iso3,year,value\nMEX,2020,1,000\n", "line 2: 4 cells for 3 columns"),
        ("iso3,year,value\nMEX,2020\n", "line 2: 2 cells for 3 columns"),
        ("country,year,value\nMEX,2020,1\n", "line 1: the columns are country, year, value"),
        ("iso3,year,value\n", "it has no row"),
        ("", "line 1: the columns are none"),
        ('iso3,year,value\n"MEX,2020,1\n', "not CSV"),
    ],
)
def test_a_wrong_table_names_the_line(files: tuple[Path, Path], table: str, says: str) -> None:
    files[0].write_text(table)
    with pytest.raises(BadFacts, match=says):
        ingest_csv(*files)
    assert not vintages.folder().exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('licence = "CC BY 4.0"', "", "the field licence is missing"),
        ('unit = "per 100,000 people"', 'unit = ""', "the field unit is missing"),
        ('kind = "level"', 'kind = "rate"', "kind is 'rate'.*level, share"),
        ('kind = "level"', 'kind = "level"\nabsent = "zero"', "absent is 'zero'.*zero inside coverage"),
        ('id = "police_per_100k"', 'id = "../police"', "is not an id"),
        ('kind = "level"', 'kind = "level"\nlicense = "x"', "unknown field license"),
        ('kind = "level"', 'kind = "level"\nshipped = false', "unknown field shipped"),
        ("low = 0", 'low = "0"', "low: '0' is of the wrong type"),
        ("low = 0", "low = ", "not a TOML file"),
        ("low = 0", "low = nan", "low: nan is of the wrong type"),
        ("low = 0", 'caveats = "one"', "caveats: not a list"),
    ],
)
def test_wrong_metadata_names_the_field(files: tuple[Path, Path], old: str, new: str, says: str) -> None:
    files[1].write_text(METADATA.replace(old, new))
    with pytest.raises(BadFacts, match=says):
        ingest_csv(*files)


def test_a_file_that_is_not_there_is_a_bad_question(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="cannot be read"):
        ingest_csv(tmp_path / "none.csv", files[1])
    with pytest.raises(BadQuestion, match="cannot be read"):
        ingest_csv(files[0], tmp_path / "none.toml")


def test_a_byte_order_mark_and_windows_line_ends_are_read(files: tuple[Path, Path]) -> None:
    files[0].write_bytes(b"\xef\xbb\xbfiso3,year,value\r\nMEX,2020,1\r\n")
    assert ingest_csv(*files).indicator.rows == 1


def test_columns_are_mapped_and_rows_chosen(tmp_path: Path) -> None:
    table, described = tmp_path / "wide.csv", tmp_path / "police.toml"
    described.write_text(METADATA)
    table.write_text("Country,Series,When,Rate\nmex,police,2020,150.5\nViet Nam,police,2020,99\nMEX,fire,2020,1\n")
    roles = {"iso3": "Country", "year": "When", "value": "Rate"}
    stored = ingest_csv(table, described, map=roles, where={"Series": "police"})
    assert stored.indicator.rows == 2 and figure("police_per_100k", "VNM", 2020).value == 99
    with pytest.raises(BadFacts, match=r"it has no column 'Wehn'.*When"):
        ingest_csv(table, described, map=roles | {"year": "Wehn"})
    with pytest.raises(BadFacts, match="no column 'Serie'"):
        ingest_csv(table, described, map=roles, where={"Serie": "police"})
    with pytest.raises(BadQuestion, match="no such part"):
        ingest_csv(table, described, map={"land": "Country"})
