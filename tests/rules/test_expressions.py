"""An operator between the wrong things is refused when it is written, with words that say what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from mnna.errors import RuleError
from mnna.rules.nodes import (
    All,
    Any,
    Compare,
    Dated,
    Expr,
    Field,
    Kind,
    Literal,
    Not,
    Param,
    Status,
)
from tests.rules.strategies import truths

NATO, MNNA = Status("nato", "a member of NATO"), Status("mnna", "an ally")
MDE = Field("mde", Kind.MONEY, "value of the equipment")
MONTHS = Field("months", Kind.COUNT, "length in months")
SIGNED = Field("signed", Kind.DATE, "day of signature")
ORIGIN = Field("origin", Kind.TEXT, "origin", ("government", "commercial"))
EXEMPT = Field("exempt", Kind.TRUTH, "the transfer is exempt")
LOW = Param("low", Kind.MONEY, "the threshold", (Dated(Decimal(14_000_000), date(1981, 12, 29), None, "22 USC 2776"),))
LATE = Param("late", Kind.DATE, "the day", (Dated(date(2002, 9, 30), date(1981, 12, 29), None, "22 USC 2776"),))
DAY = date(2000, 1, 1)

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "and": (lambda: NATO and MNNA, "a & b"),
    "or": (lambda: NATO or MNNA, "a | b"),
    "not": (lambda: not NATO, "~a"),
    "if": (lambda: 1 if NATO else 2, "If"),
    "chained": (lambda: LOW <= MDE <= LOW, "(a <= b) & (b <= c)"),
    "in": (lambda: "commercial" in ORIGIN, "equals"),
    "iteration": (lambda: list(NATO), "no items"),
    "==": (lambda: MDE == LOW, "equals"),
    "!=": (lambda: MDE != LOW, "~a.equals"),
    "a forgotten bracket": (lambda: NATO & 1, "brackets"),  # type: ignore[operator]
    "a plain truth value": (lambda: NATO | True, "not a rule"),  # type: ignore[operator]
    "an amount": (lambda: MDE >= 14_000_000, "dated parameter"),
    "an amount as a decimal": (lambda: MDE >= Decimal("14000000"), "dated parameter"),
    "an amount as a float": (lambda: MDE >= 14e6, "dated parameter"),
    "days": (lambda: MONTHS > 12, "dated parameter"),
    "a date": (lambda: date(2002, 9, 30) <= SIGNED, "dated parameter"),
    "a date as text": (lambda: SIGNED >= "2002-09-30", "dated parameter"),
    "minus one": (lambda: MONTHS >= -1, "dated parameter"),
    "a truth value as an amount": (lambda: MDE >= True, "dated parameter"),
    "a literal amount": (lambda: Literal(Decimal(2)), "dated parameter"),
    "a literal number": (lambda: Literal(30), "dated parameter"),
    "a literal date": (lambda: Literal(DAY), "dated parameter"),
    "money with months": (lambda: MONTHS <= MDE, "cannot compare count with money"),
    "money with text": (lambda: MDE.equals(ORIGIN), "cannot compare money with text"),
    "a date with money": (lambda: SIGNED > LOW, "cannot compare date with money"),
    "a truth value with money": (lambda: EXEMPT.equals(MDE), "cannot compare truth with money"),
    "text in order": (lambda: Compare("<", ORIGIN, ORIGIN), "text has no order"),
    "truth in order": (lambda: Compare(">=", NATO, MNNA), "truth has no order"),
    "an operator there is not": (lambda: Compare("<>", MDE, LOW), "no such operator"),
    "a value outside the domain": (lambda: ORIGIN.equals("comercial"), "not in the field's domain"),
    "all of nothing": (lambda: All(()), "at least one"),
    "any of nothing": (lambda: Any(()), "at least one"),
    "all of an amount": (lambda: All((NATO, MDE)), "needs truth, got money"),
    "any of something else": (lambda: Any((NATO, "mnna")), "is not a rule"),  # type: ignore[arg-type]
    "not an amount": (lambda: Not(LOW), "needs truth, got money"),
    "a silent presumption": (lambda: Field("a", Kind.TRUTH, "a", presumed=False), "discloses it"),
    "a presumption of nothing": (lambda: Field("a", Kind.TRUTH, "a", presumption="so it is"), "discloses it"),
}


def refused(build: Callable[[], object], advice: str) -> None:
    """A rule that cannot be built, with what its error advises."""
    with pytest.raises(RuleError) as caught:
        build()
    assert advice in str(caught.value)


@pytest.mark.parametrize("mistake", REFUSED)
def test_refused_when_it_is_built(mistake: str) -> None:
    refused(*REFUSED[mistake])


def test_zero_and_one_need_no_parameter() -> None:
    assert isinstance(MDE > 0, Compare) and isinstance(MONTHS >= 1, Compare)


def test_alls_and_anys_lie_flat_so_that_a_reader_meets_one_list() -> None:
    assert len((NATO & MNNA & EXEMPT).of) == 3
    assert len((NATO | MNNA | EXEMPT).of) == 3
    assert len(((NATO & MNNA) | EXEMPT).of) == 2


@given(truths())
def test_walking_meets_every_child(rule: Expr) -> None:
    met = [id(node) for node in rule.walk()]
    assert all(id(child) in met for node in rule.walk() for child in node.children())
