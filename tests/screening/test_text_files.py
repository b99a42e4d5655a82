"""A text file before an engine reads it: letters, the sign between columns, and the names of the columns."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion, MnnaError
from mnna.screening import screen, text_files
from mnna.screening.read_options import ReadOptions
from mnna.screening.text_files import _filled, as_utf8, distinct, head, marked_utf16, packed, repeated

WRITTEN = """Titles of a report,,
Country,Sale,on,channel,total_usd
Kenya,1,2024-06-01,fms,60000000
 ,"a ""b"", c",2024-06-02,fms,1
,,,,
Japan,2,,fms,60000000
,3,2024-06-04,,60000000
"""


def written(folder: Path, data: bytes) -> Path:
    path = folder / "in.csv"
    path.write_bytes(data)
    return path


def headed(path: Path, **written: Any) -> tuple[list[str], str]:
    found = head(path, "utf-8", ReadOptions(**written))
    return found.names, found.mark


def test_gzip_is_known_by_its_bytes_and_read_unpacked(tmp_path: Path) -> None:
    plain = written(tmp_path, b"a;b\n1;2\n")
    assert not packed(plain) and headed(plain) == (["a", "b"], ";")
    squeezed = written(tmp_path, gzip.compress(b"a\tb\n"))
    assert packed(squeezed) and headed(squeezed) == (["a", "b"], "\t")
    broken = written(tmp_path, b"\x1f\x8bnothing")
    with pytest.raises(BadQuestion, match="cannot be unpacked"):
        headed(broken)


def test_utf16_is_known_by_its_mark(tmp_path: Path) -> None:
    assert marked_utf16(written(tmp_path, "é,b".encode("utf-16")))
    assert not marked_utf16(written(tmp_path, codecs.BOM_UTF32_LE)) and not marked_utf16(written(tmp_path, b"a,b"))


def test_other_letters_become_utf8_or_are_refused(tmp_path: Path) -> None:
    copy = io.BytesIO()
    as_utf8(written(tmp_path, "Côte".encode("cp1252")), "cp1252", 1, copy)
    assert copy.getvalue().decode() == "ôte"
    path = written(tmp_path, b"C\xf4te")
    with pytest.raises(BadQuestion, match=r"it is not utf-8 text.*encoding cp1252"):
        as_utf8(path, "utf-8", 0, copy)
    with pytest.raises(BadQuestion, match="it is not utf-8 text"):
        headed(path)


def test_a_tie_between_signs_is_not_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, b"a,b;c\n")
    with pytest.raises(BadQuestion, match=r"divided by ',' or ';'.*delimiter"):
        headed(path)
    assert headed(path, delimiter=";") == (["a,b", "c"], ";")
    assert headed(written(tmp_path, b'\xef\xbb\xbf"a,1",b\n')) == (["a,1", "b"], ",")
    assert headed(written(tmp_path, b'"a,b\n'), delimiter=",", quote="none") == (['"a', "b"], ",")


@pytest.mark.parametrize(
    ("text", "before", "said"),
    [
        ("recipient,channel\n", 0, ()),
        ("\ufeffrecipient,channel\n", 0, ()),
        ("\nrecipient,channel\n", 1, ()),
        ("\n\r\n  \nrecipient,channel\n", 6, ()),
        ("sep=,\nrecipient,channel\n", 6, ()),
        ("\ufeffSEP=,\r\n\r\nrecipient,channel\n", 10, ()),
        ("Cases of 2024\n\nrecipient,channel\n", 15, ("2 lines above the headings are not read",)),
        ("Cases of 2024\nrecipient,channel\n", 14, ("1 line above the headings is not read",)),
    ],
)
def test_what_stands_above_the_headings_is_passed_over(
    tmp_path: Path, text: str, before: int, said: tuple[str, ...]
) -> None:
    found = head(written(tmp_path, text.encode()), "utf-8", ReadOptions())
    assert (found.names, found.mark, found.before, found.said) == (["recipient", "channel"], ",", before, said)


def test_lines_are_skipped_where_the_user_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, b"Cases\nrecipient;channel\nbuyer;way\n")
    assert head(path, "utf-8", ReadOptions(skip=2)).names == ["buyer", "way"]
    assert head(path, "utf-8", ReadOptions(skip=0, delimiter=";")).names == ["Cases"]


def test_more_lines_are_skipped_than_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="it holds no headings"):
        head(written(tmp_path, b"recipient,channel\n"), "utf-8", ReadOptions(skip=10**9))


@pytest.mark.parametrize("data", [b"\n\n", b"\xef\xbb\xbf", b"sep=;\n", b"  \n"])
def test_a_file_without_headings_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BadQuestion, match="it holds no headings"):
        headed(written(tmp_path, data))


def test_a_heading_beyond_measure_is_refused_by_number(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="a heading has 10,001 letters, more than 10,000"):
        headed(written(tmp_path, b"recipient," + b"x" * 10_001 + b"\n"))
    with pytest.raises(BadQuestion, match="a heading is longer than 131,072 letters"):
        headed(written(tmp_path, b"recipient," + b"x" * 140_000 + b"\n"))


def test_columns_get_names_an_engine_can_tell_apart() -> None:
    assert distinct(["note", "Note", "", "note_1"]) == ("note", "Note_1", "column_3", "note_1_1")
    assert repeated(["a", "A ", "b", "", ""]) == {"a"}


def damaged(text: str) -> bytes:
    """Packed text with one byte changed, so that it cannot be unpacked to its end."""
    packed = gzip.compress(text.encode())
    for at in range(12, len(packed) - 8):
        changed = packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :]
        try:
            gzip.decompress(changed)
        except zlib.error:
            return changed
        except (OSError, EOFError):
            continue
    raise AssertionError("no byte breaks it")


@pytest.mark.parametrize("name", ["in.csv.gz", "in.json.gz", "in.jsonl.gz", "in"])
def test_a_packed_file_with_a_changed_byte_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    rows = "".join(f"KEN,fms,{number}\n" for number in range(300))
    lines = "".join(f'{{"recipient": "KEN", "total_usd": {number}}}\n' for number in range(300))
    (tmp_path / name).write_bytes(damaged(lines if "json" in name else f"recipient,channel,total_usd\n{rows}"))
    with pytest.raises(MnnaError, match=r"cannot be unpacked|is not utf-8 text|it holds no"):
        screen(tmp_path / name)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n\r\n"])
@pytest.mark.parametrize("squeeze", [False, True])
def test_a_last_row_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, squeeze: bool
) -> None:
    monkeypatch.setattr(text_files, "LONGEST", 1 << 20)
    text = "recipient\n" + "KEN\n" * 9 + "x" * (3 << 20) + ending
    path = written(tmp_path, gzip.compress(text.encode()) if squeeze else text.encode())
    with pytest.raises(BadQuestion, match="a row near its end is longer than 1 MB"):
        text_files.check_last_row(path)
    text_files.check_last_row(written(tmp_path, b"recipient\n" + b"KEN\r" * (1 << 20)))


def test_a_row_of_units_is_part_of_the_headings(tmp_path: Path) -> None:
    text = "recipient,channel,Total value,on\n,,US$ millions,\nKEN,fms,60,2024-06-01\n"
    found = head(written(tmp_path, text.encode()), "utf-8", ReadOptions())
    assert found.names[2] == "Total value (US$ millions)" and text[found.before :].startswith(",,US$")
    assert found.said == ("the row below the headings is read as part of them",)
    long = f'recipient,channel\n"{"x" * 140_000}",fms\n'
    assert head(written(tmp_path, long.encode()), "utf-8", ReadOptions()).before == 0


def test_a_packed_file_that_is_cut_off_is_a_bad_file_and_no_failure_of_ours(tmp_path: Path) -> None:
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(b"recipient,channel\n" + b"KEN,fms\n" * 1000)[:60])
    with pytest.raises(BadQuestion, match=r"cannot be unpacked.*whole"):
        screen(tmp_path / "in.csv.gz")


def test_text_in_utf16_without_its_mark_is_told_by_its_zero_bytes(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("recipient,channel,total_usd,on\nKEN,fms,6e7,2024-01-01\n".encode("utf-16-le"))
    with pytest.raises(BadQuestion, match=r"zero bytes.*encoding utf-16-le"):
        screen(tmp_path / "in.csv")
    assert screen(tmp_path / "in.csv", encoding="utf-16-le").counts["yes"] == 1


def answered(path: Path, out: Path, **how: Any) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    said = screen(path, out, **how).said
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), said


@pytest.mark.parametrize("column", ["recipient", "Country"])
def test_the_cells_below_take_the_text_above(tmp_path: Path, column: str) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    rows, said = answered(tmp_path / "in.csv", tmp_path / "out.csv", fill_down=column)
    assert [row["Country"] for row in rows] == ["Kenya", "Kenya", "", "Japan", "Japan"]
    assert [row["notify"] for row in rows] == ["yes", "no", "unknown", "unknown", "unknown"]
    assert rows[1]["Sale"] == 'a "b", c' and "2 empty cells of “Country” are filled in with the text above" in said


def test_the_limit_on_cells_of_all_of_python_is_set_back(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    before = csv.field_size_limit()
    screen(tmp_path / "in.csv", tmp_path / "out.csv", fill_down="recipient")
    assert csv.field_size_limit() == before


def test_a_row_that_ends_before_the_column_is_left_as_it_is() -> None:
    rows = [["recipient", "total_usd"], ["MEX", "5"], ["COL"], ["PER", ""], [""]]
    counts = {1: 0}
    assert list(_filled(iter(rows), counts)) == [*rows[:3], ["PER", "5"], [""]] and counts == {1: 1}


def test_what_is_not_named_stays_empty_and_the_option_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    rows, said = answered(tmp_path / "in.csv", tmp_path / "out.csv")
    assert [row["notify"] for row in rows] == ["yes", "unknown", "unknown", "unknown", "unknown"]
    assert any("--fill-down recipient" in one for one in said)


def test_what_cannot_be_filled_is_refused(tmp_path: Path) -> None:
    import pandas as pd

    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"no such column.*Country"):
        screen(tmp_path / "in.csv", fill_down=["Contry"])
    with pytest.raises(BadQuestion, match="only a file of text"):
        screen(pd.DataFrame({"recipient": ["MEX"]}), fill_down="recipient")
    (tmp_path / "open.csv").write_text('recipient,channel\nMEX,"fms\n', encoding="utf-8")
    with pytest.raises(BadQuestion, match="cannot be told apart"):
        screen(tmp_path / "open.csv", fill_down="recipient")
    with pytest.raises(BadQuestion, match="do not go together"):
        screen(tmp_path / "in.csv", fill_down="recipient", quote="none")
