"""`next` as people ask it: by word, as a country alone, as the memo of a brief, and into a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.interfaces.words.next import ENDPOINT
from mnna.present.document import spelled
from tests.interfaces.checks import fits
from tests.terminal import document, refused, run

ON = ("--on", "2026-11-24")


@pytest.mark.parametrize("words", [["MEX"], ["COL"], ["FRA"], ["TWN"], ["CUB", "--on", "2026-06-01"]])
def test_questions(words: list[str]) -> None:
    fits("next", *words)


def test_a_country_alone_and_the_memo_of_a_brief_are_the_same() -> None:
    whole = document("next", "MEX", *ON)
    assert document("MEX", *ON) == whole == document("brief", "MEX", "--memo", *ON)
    assert run("MEX", *ON).out == run("next", "MEX", *ON).out


@pytest.mark.parametrize(
    ("country", "title"), [("MEX", "Is Mexico the next"), ("GBR", "Is the United Kingdom the next")]
)
def test_it_is_the_bottom_line_and_where_to_read_on(country: str, title: str) -> None:
    answer = ENDPOINT.answered({"country": country, "on": "2026-06-01"})
    shown = ENDPOINT.shown(answer)
    assert shown.title.startswith(title) and shown.one_page
    for said, sentence in zip(shown.lead[-2:], answer.answer, strict=True):
        assert spelled(said).startswith(f"{sentence} [")
    assert dict(shown.stamp) == answer.stamp._asdict()


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_it_writes_a_file(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"memo.{form}"
    assert run("next", "MEX", *ON, "-o", str(file)).code == 0 and file.stat().st_size > 2000


def test_what_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    assert "its ending is no known file format" in refused("next", "MEX", "-o", str(tmp_path / "memo.xyz"))


@pytest.mark.parametrize("asked", ["USA", "NATO", "GRL", "Atlantis"])
def test_who_cannot_be_named_gets_one_sentence(asked: str) -> None:
    assert refused("next", asked)
