"""What the review of commercial licenses, agreements, retransfers and leases has in common."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.rules.evaluate import Holding, Situation, evaluate
from mnna.rules.nodes import YES, Expr, Status, Value
from mnna.statutes.aeca.s36_review import shown, since, unless_aukus
from mnna.statutes.parameters import param
from mnna.statutes.provision import Measure
from mnna.statutes.vocabulary import TOTAL, new_sales_territory

TERRITORY = new_sales_territory("sale", "abroad")
FAVORED = Status("favored", "favored")


def decided(rule: Expr, held: bool | None = True, on: date = date(2024, 6, 1), **fields: Value | None) -> Value | None:
    return evaluate(rule, Situation(on, lambda _: Holding(held, "as said"), fields | {"on": on})).value


@pytest.mark.parametrize("id_", ["36c-treaty-notice", "36c-lethal-notice", "36h-explanation"])
def test_a_duty_begins_on_the_day_of_its_table(id_: str) -> None:
    begun = param(id_).history[-1].value
    assert isinstance(begun, date)
    before = date.fromordinal(begun.toordinal() - 1)
    assert [decided(since(id_), on=day) for day in (before, begun)] == [False, True]


@pytest.mark.parametrize(
    ("partner", "exempt", "due"),
    [(True, True, False), (True, False, True), (True, None, None), (False, True, True), (False, None, True)],
)
def test_what_the_exemption_covers_needs_no_notice(partner: bool, exempt: bool | None, due: bool | None) -> None:
    assert decided(unless_aukus(YES, "22 USC 2778(l)"), partner, aukus_exempt=exempt) is due


HIGHER, GENERAL = (
    (Measure(name="total", met=TOTAL >= param(id_), usd=param(id_), citation="a citation"),)
    for id_ in ("36b-total-nato-plus", "36b-total")
)
"""A higher threshold and the general one, as a review has them."""


@pytest.mark.parametrize(
    ("group", "territory", "figure"),
    [(True, None, "higher"), (True, False, "higher"), (True, True, "general"), (False, False, "general")],
)
def test_a_favored_group_is_shown_its_own_figure_unless_the_territory_is_new(
    group: bool, territory: bool | None, figure: str
) -> None:
    (measure,) = shown(FAVORED, TERRITORY, HIGHER, GENERAL, FAVORED & ~TERRITORY)
    assert measure.usd is not None and (measure.name, measure.citation) == ("total", "a citation")
    of = {"higher": HIGHER, "general": GENERAL}[figure][0]
    assert of.usd is not None
    assert decided(measure.usd, group, new_sales_territory=territory) == decided(of.usd)


def test_between_the_two_thresholds_an_unknown_territory_decides_nothing() -> None:
    (measure,) = shown(FAVORED, TERRITORY, HIGHER, GENERAL, FAVORED & ~TERRITORY)
    low, high = (decided(param(id_)) for id_ in ("36b-total", "36b-total-nato-plus"))
    assert isinstance(low, Decimal) and isinstance(high, Decimal) and low < high
    verdicts = [decided(measure.met, True, total=value) for value in (low - 1, low, high - 1, high)]
    assert verdicts == [False, None, None, True]
