"""What is given to screen: files, folders, globs, standard input and addresses."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening.read_options import ReadOptions
from mnna.screening.run import screen
from mnna.screening.source import Source, found

ROW = "recipient,channel\nMEX,fms\n"
PLAIN = ReadOptions()


def names(asked: str | Path, options: ReadOptions = PLAIN) -> list[str]:
    with found(asked, options) as source:
        return [path.name for path in source.given]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.csv", "a.tsv", "c.CSV.GZ", "notes.md", ".hidden.csv", "_SUCCESS", "deep/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ROW, encoding="utf-8")
    (tmp_path / "c.CSV.GZ").unlink()
    return tmp_path


def test_a_folder_is_read_with_its_folders_in_order_of_name(folder: Path) -> None:
    assert names(folder) == ["a.tsv", "b.csv", "d.txt"]


def test_a_glob_finds_files_and_no_folders(folder: Path) -> None:
    assert names(f"{folder}/*.csv") == ["b.csv"] and names(f"{folder}/**/*.txt") == ["d.txt"]
    assert names(folder / "notes.md") == ["notes.md"]


def test_what_is_not_there_is_refused_with_what_is_near(folder: Path) -> None:
    with pytest.raises(BadQuestion) as raised:
        names(folder / "bb.csv")
    assert raised.value.wrong == "there is nothing to read" and "b.csv" in raised.value.near
    with pytest.raises(BadQuestion, match="there is nothing to read"):
        names(folder / "nowhere" / "b.csv")


def test_kinds_are_told_by_the_first_bytes_and_not_mixed(folder: Path) -> None:
    (folder / "b.csv").write_bytes(b"PAR1 and so on")
    with found(folder / "b.csv", PLAIN) as source:
        assert source.parquet and source.paths == source.given and not source.several
    with pytest.raises(BadQuestion, match="some are Parquet and some are not"):
        names(folder)
    (folder / "b.csv").write_bytes(b"")
    with pytest.raises(BadQuestion, match="it is empty"):
        names(folder / "b.csv")


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.csv"
    path.write_text(ROW, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotAnswer, match=r"in\.csv: it cannot be read: Permission denied"):
        names(path)


def test_standard_input_is_kept_in_a_file_until_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROW.encode())))
    with found("-", PLAIN) as source:
        (kept,) = source.given
        assert kept.read_text(encoding="utf-8") == ROW and source.asked == "-" and kept.name == "standard input"
    assert not kept.exists()


@pytest.mark.parametrize("given", ["", '{"a":', "\n\n", 'recipient,channel\n"COL,fms\n'])
def test_a_refusal_of_standard_input_names_no_temporary_file(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    with pytest.raises(BadQuestion, match=r"^the file standard input: "):
        screen("-")


def test_utf16_is_read_from_a_copy_that_goes(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(ROW.encode("utf-16"))
    with found(path, PLAIN) as source:
        (copy,) = source.paths
        assert copy != path and copy.read_text(encoding="utf-8") == ROW and source.given == (path,)
        assert source.said == ("in.csv is read as UTF-16, as its first bytes say",)
        assert source.headers == (("recipient", "channel"),)
    assert not copy.exists() and path.exists()
    with found(path, ReadOptions(encoding="utf-16")) as source:
        assert source.said == (), "what the user says needs no telling"


def test_a_hash_is_that_of_the_bytes_given(folder: Path) -> None:
    with found(folder / "b.csv", PLAIN) as source:
        assert source.hash() == sha256(ROW.encode()).hexdigest()
    with found(folder, PLAIN) as source:
        assert source.several and source.hash() == sha256(3 * ROW.encode()).hexdigest()


@pytest.mark.parametrize(("text", "sign", "balance"), [('"a"', '"', True), ('"a', '"', False), ('"a', "", True)])
def test_quotation_marks_come_in_pairs(tmp_path: Path, text: str, sign: str, balance: bool) -> None:
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    assert Source("in.csv", (path,), (path,), False, quote=sign).quotes_balance() is balance


@pytest.mark.parametrize(
    ("address", "parquet", "mark"),
    [
        ("s3://a/b.csv", False, ","),
        ("s3://a/b.TSV.gz", False, "\t"),
        ("s3://a/cases.csv/*", False, ","),
        ("s3://a/b/", True, ","),
        ("s3://a/b.parquet", True, ","),
    ],
)
def test_an_address_is_judged_by_its_name_and_is_not_hashed(address: str, parquet: bool, mark: str) -> None:
    with found(address, PLAIN) as source:
        assert (source.remote, source.parquet, source.delimiters) == (address, parquet, (mark,))
        assert source.paths == () and source.several and source.hash() == "none (remote)"


@pytest.mark.parametrize("options", [ReadOptions(delimiter=";;"), ReadOptions(delimiter=""), ReadOptions(quote="''")])
def test_a_sign_of_more_than_a_letter_is_refused(folder: Path, options: ReadOptions) -> None:
    with pytest.raises(BadQuestion, match="each is a single letter"):
        names(folder / "b.csv", options)


def test_a_pipe_is_read_once_into_a_file_and_a_device_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=(ROW,)).start()
    with found(pipe, PLAIN) as source:
        assert source.given[0] != pipe and source.given[0].read_text(encoding="utf-8") == ROW
        assert source.headers == (("recipient", "channel"),)
    with pytest.raises(BadQuestion, match="it is a device and no file"):
        names("/dev/zero")


def test_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CannotAnswer, match="standard input: it is closed"):
        names("-")


@pytest.mark.parametrize(
    "options", [ReadOptions(quote=","), ReadOptions(delimiter='"'), ReadOptions(delimiter="\n"), ReadOptions(skip=-1)]
)
def test_signs_that_cannot_be_are_refused(folder: Path, options: ReadOptions) -> None:
    with pytest.raises(BadQuestion):
        names(folder / "b.csv", options)


def test_packed_files_are_unpacked_where_there_are_several(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(ROW.encode()))
    with found(tmp_path, ReadOptions()) as files:
        assert files.paths == files.given
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(ROW.encode()))
    (tmp_path / "c.csv").write_text(ROW, "utf-8")
    with found(tmp_path, ReadOptions()) as files:
        assert [path.read_text("utf-8") for path in files.paths] == [ROW] * 3
        copies = set(files.paths) - set(files.given)
    assert len(copies) == 2 and not any(path.exists() for path in copies)


def test_no_name_is_not_the_folder_one_is_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(BadQuestion, match="the file ''"), found("", ReadOptions()):
        pass


def test_a_folder_holds_records_too(tmp_path: Path) -> None:
    for name in ("a.csv", "b.json", "c.jsonl", "d.md"):
        (tmp_path / name).write_text("recipient\nKEN\n" if name == "a.csv" else '{"recipient": "KEN"}\n', "utf-8")
    with found(tmp_path, ReadOptions()) as files:
        assert [path.name for path in files.given] == ["a.csv", "b.json", "c.jsonl"]
