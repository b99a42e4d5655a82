"""10 USC 2349: bids to maintain equipment abroad come from NATO and the title-10 list of allies."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "overseas-workload-bidding"


def test_taiwan_is_arguable_and_a_no_names_the_listing() -> None:
    assert verdict(ID, "TWN", "2024-06-01") == "unknown"
    assert verdict(ID, "TWN", "2024-06-01", section_1206_reaches=True) == "yes"
    assert "Secretary of Defense" in " ".join(asked(ID, "MEX", "2024-06-01").routes)


def test_a_no_by_the_list_that_is_not_published_is_never_sure() -> None:
    """Of listings after 2003 nothing was found, so a flat no of high confidence would be one of a stale list."""
    for question in ("overseas-workload-bidding", "counterterrorism-rd"):
        found = asked(question, "MYS", "2026-10-02")
        assert found.verdict == "no" and found.confidence == "medium"
        assert any("is not published" in caveat for caveat in found.caveats), question
    assert not any(
        "is not published" in caveat for caveat in asked("overseas-workload-bidding", "POL", "2026-10-02").caveats
    )
