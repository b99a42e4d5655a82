"""The embedded table: what its records say of it is so, and the sources give it again byte for byte."""

import gzip
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mnna.series import figures, metadata

ROOT = Path(__file__).parents[2]
SERIES = Path(metadata.__file__).parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_indicators", ROOT / "scripts" / "compile_indicators.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded table in the form of its sources, from which the script makes it."""
    folder = tmp_path_factory.mktemp("sources")
    for name in metadata.embedded():
        text = figures.unpack(figures.FOLDER / f"{name}.csv.gz")
        (folder / f"{name}.csv").write_text(text.replace("country,", "iso3,", 1), encoding="utf-8", newline="")
    _renamed(
        figures.FOLDER / "coverage.csv", folder / "sources.csv",
        {"id": "indicator", "first_year": "from_year", "last_year": "to_year"},
    )  # fmt: skip
    geography = folder / "geography"
    geography.mkdir()
    _renamed(
        SERIES / "land_borders.csv", geography / "land_borders_dyadic.csv",
        {"country": "iso3_a", "neighbour": "iso3_b"},
    )  # fmt: skip
    _renamed(
        SERIES / "refresh" / "state_numbers.csv",
        geography / "code_crosswalk.csv",
        {"number": "code", "country": "iso3"},
    )
    return folder


def _renamed(path: Path, to: Path, names: dict[str, str]) -> None:
    """The same table with other names for some of its columns."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    to.write_text(",".join(names.get(one, one) for one in head.split(",")) + "\n" + rest, encoding="utf-8")


@pytest.fixture
def sources(unpacked: Path, tmp_path: Path) -> Path:
    """A copy of the sources that a test may spoil."""
    return shutil.copytree(unpacked, tmp_path / "sources")


def test_asking_imports_the_standard_library_only() -> None:
    heavy = "'httpx', 'numpy', 'click', 'openpyxl'"
    code = f"import sys, mnna.series; print([one for one in ({heavy}) if one in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment).strip() == b"[]"


def compiled(script: ModuleType, sources: Path, to: Path) -> int:
    """The exit code of the script; it writes into `to`."""
    code = script.main([str(sources), "--geography", str(sources / "geography"), "--to", str(to)])
    assert isinstance(code, int)
    return code


def test_compiling_twice_gives_the_embedded_bytes(script: ModuleType, unpacked: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert compiled(script, unpacked, tmp_path / name) == 0
    written = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(written) == 43
    for path in written:
        one, two, shipped = (root / path for root in (tmp_path / "one", tmp_path / "two", SERIES))
        assert one.read_bytes() == two.read_bytes()
        read = gzip.decompress if path.suffix == ".gz" else bytes  # another zlib may pack otherwise
        assert read(one.read_bytes()) == read(shipped.read_bytes()), path


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
        ("us_land_border_km", "MEX,2025,3155", "MEX,2025,3111", "published figures"),
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
    assert compiled(script, sources, out) == 2 and not out.exists()
    assert says.lower() in capsys.readouterr().err.lower()


def test_figures_marked_unusable_are_left_out(script: ModuleType, sources: Path, tmp_path: Path) -> None:
    name = "us_troops_active_duty"
    bad = next(one for one in metadata.cautions() if (one.indicator, one.effect) == (name, "unusable"))
    file, table, held = sources / f"{name}.csv", sources / "sources.csv", figures.coverage(figures.embedded(name))
    file.write_text(f"{file.read_text()}{bad.country},{bad.from_year},0\n")
    table.write_text(table.read_text().replace(f",{held.rows},{held.checksum}", f",{held.rows + 1},"))
    assert compiled(script, sources, tmp_path / "out") == 0
    left = figures.unpack(tmp_path / "out" / "figures" / f"{name}.csv.gz")
    assert left == figures.unpack(figures.FOLDER / f"{name}.csv.gz")
