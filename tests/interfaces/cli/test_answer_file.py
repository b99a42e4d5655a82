"""An answer with pictures in a file, in the form that its ending names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.interfaces.cli.answer_file import ENDINGS, check, write
from mnna.present.document import Document, Paragraph, Picture, Section

PICTURE = Picture("rank", "A title", "In words", "A caption", "<svg>é</svg>")
DRAWN = PICTURE._replace(spec={"mark": "bär"})
ANSWER = Document(title="An answer", sections=(Section("first", "First", (Paragraph("It says."),)),))


@pytest.mark.parametrize(
    ("ending", "text"),
    [(".svg", "<svg>é</svg>\n"), (".json", json.dumps({"mark": "bär"}, ensure_ascii=False, indent=2) + "\n")],
)
def test_the_first_picture_alone_or_its_specification(
    tmp_path: Path, ending: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a{ending.upper()}"
    write(path, ANSWER, (DRAWN, DRAWN._replace(svg="no", spec={})))
    assert path.read_text(encoding="utf-8") == text
    assert capsys.readouterr().err == f"wrote {path}\n"


def test_a_page_has_the_answer_and_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write(path, ANSWER, (PICTURE,))
    text = path.read_text(encoding="utf-8")
    for words in ("An answer", "It says.", "<svg>é</svg>", "A caption"):
        assert words in text, words


def test_markdown_has_its_pictures_in_files_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, beside = tmp_path / "a.md", tmp_path / "a-rank.svg"
    write(path, ANSWER, (PICTURE,))
    text = path.read_text(encoding="utf-8")
    assert "It says." in text and f"]({beside.name})" in text.replace("<", "").replace(">", "")
    assert beside.read_text(encoding="utf-8") == "<svg>é</svg>\n"
    assert capsys.readouterr().err == f"wrote {path}, {beside}\n"


def test_an_answer_without_a_picture_is_still_written_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.md", ANSWER, ())
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]
    for name in ("a.svg", "a.json"):
        with pytest.raises(BadQuestion, match="this answer has no picture"):
            write(tmp_path / name, ANSWER, ())


@pytest.mark.parametrize(
    ("name", "wrong"), [("a.png", "its ending is no known file format"), ("no/a.svg", "there is no folder")]
)
def test_what_will_not_do_is_said_before_the_work(tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        check(tmp_path / name)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_that_is_named_is_taken(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("altair")
    check(tmp_path / f"a{ending}")


def test_a_file_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(CannotAnswer, match="Is a directory"):
        write(tmp_path / "a.svg", ANSWER, (PICTURE,))
