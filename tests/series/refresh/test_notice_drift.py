"""What was taken stands in the user's own table: whole or not at all, with its sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.answers.notices import notices
from mnna.errors import CannotAnswer
from mnna.registry.load import _loaded, load_registry
from mnna.registry.notices import by_number
from mnna.series.refresh.arms_sales import Published
from mnna.series.refresh.notice_drift import differences, keep

DAY = date(2026, 10, 2)


def published(number: str, **more: object) -> Published:
    cells: dict[str, object] = {
        "transmittal": number, "recipient": "MEX", "purchaser": "Mexico", "channel": "fms",
        "notified_on": date(2026, 9, 10), "mde_usd": 20_000_000, "total_usd": 90_000_000, "what": "radios",
        "amends": "", "emergency": "no", "document": f"2026-{number}", "address": "https://www.federalregister.gov/d/1",
    }  # fmt: skip
    return Published(**(cells | more))  # type: ignore[arg-type]


def take(*found: Published) -> None:
    keep([row for _, row in differences(found) if row is not None], found, DAY)


def test_what_is_taken_shows_as_the_users_own_in_the_record_and_changes_its_stamp(data: Path) -> None:
    before = load_registry().hash
    take(published("26-90"))
    take(published("26-91", mde_usd=None))
    _loaded.cache_clear()
    found = {one.transmittal: one for one in notices("MEX", since="2026-01-01").notices}
    assert set(found) == {"26-90", "26-91"} and all(one.own for one in found.values())
    assert found["26-90"].verdict == "yes" and found["26-90"].to_dict()["own"] is True
    assert load_registry().hash != before
    assert by_number()["26-91"].mde_basis == "" and "own" not in notices("COL").notices[0].to_dict()
    _loaded.cache_clear()


def test_a_notice_that_is_held_as_published_is_no_difference(data: Path) -> None:
    take(published("26-90"))
    assert not list(differences([published("26-90")]))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"recipient": "COL"}, "purchaser MEX held, COL published"),
        ({"total_usd": 91_000_000}, "total $90,000,000 held, $91,000,000 published"),
        ({"notified_on": date(2026, 9, 11)}, "day 2026-09-10 held"),
    ],
)
def test_a_contradiction_is_a_conflict_and_has_no_row(data: Path, more: dict[str, object], said: str) -> None:
    take(published("26-90"))
    ((told, row),) = differences([published("26-90", **more)])
    assert told.kind == "conflict" and row is None and said in told.changes[0]


def test_a_folder_that_cannot_be_written(data: Path) -> None:
    data.write_text("a file in its place")
    with pytest.raises(CannotAnswer, match="cannot be written"):
        take(published("26-90"))
