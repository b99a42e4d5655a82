"""What an answer says for itself: the facts that decided it and no others, in sentences, and what it still needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from mnna.rules.evaluate import Holding, Situation, Trace, evaluate
from mnna.rules.explain import Tree, leaves, needs, plain, presumptions, says, stated, tree
from mnna.rules.nodes import Cited, Dated, Expr, Field, If, Kind, Known, Named, Param, Status, Value
from tests.rules.strategies import World, decide, truths, worlds

NATO, MNNA = Status("nato", "a member of NATO"), Status("mnna", "an ally")
MDE = Field("mde", Kind.MONEY, "value of the equipment")
EXEMPT = Field("exempt", Kind.TRUTH, "the transfer is exempt")
ORIGIN = Field("origin", Kind.TEXT, "origin", ("government", "commercial"))
TERRITORY = Field("territory", Kind.TRUTH, "a new territory is opened", presumed=False, presumption="none is presumed")
LOW = Param(
    "low",
    Kind.MONEY,
    "the threshold",
    (
        Dated(Decimal(7_000_000), date(1976, 6, 30), date(1981, 12, 29), "22 USC 2776(b)(1)"),
        Dated(Decimal(14_000_000), date(1981, 12, 29), None, "P.L. 97-113"),
    ),
)


def asked(rule: Expr, on: str = "2024-01-01", nato: bool | None = None, mnna: bool | None = None, **f: Value) -> Trace:
    held = {"nato": nato, "mnna": mnna}

    def holding(id_: str) -> Holding:
        return Holding(held[id_], f"{id_} is {held[id_]}", f"law of {id_}", f"a list of {id_}")

    return evaluate(rule, Situation(date.fromisoformat(on), holding, f))


def test_only_what_decided_is_shown() -> None:
    shown = tree(asked(NATO | MNNA | EXEMPT, nato=True, mnna=False))
    assert shown == {"says": "nato is True", "value": True, "citation": "law of nato", "of": []}


def test_a_no_to_alternatives_shows_that_each_failed() -> None:
    shown = tree(asked(NATO | MNNA, nato=False, mnna=False))
    assert shown["says"] == "none of the alternatives is met" and len(shown["of"]) == 2


def test_an_unknown_shows_what_is_open_and_nothing_else() -> None:
    trace = asked(NATO & MNNA & (MDE >= LOW), nato=True)
    assert {leaf.node for leaf in leaves(trace) if leaf.value is None} == {MNNA, MDE}
    assert needs(trace) == ["a list of mnna", "the value of the equipment"]


@pytest.mark.parametrize(
    ("rule", "on", "expected"),
    [
        (EXEMPT, "2024-01-01", ["whether the transfer is exempt"]),
        (MDE >= LOW, "1970-01-01", ["the value of the equipment", "the threshold: no value is recorded for that day"]),
        (ORIGIN.equals("commercial"), "2024-01-01", ["the origin"]),
        (NATO & NATO, "2024-01-01", ["a list of nato"]),
    ],
)
def test_needs_are_facts_in_words_each_once(rule: Expr, on: str, expected: list[str]) -> None:
    assert needs(asked(rule, on)) == expected


def test_an_answer_needs_nothing() -> None:
    assert needs(asked(NATO | EXEMPT, nato=True)) == []


def test_a_figure_cites_the_law_of_its_day() -> None:
    for on, citation in (("1980-01-01", "22 USC 2776(b)(1)"), ("2024-01-01", "P.L. 97-113")):
        (figure,) = [n for n in walk(tree(asked(MDE >= LOW, on, mde=Decimal(1)))) if "threshold: $" in n["says"]]
        assert figure["citation"] == citation


def test_a_figure_that_came_back_cites_the_law_of_its_day_too() -> None:
    """The same number can be enacted twice, by two laws."""
    rows = (
        Dated(15, date(1990, 1, 1), date(2000, 1, 1), "law 0"),
        Dated(30, date(2000, 1, 1), date(2010, 1, 1), "law 1"),
        Dated(15, date(2010, 1, 1), None, "law 2"),
    )
    trace = asked(Field("n", Kind.COUNT, "n") >= Param("p", Kind.COUNT, "the days", rows), "2024-01-01", n=20)
    assert [node["citation"] for node in walk(tree(trace)) if node["says"] == "the days: 15"] == ["law 2"]


def test_a_cited_part_carries_its_paragraph() -> None:
    assert tree(asked(Cited("22 USC 2378a(a)(2)", EXEMPT), exempt=True))["citation"] == "22 USC 2378a(a)(2)"
    assert tree(asked(Cited("22 USC 2378a(a)(2)", NATO), nato=True))["citation"] == "22 USC 2378a(a)(2)"


def test_a_part_that_is_only_named_hides_how_it_is_carried_out() -> None:
    part = Named("part", "the value reaches it", If(Known(MDE), MDE >= LOW, EXEMPT), spelled=False)
    shown = tree(asked(part, mde=Decimal(20_000_000)))
    assert shown["says"] == "the value of the equipment is at least the threshold: yes"
    assert not any("known" in node["says"] for node in walk(shown))


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        (MDE >= LOW, {"mde": Decimal(14_000_000)}, ["the value of the equipment is at least $14,000,000"]),
        (MDE >= LOW, {"mde": Decimal(1)}, ["the value of the equipment is less than $14,000,000"]),
        (MDE > LOW, {"mde": Decimal(1)}, ["the value of the equipment is at most $14,000,000"]),
        (ORIGIN.equals("commercial"), {"origin": "government"}, ["the origin is not commercial"]),
        (ORIGIN.equals("commercial"), {"origin": "commercial"}, ["the origin is commercial"]),
        (EXEMPT, {"exempt": True}, ["the transfer is exempt"]),
        (EXEMPT, {"exempt": False}, ["it is not so that the transfer is exempt"]),
        (TERRITORY, {}, ["none is presumed"]),
        (TERRITORY, {"territory": True}, ["a new territory is opened"]),
        (MDE >= LOW, {}, []),
    ],
)
def test_sentences(rule: Expr, facts: dict[str, Value], expected: list[str]) -> None:
    assert stated(asked(rule, **facts)) == expected  # type: ignore[arg-type]


def test_sentences_do_not_depend_on_the_amounts_of_the_case() -> None:
    assert stated(asked(MDE >= LOW, mde=Decimal(20_000_000))) == stated(asked(MDE >= LOW, mde=Decimal(30_000_000)))


def test_what_is_said_outright_is_not_called_presumed() -> None:
    assert presumptions(asked(TERRITORY)) == ["none is presumed"]
    assert presumptions(asked(TERRITORY, territory=False)) == []
    assert presumptions(asked(TERRITORY, territory=True)) == []
    assert stated(asked(TERRITORY, territory=False)) == ["it is not so that a new territory is opened"]


@pytest.mark.parametrize(
    ("value", "json"),
    [
        (Decimal("14000000.00"), 14000000),
        (Decimal("13999999.99"), 13999999.99),
        (date(2022, 5, 23), "2022-05-23"),
        (True, True),
        (None, None),
        ("general", "general"),
    ],
)
def test_values_as_json_holds_them(value: Value | None, json: object) -> None:
    assert plain(value) == json and type(plain(value)) is type(json)


def walk(node: Tree) -> list[Tree]:
    return [node, *(inner for below in node["of"] for inner in walk(below))]


@settings(max_examples=200)
@given(truths(), worlds())
def test_every_node_shown_speaks_and_no_constant_is_shown(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is not None:
        for node in walk(tree(trace)):
            assert node["says"].strip()
            assert set(node) == {"says", "value", "citation", "of"}
        assert says(trace).strip()


@settings(max_examples=200)
@given(truths(), worlds())
def test_every_sentence_of_an_answer_is_said_once(rule: Expr, here: World) -> None:
    trace = decide(rule, here)
    if trace is not None:
        assert len(set(stated(trace))) == len(stated(trace))
        assert len(set(needs(trace))) == len(needs(trace))


@pytest.mark.parametrize(
    ("rule", "nato", "mnna", "said"),
    [
        (NATO & MNNA, True, True, "every condition is met"),
        (NATO & MNNA, True, False, "a condition is not met"),
        (NATO & MNNA, True, None, "a condition is open"),
        (NATO | MNNA, True, False, "one of the alternatives is met"),
        (NATO | MNNA, False, False, "none of the alternatives is met"),
        (NATO | MNNA, False, None, "no alternative is met, and at least one is open"),
    ],
)
def test_conditions_and_alternatives_are_told_in_each_of_three_values(
    rule: Expr, nato: bool | None, mnna: bool | None, said: str
) -> None:
    assert says(asked(rule, nato=nato, mnna=mnna)) == said


@pytest.mark.parametrize(
    ("rule", "given", "value", "presumed"),
    [
        (TERRITORY, {"territory": True}, True, False),
        (TERRITORY, {"territory": False}, False, False),
        (TERRITORY, {}, False, True),
        (EXEMPT, {"exempt": True}, True, False),
        (EXEMPT, {}, None, False),
    ],
)
def test_a_fact_is_presumed_only_where_none_is_given(
    rule: Expr, given: dict[str, Value], value: bool | None, presumed: bool
) -> None:
    trace = evaluate(rule, Situation(date(2024, 1, 1), lambda id_: Holding(None, id_, "", ""), given))
    assert (trace.value, trace.presumed) == (value, presumed)
