"""The embedded table: what its records say of it is so, and the sources give it again byte for byte."""

from __future__ import annotations

import gzip
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mnna.series import metadata

ROOT = Path(__file__).parents[2]


SHARED = Path(os.environ.get("MNNA_SHARED", ROOT.parent / "shared")) / "data"


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


def test_asking_imports_the_standard_library_only() -> None:
    heavy = "'httpx', 'numpy', 'click', 'openpyxl'"
    code = f"import sys, mnna.series; print([one for one in ({heavy}) if one in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment).strip() == b"[]"


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
