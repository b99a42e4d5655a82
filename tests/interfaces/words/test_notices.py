"""`notices` at every door: the contract's keys, the check's exit code, and rows for a spreadsheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnna.answers.notices import NoticesAnswer, notices
from mnna.errors import BadQuestion
from mnna.interfaces.words import notices as word
from mnna.present.terminal import to_text
from tests.interfaces.checks import ISO_DAY, fits
from tests.terminal import document, run


@pytest.mark.parametrize(
    "words", [["MEX"], ["Taiwan", "--since", "2020-01-01"], ["NATO"], ["XKX"], ["FJI"], ["--check"]]
)
def test_questions(words: list[str]) -> None:
    fits("notices", *words)


def test_the_keys_of_the_contract() -> None:
    told = document("notices", "MEX")
    assert {"country", "notices", "totals", "coverage"} <= told.keys()
    assert told["country"] == "MEX" and document("notices", "--check")["country"] is None
    (one,) = [row for row in told["notices"] if row["transmittal"] == "18-06"]
    wanted = {
        "transmittal", "recipients", "channel", "notified_on", "mde_usd", "total_usd", "description", "emergency",
        "amends", "verdict", "threshold", "review_days", "group", "statuses", "source", "confidence", "note",
    }  # fmt: skip
    assert wanted <= one.keys()
    assert one["threshold"] == {"measure": "total", "usd": 50_000_000} and one["recipients"] == ["MEX"]
    assert one["mde_usd"] is None and one["verdict"] == "yes" and one["review_days"] == 30
    assert told["totals"][-1] == {
        "year": None, "count": 1, "usd": 266_000_000, "without_value": 0, "usd_constant": None,
    }  # fmt: skip


def test_the_check_ends_with_1_where_a_contradiction_is_not_listed() -> None:
    assert run("notices", "--check").code == 0

    fails = word.ENDPOINT.fails
    assert fails is not None and not fails(notices("NATO"))
    found = notices(check=True)
    unlisted = replace(found, rows=tuple(row._replace(open="") for row in found.rows))
    assert isinstance(unlisted, NoticesAnswer) and fails(unlisted)


def test_rows_for_a_spreadsheet() -> None:
    (row, *_) = word._rows(notices("MEX", since="2018-01-01"))
    assert row["threshold_measure"] == "total" and row["threshold_usd"] == 50_000_000 and "threshold" not in row


def test_a_check_that_is_no_yes_is_refused() -> None:
    (check,) = (param for param in word.PARAMS if param.name == "check")
    assert check.value("yes") is True and check.value(True) is True
    with pytest.raises(BadQuestion, match="AAA"):
        check.value("AAA")


def test_every_day_in_a_sentence_is_written_out() -> None:
    assert ISO_DAY.findall(to_text(word.ENDPOINT.shown(notices()))) == []
