"""The records of the law: when a provision is law, what a bar cuts, and measures of a choice."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from mnna.errors import RuleError
from mnna.rules.nodes import NO, YES, Field, If, Kind, Param
from mnna.statutes import catalog
from mnna.statutes import provision as provision_module
from mnna.statutes.listing import FOLDER
from mnna.statutes.partners import RESCISSION
from mnna.statutes.provision import (
    ACT_COLUMNS,
    MARKS,
    Acts,
    Amendment,
    Authority,
    Cut,
    Measure,
    Provision,
    amended,
    any_met,
    between,
)
from mnna.tables import rows_of

BIG = Field("big", Kind.TRUTH, "it is big")
CAP = Param("cap", Kind.MONEY, "the cap", ())
TABLES = sorted(Path(FOLDER).glob("*/*.acts.csv"))
MODULE = "mnna.statutes.faa.s620q_arrears"


def provision(since: int, until: int | None, *cuts: Cut) -> Provision:
    ends = None if until is None else date(until, 1, 1)
    return Provision(since=date(since, 1, 1), until=ends, citation="22 USC 1", says="x", rule=BIG, cuts=cuts)


def test_a_provision_is_law_from_its_first_day_to_the_day_before_its_last() -> None:
    one, still = provision(2000, 2001), provision(2001, None)
    assert [one.covers(date(*day)) for day in ((1999, 12, 31), (2000, 1, 1), (2000, 12, 31), (2001, 1, 1))] == [
        False, True, True, False,
    ]  # fmt: skip
    assert (one.last_day(), still.last_day()) == (date(2000, 12, 31), date.max)
    law = Authority(id="x", question="?", provisions=(one, still))
    assert law.at(date(2000, 6, 1)) is one and law.at(date(2030, 1, 1)) is still and law.at(date(1999, 1, 1)) is None


def test_a_bar_cuts_what_it_names_since_it_names_it() -> None:
    cut = Cut(authorities=("rdte-loans",), when=YES)
    law = Authority(id="x", question="?", provisions=(provision(2000, 2001), provision(2001, None, cut)))
    assert law.provisions[1].cut("rdte-loans") == (cut,) and law.provisions[1].cut("cooperative-rd") == ()
    assert law.cuts_since("rdte-loans") == date(2001, 1, 1)


def test_a_rule_is_a_truth() -> None:
    with pytest.raises(RuleError, match="the rule of 22 USC 1"):
        Provision(since=date(2000, 1, 1), until=None, citation="22 USC 1", says="x", rule=CAP)


def test_an_amendment_changes_what_it_names_and_nothing_else() -> None:
    first, second, third = amended(
        Provision(since=date(2000, 1, 1), citation="22 USC 1(a)", says="x", rule=BIG, note="read", confidence="low"),
        Amendment(since=date(2001, 1, 1), says="y", rule=NO),
        Amendment(since=date(2002, 1, 1), note=""),
    )
    assert (first.says, second.says, third.says) == ("x", "y", "y") and third.rule is NO and first.rule is BIG
    assert (second.note, third.note, third.confidence, third.source) == ("read", "", "low", "usc-22-1")
    with pytest.raises(RuleError, match=r"2001-01-01 to 22 USC .*: its text has no field notify"):
        amended(first, Amendment(since=date(2001, 1, 1), notify=NO))
    with pytest.raises(RuleError, match=r"2000-01-01 to 22 USC .*: that text begins on 2000-01-01"):
        amended(first, Amendment(since=date(2000, 1, 1), says="y"))


@pytest.mark.parametrize(
    ("citation", "source"),
    [
        ("22 USC 2799aa-1(b)", "usc-22-2799aa-1"),
        ("22 USC 2763(a); P.L. 100-461 §580", "usc-22-2763"),
        ("22 CFR 126.7; 22 USC 2778(l)(2)", "cfr-22-126-7"),
        ("P.L. 105-261 s. 1513(a)", ""),
        ("P.L. 99-500", ""),
    ],
)
def test_a_source_that_is_not_given_is_the_section_cited(citation: str, source: str) -> None:
    assert Provision(since=date(2000, 1, 1), citation=citation, says="x", rule=BIG).source == source
    assert Provision(since=date(2000, 1, 1), citation=citation, says="x", rule=BIG, source="own").source == "own"


def test_the_measures_of_a_choice_turn_with_its_condition() -> None:
    low = (Measure(name="mde", met=YES, usd=CAP, citation="a"), Measure(name="none", met=NO, usd=None, citation="b"))
    high = (Measure(name="mde", met=NO, usd=CAP, citation="c"), Measure(name="none", met=YES, usd=None, citation="d"))
    chosen = between(BIG, low, high)
    assert [(one.name, one.citation, one.usd is None) for one in chosen] == [("mde", "a", False), ("none", "b", True)]
    assert isinstance(chosen[0].met, If) and chosen[0].met.then is YES and chosen[0].met.otherwise is NO
    assert len(list(any_met(low).walk())) == 3
    with pytest.raises(ValueError, match="zip"):
        between(BIG, low, high[:1])


def test_kind_and_topic_come_from_the_table() -> None:
    bar = catalog.authority("restriction-coup")
    assert (bar.bears, bar.topic) == ("bar", "restrictions") and catalog.authority("rdte-loans").bears == "grant"


def test_a_provision_holds_until_the_next_begins() -> None:
    provisions = (provision(2000, None), provision(2002, 2003), provision(2005, None))
    law = Authority(id="x", question="?", provisions=provisions)
    assert [one.until for one in law.provisions] == [date(2002, 1, 1), date(2003, 1, 1), None]


def test_acts_are_given_in_the_order_asked_with_their_conditions() -> None:
    brooke, rescission, paid = Acts(MODULE, {"brooke": NO})("brooke", RESCISSION, "paid")
    assert (brooke.citation, brooke.when, brooke.lifts) == ("P.L. 118-47 div. F §7012", NO, False)
    assert rescission is RESCISSION and (paid.when, paid.lifts, paid.always) == (YES, True, False)


def test_an_act_or_a_condition_without_a_row_is_refused() -> None:
    with pytest.raises(RuleError, match=r"'broke': faa/s620q_arrears.acts.csv has no such row"):
        Acts(MODULE)("broke")
    with pytest.raises(RuleError, match="'broke'"):
        Acts(MODULE, {"broke": NO})


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,b,c,lift", "the act 'a': it has the mark 'lift'"),
        ("a,b,c,\na,d,e,", "beside.acts.csv, the act 'a': it stands twice"),
    ],
)
def test_a_wrong_act_is_told(rows: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provision_module, "FOLDER", tmp_path)
    (tmp_path / "beside.acts.csv").write_text(f"{ACT_COLUMNS}\n{rows}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=said):
        Acts("mnna.statutes.beside")


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_row_is_used_once_written_and_rightly_marked(table: Path) -> None:
    rows = rows_of(table, ACT_COLUMNS)
    ids = [id_ for id_, *_ in rows]
    code = ast.parse(table.with_name(table.name.replace(".acts.csv", ".py")).read_text(encoding="utf-8"))
    written = {node.value for node in ast.walk(code) if isinstance(node, ast.Constant)}
    assert len(ids) == len({*ids}) and {mark for *_, mark in rows} <= {*MARKS}
    assert [id_ for id_ in ids if id_ not in written] == [], "take the row out, or use it"
    assert all(text and citation for _, text, citation, _ in rows)
