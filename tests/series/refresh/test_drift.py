"""How newer figures differ from those held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.answers.notices import notices
from mnna.errors import CannotAnswer
from mnna.registry.load import _loaded, load_registry
from mnna.registry.notices import by_number
from mnna.series.refresh.arms_sales import Published
from mnna.series.refresh.drift import Revision, differences, drift, keep_notices

HELD = {("MEX", 2022): 100.0, ("MEX", 2023): 50.0, ("COL", 2022): 10.0, ("SUN", 1990): 1.0, ("PER", 2022): 3.0}


def test_added_gone_revised_and_same_figures_are_counted() -> None:
    new = {
        ("MEX", 2022): 110.0,
        ("MEX", 2023): 50.0000001,
        ("MEX", 2024): 60.0,
        ("COL", 2022): 20.0,
        ("COL", 2025): 1.0,
    }
    found = drift("x", HELD, new | {("PER", 2022): 3.0})
    assert (found.added, found.first_added, found.last_added) == (2, 2024, 2025)
    assert (found.gone, found.revised, found.same) == (1, 2, 2)
    assert found.largest == (Revision("COL", 2022, 10.0, 20.0), Revision("MEX", 2022, 100.0, 110.0))
    assert found.to_dict()["largest"] == [one._asdict() for one in found.largest]


def test_nothing_held_is_all_added_and_only_the_largest_are_shown() -> None:
    new = {("MEX", year): float(year) for year in range(2000, 2010)}
    assert (drift("x", {}, new).added, drift("x", {}, new).revised, drift("x", {}, new).last_added) == (10, 0, 2009)
    assert drift("x", new, new).first_added is None
    moved = drift("x", new, {key: 0.0 if key[1] == 2005 else value + 1 for key, value in new.items()})
    assert moved.revised == 10 and len(moved.largest) == 5 and moved.largest[0] == Revision("MEX", 2005, 2005.0, 0.0)


DAY = date(2026, 10, 2)


def published(number: str, **more: object) -> Published:
    cells: dict[str, object] = {
        "transmittal": number, "recipient": "MEX", "purchaser": "Mexico", "channel": "fms",
        "notified_on": date(2026, 9, 10), "mde_usd": 20_000_000, "total_usd": 90_000_000, "what": "radios",
        "amends": "", "emergency": "no", "document": f"2026-{number}", "address": "https://www.federalregister.gov/d/1",
    }  # fmt: skip
    return Published(**(cells | more))  # type: ignore[arg-type]


def take(*found: Published) -> None:
    keep_notices([row for _, row in differences(found) if row is not None], found, DAY)


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
