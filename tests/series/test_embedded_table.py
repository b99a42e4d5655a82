"""The embedded table: what its records say of it is so, and the sources give it again byte for byte."""

import gzip
import importlib.util
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from mnna.errors import BadFacts
from mnna.series import coverage_codes, figures, indicators, metadata
from mnna.series.records import EMBEDDED

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("MNNA_SHARED", ROOT.parent / "shared")) / "data"
OPEN = ("public domain", "CC0 1.0", "CC BY 4.0")
DOUBTED = {"vdem_polyarchy": "CC BY-SA 4.0", "vdem_physical_violence_index": "CC BY-SA 4.0"}
needs_sources = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no source files in {SHARED} (set MNNA_SHARED)")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_indicators", ROOT / "scripts" / "compile_indicators.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the source files that a test may spoil."""
    folder = tmp_path / "sources"
    shutil.copytree(SHARED / "indicators", folder, copy_function=shutil.copyfile)
    folder.chmod(0o755)
    return folder


@pytest.mark.parametrize("name", sorted(metadata.embedded()))
def test_the_checksum_and_coverage_are_of_the_figures_shipped(name: str) -> None:
    text = figures.unpack(figures.FOLDER / f"{name}.csv.gz")
    record, covers = metadata.embedded()[name], figures.coverage(figures.embedded(name))
    assert sha256(text.encode()).hexdigest() == record.checksum == covers.checksum
    assert (record.first_year, record.last_year) == (covers.first_year, covers.last_year)
    assert (record.countries, record.rows) == (covers.countries, covers.rows)
    assert all(coverage_codes.known(country) for country, _ in figures.embedded(name))


def test_31_indicators_each_with_a_whole_record_and_an_open_licence() -> None:
    assert len(indicators()) == 31
    for one in indicators():
        reported = one.licence.removesuffix(" as reported, not confirmed")
        assert reported in OPEN, one.id
        assert (reported != one.licence) == (one.id in DOUBTED) and DOUBTED.get(one.id, "") in one.licence_note
        for name in ("title", "unit", "producer", "version", "vintage", "citation", "address", "obtained_from"):
            assert getattr(one, name), (one.id, name)
        assert one.origin == EMBEDDED
        assert one.licence in one.source_line() and one.producer in one.source_line()


def test_asking_imports_the_standard_library_only() -> None:
    heavy = "'httpx', 'numpy', 'click', 'openpyxl'"
    code = f"import sys, mnna.series; print([one for one in ({heavy}) if one in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment).strip() == b"[]"


def test_the_disagreements_about_licences_are_shown() -> None:
    assert "ODC-PDDL" in metadata.embedded()["gdp_current_usd"].licence_note
    assert "BY-SA" in metadata.embedded()["vdem_polyarchy"].licence_note


def test_the_table_is_small_and_packed_without_time() -> None:
    files = sorted(figures.FOLDER.glob("*.gz"))
    assert sum(file.stat().st_size for file in files) < 1_500_000
    assert {file.read_bytes()[4:8] for file in files} == {bytes(4)}
    assert {file.name.removesuffix(".csv.gz") for file in files} == set(metadata.embedded())


def test_every_caution_is_about_an_indicator_there_is() -> None:
    assert {one.indicator for one in metadata.cautions()} <= set(metadata.embedded())
    assert {one.effect for one in metadata.cautions()} == {"unusable", "caution"}
    assert {one.scope for one in metadata.cautions()} == {"embedded", "producer"}


@needs_sources
def test_compiling_twice_gives_the_embedded_bytes(script: ModuleType, tmp_path: Path) -> None:
    for name in ("one", "two"):
        arguments = [str(SHARED / "indicators"), "--geography", str(SHARED / "geography"), "--to", str(tmp_path / name)]
        assert script.main(arguments) == 0
    package = Path(metadata.__file__).parents[1]
    written = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(written) == 34
    for path in written:
        one, two, shipped = (root / path for root in (tmp_path / "one", tmp_path / "two", package))
        assert one.read_bytes() == two.read_bytes()
        read = gzip.decompress if path.suffix == ".gz" else bytes  # another zlib may pack otherwise
        assert read(one.read_bytes()) == read(shipped.read_bytes()), path


@needs_sources
@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("homicide_rate", "MEX,2018,29.4484", "MEX,2018,2944.84", "homicide_rate.csv line"),
        ("homicide_rate", "MEX,2018,29.4484", "MEX,2018,nan", "is not a number"),
        ("homicide_rate", "MEX,2018,29.4484", "MEX,2017,29.4484", "was already given at"),
        ("homicide_rate", "MEX,2018,29.4484", "MXX,2018,29.4484", "not a country's alpha-3 code"),
        ("homicide_rate", "MEX,2018,29.4484", "MEX,18,29.4484", "is not a year"),
        ("homicide_rate", "iso3,year,value", "iso3,value,year", "The columns"),
        ("homicide_rate", "MEX,2018,29.4484\n", "", "sources.csv says"),
        ("us_goods_exports", "MEX,2023,", "MEX,2023,1", "exports + imports = total"),
        ("us_goods_trade_share", "MEX,2023,15", "MEX,2023,25", "shares sum to 100"),
        ("us_goods_trade_rank", "MEX,2019,1", "MEX,2019,2", "ranks follow totals"),
        ("gdp_per_capita_current_usd", "MEX,2018,", "MEX,2018,1", "GDP per person"),
        ("unga_distance_usa", "MEX,2018,2", "MEX,2018,3", "distance from USA"),
        ("us_land_border_km", "MEX,2025,3155.0", "MEX,2025,3111.0", "published figures"),
    ],
)
def test_sources_that_do_not_add_up_are_refused(
    script: ModuleType, sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    file: str, old: str, new: str, says: str,
) -> None:  # fmt: skip
    path = sources / f"{file}.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    out = tmp_path / "out"
    code = script.main([str(sources), "--geography", str(SHARED / "geography"), "--to", str(out)])
    assert code == 2 and not out.exists()
    assert says.lower() in capsys.readouterr().err.lower()


GOOD = figures.pack(figures.as_text({("MEX", 2020): 1.0}))


@pytest.mark.parametrize("content", [GOOD[:-6], b"", b"<html>", GOOD[:15] + b"\0\0\0\0" + GOOD[19:]])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spoilt.csv.gz"
    path.write_bytes(content)
    with pytest.raises(BadFacts, match=r"spoilt\.csv\.gz"):
        figures.unpack(path)
