"""A list of country, since and until becomes facts of the user's own, or says which line is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import mnna
from mnna.errors import BadFacts, BadQuestion, UnknownWord
from mnna.registry.own_list import own_list
from tests.terminal import run


def listed(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(["country,since,until", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_list_of_our_status_adds_rows(tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    assert own_list(listed(tmp_path, "Mexico,2026-01-15,", "ken,2020-01-01,2021-01-01"), "aukus", "A list", facts) == 2
    held = mnna.status("MEX", on="2026-06-01", facts=facts).held
    assert [(span.status, span.own) for span in held if span.status == "aukus"] == [("aukus", True)]
    assert mnna.holders("aukus", "2020-06-01", facts=facts).held[0].country == "KEN"


def test_a_new_status_needs_a_title(tmp_path: Path) -> None:
    rows = listed(tmp_path, "COL,2020-01-01,")
    with pytest.raises(UnknownWord):
        own_list(rows, "my-club", "Club", tmp_path / "facts")
    assert own_list(rows, "my-club", "Club", tmp_path / "facts", "My club") == 1
    found = mnna.panel(2019, 2020, statuses="my-club", countries="COL,MEX", facts=tmp_path / "facts")
    assert [row["my-club"] for row in found.rows] == ["no", "yes", "no", "no"]


@pytest.mark.parametrize("row", ["Atlantis,2020-01-01,", "COL,2020,", "COL,2020-01-01", "COL,2020-01-01,2019-01-01"])
def test_a_bad_row_is_named_and_nothing_is_left(tmp_path: Path, row: str) -> None:
    with pytest.raises(BadFacts, match=r"line 2|csv"):
        own_list(listed(tmp_path, row), "aukus", "A list", tmp_path / "facts")
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_the_line_of_a_bad_row_is_counted_with_the_header_and_blank_lines(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match=r"list\.csv line 4, the country 'Atlantis'"):
        own_list(listed(tmp_path, "COL,2020-01-01,", "", "Atlantis,2020-01-01,"), "aukus", "A list", tmp_path / "facts")
    with pytest.raises(BadFacts, match=r"list\.csv line 2: 2 cells for 3 columns"):
        own_list(listed(tmp_path, "COL,2020-01-01"), "aukus", "A list", tmp_path / "facts")


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    with pytest.raises(BadQuestion, match="already"):
        own_list(listed(tmp_path, "COL,2020-01-01,"), "aukus", "A list", tmp_path / "facts")


def test_the_command_says_how_to_use_it(tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    words = ("ingest", "list", str(listed(tmp_path, "COL,2020-01-01,")), "--status", "aukus", "--source", "A list")
    ran = run(*words, "--to", str(facts))
    assert ran.code == 0 and "--facts" in ran.out and (facts / "spans.csv").is_file()
    assert date.fromisoformat("2020-01-01")


@pytest.mark.parametrize("row", ["x" * 200_000 + ",2020-01-01,", '"COL,2020-01-01,'])
def test_a_cell_that_csv_cannot_hold_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(BadQuestion, match="cannot be read"):
        own_list(listed(tmp_path, row), "aukus", "A list", tmp_path / "facts")


def test_a_file_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion) as said:
        own_list(tmp_path / "none.csv", "aukus", "A list", tmp_path / "facts")
    assert str(said.value).count("none.csv") == 1 and "(No such file or directory)" in str(said.value)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused_at_once(tmp_path: Path, device: str) -> None:
    with pytest.raises(BadQuestion, match="it is a device"):
        own_list(Path(device), "aukus", "A list", tmp_path / "facts")


def test_one_row_is_one_row(tmp_path: Path) -> None:
    asked = ["--status", "aukus", "--source", "A list", "--to", str(tmp_path / "facts")]
    assert run("ingest", "list", str(listed(tmp_path, "MEX,2026-01-15,")), *asked).out.startswith("1 row written to")
