"""The English of a rule: whole, in order, with citations, and different wherever the rule is different."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from mnna.rules import nodes
from mnna.rules.english import english, history, phrase, spoken
from tests.rules.mutants import mutants
from tests.rules.strategies import truths

NATO, MNNA = nodes.Status("nato", "a member of NATO"), nodes.Status("mnna", "an ally")
MDE = nodes.Field("mde", nodes.Kind.MONEY, "value of the equipment")
SIGNED = nodes.Field("signed", nodes.Kind.DATE, "day of signature")
EXEMPT = nodes.Field("exempt", nodes.Kind.TRUTH, "the transfer is exempt")
LOW = nodes.Param(
    "low",
    nodes.Kind.MONEY,
    "the threshold",
    (
        nodes.Dated(Decimal(7_000_000), date(1976, 6, 30), date(1981, 12, 29), "22 USC 2776(b)(1)"),
        nodes.Dated(Decimal("14000000.50"), date(1981, 12, 29), None, "P.L. 97-113"),
    ),
)
START = nodes.Param("start", nodes.Kind.DATE, "the first day", ())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "unknown"),
        (True, "yes"),
        (False, "no"),
        (Decimal("14000000"), "$14,000,000"),
        (Decimal("13999999.99"), "$13,999,999.99"),
        (30, "30"),
        (25000, "25,000"),
        (date(2022, 5, 23), "23 May 2022"),
        ("commercial", "commercial"),
    ],
)
def test_values_as_a_reader_writes_them(value: object, words: str) -> None:
    assert spoken(value) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (MDE >= LOW, "the value of the equipment is at least the threshold"),
        (MDE > LOW, "the value of the equipment is more than the threshold"),
        (MDE <= LOW, "the value of the equipment is at most the threshold"),
        (MDE < LOW, "the value of the equipment is less than the threshold"),
        (SIGNED >= START, "the day of signature is on or after the first day"),
        (SIGNED < START, "the day of signature is before the first day"),
        (MDE.equals(LOW), "the value of the equipment is the threshold"),
        (MDE > 0, "the value of the equipment is more than $0"),
        (~NATO, "the country is not a member of NATO"),
        (~(MDE >= LOW), "it is not so that the value of the equipment is at least the threshold"),
        (nodes.Known(MDE), "the value of the equipment is known"),
    ],
)
def test_phrases(rule: nodes.Expr, words: str) -> None:
    assert phrase(rule) == words
    assert english(rule) == f"- {words}"


def test_a_whole_rule_reads_from_top_to_bottom() -> None:
    rule = nodes.Exceptions(
        nodes.Cited("22 USC 1", NATO | (MNNA & ~EXEMPT)),
        (nodes.Special(EXEMPT, nodes.If(NATO, nodes.NO, MDE >= LOW), "22 USC 2"),),
    )
    assert english(rule).splitlines() == [
        "- in general:",
        "  - at least one of these holds: [22 USC 1]",
        "    - the country is a member of NATO",
        "    - all of these hold:",
        "      - the country is an ally",
        "      - it is not so that the transfer is exempt",
        "- except where: [22 USC 2]",
        "  - the transfer is exempt",
        "- there:",
        "  - if:",
        "    - the country is a member of NATO",
        "  - then:",
        "    - no",
        "  - otherwise:",
        "    - the value of the equipment is at least the threshold",
    ]


def test_a_fact_that_may_be_stated_is_read_once() -> None:
    assert english(nodes.If(nodes.Known(EXEMPT), EXEMPT, NATO)).splitlines() == [
        "- where the question states whether the transfer is exempt, that decides",
        "- otherwise:",
        "  - the country is a member of NATO",
    ]
    assert english(nodes.If(nodes.Known(EXEMPT), NATO, EXEMPT)).startswith("- if:")


def test_a_comparison_with_a_choice_spells_the_choice() -> None:
    assert english(MDE >= nodes.If(NATO, LOW, MDE)).splitlines()[:3] == [
        "- the value of the equipment is at least this:",
        "  - if:",
        "    - the country is a member of NATO",
    ]
    both = english(nodes.If(NATO, LOW, MDE) > nodes.If(MNNA, MDE, LOW))
    assert both.startswith("- the first of these is more than the second:") and both.count("- if:") == 2


def test_a_named_part_is_spelled_out_once() -> None:
    part = nodes.Named("favored", "the higher thresholds apply", NATO & ~EXEMPT)
    lines = english(nodes.If(part, part & MNNA, ~part)).splitlines()
    assert sum("that is:" in line for line in lines) == 1
    assert sum("the higher thresholds apply (as above)" in line for line in lines) == 2


def test_a_part_that_needs_no_spelling_is_only_named() -> None:
    assert english(nodes.Named("x", "whoever it is", NATO & MNNA, spelled=False)) == "- whoever it is"


def test_the_history_of_a_figure() -> None:
    assert history(LOW) == [
        "$7,000,000 from 30 June 1976 until 29 December 1981 [22 USC 2776(b)(1)]",
        "$14,000,000.50 from 29 December 1981 and still [P.L. 97-113]",
    ]


def printed(rule: nodes.Expr) -> str:
    """All a reader of a golden file sees of a rule: its English and its figures' histories."""
    figures = {node.id: node for node in rule.walk() if isinstance(node, nodes.Param)}
    return "\n".join([english(rule), *(line for id_ in sorted(figures) for line in history(figures[id_]))])


def spelled(rule: nodes.Expr) -> nodes.Expr:
    """The rule with nothing hidden behind a name."""
    bare = rule.rebuilt(spelled)
    return bare.of if isinstance(bare, nodes.Named) else bare


@settings(max_examples=80)
@given(truths())
def test_no_mistake_hides_in_the_english(rule: nodes.Expr) -> None:
    """A rule with one comparison, status, arm, branch, list, value or date wrong reads otherwise."""
    open_ = spelled(rule)
    for mutant in mutants(open_):
        assert printed(mutant.rule) != printed(open_), f"{mutant.kind}: {mutant.what}"


@given(truths())
def test_every_citation_is_in_the_english(rule: nodes.Expr) -> None:
    open_ = spelled(rule)
    text = english(open_)
    for node in open_.walk():
        if isinstance(node, nodes.Exceptions):
            assert all(special.citation in text for special in node.special)
    assert english(nodes.Cited("22 USC 99", open_)).count("[22 USC 99]") == (0 if isinstance(open_, nodes.Cited) else 1)
