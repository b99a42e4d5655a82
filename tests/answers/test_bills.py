"""The bill of a what-if: by its number, or from a TOML file of one's own, and what is refused in plain words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mnna.answers.bills import bill_of, cited, ledger
from mnna.errors import BadQuestion, UnknownWord

DRAFT = """
title = "A draft"
source = "Draft of 1 November 2026"
[[figure]]
parameter = "36b-mde"
value = "10 million"
since = 2027-01-01
[[figure]]
parameter = "36b-days"
value = 45
source = "section 3"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "draft.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("asked", ["H.R. 3613", "hr3613", "HR 3613 (119th Congress)"])
def test_a_bill_by_its_number(asked: str) -> None:
    found = bill_of(asked)
    assert (found.id, found.citation, found.read) == ("hr-119-3613", "H.R. 3613", "whole")
    assert len(found.figures) == 18 and "47(6)" in found.leaves_open


def test_one_text_about_two_bills_is_found_by_either() -> None:
    assert bill_of("H.R. 8661").id == bill_of("H.R. 8649").id == "hr-119-8649"
    assert bill_of("S. 4491").names == ("mnna",) and bill_of("S. 853").names == ("nato", "mnna")


@pytest.mark.parametrize(("asked", "said"), [("H.R. 3612", "H.R. 3613"), ("hello", "H.R. 3138"), ("", "H.R. 3613")])
def test_another_number_is_refused_with_what_is_near(asked: str, said: str) -> None:
    with pytest.raises(UnknownWord, match=said) as error:
        cited(asked)
    assert error.value.exit_code == 2


def test_the_ledger_holds_bills_alone() -> None:
    assert {"H.R. 3613", "H.R. 4779", "S. 853"} <= set(ledger())
    assert all(text.kind == "proposal" for text in ledger().values())


def test_a_bill_of_ones_own(tmp_path: Path) -> None:
    found = bill_of(written(tmp_path, DRAFT))
    assert (found.title, found.read, found.text) == ("A draft", "own", "draft.toml")
    mde, days = found.figures
    assert (mde.parameter, mde.value, mde.since) == ("36b-mde", Decimal(10_000_000), date(2027, 1, 1))
    assert mde.source == "Draft of 1 November 2026" and days.source == "section 3" and days.value == 45
    assert bill_of(str(tmp_path / "draft.toml")) == found


def test_one_figure_needs_no_list(tmp_path: Path) -> None:
    (one,) = bill_of(written(tmp_path, 'parameter = "36b-total"\nvalue = 60_000_000\n')).figures
    assert one.value == Decimal(60_000_000) and one.source == "draft.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no parameter"),
        ("x = [", "not TOML"),
        ('parameter = "36b-mde"', "has no value"),
        ('parameter = "36b-med"\nvalue = 1', "no such figure. Did you mean 36b-mde"),
        ('parameter = "36b-mde"\nvalue = "much"', "not an amount of money"),
        ('parameter = "36b-days"\nvalue = 4.5', "not a whole number"),
        ('parameter = "36b-mde"\nvalue = 1\nsince = "soon"', "not a day"),
        ('parameter = "36b-mde"\nvalue = 1\nuntil = 2027-01-01', "'until' is no key"),
        ('[[f]]\nparameter = "36b-mde"\nvalue = 1\n[[f]]\nparameter = "36b-mde"\nvalue = 2', "sets 36b-mde twice"),
        ('parameter = "36b-upgrade-notice"\nvalue = 1', "not a day"),
    ],
)
def test_a_file_that_is_no_bill(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadQuestion) as error:
        bill_of(written(tmp_path, text))
    assert said in str(error.value)


def test_a_file_that_is_not_there_or_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="cannot be read"):
        bill_of(tmp_path / "none.toml")
    (tmp_path / "draft.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadQuestion, match="not TOML"):
        bill_of(tmp_path / "draft.toml")
