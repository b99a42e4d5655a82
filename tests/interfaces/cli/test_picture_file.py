"""A picture in a file, in the form that its ending names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.interfaces.cli.picture_file import ENDINGS, check, write
from mnna.present.document import Picture

PICTURE = Picture("rank", "A title", "In words", "A caption", "<svg>é</svg>", {"mark": "bär"})


@pytest.mark.parametrize(
    ("ending", "text"),
    [(".svg", "<svg>é</svg>\n"), (".json", json.dumps({"mark": "bär"}, ensure_ascii=False, indent=2) + "\n")],
)
def test_the_picture_alone_or_its_specification(
    tmp_path: Path, ending: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a{ending.upper()}"
    write(path, iter([PICTURE, PICTURE._replace(svg="no")]))
    assert path.read_text(encoding="utf-8") == text
    assert capsys.readouterr().err == f"wrote {path}\n"


def test_a_page_has_the_words_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write(path, [PICTURE])
    text = path.read_text(encoding="utf-8")
    assert "A title" in text and "<svg>é</svg>" in text and "In words" in text and "A caption" not in text


@pytest.mark.parametrize(
    ("name", "wrong"), [("a.png", "its ending is no form of a picture"), ("no/a.svg", "there is no such folder")]
)
def test_what_will_not_do_is_said_before_the_work(tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        check(tmp_path / name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_that_is_named_is_taken(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("altair")
    check(tmp_path / f"a{ending}")


def test_an_answer_without_a_picture_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="there is none of this answer"):
        write(tmp_path / "a.svg", [])


def test_a_file_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(CannotAnswer, match="Is a directory"):
        write(tmp_path / "a.svg", [PICTURE])
