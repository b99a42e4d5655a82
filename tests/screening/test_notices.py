"""Real arms sales that were notified to Congress, or stayed under its thresholds, screened as they were published."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from mnna.registry.load import Registry
from mnna.screening import screen
from tests.screening.cases import SHORT, expected

NOTICES = Path(__file__).parents[3] / "shared" / "data" / "notices" / "notices_sample.csv"
pytestmark = pytest.mark.skipif(not NOTICES.exists(), reason="the sample of notices is not beside this checkout")

NATO = ("BGR", "CAN", "DEU", "ESP", "FRA", "GBR", "ITA", "MKD", "NLD", "POL")
PLUS = {"AUS": date(1900, 1, 1), "JPN": date(1900, 1, 1), "KOR": date(2008, 10, 15), "ISR": date(2010, 10, 8)}
"""Members of NATO on the days of these sales, and the countries treated with them, each from its day."""

ONLY_BY_EQUIPMENT = {("AUS", "2015-01-26"), ("PHL", "2016-12-14"), ("GEO", "2021-08-03")}
"""Sales whose total lies below its threshold, so that the notice rested on equipment whose value was not published."""


def notices() -> list[dict[str, str]]:
    """The sample as published."""
    with NOTICES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def screened(path: Path, rows: list[dict[str, str]], **options: object) -> list[dict[str, str]]:
    """The rows as a file of their own, screened."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    screen(path, path.with_suffix(".out.csv"), **options)  # type: ignore[arg-type]
    with path.with_suffix(".out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wanted(iso3: str, on: str) -> tuple[str, str, dict[str, str]]:
    """The group of a recipient, its days of review, and what its values are measured by."""
    high = {"mde": "25000000", "total": "100000000", "construction": "300000000"}
    low = {"mde": "14000000", "total": "50000000", "construction": "200000000"}
    if iso3 in NATO:
        return "nato", "15", high
    if iso3 in PLUS and on >= PLUS[iso3].isoformat():
        return "nato-plus", "15", high
    return ("nato-organization", "15", low) if iso3 == "NATO" else ("general", "30", low)


@pytest.mark.parametrize("recipient", ["iso3", "purchaser_as_written"])
def test_each_sale_that_was_notified(tmp_path: Path, registry: Registry, recipient: str) -> None:
    rows = [row for row in notices() if row["notified_on"]]
    found = screened(tmp_path / "notified.csv", rows, map={"recipient": recipient})
    assert len(found) == len(rows) == 59
    for row, answer in zip(rows, found, strict=True):
        group, days, thresholds = wanted(row["iso3"], row["notified_on"])
        assert (answer["group"], answer["review_days"]) == (group, days), row
        if (row["iso3"], row["notified_on"]) in ONLY_BY_EQUIPMENT:
            assert (answer["notify"], answer["needs"]) == ("unknown", "the value of the major defense equipment")
        else:
            assert answer["notify"] == "yes", row
            assert answer["threshold_usd"] == thresholds[answer["threshold_measure"]]


@pytest.mark.parametrize("on", ["2024-03-01", "2025-11-01"])
def test_each_sale_that_stayed_under_the_threshold(tmp_path: Path, on: str) -> None:
    rows = [row | {"notified_on": on} for row in notices() if not row["notified_on"]]
    assert len(rows) == 4
    for row, answer in zip(rows, screened(tmp_path / "under.csv", rows), strict=True):
        assert (answer["notify"], answer["group"]) == ("no", wanted(row["iso3"], on)[0]), row


def test_without_a_day_nothing_is_decided(tmp_path: Path) -> None:
    rows = [row for row in notices() if not row["notified_on"]]
    found = screened(tmp_path / "undated.csv", rows)
    assert {(one["notify"], one["needs"]) for one in found} == {("unknown", "the day of the transfer")}


def test_no_answer_rests_on_an_inferred_value_or_on_the_day_of_a_release(tmp_path: Path) -> None:
    """An inferred value of equipment decides nothing, nor whether Congress heard of it up to five days before."""
    rows = [row for row in notices() if row["notified_on"]]
    kept = ("notify", "threshold_measure", "threshold_usd", "review_days", "group")
    plain = [[one[name] for name in kept] for one in screened(tmp_path / "plain.csv", rows)]
    changed = []
    for row in rows:
        day = date.fromisoformat(row["notified_on"]) - timedelta(days=5)
        inferred = {"mde_usd": ""} if "inferred" in row["note"] else {}
        changed.append(row | inferred | {"notified_on": day.isoformat()})
    assert [[one[name] for name in kept] for one in screened(tmp_path / "moved.csv", changed)] == plain


def test_each_sale_as_the_single_case(tmp_path: Path, registry: Registry) -> None:
    rows = notices()
    for row, answer in zip(rows, screened(tmp_path / "in.csv", rows), strict=True):
        case = {"recipient": row["iso3"], "channel": "fms", "on": row["notified_on"] or None,
                "mde": row["mde_usd"] or None, "total": row["total_usd"] or None}  # fmt: skip
        single = {name: "" if value is None else str(value) for name, value in expected(registry, case).items()}
        assert {name: answer[name] for name in SHORT} == {name: single[name] for name in SHORT}
