"""Claims about the law of one question: its days, its exceptions, and what may not make an answer worse.

Each is stated in English beside its formula. A claim that does not hold gives a counterexample, and `command.py` makes
a command of it that can be run.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any as Formula
from typing import NamedTuple

import z3

from mnna.rules.nodes import Expr
from mnna.screening.breakpoints import outputs
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision
from tests.proofs.translate import Pair, World


class Refuted(NamedTuple):
    """A counterexample: the values of the solver, and the world they are values of."""

    model: z3.ModelRef
    world: World


def counterexample(*claimed: Formula, given: Sequence[Formula] = ()) -> z3.ModelRef | None:
    """A case in which one of the formulas does not hold though all that is given does; None where there is none."""
    solver = z3.Solver()
    solver.add(*given, z3.Not(z3.And(*claimed)))
    found = solver.check()
    assert found != z3.unknown, "the solver gave up"
    return solver.model() if found == z3.sat else None


def days_in_doubt(law: Authority | CaseLaw) -> date | None:
    """Claim: from the first day of a law to its last, exactly one provision is in force. A day on which it is not."""
    day = z3.Int("on")
    first, last = law.provisions[0].since, law.provisions[-1].until
    covers = [within(day, one.since, one.until) for one in law.provisions]
    found = counterexample(z3.Or(covers), z3.AtMost(*covers, 1), given=[within(day, first, last)])
    return None if found is None else date.fromordinal(found[day].as_long())


def within(day: Formula, since: date, until: date | None) -> Formula:
    return z3.And(day >= since.toordinal(), day < (until or date.max).toordinal())


def conflict(trees: Sequence[Expr], since: date, until: date | None) -> Refuted | None:
    """Claim: no two exceptions to one general rule apply on one day and give different values."""
    world = World(z3.Int("on"))
    for tree in trees:
        world.of(tree)
    claimed = [z3.Not(one) for one in world.conflicts]
    found = counterexample(*claimed, given=[world.given(), within(world.day, since, until)]) if claimed else None
    return None if found is None else Refuted(found, world)


def case_world(provision: CaseProvision) -> World:
    """Any case on any day, of any country: all that the provision asks is a symbol."""
    world = World(z3.Int("on"))
    for rule in outputs(provision, False):
        world.of(rule)
    return world


def turned_by_value(provision: CaseProvision, raised: str) -> Refuted | None:
    """Claim: a transfer that must be notified must still be notified if it is worth more.

    `raised` is the amount that grows. Design and construction services grow together with the total, which holds
    them; equipment and firearms never exceed the total.
    """
    more, one = z3.Int("more"), case_world(provision)
    if raised not in one.facts:
        return None
    together = {raised, "total"} & set(one.facts) if raised == "construction" else {raised}
    changed = {name: Pair(one.facts[name].known, one.facts[name].value + more) for name in together}
    other = World(one.day, one.statuses, {**one.facts, **changed})
    before, after = one.of(provision.notify), other.of(provision.notify)
    claim = z3.Implies(z3.And(before.known, before.value), z3.And(after.known, after.value))
    whole = [claim for world in (one, other) for claim in _parts_within_the_whole(world)]
    days = within(one.day, provision.since, provision.until)
    found = counterexample(claim, given=[one.given(), more >= 0, days, *whole])
    return None if found is None else Refuted(found, one)


def _parts_within_the_whole(world: World) -> list[Formula]:
    facts, total = world.facts, world.facts.get("total")
    if total is None:
        return []
    parts = [facts[name] for name in ("mde", "firearms", "construction") if name in facts]
    return [z3.Implies(z3.And(part.known, total.known), part.value <= total.value) for part in parts]


def lengthened_by(provision: CaseProvision, status: str) -> Refuted | None:
    """Claim: the days of review do not grow if the country gains a status; no notice counts as no days.

    Only cases that are decided with and without it are compared.
    """
    one = case_world(provision)
    if status not in one.statuses:
        return None
    held = {word: Pair(z3.BoolVal(True), z3.BoolVal(word)) for word in (True, False)}
    without, having = (World(one.day, {**one.statuses, status: held[word]}, one.facts) for word in (False, True))
    (days_without, known_without), (days_with, known_with) = (_days(world, provision) for world in (without, having))
    claim = z3.Implies(z3.And(known_without, known_with), days_with <= days_without)
    days = within(one.day, provision.since, provision.until)
    found = counterexample(claim, given=[one.given(), days])
    return None if found is None else Refuted(found, one)


def _days(world: World, provision: CaseProvision) -> tuple[Formula, Formula]:
    """The days of review, none where there is no notice, and whether they are decided."""
    notify, days = world.of(provision.notify), world.of(provision.review_days)
    count = z3.If(notify.value, days.value, 0)
    return count, z3.And(notify.known, z3.Or(z3.Not(notify.value), days.known))


def symbols(rules: Sequence[Expr]) -> set[str]:
    """The names of all that the answer of some rules can turn on: what is in none of their formulas changes nothing."""
    world = World(z3.Int("on"))
    formulas = [part for rule in rules for part in world.of(rule)]
    return {str(one).removesuffix(" is known") for formula in formulas for one in _variables(formula)}


def _variables(formula: Formula) -> set[Formula]:
    found, open_, seen = set(), [formula], set()
    while open_:
        one = open_.pop()
        if one.get_id() in seen:
            continue
        seen.add(one.get_id())
        if z3.is_const(one) and one.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            found.add(one)
        open_ += one.children()
    return found
