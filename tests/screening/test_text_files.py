"""A text file before an engine reads it: letters, the sign between columns, and the names of the columns."""

from __future__ import annotations

import codecs
import gzip
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening.text_files import as_utf8, distinct, head, known_encoding, marked_utf16, packed, repeated


def written(folder: Path, data: bytes) -> Path:
    path = folder / "in.csv"
    path.write_bytes(data)
    return path


def test_an_encoding_has_its_own_name_or_is_refused() -> None:
    assert known_encoding("Latin-1") == "iso8859-1"
    with pytest.raises(BadQuestion, match="there is no such encoding"):
        known_encoding("klingon")


def test_gzip_is_known_by_its_bytes_and_read_unpacked(tmp_path: Path) -> None:
    plain = written(tmp_path, b"a;b\n1;2\n")
    assert not packed(plain) and head(plain, plain, None, '"') == (["a", "b"], ";")
    squeezed = written(tmp_path, gzip.compress(b"a\tb\n"))
    assert packed(squeezed) and head(squeezed, squeezed, None, '"') == (["a", "b"], "\t")
    broken = written(tmp_path, b"\x1f\x8bnothing")
    with pytest.raises(CannotAnswer, match="cannot be unpacked"):
        head(broken, broken, None, '"')


def test_utf16_is_known_by_its_mark(tmp_path: Path) -> None:
    assert marked_utf16(written(tmp_path, "é,b".encode("utf-16")))
    assert not marked_utf16(written(tmp_path, codecs.BOM_UTF32_LE)) and not marked_utf16(written(tmp_path, b"a,b"))


def test_other_letters_become_utf8_or_are_refused(tmp_path: Path) -> None:
    copy = as_utf8(written(tmp_path, "Côte".encode("cp1252")), "cp1252")
    assert copy.read_text("utf-8") == "Côte"
    copy.unlink()
    path = written(tmp_path, b"C\xf4te")
    with pytest.raises(BadQuestion, match=r"it is not utf-8 text.*encoding cp1252"):
        as_utf8(path, "utf-8")
    with pytest.raises(BadQuestion, match="it is not utf-8 text"):
        head(path, path, None, '"')


def test_a_tie_between_signs_is_not_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, b"a,b;c\n")
    with pytest.raises(BadQuestion, match=r"divided by ',' or ';'.*delimiter"):
        head(path, path, None, '"')
    assert head(path, path, ";", '"') == (["a,b", "c"], ";")
    assert head(written(tmp_path, b'\xef\xbb\xbf"a,1",b\n'), path, None, '"') == (["a,1", "b"], ",")
    assert head(written(tmp_path, b'"a,b\n'), path, ",", "") == (['"a', "b"], ",")


def test_columns_get_names_an_engine_can_tell_apart() -> None:
    assert distinct(["note", "Note", "", "note_1"]) == ("note", "Note_1", "column_3", "note_1_1")
    assert repeated(["a", "A ", "b", "", ""]) == {"a"}
