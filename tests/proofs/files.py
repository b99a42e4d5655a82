"""Claims about files of cases: on every ground, for every day there and all values, a row gets its own answer.

A file is answered in two steps. `partial` leaves of a rule what the day and the country do not settle, and the answer
table asks the evaluator about one case for each pattern of intervals. Both must give what the whole rule gives for the
row, and so must the SQL text of what is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any as Formula

import z3

from mnna.registry.load import Registry
from mnna.rules import sql
from mnna.rules.nodes import Expr, Field, Kind
from mnna.rules.partial import Ground, partial
from mnna.screening.breakpoints import STEP, Residue, outputs
from mnna.screening.grid import Grid
from mnna.statutes.provision import CaseLaw, CaseProvision
from tests.proofs import sql_text
from tests.proofs.claims import Refuted, counterexample, within
from tests.proofs.translate import Pair, World, number, same, settled


@dataclass(frozen=True)
class Place:
    """One ground of a file: a channel, a country on the day `on`, and all days, `first` until `end`, that share it."""

    law: CaseLaw
    provision: CaseProvision
    country: str
    on: date
    first: date
    end: date
    holds: Mapping[str, bool | None]
    residue: Residue

    @property
    def ground(self) -> Ground:
        """What is settled there."""
        return Ground(self.on, self.holds)


def places(grid: Grid, registry: Registry) -> Iterator[Place]:
    """The first ground of each residue of a grid, with the days of all that leave it: they hold the same statuses."""
    seen: set[int] = set()
    days: dict[int, list[tuple[date, date]]] = {}
    for stretch in grid.stretches:
        end = date.max if stretch.end > len(grid.cuts) else grid.cuts[stretch.end - 1]
        days.setdefault(stretch.residue, []).append((stretch.on, end))
    for stretch in grid.stretches:
        law, residue = grid.laws[stretch.channel], grid.residues[stretch.residue]
        if stretch.residue in seen or residue.provision is None:
            continue
        seen.add(stretch.residue)
        country = grid.countries[stretch.country]
        holds = {name: registry.holds(country, name, stretch.on) for name in grid.statuses[stretch.residue]}
        first, end = min(on for on, _ in days[stretch.residue]), max(end for _, end in days[stretch.residue])
        yield Place(law, residue.provision, country, stretch.on, first, end, holds, residue)


class Row:
    """Any row on one ground, and the answers that the whole rules give it; `rules` may hold a fault for a test."""

    def __init__(self, place: Place, rules: Sequence[Expr] | None = None) -> None:
        statuses = {name: settled(value, Kind.TRUTH) for name, value in place.holds.items()}
        self.place, self.world = place, World(z3.Int("on"), statuses)
        self.rules = outputs(place.provision, True)
        self.answers = [self.world.of(rule) for rule in (self.rules if rules is None else rules)]

    @cached_property
    def left(self) -> list[Expr]:
        """What the outputs of the provision leave on the ground."""
        return [partial(rule, self.place.ground) for rule in self.rules]

    def partial_differs(self, left: Sequence[Expr] | None = None) -> Refuted | None:
        """Claim: what a rule leaves on the ground gives the answer of the rule."""
        return self._differs([self.world.of(rest) for rest in (self.left if left is None else left)])

    def table_differs(self, residue: Residue | None = None) -> Refuted | None:
        """Claim: the case that stands for the row's intervals gets the answer of the row."""
        facts = self._representative(residue or self.place.residue)
        stand_in = World(self.place.on, self.world.statuses, facts, open_=False)
        return self._differs([stand_in.of(rule) for rule in self.rules])

    def sql_differs(self) -> Refuted | None:
        """Claim: what a rule leaves on the ground, written as SQL text, gives the answer of the rule."""
        for rest in self.left:
            self.world.of(rest)
        columns = {name: self.world.facts[name] for name in self.world.fields}
        columns["on"] = Pair(z3.BoolVal(True), self.world.day)
        names = {name: name for name in columns}
        return self._differs([sql_text.read(sql.columns(rest, names), columns) for rest in self.left])

    def _differs(self, others: Sequence[Pair]) -> Refuted | None:
        given = [self.world.given(), within(self.world.day, self.place.first, self.place.end)]
        claimed = [same(one, other) for one, other in zip(self.answers, others, strict=True)]
        found = counterexample(*claimed, given=given)
        return None if found is None else Refuted(found, self.world)

    def _representative(self, residue: Residue) -> dict[str, Pair]:
        """For each fact that the residue asks about, the value that stands for its interval; nothing of the others."""
        fields = {node.name: node for rule in self.rules for node in rule.walk() if isinstance(node, Field)}
        return {name: self._stands_in(fields[name], bounds) for name, bounds in residue.bounds.items()}

    def _stands_in(self, field: Field, bounds: Sequence[Formula]) -> Pair:
        pair = self.world.of(field) if field.remainder else self.world.facts[field.name]
        if field.kind in (Kind.TRUTH, Kind.TEXT):
            return pair
        step = 1 if field.kind is Kind.DATE else number(STEP[field.kind])  # type: ignore[arg-type]
        lowered: Formula = z3.IntVal(number(bounds[0]) - step)
        for bound in bounds:
            lowered = z3.If(pair.value >= number(bound), number(bound), lowered)
        return Pair(pair.known, lowered)
