"""What is installed with mnna, and what is said where something is not."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import mnna
from mnna import errors
from mnna.errors import CannotAnswer, extra

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
FOR_DEVELOPERS = {"bench", "test"}
LOCKED = dict(
    line.split("==")
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)


def library(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def libraries() -> list[str]:
    return [one for extra in EXTRAS.values() for one in [*extra, *PROJECT["dependencies"]] if library(one) != "mnna"]


def test_the_base_needs_click_only() -> None:
    assert [library(one) for one in PROJECT["dependencies"]] == ["click"]


def test_all_is_every_extra_of_a_user() -> None:
    (everything,) = EXTRAS["all"]
    assert set(everything.removeprefix("mnna[").rstrip("]").split(",")) == EXTRAS.keys() - FOR_DEVELOPERS - {"all"}


@pytest.mark.parametrize("requirement", sorted(set(libraries())))
def test_a_requirement_has_a_floor_that_is_locked_and_no_pin(requirement: str) -> None:
    name, sign, floor = requirement.partition(">=")
    assert sign and "==" not in requirement and "," not in floor, "state a known break beside an upper bound"

    def parts(version: str) -> list[int]:
        return [int(one) for one in re.findall(r"\d+", version)]

    assert parts(LOCKED[library(name)]) >= parts(floor)


def test_the_citation_has_the_version() -> None:
    stated = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    assert stated and stated[1] == mnna.__version__


def test_every_extra_named_in_the_source_is_there() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    named = set(re.findall(r'\bextra(?:\(|, )"([a-z]+)"', text))
    assert {"screen", "brief", "web", "models"} <= named <= EXTRAS.keys()


REQUIRES = [
    "click>=8",
    'duckdb>=2.0.0; extra == "screen"',
    "rich>=15; extra == 'screen'",
    "fastapi>=0.165; extra == 'web'",
    "mnna[screen]; extra == 'web'",
    "mnna[web]; extra == 'mcp'",
]


def test_the_libraries_of_an_extra_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.requires", lambda _: REQUIRES)
    with pytest.raises(CannotAnswer) as raised, extra("mcp", "mnna mcp"):
        raise ModuleNotFoundError("No module named 'fastapi.x'", name="fastapi.x")
    said = 'mnna mcp: fastapi is not installed. It belongs to the extra `mcp`: pip install "fastapi>=0.165"'
    assert str(raised.value) == f'{said} "duckdb>=2.0.0" "rich>=15"'
    assert errors._of_extra("nothing", REQUIRES) == []


def test_a_module_of_ours_that_is_missing_is_our_mistake() -> None:
    with pytest.raises(ModuleNotFoundError), extra("web", "mnna serve"):
        raise ModuleNotFoundError("No module named 'mnna.interfaces.http.x'", name="mnna.interfaces.http.x")


CASES = "recipient,channel,mde_usd,total_usd,on\nCOL,fms,20000000,20000000,2023-05-01\n"
OUTSIDE = ("duckdb", "typst", "jinja2", "rich", "numpy", "pydantic_core", "httpx", "mcp", "pyspark", "altair")


def without(*libraries: str, words: list[str], at: Path) -> subprocess.CompletedProcess[str]:
    """A command where these libraries are not installed."""
    code = f"import sys; sys.modules |= dict.fromkeys({libraries!r}); from mnna.interfaces.cli.main import main; main()"
    return subprocess.run([sys.executable, "-c", code, *words], cwd=at, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize(
    ("words", "library", "belongs"),
    [
        (["screen", "in.csv"], "duckdb", "screen"),
        (["screen", "in.csv", "--row", "1"], "duckdb", "screen"),
        (["screen", "in.csv", "--engine", "spark"], "duckdb", "spark"),
        (["brief", "MEX", "-o", "out.pdf"], "typst", "brief"),
        (["rank"], "numpy", "models"),
        (["claims", "-o", "out.xlsx"], "xlsxwriter", "office"),
        (["refresh", "homicide_rate"], "httpx", "refresh"),
        (["serve", "--port", "0"], "uvicorn", "web"),
        (["mcp"], "mcp", "mcp"),
    ],
)
def test_a_missing_library_is_one_line_and_exit_code_1(
    tmp_path: Path, words: list[str], library: str, belongs: str
) -> None:
    (tmp_path / "in.csv").write_text(CASES, encoding="utf-8")
    ran = without(library, words=words, at=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "") and ran.stderr.count("\n") == 1, ran.stderr
    assert f"{library} is not installed. It belongs to the extra `{belongs}`" in ran.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    "words",
    [["status", "COL"], ["compare", "MEX"], ["claims"], ["brief", "MEX"], ["brief", "MEX", "-o", "out.md"],
     ["brief", "MEX", "-o", "out.html"], ["changes", "--since", "2026-11-01", "-o", "out.csv"],
     ["indicators"], ["screen", "--help"], ["refresh", "--help"], ["serve", "--help"]],
    ids=" ".join,
)  # fmt: skip
def test_the_base_answers_without_any_of_them(tmp_path: Path, words: list[str]) -> None:
    ran = without(*OUTSIDE, words=words, at=tmp_path)
    assert ran.returncode == 0 and ran.stderr in ("", f"wrote {words[-1]}\n"), ran.stderr


def test_a_bar_needs_rich_and_work_does_not(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(CASES, encoding="utf-8")
    ran = without("rich", words=["screen", "in.csv", "-o", "out.csv"], at=tmp_path)
    assert ran.returncode == 0 and (tmp_path / "out.csv").exists()
