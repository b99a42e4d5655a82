"""What stands beside the ranking: each version of the rule, each country left out with its reason, and the log."""

from __future__ import annotations

from mnna.interfaces.documents.log_and_versions import beside_meetings
from mnna.models import api
from mnna.models.api import rank
from mnna.present.document import Document, Section
from mnna.present.terminal import to_text
from mnna.registry.countries import countries

DAY = "2026-06-30"


def text(section: Section) -> str:
    return " ".join(to_text(Document(title="", sections=(section,))).split())


def test_versions_and_those_left_out_stand_side_by_side() -> None:
    found = rank(DAY)
    told = text(beside_meetings(found))
    assert "US troops (headline)" in told and told.count(" of 16 ") == len(found.versions)
    assert {"CUB", "CHN"} <= {one.country for one in found.left_out}
    for one in found.left_out:
        assert f"{countries()[one.country].name} ({one.rank:g})" in told
        assert told.count(f"- {one.why}: ") == 1  # those of one reason stand in one line
    assert found.why_headline in told and found.calendar.says in told


def test_the_log_is_told_from_the_day_of_its_first_ranking() -> None:
    assert "written down beforehand" not in text(beside_meetings(rank(DAY)))
    found = api.rank("2026-11-28")
    told = text(beside_meetings(found))
    assert f"US troops Written down on: 28 November 2026 SHA-256 begins: {found.prospective[0].sha256[:12]}" in told
    assert told.count("Designations since: none yet") == len(found.prospective) and "z-score" not in told
