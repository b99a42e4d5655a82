"""The generated cases stand where a rule turns, and the generated mistakes are each one mistake."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings

from mnna.rules import nodes
from mnna.rules.canonical import canonical
from tests.rules.boundaries import axes, boundaries, days
from tests.rules.mutants import mutants, replaced
from tests.rules.strategies import truths, value

NATO, MNNA = nodes.Status("nato", "a member of NATO"), nodes.Status("mnna", "an ally")
MDE = nodes.Field("mde", nodes.Kind.MONEY, "value of the equipment")
ON = nodes.Field("on", nodes.Kind.DATE, "day")
ORIGIN = nodes.Field("origin", nodes.Kind.TEXT, "origin", ("government", "commercial"))
LOW = nodes.Param(
    "low",
    nodes.Kind.MONEY,
    "the threshold",
    (
        nodes.Dated(Decimal(7_000_000), date(1976, 6, 30), date(1981, 12, 29), "a"),
        nodes.Dated(Decimal(14_000_000), date(1981, 12, 29), None, "b"),
    ),
)
START = nodes.Param(
    "start", nodes.Kind.DATE, "the day", (nodes.Dated(date(1999, 11, 29), date(1976, 6, 30), None, "c"),)
)
FOREVER = (date(1970, 1, 1), None)


def test_a_threshold_is_tried_one_cent_below_at_and_above_and_unknown() -> None:
    assert axes(MDE >= LOW, date(1980, 1, 1))["mde"] == (
        Decimal("6999999.99"),
        Decimal("7000000"),
        Decimal("7000000.01"),
        None,
    )
    assert Decimal("14000000.01") in axes(MDE >= LOW, date(2000, 1, 1))["mde"]


def test_a_day_of_change_is_tried_with_the_day_before_and_after() -> None:
    found = days((MDE >= LOW) & (ON >= START), *FOREVER)
    for turn in (date(1976, 6, 30), date(1981, 12, 29), date(1999, 11, 29)):
        assert {date.fromordinal(turn.toordinal() + shift) for shift in (-1, 0, 1)} <= set(found)
    assert found == sorted(found) and days(MDE >= LOW, date(1981, 12, 29), date(1981, 12, 30)) == [date(1981, 12, 29)]


def test_every_word_every_status_and_the_unknown_are_tried() -> None:
    rule = ORIGIN.equals("commercial") & NATO
    assert axes(rule, date(2000, 1, 1)) == {"nato": (True, False, None), "origin": ("government", "commercial", None)}
    cases = list(boundaries(rule, *FOREVER))
    assert {(w.statuses["nato"], w.fields["origin"]) for w in cases} == {
        (held, word) for held in (True, False, None) for word in ("government", "commercial", None)
    }


def test_the_cases_are_the_same_each_time_and_no_more_than_asked_for() -> None:
    rule = (MDE >= LOW) & NATO & MNNA & ORIGIN.equals("commercial") & (ON >= START)
    assert list(boundaries(rule, *FOREVER, 40)) == list(boundaries(rule, *FOREVER, 40))
    assert len(list(boundaries(rule, *FOREVER, 40))) <= 40 < len(list(boundaries(rule, *FOREVER, 10_000)))


def test_the_kinds_of_mistake() -> None:
    rule = nodes.Exceptions(
        nodes.All((NATO | MNNA, nodes.If(nodes.Known(MDE), MDE >= LOW, nodes.NO), ~ORIGIN.equals("commercial"))),
        (nodes.Special(MNNA, nodes.NO, "22 USC 2"),),
    )
    kinds = {mutant.kind for mutant in mutants(rule)}
    expected = "comparison status constant arm not known choice exception value date"
    assert kinds == set(expected.split())


def test_a_comparison_is_flipped_to_its_neighbour_and_to_its_opposite() -> None:
    flipped = [
        m.rule.operator for m in mutants(MDE >= LOW) if isinstance(m.rule, nodes.Compare) and m.kind == "comparison"
    ]
    assert flipped == [">", "<"]


def test_a_date_moves_by_a_day_either_way_where_it_can() -> None:
    moved = [mutant.what for mutant in mutants(LOW) if mutant.kind == "date"]
    assert moved == ["low: since 1976-06-29", "low: until 1981-12-28", "low: since 1976-07-01", "low: since 1981-12-30"]


def test_a_shared_part_is_wrong_everywhere_at_once() -> None:
    part = NATO | MNNA
    for mutant in mutants(part & MDE.equals(LOW), nodes.Not(part)):
        if mutant.kind == "status":
            assert all(canonical(rule) != canonical(old) for rule, old in zip(mutant.rules, (part, part), strict=True))
    both = replaced(nodes.All((part, nodes.Not(part))), NATO, nodes.NO)
    assert canonical(both).count('["literal",false]') == 2


@settings(max_examples=100)
@given(truths())
def test_every_mistake_is_one_and_leaves_the_rule_as_it_was(rule: nodes.Expr) -> None:
    before = canonical(rule)
    for mutant in mutants(rule):
        assert canonical(mutant.rule) != before, mutant.what
    assert canonical(rule) == before


@settings(max_examples=60)
@given(truths())
def test_every_boundary_case_can_be_decided(rule: nodes.Expr) -> None:
    for world in boundaries(rule, date(1985, 1, 1), date(2025, 1, 1), 50):
        assert value(rule, world) in (True, False, None, "conflict")


def test_dropping_one_arm_of_two_leaves_the_other() -> None:
    assert [canonical(m.rule) for m in mutants(nodes.Any((NATO, MNNA))) if "without" in m.what] == [
        canonical(MNNA),
        canonical(NATO),
    ]
