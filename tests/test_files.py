"""Writing a file in one step: the old file or the whole new one, and what is said where it cannot be written."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.files import check, keep, put, refuse_device, save, standard_input

WRITERS: list[Callable[[Path], None]] = [
    lambda path: put(path, b"new"),
    lambda path: put(path, b"new", lasting=True),
    lambda path: save(path, b"new"),
    lambda path: keep(path, b"new", "storing figures"),
]


@pytest.mark.parametrize("write", WRITERS)
def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path, write: Callable[[Path], None]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    write(path)
    assert path.read_bytes() == b"new" and [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("write", WRITERS)
def test_a_full_disk_leaves_the_older_file(
    tmp_path: Path, write: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises((OSError, CannotAnswer), match="No space left on device"):
        write(path)
    assert path.read_text() == "old" and [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(os.name != "posix", reason="other systems cannot open a folder")
@pytest.mark.parametrize(("lasting", "flushed"), [(True, [False, True]), (False, [])])
def test_what_is_to_last_is_flushed_with_its_folder(
    tmp_path: Path, lasting: bool, flushed: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = list[bool]()
    monkeypatch.setattr(os, "fsync", lambda file: folders.append(stat.S_ISDIR(os.fstat(file).st_mode)))
    put(tmp_path / "a.csv", b"new", lasting)
    assert folders == flushed


@pytest.mark.parametrize(("seconds", "left"), [(86_399, True), (86_400.5, False)])
def test_what_is_older_than_a_day_is_swept(
    tmp_path: Path, seconds: float, left: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / ".a.csv.1.part"
    part.touch()
    monkeypatch.setattr(time, "time", lambda: part.stat().st_mtime + seconds)
    keep(tmp_path / "a.csv", b"1", "storing figures")
    assert part.exists() == left


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such mask")
def test_a_new_file_may_be_read_as_any_other(tmp_path: Path) -> None:
    put(tmp_path / "ours", b"")
    (tmp_path / "any").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_what_is_kept_makes_its_folder_and_sweeps_what_a_killed_process_left(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.csv"
    keep(path, b"1", "storing figures")
    old, young, another = (path.with_name(f".{name}.part") for name in ("a.csv.1", "a.csv.2", "b.csv.1"))
    for part in (old, young, another):
        part.touch()
    for part in (old, another):
        os.utime(part, (time.time() - 90_000,) * 2)
    keep(path, b"2", "storing figures")
    assert path.read_bytes() == b"2" and not old.exists() and young.exists() and another.exists()


def test_a_data_directory_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(CannotAnswer, match=r"storing figures: .*data cannot be written .*Set MNNA_DATA"):
        keep(tmp_path / "data" / "a.csv", b"", "storing figures")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("", "it is a folder"),
        ("a.odt", r"its ending is no known file format\. Did you mean \.md or \.pdf\?"),
        ("a", "its ending is no known file format"),
        ("none/a.pdf", "there is no folder .*none"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        check(tmp_path / name, (".md", ".pdf"))


@pytest.mark.skipif(os.name != "posix", reason="other systems have no named pipes")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(BadQuestion, match="it is a pipe or a device"):
        check(tmp_path / "a.pdf", (".pdf",))


def test_a_file_in_this_folder_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check(Path("a.PDF"), (".pdf",))


def test_standard_input_is_read_as_bytes() -> None:
    assert standard_input() is sys.stdin.buffer


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CannotAnswer, match=r"standard input: it is closed\. Give a file\."):
        standard_input()


def test_a_device_is_refused_and_a_file_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="/dev/zero: it is a device and no file"):
        refuse_device(Path("/dev/zero"))
    (tmp_path / "a.csv").touch()
    refuse_device(tmp_path / "a.csv")
    refuse_device(tmp_path / "not there")
