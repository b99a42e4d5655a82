"""Files appear whole or not at all, and the user's own facts are marked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mnna.briefs import Brief, brief, write
from mnna.errors import BadQuestion, CannotAnswer

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def made() -> Brief:
    return brief("FJI", on=TODAY)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.pdf", b"%PDF"),
        ("a.html", b"<!doctype html>"),
        ("a.md", b"# Fiji"),
        ("a.JSON", b'{\n  "schema"'),
        ("a.docx", b"PK"),
    ],
)
def test_the_ending_is_the_form(made: Brief, tmp_path: Path, name: str, start: bytes) -> None:
    path = write(made, tmp_path / name)
    assert path.read_bytes().startswith(start)
    assert [entry.name for entry in tmp_path.iterdir()] == [name], "no half-written file is left"


def test_an_earlier_file_is_replaced_whole(made: Brief, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    write(made, target)
    assert target.read_text(encoding="utf-8").startswith("# Fiji")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("none/a.pdf", "there is no folder"), ("a.odt", "no known file format"), ("a", "no known file format")],
)
def test_a_bad_path_is_refused_before_any_work(made: Brief, tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        write(made, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(made: Brief, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="it is a folder"):
        write(made, tmp_path)


def test_a_write_that_fails_leaves_nothing_behind(made: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotAnswer, match="No space left on device"):
        write(made, target)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    assert target.read_text() == "old"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission(made: Brief, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotAnswer, match="cannot be written"):
            write(made, tmp_path / "a.md")
    finally:
        tmp_path.chmod(0o700)


def test_the_users_own_facts_are_marked(tmp_path: Path) -> None:
    (tmp_path / "spans").mkdir()
    header = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "FJI,mnna,2026-02-01,,,,yes,Own determination,22 USC 2321k(a)(1),own-note,low,2026-11-24,For the test."
    (tmp_path / "spans" / "mnna.csv").write_text(f"{header}\n{row}\n")
    (tmp_path / "sources.csv").write_text(
        "id,title,publisher,kind,address,licence,opened_on,note\nown-note,My note,me,note,,,2026-11-24,\n"
    )
    told = brief("FJI", on=TODAY, facts=tmp_path)
    assert "by Own determination (your own facts)" in told.bottom_line[0]
    assert "Rests on your own facts: " in str(told.section("what-if").to_dict())
