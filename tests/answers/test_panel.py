"""The word `panel`: years and days it takes, what it says first, and its JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

import mnna
from mnna.answers.panel import panel, several
from mnna.errors import BadDate, BadQuestion, UnknownCountry

LAST = 2036
"""Ten years after the day that these tests take for today."""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "2026-11-28")


def test_the_usual_years_end_with_the_last_day_that_is_over() -> None:
    assert (panel(countries="COL").start, panel(countries="COL").end) == (1960, 2025)
    assert panel(countries="COL", at="07-01").end == 2026
    assert panel(end=1950, countries="COL").start == 1950


def test_a_row_a_country_and_year_in_order() -> None:
    found = panel(2020, 2022, statuses=["mnna"], countries=["MEX", "Colombia", "COL"])
    assert [(row["iso3"], row["year"]) for row in found.rows] == [
        (code, year) for code in ("COL", "MEX") for year in (2020, 2021, 2022)
    ]
    assert list(found.rows[0]) == ["iso3", "iso2", "name", "cow", "gwn", "fips", "year", "mnna"]


def test_a_day_to_come_is_said_to_be_a_projection() -> None:
    assert panel(2025, 2025, statuses="mnna", countries="COL").notes == ()
    (note,) = panel(2026, 2026, statuses="mnna", countries="COL").notes
    assert "28 November 2026" in note


def test_one_name_or_several() -> None:
    assert several("mnna") == several(["mnna"]) == ("mnna",)
    assert several("mnna, nato") == several(["mnna", "nato"]) == several(["mnna,nato"]) == ("mnna", "nato")


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"start": 1899}, BadDate),
        ({"end": LAST + 1}, BadDate),
        ({"start": True}, BadDate),
        ({"start": "2020"}, BadDate),
        ({"start": 2020, "end": 2010}, BadQuestion),
        ({"at": "13-01"}, BadDate),
        ({"at": "02-30"}, BadDate),
        ({"countries": "Colmbia"}, UnknownCountry),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        mnna.panel(**{"countries": "COL", **asked})  # type: ignore[arg-type]


def test_the_first_and_the_last_year_can_be_asked() -> None:
    for start, end in ((1900, 1900), (LAST, LAST)):
        answer = mnna.panel(countries="COL", start=start, end=end, statuses="mnna")
        assert (answer.start, answer.end) == (start, end)


def test_a_leap_day_is_the_28th_in_other_years() -> None:
    assert [day.day for day in panel(2023, 2024, countries="COL", at="02-29").days] == [28, 29]


def test_the_summary_says_how_much_there_is() -> None:
    assert repr(panel(2020, 2021, statuses="mnna", countries="COL")) == (
        "<PanelAnswer: 1 country, 2020 to 2021; columns: status 1>"
    )


def test_own_rows_that_count_are_named(tmp_path: Path) -> None:
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,mnna,2021-01-15,,,,yes,A determination of ours,,general-knowledge,low,2026-01-01,"
    (tmp_path / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    told = " ".join(panel(2020, 2022, statuses="mnna", countries="MEX", facts=tmp_path).notes)
    assert "MEX mnna from 15 January 2021 (your own facts: general-knowledge)" in told
    assert not panel(2020, 2020, statuses="mnna", countries="MEX", facts=tmp_path).notes
    assert not panel(2020, 2022, statuses="mnna", countries="COL", facts=tmp_path).notes
