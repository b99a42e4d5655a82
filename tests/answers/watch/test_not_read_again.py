"""What the watch found is kept for `mnna law`, which says it beside the texts; a damaged file is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.answers.law import law
from mnna.answers.watch.not_read_again import Changed, Found, keep, kept, path, said
from mnna.errors import BadFacts, CannotAnswer

FOUND = Found(
    date(2026, 11, 28),
    "119-99",
    (Changed("/us/usc/t22/s2776/b/6", date(2026, 11, 1), "law"), Changed("/us/usc/t22/s2378a", None, "editors")),
)


def test_nothing_was_kept() -> None:
    assert kept() is None and said(["/us/usc/t22/s2776/b"]) == ""


def test_a_place_that_changed_is_said_beside_every_text_that_touches_it(data: Path) -> None:
    assert keep(FOUND) == data / "law" / "changed.json" and kept() == FOUND
    for place in ("/us/usc/t22/s2776/b/6", "/us/usc/t22/s2776/b", "/us/usc/t22/s2776/b/6/A"):
        assert said([place]) == "text changed on 1 November 2026, not read again"
    assert said(["/us/usc/t22/s2776/b/61"]) == said(["/us/usc/t22/s2776/c"]) == ""
    assert said(["/us/usc/t22/s2378a/a"]) == "text changed by the editors only, not read again"


def test_the_law_says_it() -> None:
    assert law("notification-thresholds").entries[0]["provisions"][-1]["text_changed"] == ""
    keep(FOUND)
    provisions = law("notification-thresholds").entries[0]["provisions"]
    assert "not read again" in provisions[-1]["text_changed"] and provisions[0]["text_changed"] == ""


def test_a_damaged_file_is_named() -> None:
    keep(FOUND)
    path().write_text("{")
    with pytest.raises(BadFacts, match="the file is damaged"):
        kept()


def test_a_folder_that_cannot_be_written(data: Path) -> None:
    data.write_text("a file where the folder should be")
    with pytest.raises(CannotAnswer, match="cannot be written"):
        keep(FOUND)
    assert data.read_text() == "a file where the folder should be"
