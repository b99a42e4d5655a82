"""What many countries hold is what `Registry.holds` says of each."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from mnna.registry.assumptions import Assumption
from mnna.registry.countries import countries
from mnna.registry.held import held
from mnna.registry.load import load_registry


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
