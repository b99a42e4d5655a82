"""The smallest sets of changes that would settle a question: statuses gained or lost, facts settled, and who acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Literal

from mnna.engine.finding import Verdict, find
from mnna.engine.record import Record, described
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry
from mnna.rules.nodes import Value
from mnna.statutes.provision import Authority

MOST = 4
"""The most changes in a set; a larger set would be no useful advice."""


@dataclass(frozen=True, slots=True, repr=False)
class Single(Record):
    """A status gained or lost, or a fact settled."""

    kind: Literal["status", "fact"]
    id: str
    act: str = field(metadata=described("`designate` or `terminate` a status; the value of a fact."))
    words: str


@dataclass(frozen=True, slots=True, repr=False)
class Step(Single):
    """One change of a set: a status gained or lost, or a fact settled."""

    who: str = field(metadata=described("Who must act, as the text names it; empty where it names nobody."))


@dataclass(frozen=True, slots=True, repr=False)
class UnlockSet(Record):
    """Changes that together lead to a verdict, where no smaller part of them does."""

    leads_to: Verdict
    changes: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A change that can be tried: its description, and the assumptions or facts that make it."""

    step: Step
    assumed: tuple[Assumption, ...] = ()
    stated: Mapping[str, Value] = field(default_factory=dict)


Ask = Callable[[Sequence[Choice]], Verdict]


def asking(law: Authority, registry: Registry, country: str, on: date) -> Ask:
    """Return a function from changes to the verdict they lead to."""

    def ask(chosen: Sequence[Choice]) -> Verdict:
        laid = registry.assume(*(one for choice in chosen for one in choice.assumed))
        return find(
            law, laid, country, on, {name: value for one in chosen for name, value in one.stated.items()}
        ).verdict

    return ask


def smallest(ask: Ask, now: Verdict, choices: Sequence[Choice]) -> tuple[UnlockSet, ...]:
    """Return every smallest set of up to four changes that turns a no to yes or settles an unknown, smallest first."""
    wanted: tuple[Verdict, ...] = {"no": ("yes",), "unknown": ("yes", "no")}.get(now, ())  # type: ignore[assignment]
    found: dict[Verdict, list[frozenset[int]]] = {verdict: [] for verdict in wanted}
    sets = []
    for places in _subsets(choices) if wanted else ():
        if all(any(part <= places for part in parts) for parts in found.values()):
            continue
        verdict = ask([choices[at] for at in sorted(places)])
        if verdict in found and not any(part <= places for part in found[verdict]):
            found[verdict].append(places)
            sets.append(UnlockSet(verdict, tuple(choices[at].step for at in sorted(places))))
    return tuple(sets)


def _subsets(choices: Sequence[Choice]) -> Iterator[frozenset[int]]:
    """Yield sets of changes by their positions, smallest first; none has two values of one fact."""
    for size in range(1, MOST + 1):
        for places in combinations(range(len(choices)), size):
            if len({choices[at].step.id for at in places}) == size:
                yield frozenset(places)
