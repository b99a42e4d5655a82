"""Seeded faults in days, in rules and in what is left of rules, for the proofs to find.

A fault in a rule or a residue counts only where the evaluator of single cases shows that it changes an answer: some
cases near the bounds are asked with and without it. A proof looks at all cases, so it has to find each of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any

from mnna.rules.evaluate import Holding, Situation, evaluate
from mnna.rules.nodes import Expr, Field, Kind, Value
from mnna.screening.breakpoints import STEP, Residue, outputs
from mnna.statutes.provision import Authority, CaseLaw
from tests.proofs.files import Place
from tests.rules.mutants import mutants

DAY = timedelta(days=1)
Law = Authority | CaseLaw


@dataclass(frozen=True)
class Fault:
    """Rules with a mistake in them, on a ground where it changes an answer."""

    what: str
    place: Place
    rules: tuple[Expr, ...]


def wrong_days(laws: Sequence[Law], rng: Random) -> Iterator[tuple[str, Law]]:
    """Laws one of whose provisions begins or ends a day early or late."""
    changed = [(law, at) for law in laws for at in range(1, len(law.provisions))]
    for law, at in rng.sample(changed, len(changed)):
        shift, end = rng.choice((-DAY, DAY)), rng.choice(("since", "until"))
        provisions: list[Any] = list(law.provisions)
        place = at if end == "since" else at - 1
        day = getattr(provisions[place], end) + shift
        provisions[place] = replace(provisions[place], **{end: day})
        changed_law: Any = law
        yield f"{law.id}: {end} {day}", replace(changed_law, provisions=tuple(provisions))


def wrong_rules(place: Place, rules: Sequence[Expr], rng: Random) -> Iterator[Fault]:
    """The rules with one mistake each that shows in some case on the ground."""
    found = [one for one in mutants(*rules) if one.kind != "date"]
    for mutant in rng.sample(found, min(len(found), 12)):
        if _shows(place, rules, mutant.rules, rng):
            yield Fault(mutant.what, place, mutant.rules)


def wrong_bounds(place: Place, rng: Random) -> Iterator[tuple[str, Residue]]:
    """The residue with one bound of money or of a count moved by its smallest step, where that shows in an answer."""
    bounds = place.residue.bounds
    places = [(name, at) for name in sorted(bounds) for at in range(len(bounds[name])) if _moves(bounds[name][at])]
    for name, at in rng.sample(places, len(places)):
        moved = list(bounds[name])
        step = STEP[Kind.COUNT if isinstance(moved[at], int) else Kind.MONEY]
        if _turns(place, name, moved[at]):
            moved[at] += step  # type: ignore[operator]
            yield f"{name}: {moved[at]}", replace(place.residue, bounds={**bounds, name: tuple(moved)})


def _moves(bound: Value) -> bool:
    return not isinstance(bound, (bool, str)) and bool(bound)


def _turns(place: Place, name: str, bound: Value) -> bool:
    """Whether some answer turns at the bound."""
    kind = Kind.COUNT if isinstance(bound, int) else Kind.MONEY
    rules = outputs(place.provision, True)
    below: Value = bound - STEP[kind]  # type: ignore[operator,assignment]
    others: list[dict[str, Value | None]] = [
        {},
        {"mde": bound},
        {"total": bound},
        {"origin": "government"},
        {"origin": "commercial"},
    ]
    return any(
        _answers(place, rules, {**rest, name: below}) != _answers(place, rules, {**rest, name: bound})
        for rest in others
    )


def _shows(place: Place, rules: Sequence[Expr], wrong: Sequence[Expr], rng: Random) -> bool:
    """Whether one of some cases near the bounds is answered otherwise."""
    fields = {
        node.name: node for rule in rules for node in rule.walk() if isinstance(node, Field) and node.name != "on"
    }
    for _ in range(60):
        case = {name: value for name in sorted(fields) if (value := _drawn(place, fields[name], rng)) is not None}
        if _answers(place, rules, case) != _answers(place, wrong, case):
            return True
    return False


def _drawn(place: Place, field: Field, rng: Random) -> Value | None:
    if field.remainder is not None or rng.random() < 0.2:
        return None
    if field.kind is Kind.TRUTH:
        return rng.random() < 0.5
    if field.kind is Kind.TEXT:
        return rng.choice(field.domain)
    bounds = [bound for bound in place.residue.bounds.get(field.name, ()) if _moves(bound)]
    if not bounds:
        return None
    return rng.choice(bounds) - rng.choice((0, 1)) * STEP[field.kind]  # type: ignore[operator,return-value]


def _answers(place: Place, rules: Sequence[Expr], fields: Mapping[str, Value | None]) -> list[Value | None]:
    here = Situation(place.on, lambda id_: Holding(place.holds.get(id_), ""), fields)
    return [evaluate(rule, here).value for rule in rules]
