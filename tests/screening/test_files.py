"""Files of every kind of dirt: the same number of rows out, in order, and nothing lost or guessed."""

from __future__ import annotations

import csv
import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening import row, screen
from mnna.screening.columns import all_fields
from mnna.screening.columns import written as written_as

HEAD = "recipient,channel,total_usd,on,note\n"
GOOD = "MEX,fms,60000000,2020-01-01,{}\n"


def written(path: Path, text: str | bytes) -> Path:
    """A file of that text."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def out(path: Path, **options: str) -> list[dict[str, str]]:
    """The rows of a screened file, read back from CSV."""
    goal = path.with_name("answers.csv")
    screen(path, goal, **options)  # type: ignore[arg-type]
    with goal.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("body", "notes", "verdicts"),
    [
        (GOOD.format("a") + "MEX,fms,1,2020-01-01,b,extra,more\n" + GOOD.format("c"), "abc", ["yes", "error", "yes"]),
        (GOOD.format("a") + "MEX,fms\n" + GOOD.format("c"), ["a", "", "c"], ["yes", "error", "yes"]),
        (GOOD.format('"a\nb"') + "MEX,fms\n" + GOOD.format("c"), ["a\nb", "", "c"], ["yes", "error", "yes"]),
        (GOOD.format("a") + "\n\n" + GOOD.format("c"), "ac", ["yes", "yes"]),
        (GOOD.format("a") + GOOD.format("c").rstrip(), "ac", ["yes", "yes"]),
        (GOOD.format("a,") + GOOD.format("c,"), "ac", ["yes", "yes"]),
        (GOOD.format('"x ""y"", z"'), ['x "y", z'], ["yes"]),
        (GOOD.format('5" pipe'), ['5" pipe'], ["yes"]),
        (GOOD.format("ü\u00a0€ 日本"), ["ü\u00a0€ 日本"], ["yes"]),
        (GOOD.format("007"), ["007"], ["yes"]),
        (GOOD.format(""), [""], ["yes"]),
        ("", [], []),
        (" MEX , FMS ,$60 million, 2020-01-01 , a\n", [" a"], ["yes"]),
    ],
)
def test_dirty_rows(tmp_path: Path, body: str, notes: str | list[str], verdicts: list[str]) -> None:
    found = out(written(tmp_path / "in.csv", HEAD + body))
    assert [one["note"] for one in found] == list(notes)
    assert [one["notify"] for one in found] == verdicts


def test_cells_beyond_the_header_are_quoted(tmp_path: Path) -> None:
    [one] = out(written(tmp_path / "in.csv", HEAD + "MEX,fms,1,2020-01-01,b,extra,more\n"))
    assert one["because"].endswith("Beyond the header: extra | more.")


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_ends_of_lines(tmp_path: Path, ends: str) -> None:
    text = (HEAD + GOOD.format("a") + GOOD.format("b")).replace("\n", ends)
    assert [one["notify"] for one in out(written(tmp_path / "in.csv", text))] == ["yes", "yes"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_signs_between_columns(tmp_path: Path, sign: str) -> None:
    text = (HEAD + GOOD.format("a")).replace(",", sign)
    assert out(written(tmp_path / "in.txt", text))[0]["notify"] == "yes"


def test_byte_order_mark_and_gzip_whatever_the_name(tmp_path: Path) -> None:
    text = ("\ufeff" + HEAD + GOOD.format("a")).encode()
    assert out(written(tmp_path / "in.csv", gzip.compress(text)))[0]["notify"] == "yes"
    assert out(written(tmp_path / "in.csv.gz", text))[0]["notify"] == "yes"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac-roman", "utf-16-le"])
@pytest.mark.parametrize("pack", [False, True])
def test_other_encodings_are_asked_for_then_read(tmp_path: Path, encoding: str, pack: bool) -> None:
    text = (HEAD + GOOD.format("a") * 9000 + GOOD.format("café")).encode(encoding)
    path = written(tmp_path / "in.csv", gzip.compress(text) if pack else text)
    with pytest.raises(BadQuestion, match=r"encoding cp1252|none is read as recipient"):
        screen(path, tmp_path / "out.csv")
    found = out(path, encoding=encoding)
    assert len(found) == 9001 and found[-1]["note"] == "café"


def test_utf_16_says_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path / "in.txt", (HEAD + GOOD.format("café")).replace(",", "\t").encode("utf-16"))
    found = screen(path, tmp_path / "out.csv")
    assert found.said[0] == "in.txt is read as UTF-16, as its first bytes say" and found.counts["yes"] == 1


@pytest.mark.parametrize("encoding", ["klingon", "hex"])
def test_encodings_that_there_are_not(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(BadQuestion, match="there is no such encoding"):
        screen(written(tmp_path / "in.csv", HEAD), encoding=encoding)


def test_no_copy_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    path = written(tmp_path / "in.csv", (HEAD + GOOD.format("é")).encode("cp1252"))
    screen(path, tmp_path / "out.csv", encoding="cp1252")
    with pytest.raises(BadQuestion):
        screen(path, tmp_path / "out.csv", encoding="shift_jis", map={"recipient": "nobody"})
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "body", ['MEX,fms,1,2020-01-01,"a\n', 'MEX,fms\nMEX,fms,1,2020-01-01,"a\nMEX,fms,1,2020-01-01,b\n']
)
def test_an_open_quote_swallows_no_row(tmp_path: Path, body: str) -> None:
    path = written(tmp_path / "in.csv", HEAD + body + GOOD.format("z"))
    with pytest.raises(BadQuestion, match="quote none"):
        screen(path)
    assert len(out(path, quote="none")) == body.count("\n") + 1


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("empty.csv", "", "it is empty"),
        ("one.csv", "a,b\n1,2\n", "none is read as recipient or channel"),
        ("tie.csv", "recipient,channel;total_usd\n", "delimiter"),
        ("broken.csv.gz", b"\x1f\x8b\x08\x00garbage", "cannot be unpacked"),
        ("broken.parquet", b"PAR1 and then nothing", "broken.parquet"),
        ("two.csv", "recipient,channel,on,Date Notified,notification date\n", "2 columns could be meant"),
    ],
)
def test_files_that_cannot_be_read_are_refused(tmp_path: Path, name: str, text: str | bytes, wrong: str) -> None:
    text = text.replace(",on,", ",") if isinstance(text, str) else text
    with pytest.raises((BadQuestion, CannotAnswer), match=wrong):
        screen(written(tmp_path / name, text), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_no_such_file_names_what_is_near(tmp_path: Path) -> None:
    written(tmp_path / "cases.csv", HEAD)
    with pytest.raises(BadQuestion, match=r"cases\.csv"):
        screen(tmp_path / "case.csv")


def test_folder_and_glob_in_order_of_name_with_unlike_headers(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    written(folder / "b.csv", "on,recipient,channel,total_usd\n2020-01-01,COL,fms,60000000\n")
    written(folder / "a.csv", HEAD + GOOD.format("first"))
    written(folder / "notes.md", "not a case file")
    for asked in (folder, folder / "*.csv"):
        goal = tmp_path / "out.csv"
        screen(asked, goal)
        with goal.open(newline="") as file:
            assert [(one["recipient"], one["notify"]) for one in csv.DictReader(file)] == [
                ("MEX", "yes"),
                ("COL", "yes"),
            ]


def test_each_file_of_a_folder_has_a_sign_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    written(folder / "a.csv", HEAD + GOOD.format("first"))
    written(folder / "b.tsv", (HEAD + GOOD.format("second, third")).replace(",", "\t").replace("\t third", ", third"))
    screen(folder, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        assert [(one["note"], one["notify"]) for one in csv.DictReader(file)] == [
            ("first", "yes"),
            ("second, third", "yes"),
        ]


def test_rows_of_another_length_in_one_of_several_files(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name, body in (("a", GOOD.format("a")), ("b", GOOD.format("b,more") + GOOD.format("c"))):
        written(folder / f"{name}.csv", HEAD + body)
    written(folder / "c.csv", gzip.compress((HEAD + GOOD.format("d")).encode()))
    screen(folder, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        found = [(one["note"], one["notify"]) for one in csv.DictReader(file)]
    assert found == [("a", "yes"), ("b", "error"), ("c", "yes"), ("d", "yes")]


def test_files_that_call_one_column_differently_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    written(folder / "a.csv", HEAD + GOOD.format("first"))
    written(folder / "b.csv", HEAD.replace("recipient", "Buyer") + GOOD.format("second"))
    with pytest.raises(BadQuestion, match=r"the column for recipient: 2 columns could be meant.*recipient or Buyer"):
        screen(folder)
    assert screen(folder, map={"recipient": "recipient"}).counts["unknown"] == 1


def test_names_of_files_are_no_patterns(tmp_path: Path) -> None:
    found = out(written(tmp_path / "cases [2024] it's *.csv", HEAD + GOOD.format("a")))
    assert found[0]["notify"] == "yes"


def test_headings_are_matched_leniently_and_said(tmp_path: Path) -> None:
    text = "Buyer,CHANNEL,Total value (USD),Date notified,Group\nMexico,fms,60000000,2020-01-01,mine\n"
    path = written(tmp_path / "in.csv", text)
    found = screen(path, tmp_path / "out.csv")
    assert "“Buyer” is read as recipient" in found.said and "“Date notified” is read as on" in found.said
    assert any(text.startswith("no column for mde_usd") for text in found.said)
    [one] = out(path)
    assert (one["Group_in"], one["group"], one["notify"]) == ("mine", "general", "yes")


def test_every_fact_that_a_file_may_hold_is_documented() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "screening.md").read_text(encoding="utf-8")
    assert [name for name in all_fields() if f"`{written_as(name)}`" not in guide] == []


def test_map(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", "who,how,total_usd,on\nMEX,fms,60000000,2020-01-01\n")
    assert screen(path, map={"recipient": "who", "channel": "how"}).counts["yes"] == 1
    with pytest.raises(BadQuestion, match="no such column"):
        screen(path, map={"recipient": "whom"})
    with pytest.raises(BadQuestion, match="no such column to map to"):
        screen(path, map={"recipent": "who"})


@pytest.mark.parametrize(
    "head", ["recipient,recipient,channel", "Buyer,BUYER,channel", " recipient,Recipient ,channel"]
)
def test_one_of_two_columns_of_the_same_name_is_not_taken_unasked(tmp_path: Path, head: str) -> None:
    path = written(tmp_path / "in.csv", head + ",total_usd,on\nMEX,FRA,fms,60000000,2020-01-01\n")
    with pytest.raises(BadQuestion, match="2 columns could be meant"):
        screen(path)
    second = f"{head.split(',')[1].strip()}_1"
    assert out(path, map={"recipient": second})[0]["group"] == "nato"  # type: ignore[arg-type]


def test_a_row_beyond_all_measure_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", HEAD + GOOD.format("x" * (1 << 25)))
    with pytest.raises(BadQuestion, match="a row near its end is longer than 16 MB"):
        screen(path, tmp_path / "out.csv")
    path.write_text(HEAD + GOOD.format("x" * (1 << 25)) + GOOD.format("y" * (1 << 20)) * 33, encoding="utf-8")
    with pytest.raises(BadQuestion, match="the row at line 2 is longer than 16 MB"):
        screen(path, tmp_path / "out.csv")


def test_columns_of_the_same_name_and_without_one(tmp_path: Path) -> None:
    text = "recipient,channel,total_usd,on,note,note,\nMEX,fms,60000000,2020-01-01,a,b,c\n"
    [one] = out(written(tmp_path / "in.csv", text))
    assert (one["note"], one["note_1"], one["column_7"]) == ("a", "b", "c")


def test_standard_input_and_output() -> None:
    command = [
        sys.executable,
        "-c",
        "from mnna.interfaces.words.screen import ENDPOINT; ENDPOINT.command()()",
        "-",
        "-o",
        "-",
    ]
    done = subprocess.run(command, input=(HEAD + GOOD.format("a")).encode(), capture_output=True, check=True)
    [one] = csv.DictReader(io.StringIO(done.stdout.decode()))
    assert one["notify"] == "yes" and b"1 row of standard input in" in done.stderr


def test_row_shows_what_the_file_answers(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", HEAD + GOOD.format("a") + "Freedonia,fms,1,2020-01-01,\n,fms,1,2020-01-01,\n")
    assert row(path, 1).notice.verdict == "yes"
    with pytest.raises(BadQuestion, match="Freedonia"):
        row(path, 2)
    with pytest.raises(BadQuestion, match="the recipient is not given"):
        row(path, 3)
    with pytest.raises(BadQuestion, match="rows 1 to 3"):
        row(path, 4)


def test_a_report_never_takes_the_place_of_the_cases(tmp_path: Path) -> None:
    path = written(tmp_path / "cases.json", HEAD + GOOD.format("a"))
    (tmp_path / "link.json").symlink_to(path)
    for report in (path, tmp_path / "link.json"):
        with pytest.raises(BadQuestion, match="it is the file to be read"):
            screen(written(path, '[{"recipient": "MEX", "channel": "fms"}]'), report=report)
    assert path.read_text(encoding="utf-8").startswith("[{")


def test_more_spellings_than_there_are_channels_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"MEX,a{number:06d}\n" for number in range(50_001))
    with pytest.raises(BadQuestion, match="the channels: the column has 50,002 different texts"):
        screen(written(tmp_path / "in.csv", f"recipient,channel\n{rows}MEX,fms\n"))


def test_the_letter_that_stands_for_missing_cells_is_refused_in_uneven_files(tmp_path: Path) -> None:
    text = HEAD + GOOD.format("a") + "MEX,fms\n" + GOOD.format("\x01")
    with pytest.raises(BadQuestion, match=r"cells with the character U\+0001"):
        screen(written(tmp_path / "in.csv", text))


@pytest.mark.parametrize("columns", [1_000, 5_001])
def test_wide_files_are_read_or_refused_by_number(tmp_path: Path, columns: int) -> None:
    names = ",".join(f"c{number}" for number in range(columns - 4))
    row_ = "MEX,fms,60000000,2020-01-01" + "," * (columns - 4)
    path = written(tmp_path / "in.csv", f"recipient,channel,total_usd,on,{names}\n{row_}\n")
    if columns > 5_000:
        with pytest.raises(BadQuestion, match="it has 5,001 columns, more than 5,000"):
            screen(path)
    else:
        assert screen(path).counts["yes"] == 1


def test_lines_that_end_in_different_ways_are_refused(tmp_path: Path) -> None:
    text = (HEAD + GOOD.format("a")).replace("\n", "\r\n") + GOOD.format("b") + GOOD.format("c").replace("\n", "\r")
    try:
        assert screen(written(tmp_path / "in.csv", text)).rows == 3
    except BadQuestion as error:
        assert "its lines end in different ways" in str(error)


def test_a_value_for_all_rows_and_a_role_without_a_column(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", "Buyer,Kind,Value\nMEX,x,60000000\nKEN,FMS,1\n")
    found = screen(path, set={"channel": "fms", "on": "2020-01-01"}, map={"total": ""})
    assert found.counts["unknown"] == 2 and "channel is fms in every row, as you say" in found.said
    assert screen(path, set={"channel": "fms", "on": "2020-01-01"}).counts["yes"] == 1
    with pytest.raises(BadQuestion, match="no such column to set"):
        screen(path, set={"way": "fms"})


def test_a_column_of_channels_is_the_channel_whatever_its_heading(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", "Buyer,Program,Kind,Value,on\nMEX,Huey,FMS,60000000,2020-01-01\n")
    found = screen(path)
    assert found.counts["yes"] == 1 and "“Kind” is read as channel" in found.said


def test_a_mark_of_the_users_own_means_that_nothing_is_given(tmp_path: Path) -> None:
    path = written(tmp_path / "in.csv", HEAD + "MEX,fms,-999,2020-01-01,a\n-999,fms,1,2020-01-01,b\n")
    assert screen(path).counts["error"] == 2
    assert screen(path, na=["-999"]).counts == {"yes": 0, "no": 0, "unknown": 2, "error": 0}


@pytest.mark.parametrize(
    ("day", "error"),
    [("2023-05-01T25:61:61", True), ("2023-05-01 99:zz", True), ("2023-05-01T23:59:59+14:00", False), ("43105", True)],
)
def test_clocks_are_checked(tmp_path: Path, day: str, error: bool) -> None:
    found = screen(written(tmp_path / "in.csv", f"recipient,channel,total_usd,on\nMEX,fms,60000000,{day}\n"))
    assert found.counts["error"] == error
