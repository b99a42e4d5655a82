"""The stamp says which law, facts and version answered, and changes with the facts."""

from __future__ import annotations

from pathlib import Path

from mnna import __version__
from mnna.answers.holders import holders
from mnna.engine.law_hash import law_hash


def test_the_stamp_is_of_the_law_the_facts_and_the_version() -> None:
    answer = holders("aukus", "2026-01-01")
    assert answer.stamp == (law_hash(), answer.registry.hash, __version__)
    assert answer.to_dict()["stamp"] == {"law": law_hash(), "facts": answer.registry.hash, "version": __version__}


def test_facts_of_the_users_change_the_stamp(tmp_path: Path) -> None:
    columns = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,aukus,2026-01-01,,,,yes,An act,,general-knowledge,low,2026-01-01,"
    (tmp_path / "spans.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    own, ours = holders("aukus", "2026-01-01", facts=tmp_path), holders("aukus", "2026-01-01")
    assert own.stamp.law == ours.stamp.law and own.stamp.facts != ours.stamp.facts
