"""The prospective log: nothing in it changes, nothing is dated ahead, and the next designation scores it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mnna.models.forecast import prospective
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.rank import Ranking
from mnna.models.panel import Naming, World


def test_every_logged_ranking_is_what_was_hashed() -> None:
    rows = prospective.entries()
    assert [row["version"] for row in rows[:2]] == ["rule", "meetings-day"]
    for row in rows:
        text = (prospective.FOLDER / row["file"]).read_bytes()
        assert hashlib.sha256(text).hexdigest() == row["sha256"], row["file"]
        assert row["file"] == f"{row['made_on']}-{row['version']}.csv" and row["made_on"] <= date.today().isoformat()
        assert len(prospective.places(row)) > 100
    assert [row["made_on"] for row in rows] == sorted(row["made_on"] for row in rows)


def test_the_first_entry_cannot_be_rewritten() -> None:
    """Its hash stands here too, so that a change of log and file together is seen."""
    assert prospective.entries()[0]["sha256"] == "4ee6e47ce65190be2eb32bf96779919de5f5e4fca033864423531810c66d6399"


def test_no_designation_has_tested_the_rule_yet_and_that_is_said(now: Ranking, past: History) -> None:
    assert now.origin.out_of_sample == 0 and now.origin.known == len(past.tested)
    assert now.origin.says.endswith("can test it: none.") and "chosen with these designations known" in now.reading
    assert all(one.hits == () for one in now.prospective)


def test_the_next_designation_scores_the_last_ranking_before_it(world: World, tmp_path: Path) -> None:
    first, second = date(2026, 12, 1), date(2027, 6, 1)
    for made, order in ((first, "MEX IND"), (second, "IND MEX")):
        ranked = [(code, float(i)) for i, code in enumerate(order.split(), start=1)]
        prospective.add(made, "rule", "troops", "invented", ranked, tmp_path)
    with pytest.raises(FileExistsError):
        prospective.add(first, "rule", "troops", "invented", [("MEX", 1.0)], tmp_path)
    namings = {
        **world.namings,
        "MEX": Naming("MEX", date(2027, 3, 1), date(2027, 4, 1)),
        "VNM": Naming("VNM", date(2027, 9, 1), date(2027, 9, 1)),
    }
    later = replace(world, namings=namings)
    before, after = prospective.prospects(later, date(2027, 12, 31), tmp_path)
    assert before.hits == (prospective.Hit("MEX", date(2027, 3, 1), 1.0, 2),)
    assert after.hits == (prospective.Hit("VNM", date(2027, 9, 1), None, 2),) and after.first == ("IND", "MEX")
    assert prospective.prospects(later, date(2027, 3, 31), tmp_path) == (before,)
    prospective.add(date(2028, 1, 1), "rule", "troops", "invented", [(c, 1.0) for c in "ABCDEF"], tmp_path)
    assert prospective.prospects(later, date(2028, 12, 31), tmp_path)[-1].first == tuple("ABCDE")
    known = [len(prospective.prospects(later, day, tmp_path)) for day in (date(2026, 11, 30), first, second)]
    assert known == [0, 1, 2]
