"""`what-if` as people read it: what would be gained, lost, open, other, and what would not change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mnna.answers.enact import EnactAnswer
from mnna.answers.partition import GROUPS
from mnna.answers.what_if import what_if
from mnna.errors import UnknownWord
from mnna.interfaces.mcp.server import ask
from mnna.interfaces.words import what_if as word
from tests.interfaces.checks import fits
from tests.terminal import document, run, said


@pytest.mark.parametrize(
    "words",
    [
        ["MEX", "--designate", "mnna"],
        ["COL", "--terminate", "mnna", "--on", "2026-01-01"],
        ["IND", "--designate", "nato", "--designate", "nato-plus"],
        ["COL", "--designate", "mnna"],
    ],
)
def test_questions(words: list[str]) -> None:
    fits("what-if", *words)


def test_the_sections_count_what_the_partition_holds() -> None:
    words = ("what-if", "MEX", "--designate", "mnna", "--on", "2026-06-01")
    told, found = said(*words), document(*words)["partition"]
    counts = {
        title: int(count) for title, count in re.findall(r"(Would [a-z ]+?|Same answer[a-z, ]+?) \((\d+)\)", told)
    }
    assert counts == {GROUPS[group]: len(ids) for group, ids in found.items() if ids}


def test_what_ends_is_lost_and_what_begins_is_gained() -> None:
    assert "depleted-uranium-rounds" in what_if("MEX", designate="mnna", on="2026-06-01").partition.gain
    assert "depleted-uranium-rounds" in what_if("COL", terminate="mnna", on="2026-06-01").partition.lose


def test_nothing_changes_where_it_is_held_already() -> None:
    told = " ".join(said("what-if", "COL", "--designate", "mnna", "--on", "2026-01-01").split())
    assert "it would get a better answer on none of" in told and "holds the status" in told


@pytest.mark.parametrize("words", [["MEX", "--enact", "H.R. 3613"], ["--enact", "S. 853"]])
def test_questions_about_a_bill(words: list[str]) -> None:
    fits("what-if", *words, of=EnactAnswer)


def test_a_bill_for_all_countries_at_every_door() -> None:
    told = document("what-if", "--enact", "hr 3998")
    assert told["country"] is None and told["bill"]["citation"] == "H.R. 3998"
    assert set(told["cases"]) >= {"notices", "escape", "added", "undecided", "table", "coverage"}
    assert ask("what_if", {"enact": "H.R. 3998"})[1] == told == what_if(enact="H.R. 3998").to_dict()


def test_the_notices_of_a_bill_as_rows() -> None:
    rows = word.ENDPOINT.table(what_if("KOR", enact="H.R. 3613"))
    assert {row["fate"] for row in rows} == {"escape", "undecided"} and all(row["bill_total_usd"] for row in rows)


def test_only_the_command_line_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('parameter = "36b-mde"\nvalue = 10_000_000\n')
    assert document("what-if", "MEX", "--enact", str(path))["bill"]["read"] == "own"
    with pytest.raises(UnknownWord, match="not the number of a bill"):
        word.ENDPOINT.answered({"enact": str(path)})


def test_a_bill_that_is_none_is_refused_in_a_sentence() -> None:
    ended = run("what-if", "--enact", "H.R. 3631")
    assert ended.code == 2 and "Did you mean" in ended.err and "H.R. 3613" in ended.err
    assert run("what-if").code == 2 and run("brief").code == 2
