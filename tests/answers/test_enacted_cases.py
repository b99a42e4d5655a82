"""Real notices under a bill: what escapes, what comes, and what cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from mnna.answers.enacted_cases import CasesUnder, _Replay, cases_under
from mnna.registry.load import Registry
from mnna.registry.notices import NoticeRow, notices
from mnna.rules.nodes import Param
from mnna.statutes.enacting import BillFigure, enacted_always, figures_of

ON = date(2026, 11, 28)
HR_3613 = enacted_always(figures_of("hr-119-3613"))
SOME = next(row for row in notices() if row.transmittal == "18-06")


def lower(**millions: float) -> dict[str, Param]:
    """Figures of 36(b) set to so many millions of dollars: `mde`, `total`, `mde_nato_plus`."""
    return enacted_always(
        BillFigure(f"36b-{name.replace('_', '-')}", Decimal(str(value * 10**6)), None, "draft", "own", "high")
        for name, value in millions.items()
    )


def row(**cells: object) -> NoticeRow:
    """A notice to Mexico of 18 April 2018 with other cells."""
    amounts: dict[str, object] = {"mde_usd": None, "mde_basis": "", "total_usd": None, "total_basis": ""}
    for name in ("mde_usd", "total_usd"):
        if name in cells:
            amounts |= {name: cells[name], name.replace("usd", "basis"): "stated"}
    return SOME._replace(**(amounts | cells))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def found() -> CasesUnder:
    from mnna.registry.load import load_registry

    return cases_under(load_registry(), None, HR_3613, ON)


@pytest.mark.parametrize(
    ("cells", "figures", "fate"),
    [
        ({"mde_usd": 20_000_000, "total_usd": 90_000_000}, HR_3613, "escape"),
        ({"mde_usd": 0, "total_usd": 104_999_999}, HR_3613, "escape"),
        ({"mde_usd": 30_000_000, "total_usd": 90_000_000}, HR_3613, "stays"),
        ({"total_usd": 105_000_000}, HR_3613, "stays"),
        ({"total_usd": 29_000_000}, HR_3613, "escape"),
        ({"total_usd": 90_000_000}, HR_3613, "undecided"),
        ({}, HR_3613, "undecided"),
        ({"total_usd": 40_000_000}, lower(total=60), "stays"),
        ({"total_usd": 55_000_000}, lower(total=60), "undecided"),
        ({"mde_usd": 20_000_000, "mde_basis": "inferred", "total_usd": 90_000_000}, HR_3613, "undecided"),
        ({"channel": "dcs", "total_usd": 29_000_000}, lower(total=60), "stays"),
        ({"recipients": ("GBR",), "mde_usd": 0, "total_usd": 204_000_000}, HR_3613, "escape"),
        ({"recipients": ("GBR", "MEX"), "mde_usd": 0, "total_usd": 204_000_000}, HR_3613, "stays"),
        ({"notified": "no", "mde_usd": 12_000_000, "total_usd": 12_000_000}, lower(mde=10), "added"),
        ({"notified": "likely-no", "mde_usd": 12_000_000, "total_usd": 12_000_000}, lower(mde=10), "undecided"),
        ({"notified": "no", "total_usd": 30_000_000}, lower(mde=10), "undecided"),
        ({"notified": "no", "total_usd": 9_000_000}, lower(mde=10), "stays"),
        ({"notified": "no", "total_usd": 40_000_000}, HR_3613, "stays"),
        ({"notified": "no"}, HR_3613, "stays"),
        ({"notified": "no", "mde_usd": 20_000_000, "total_usd": 20_000_000}, lower(mde=10), "stays"),
    ],
)
def test_what_a_bill_makes_of_a_row(
    registry: Registry, cells: Mapping[str, object], figures: Mapping[str, Param], fate: str
) -> None:
    assert _Replay(registry, figures).fate(row(**cells)) == fate


def test_ten_years_of_real_notices(found: CasesUnder) -> None:
    assert (found.since, found.until, found.notices) == (date(2016, 11, 28), ON, 769)
    assert (len(found.escape), len(found.added), len(found.undecided), found.by_equipment) == (39, 0, 201, 1)
    numbers = {one.transmittal: one for one in found.escape}
    assert numbers["17-50"].mde_usd == 0 and numbers["17-50"].total_usd == 62_000_000
    assert numbers["17-50"].thresholds == {"mde": 30_000_000, "total": 105_000_000}
    assert numbers["17-46"].thresholds == {"mde": 55_000_000, "total": 205_000_000}, "the Netherlands"
    assert "less than $105,000,000" in numbers["17-50"].because and numbers["17-50"].source


def test_whatever_escapes_is_below_every_threshold_of_the_bill(found: CasesUnder) -> None:
    for one in found.escape:
        assert one.total_usd is not None and one.total_usd < one.thresholds["total"], one.transmittal  # type: ignore[operator]
        worth = one.total_usd if one.mde_usd is None else one.mde_usd
        assert worth < one.thresholds["mde"], one.transmittal  # type: ignore[operator]


def test_the_table_sums_to_the_whole(found: CasesUnder) -> None:
    for kind in ("escape", "added", "undecided"):
        cases = getattr(found, kind)
        assert sum(getattr(one, kind) for one in found.table) == len(cases)
        assert sum(getattr(one, f"{kind}_usd") for one in found.table) == sum(one.total_usd or 0 for one in cases)
    assert sum(one.notices for one in found.table) == found.notices
    assert sum(one.usd for one in found.table) == found.usd


def test_one_purchaser_alone(registry: Registry, found: CasesUnder) -> None:
    alone = cases_under(registry, "KOR", HR_3613, ON)
    assert [one.transmittal for one in alone.escape] == [
        one.transmittal for one in found.escape if "KOR" in one.recipients
    ]


def test_a_bill_without_figures_touches_nothing(registry: Registry) -> None:
    nothing = cases_under(registry, "MEX", {}, ON)
    assert nothing.notices and not (nothing.escape or nothing.added or nothing.undecided)
