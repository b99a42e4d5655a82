"""What rank, criteria and effects share: the user's own facts, pictures, missing packages, the same words in Python."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mnna.interfaces.cli import main
from tests.registry.test_read_tables import HEADER
from tests.registry.test_read_tables import table as spans_table
from tests.terminal import Ran, document, refused, run, said

DAY = "2026-06-30"


def test_pictures_are_written_with_their_words(tmp_path: Path) -> None:
    svg, html = tmp_path / "a.svg", tmp_path / "b.html"
    ran = run("rank", "--on", DAY, "-o", str(svg))
    assert (ran.code, ran.out) == (0, "") and "wrote" in ran.err and svg.read_text("utf-8").startswith("<svg")
    assert run("criteria", "MEX", "--draws", "2000", "--on", DAY, "-o", str(html)).code == 0
    page = html.read_text("utf-8")
    assert "candidates take each rank" in page and "<figcaption>" in page and '<html lang="en">' in page
    assert "<script" not in page and "http" not in re.sub(r"http://www\.w3\.org/\S+", "", page)


@pytest.mark.parametrize(
    ("words", "id_"),
    [(("rank", "MEX"), "backtest"), (("effects", "us_troops", "--draws", "99"), "study-us-troops")],
)
def test_documents_hold_the_pictures(words: tuple[str, ...], id_: str, tmp_path: Path) -> None:
    pdf, md = tmp_path / "a.pdf", tmp_path / "a.md"
    assert run(*words, "--on", DAY, "-o", str(pdf)).code == 0
    assert b"/Figure" in pdf.read_bytes() and b"/Alt" in pdf.read_bytes()
    ran = run(*words, "--on", DAY, "-o", str(md))
    beside = tmp_path / f"a-{id_}.svg"
    assert ran.code == 0 and beside.name in ran.err and beside.read_text("utf-8").startswith("<svg")
    text = md.read_text("utf-8")
    assert f"](<{beside.name}>)" in text and "Pictures are told in words" not in text


@pytest.fixture()
def own_facts(tmp_path: Path) -> Path:
    """A folder in which Mexico was designated on 2 March 2020 and India joined NATO."""
    rows = (
        "MEX,mnna,2020-03-02,,,,yes,An order,,my-source,high,,",
        "IND,nato,2021-05-01,,,,yes,A protocol,,my-source,high,,",
    )
    return spans_table(tmp_path / "facts", HEADER, *rows)


def test_the_models_go_by_the_users_own_facts(own_facts: Path) -> None:
    plain, mine = document("rank", "--on", DAY), document("--facts", str(own_facts), "rank", "--on", DAY)
    named = {one["country"]: one["year"] for one in mine["backtest"]["designees"]}
    assert named["MEX"] == 2020 and len(named) == len(plain["backtest"]["designees"]) + 1
    assert {one["country"] for one in plain["ranking"]} - {one["country"] for one in mine["ranking"]} == {"MEX", "IND"}
    gone = said("rank", "MEX", "--on", DAY, "--facts", str(own_facts))
    assert "designated on 2 March 2020" in gone and "your own facts: MEX mnna" in gone
    assert "member of NATO" in refused("criteria", "IND", "--on", DAY, "--facts", str(own_facts))
    risk = document("rank", "--risk-set", "--on", DAY, "--facts", str(own_facts))
    assert not {"MEX", "IND"} & set(risk["countries"])
    studied = document("effects", "us_troops", "--draws", "99", "--facts", str(own_facts))
    assert {"country": "MEX", "year": 2020} in studied["designees"]
    assert "IND nato from 1 May 2021 (my-source)" in studied["own_facts"]
    assert "your own facts: MEX mnna from 2 March 2020 (my-source)" in said(
        "rank", "--on", DAY, "--facts", str(own_facts)
    )
    assert not plain["own_facts"]
    assert "designation of Mexico, from 2020 on" in said(
        "effects", "us_troops", "--country", "MEX", "--facts", str(own_facts)
    )


def test_a_picture_and_the_stamp_go_by_the_users_own_facts(own_facts: Path, tmp_path: Path) -> None:
    svg = tmp_path / "own.svg"
    assert run("rank", "--on", DAY, "-o", str(svg), "--facts", str(own_facts)).code == 0
    assert "Mexico 2020" in svg.read_text("utf-8")
    stamps = {said("criteria", "--draws", "100", "--on", "2019-01-01", *more).rpartition("facts ")[2]
              for more in ((), ("--facts", str(own_facts)))}  # fmt: skip
    assert len(stamps) == 2


def fresh(code: str) -> Ran:
    """What a fresh interpreter says to some code."""
    path = str(Path(main.__file__).parents[3])
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": path})
    return Ran(made.returncode, made.stdout, made.stderr)


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ("numpy", ("rank",)),
        ("numpy", ("criteria",)),
        ("numpy", ("criteria", "--bounds", "gdp=0..0.5")),
        ("numpy", ("effects", "us_troops", "--country", "COL")),
        ("numpy", ("effects", "--all")),
        ("scipy", ("rank",)),
        ("diff_diff", ("effects", "un_distance", "--draws", "99")),
    ],
)
def test_missing_packages_are_named_with_the_cure(package: str, words: tuple[str, ...]) -> None:
    asked = f"sys.argv = ['mnna', *{words!r}]; main.main()"
    ran = fresh(f"import sys; sys.modules[{package!r}] = None; from mnna.interfaces.cli import main; {asked}")
    assert (ran.code, ran.out) == (1, ""), ran
    assert f"{package} is not installed" in ran.err and "the extra `models`" in ran.err


def test_a_missing_package_of_pictures_is_named(tmp_path: Path) -> None:
    asked = f"sys.argv = ['mnna', 'rank', '-o', {str(tmp_path / 'a.svg')!r}]; main.main()"
    ran = fresh(f"import sys; sys.modules['vl_convert'] = None; from mnna.interfaces.cli import main; {asked}")
    assert ran.code == 1 and "the extra `charts`" in ran.err


def test_looking_up_a_command_imports_no_package_of_the_models() -> None:
    names = "mnna.interfaces.words.rank, mnna.interfaces.words.criteria, mnna.interfaces.words.effects, sys"
    ran = fresh(f"import {names}; print(sorted({{'numpy', 'scipy', 'rich', 'altair'}} & set(sys.modules)))")
    assert ran.out.strip() == "[]", ran
