"""Meetings of leaders: ours, or the newer list that the user took."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.series import meetings


def test_ours_are_in_order_and_each_list_goes_to_its_last_meeting() -> None:
    found = meetings.meetings()
    assert list(found) == sorted(found) and len(found) == 5472
    ends = {kind: meetings.covered(kind) for kind in ("leader", "president", "secretary")}
    assert ends == {"leader": date(2024, 11, 12), "president": date(2024, 12, 2), "secretary": date(2025, 2, 19)}


def test_the_users_own_list_stands_in_place_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_DATA", str(tmp_path))
    own = meetings.own_table()
    own.parent.mkdir()
    own.write_text("since,until,country,kind,record\n2026-03-01,2026-03-02,PER,leader,9000\n", encoding="utf-8")
    (one,) = meetings.meetings()
    assert one == meetings.Meeting(date(2026, 3, 1), date(2026, 3, 2), "PER", "leader", "9000")
    assert meetings.covered("leader") == date(2026, 3, 1)
