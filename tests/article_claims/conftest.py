"""The invented worlds that claims are put to, and one way to put a claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.answers.data_context import Evidence, evidence
from mnna.article_claims import statute_notes, types
from mnna.article_claims.verdicts import Here, Ruling
from mnna.series import LandBorder
from tests.answers.worlds import InventedFigures, leader, proposal, registry, span, step
from tests.answers.worlds import evidence as invented


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Evidence]:
    """Invented worlds by name, and `real`, the embedded one."""
    folder: Path = tmp_path_factory.mktemp("world")
    steps = [step("MEX", "mnna", "announced", "2020-01-01"), step("MEX", "mnna", "notified", "2020-02-01")]
    steps += [
        step("MEX", "mnna", "designated", "2020-03-01"),
        step("COL", "mnna", "announced", "2020-05-01", "2020-05-31"),
    ]
    leaders = [leader("MEX", "A", "x", "2018-01-01", "2021-01-01"), leader("MEX", "B", "y", "2021-01-01")]
    leaders += [leader("USA", "C", "x", "2017-01-01", "2022-01-01"), leader("USA", "D", "y", "2022-01-01")]
    spans = [
        span("MEX", "mnna", "2020-03-01"),
        span("MEX", "mutual-defense-treaty", "2022-01-01"),
        span("MEX", "merida", "2008-01-01", "2017-05-01"),
        span("COL", "rio-treaty", "1948-01-01"),
        span("MEX", "mnna-title10", "2020-03-01", holds="unknown"),
    ]
    trade = {("MEX", 2020): 50.0, ("MEX", 2023): 700_000.0}
    figures = {
        "us_goods_trade_total": trade,
        "us_goods_trade_rank": {("MEX", 2020): 30.0, ("MEX", 2023): 1.0},
        "us_goods_trade_share": {("MEX", 2020): 0.5, ("MEX", 2023): 14.5},
        "homicide_rate": {("MEX", 2022): 7.0},
        "us_arms_tiv": {("MEX", 2023): 90.0, ("COL", 2023): 10.0},
        "us_eda_current_value": {},
    }
    people = {("MEX", 2022): 9.0, ("COL", 2022): 8.0, ("MEX", 2021): 7.0, ("COL", 2021): 8.0, ("MEX", 2023): 9.0}
    people |= {("COL", 2023): 10.0}
    borders = (
        LandBorder("CAN", "USA", 10, 10, 2),
        LandBorder("MEX", "USA", 99, 99, 1),
        LandBorder("COL", "PER", 9, 9, 3),
    )
    bills = [
        proposal("COL", "designate", "bill", "2019-05-01", "H.R. 12"),
        proposal("MEX", "revoke", "presidential notice", "2023-02-03", "a notice"),
    ]
    ally = registry(spans, folder, steps, leaders, bills)
    three = [span("KEN", "mnna", "2005-01-01"), span("BRA", "mnna", "2010-01-01"), span("MEX", "mnna", "2020-03-01")]
    return {
        "ally": Evidence(ally, InventedFigures(figures, borders)),
        "empty": invented(),
        "member": invented(registry([span("MEX", "nato", "2010-01-01")])),
        "real": evidence(),
        "three": invented(registry(three)),
        "pair": Evidence(ally, InventedFigures({"population": people})),
        "filtered arms": Evidence(ally, InventedFigures({"us_arms_tiv": {("MEX", 2023): 90.0}})),
        "short border": Evidence(ally, InventedFigures({}, (*borders[:1], LandBorder("MEX", "USA", 1, 11, 2)))),
    }


@pytest.fixture
def told(worlds: dict[str, Evidence]) -> Callable[..., Ruling]:
    """Put a claim to a world: `told("status_on", "ally", country="MEX", status="mnna")`, as of 1 June 2024."""

    def ask(type_: str, world: str | Evidence, as_of: date = date(2024, 6, 1), **args: Any) -> Ruling:
        looked_at = worlds[world] if isinstance(world, str) else world
        return types.find(type_).ask(Here(looked_at, statute_notes.embedded(), as_of), args)

    return ask
