"""The word `holders`: the same spans as `status`, seen from the side of the status."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mnna.answers.holders import SHOWN, holders
from mnna.answers.status import status
from mnna.errors import BadDate, UnknownWord
from mnna.registry.countries import countries
from mnna.registry.load import load_registry


@pytest.mark.parametrize("on", ["1985-01-01", "1996-07-20", "1996-07-21", "2022-05-22", "2022-05-23", "2026-06-01"])
def test_who_holds_is_what_each_holds(on: str) -> None:
    told = {(row["country"], row["status"]) for row in holders(on=on).to_dict()["held"] if row["holds"] == "yes"}
    held = {(code, span.status) for code in countries() for span in status(code, on).held if span.status in SHOWN}
    assert told == held


@pytest.mark.parametrize("id_", list(load_registry().kinds))
def test_on_a_day_of_change_each_status_is_told_alike(id_: str) -> None:
    """On the first and last days of its rows, and of the list, `holders` says what the registry answers."""
    registry = load_registry()
    rows = [span for span in registry.spans if span.status == id_]
    turns = {day for span in rows for day in (span.since, span.since_by, span.until, span.until_by) if day}
    first = registry.kind(id_).known_from
    for on in sorted(turns | ({first - timedelta(days=1)} if first else set()))[:40]:
        told: dict[str, set[str]] = {}
        for row in holders(id_, on).to_dict()["held"]:
            told.setdefault(row["country"], set()).add(row["holds"])
        for code, said in told.items():
            answer = registry.holds(code, id_, on)
            assert ("yes" in said) == (answer is True), (id_, code, on)


@pytest.mark.parametrize(
    ("asked", "on", "code", "holds"),
    [
        ("mnna", "2022-05-22", "COL", None),
        ("mnna", "2022-05-23", "COL", "yes"),
        ("mnna", "2026-01-10", "SAU", "unknown"),
        ("mnna", "2026-01-31", "AFG", None),
        ("mnna", "2021-08-01", "AFG", "yes"),
        ("treated-as-mnna", "2024-01-01", "TWN", "yes"),
        ("mnna", "2024-01-01", "TWN", None),
    ],
)
def test_one_country_on_one_day(asked: str, on: str, code: str, holds: str | None) -> None:
    rows = {row["country"]: row["holds"] for row in holders(asked, on).to_dict()["held"]}
    assert rows.get(code) == holds


def test_counts_are_of_those_sure_to_hold_it() -> None:
    told = holders("mnna", "2026-01-10").to_dict()
    assert told["counts"]["mnna"] == len([row for row in told["held"] if row["holds"] == "yes"]) < len(told["held"])


def test_what_it_means_not_to_be_named() -> None:
    assert holders("mnna", "2024-01-01").to_dict()["unnamed"] == {"mnna": "no"}
    assert holders("nato-partner", "2024-01-01").to_dict()["unnamed"] == {"nato-partner": "unknown"}
    assert holders("sosa", "1997-12-31").to_dict()["unnamed"] == {"sosa": "unknown"}
    assert holders("sosa", "1998-01-01").to_dict()["unnamed"] == {"sosa": "no"}
    assert holders("sosa", "2026-01-01").to_dict()["unnamed"] == {"sosa": "unknown"}


def test_a_bad_question_is_refused() -> None:
    with pytest.raises(UnknownWord, match="mnna"):
        holders("nmna")
    with pytest.raises(BadDate):
        holders("mnna", "yesterday")
