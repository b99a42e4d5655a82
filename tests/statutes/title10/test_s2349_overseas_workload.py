"""10 USC 2349: bids to maintain equipment abroad come from NATO and the title-10 list of allies."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "overseas-workload-bidding"


def test_taiwan_is_arguable_and_a_no_names_the_listing() -> None:
    assert verdict(ID, "TWN", "2024-06-01") == "unknown"
    assert verdict(ID, "TWN", "2024-06-01", section_1206_reaches=True) == "yes"
    assert "Secretary of Defense" in " ".join(asked(ID, "MEX", "2024-06-01").routes)
