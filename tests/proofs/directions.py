"""Claims about which way a status or a fact turns an answer: what favors a country never counts against it elsewhere.

A yes is good news where the question is of a grant, and bad news where it is of a bar or of a notice to Congress.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any as Formula

import z3

from mnna.rules.nodes import Expr, Kind, statuses_asked
from mnna.statutes.provision import Authority, CaseProvision, Provision
from tests.proofs.claims import Refuted, case_world, counterexample, within
from tests.proofs.translate import Pair, World

HELD = {word: Pair(z3.BoolVal(True), z3.BoolVal(word)) for word in (True, False)}


def costs(law: Authority, provision: Provision, status: str) -> Refuted | None:
    """Claim: gaining the status never takes a grant away and never brings a bar."""
    return _turned_by_status(provision, status, law.bears == "grant")


def rewards(law: Authority, provision: Provision, status: str) -> Refuted | None:
    """Claim: gaining the status never brings a grant and never lifts a bar."""
    return _turned_by_status(provision, status, law.bears != "grant")


def asked(provision: Provision) -> list[str]:
    """The statuses that the rule of a provision asks about."""
    return sorted(statuses_asked(provision.rule))


def _turned_by_status(provision: Provision, status: str, rising: bool) -> Refuted | None:
    world = World(z3.Int("on"))
    world.of(provision.rule)
    without, having = ({**world.statuses, status: HELD[word]} for word in (False, True))
    return _turned(provision, provision.rule, world, [(without, world.facts), (having, world.facts)], rising)


def turned_by_fact(provision: CaseProvision, fact: str, rising: bool) -> Refuted | None:
    """Claim: a yes to a question of fact, or a larger number, never ends the duty of notice (or never begins it)."""
    world = case_world(provision)
    if fact not in world.facts:
        return None
    more, given = z3.Int("more"), world.facts[fact]
    if world.fields[fact].kind is Kind.TRUTH:
        less, greater = HELD[False], HELD[True]
    else:
        less, greater = given, Pair(given.known, given.value + more)
    asked_on = [(world.statuses, {**world.facts, fact: one}) for one in (less, greater)]
    return _turned(provision, provision.notify, world, asked_on, rising, [more >= 0])


def _turned(
    provision: Provision | CaseProvision,
    rule: Expr,
    world: World,
    asked_on: Sequence[tuple[Mapping[str, Pair], Mapping[str, Pair]]],
    rising: bool,
    given: Sequence[Formula] = (),
) -> Refuted | None:
    """Claim: from the first world to the second a yes stays and no no begins, or, not rising, the other way round."""
    before, after = (World(world.day, statuses, facts).of(rule) for statuses, facts in asked_on)
    low, high = (before, after) if rising else (after, before)
    claims = (z3.Implies(_said(low, True), _said(high, True)), z3.Implies(_said(high, False), _said(low, False)))
    days = within(world.day, provision.since, provision.until)
    found = counterexample(*claims, given=[world.given(), days, *given])
    return None if found is None else Refuted(found, world)


def _said(pair: Pair, word: bool) -> Formula:
    return z3.And(pair.known, pair.value if word else z3.Not(pair.value))
