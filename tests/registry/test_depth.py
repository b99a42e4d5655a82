"""Which countries were read in depth, and that an answer says so where one was not."""

from __future__ import annotations

from datetime import date

import pytest

import mnna
from mnna.registry.countries import countries
from mnna.registry.depth import depth_note, depths
from mnna.registry.load import load_registry
from tests.terminal import said

CANDIDATES = ("UKR", "IND", "ARE", "PER", "ECU", "VNM", "IDN", "SGP", "GEO", "ARM", "KAZ", "KEN", "SAU", "MEX", "COL")


def test_the_candidates_were_read_in_depth() -> None:
    assert set(CANDIDATES) == set(depths())
    assert all(one.read_on <= date(2026, 11, 28) for one in depths().values())


@pytest.mark.parametrize("code", CANDIDATES)
def test_depth_means_leaders_since_1990_and_events_each_with_a_source(code: str) -> None:
    registry = load_registry()
    led = [row for row in registry.leaders if row.country == code]
    assert led[0].since <= "1992" and led[-1].since >= "2003", "independence of 1991 is allowed for"
    happened = [row for row in registry.events if row.country == code]
    assert len(happened) >= 4 and all(row.source and row.event for row in happened)


def test_ukraine_tells_its_story() -> None:
    held = {row["status"] for row in mnna.status("UKR", on="2026-11-24").to_dict()["statuses"]}
    assert held >= {"nato-enhanced-partner", "bilateral-security-agreement", "rome-statute", "strategic-partnership"}
    before = {row["status"] for row in mnna.status("UKR", on="2019-01-01").to_dict()["statuses"]}
    assert not before & {"nato-enhanced-partner", "bilateral-security-agreement", "rome-statute"}
    told = [entry.what for entry in mnna.timeline("UKR", "2026-11-24", us_leaders=False).entries]
    for word in ("Zelenskyy takes office", "full invasion", "Lend-Lease", "Bilateral Security Agreement is signed"):
        assert any(word in what for what in told), word


def test_the_answer_says_where_the_registry_is_thin() -> None:
    read, thin, own = (depth_note(countries()[code]) for code in ("UKR", "PHL", "USA"))
    assert "Ukraine were read on 28 November 2026" in read
    assert "thin for the Philippines" in thin and "no finding" in thin and own == ""
    assert mnna.status("PHL").to_dict()["note"] == thin
    assert "thin for the Philippines" in said("status", "PHL")
