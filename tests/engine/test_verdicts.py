"""A verdict that is kept for all countries and years on its ground is the one that `find` gives for each."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from mnna.engine.finding import find
from mnna.engine.verdicts import Verdicts, held
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog

AUTHORITIES = sorted(catalog.AUTHORITIES)


@pytest.mark.parametrize("seed", range(4))
def test_a_kept_verdict_is_that_of_the_finding(seed: int) -> None:
    draw, registry = random.Random(seed), load_registry()
    codes = [code for code in countries() if code != "USA"]
    for id_ in AUTHORITIES:
        law, code = catalog.authority(id_), draw.choice(codes)
        kept = Verdicts(law)
        for _ in range(4):
            on = date.fromordinal(draw.randint(date(1960, 1, 1).toordinal(), date(2027, 12, 31).toordinal()))
            decided = kept.at(on, held(registry, [code], kept.asked, on)[code])
            found = find(law, registry, code, on)
            assert (decided.verdict, decided.suspended_by) == (found.verdict, found.suspended_by), (id_, code, on)


def test_a_verdict_turns_with_the_law_and_with_the_budget_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    registry, law = load_registry(), catalog.authority("depleted-uranium-rounds")
    kept, found = Verdicts(law), set[tuple[str, str]]()
    monkeypatch.setenv("MNNA_TODAY", "2031-01-01")
    for day in (date(1990, 1, 1), date(2005, 6, 1), date(2021, 6, 1), date(2023, 6, 1), date(2030, 6, 1)):
        for code in ("COL", "MEX"):
            verdict = kept.at(day, held(registry, [code], kept.asked, day)[code]).verdict
            assert verdict == find(law, registry, code, day).verdict
            found.add((code, verdict))
    assert ("COL", "yes") in found and ("COL", "no") in found and ("MEX", "unknown") in found


def test_a_bar_on_record_is_named() -> None:
    registry, law, on = load_registry(), catalog.authority("excess-defense-articles"), date(2024, 6, 1)
    kept = Verdicts(law)
    decided = kept.at(on, held(registry, ["CUB"], kept.asked, on)["CUB"])
    assert decided.verdict == "no" and decided.suspended_by == find(law, registry, "CUB", on).suspended_by
    assert decided.suspended_by


def test_every_country_and_status_as_one_by_one() -> None:
    draw, registry = random.Random(7), load_registry()
    for _ in range(4):
        on = date.fromordinal(draw.randint(date(1960, 1, 1).toordinal(), date(2028, 1, 1).toordinal()))
        codes = draw.sample(sorted(countries()), 40)
        world = held(registry, codes, registry.kinds, on)
        for code in codes:
            assert world[code] == {status: registry.holds(code, status, on) for status in registry.kinds}, on


def test_assumed_and_own_rows_count(tmp_path: Path) -> None:
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,mnna,2026-01-15,,,,yes,A determination of ours,,general-knowledge,low,2026-01-01,"
    (tmp_path / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    on = date(2026, 6, 1)
    assert held(load_registry(tmp_path), ["MEX"], ["mnna"], on) == {"MEX": {"mnna": True}}
    assumed = load_registry().assume(Assumption("KEN", "nato", on, "designate"))
    assert held(assumed, ["KEN", "MEX"], ["nato"], on) == {"KEN": {"nato": True}, "MEX": {"nato": False}}
