"""`compare` as people read it: beside one country or all, one measure over the years, and the pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnna.answers.compare import MEASURES, MeasureList, Timelines
from tests.interfaces.checks import fits
from tests.terminal import document, refused, run, said

DAY = ("--on", "2026-06-01")


@pytest.mark.parametrize("words", [["MEX", "--to", "COL"], ["COL", "--to", "IND", "--to", "FRA"], ["MEX"]])
def test_questions(words: list[str]) -> None:
    fits("compare", *words, *DAY)


def test_it_says_who_is_nearest_and_what_keeps_them_apart() -> None:
    near = document("compare", "MEX", "--to", "COL", *DAY)["nearest"]
    text = said("compare", "MEX", "--to", "COL", *DAY)
    assert near[0]["country"] == "PER" and f"Mexico most resembles Peru in {near[0]['year']}" in text
    assert f"Distance: {near[0]['distance']:.2f}" in text and "What keeps them apart: Defense treaty" in text
    assert "figures end before 2025: each shows its year. What each series covers" in text


def test_beside_a_few_each_stands_in_a_column_with_the_reason_of_a_gap() -> None:
    told = document("compare", "MEX", "--to", "COL", *DAY)
    text = said("compare", "MEX", "--to", "COL", *DAY)
    assert "designated 23 May 2022, measured in 2021" in text and "Colombia: missing (2021)" in text
    rows = {row["id"]: row for row in told["measures"]}
    assert all(gap["because"] in text for row in rows.values() for gap in row["missing"])
    mine = rows["homicide_rate"]["candidate"]
    assert f"Among those who joined: {mine['percentile_among_entrants']:g} ({mine['n_entrants']})" in text
    assert f"Of all outside NATO: {mine['percentile_outside_nato']:g} ({mine['n_outside_nato']})" in text
    assert "never designated, measured in its latest year" in said("compare", "MEX", "--to", "IND", *DAY)


def test_beside_all_their_range_is_told() -> None:
    text = said("compare", "MEX", *DAY)
    assert "Those who joined:" in text and "No figure:" in text and "Colombia: designated" not in text


def test_how_and_sources_are_told() -> None:
    told, text = document("compare", "MEX", *DAY), said("compare", "MEX", *DAY)
    assert all(way in text for way in told["method"])
    assert all(row["source"] in text for row in told["measures"])


def test_a_measure_over_the_years() -> None:
    words = ("MEX", "--to", "COL", "--lines", "homicide_rate", *DAY)
    told, text = fits("compare", *words, of=Timelines), said("compare", *words)
    assert "Latest first Year Mexico Colombia 2023 24.86" in text and "Nearest" not in text
    assert len(told["spans"]) == text.count("Status:") and "None of the statuses" not in text
    assert told["source"] in text and told["says"] in text


def test_every_measure_is_listed() -> None:
    fits("compare", "--list", of=MeasureList)
    assert all(f"({name})" in said("compare", "--list") for name in MEASURES)


def test_pictures_are_written(tmp_path: Path) -> None:
    for name, more, has in (
        ("a.svg", [], "<svg"),
        ("b.json", [], '"$schema"'),
        ("c.html", ["--lines", "homicide_rate"], "<figcaption>"),
    ):
        ran = run("compare", "MEX", "--to", "COL", "-o", str(tmp_path / name), *more)
        assert (ran.code, ran.out) == (0, "") and "wrote" in ran.err
        assert has in (tmp_path / name).read_text(encoding="utf-8")
    ran = run("compare", "MEX", "--to", "COL", "-o", str(tmp_path / "d.svg"), "--json")
    assert json.loads(ran.out)["candidate"] == "MEX" and (tmp_path / "d.svg").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "mnna compare MEX --to COL"),
        (("MEX", "--to", "MEX"), "compared with itself"),
        (("NATO",), "figures are of countries"),
        (("MEX", "--lines", "homicides"), "homicide_rate"),
        (("MEX", "-o", "a.png"), ".svg"),
        (("MEX", "-o", "missing/a.svg"), "there is no folder missing"),
    ],
)
def test_what_cannot_be_asked(words: tuple[str, ...], says: str) -> None:
    assert says in refused("compare", *words)
