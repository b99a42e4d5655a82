"""The command `unlocks`: which single status or fact would turn a `no` into a `yes`, and which smallest sets would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import combinations
from pathlib import Path
from typing import ClassVar, Literal

from mnna.answers.inputs import day, foreign, word
from mnna.answers.stamped import Stamped
from mnna.engine.finding import Finding, Verdict, find
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.errors import BadQuestion
from mnna.ids import AuthorityId
from mnna.registry.consequences import Assumption, bringing
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.nodes import Expr, Field, Kind, Status, Value
from mnna.statutes import catalog
from mnna.statutes.provision import Authority
from mnna.tables import table

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


def leads_to(law: Authority, registry: Registry, country: str, on: date, chosen: Sequence[Choice]) -> Verdict:
    """Return the verdict that changes lead to."""
    laid = registry.assume(*(one for choice in chosen for one in choice.assumed))
    stated = {name: value for one in chosen for name, value in one.stated.items()}
    return find(law, laid, country, on, stated).verdict


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


@dataclass(frozen=True, slots=True, repr=False)
class Unlock(Single):
    """One status gained or lost, or one fact settled, and the verdict it leads to."""

    verdict: str = field(metadata=HIDDEN)


@dataclass(frozen=True, slots=True, repr=False)
class UnlocksAnswer(Stamped):
    """Which single status or fact would make the answer yes, or leave it open."""

    country: Country
    on: date
    finding: Finding = field(metadata=HIDDEN)
    unlocks: tuple[Unlock, ...] = field(metadata=described("Each alone would make it yes."))
    opens: tuple[Unlock, ...] = field(metadata=described("Each alone would leave it open."))
    sets: tuple[UnlockSet, ...] = field(
        metadata=described("The smallest sets of up to four changes that turn a no into a yes, or settle an unknown.")
    )
    registry: Registry = field(metadata=HIDDEN)

    authority: ClassVar[str] = passed_on("finding.id", "The id of the question of law.", after="on")
    verdict: ClassVar[Verdict] = passed_on("finding.verdict", "The verdict as it stands.", after="authority")
    because: ClassVar[str] = passed_on("finding.because", "The reason as it stands.", after="verdict")
    routes: ClassVar[tuple[str, ...]] = passed_on(
        "finding.routes", "The human acts that the law itself names.", after="opens"
    )

    def summary(self) -> str:
        """Return the question, the country, the day, and how many single changes would make it yes."""
        who = f"{self.country.name} ({self.country.iso3}) on {self.on}"
        changes = "1 single change" if len(self.unlocks) == 1 else f"{len(self.unlocks)} single changes"
        return f"{self.authority} for {who}, {self.verdict}: {changes} would make it yes"


def unlocks(
    authority: AuthorityId, country: str, on: date | str | None = None, facts: Path | None = None
) -> UnlocksAnswer:
    """Return which single status or fact would make an authority answer `yes` for a country on a day.

    `sets` are the smallest sets of changes that would do so. `unlocks` is empty where the answer is `yes` already, or
    where no single change is enough. Raises `BadQuestion`, `UnknownWord`, `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    if isinstance(country, str) and country in catalog.AUTHORITIES and authority not in catalog.AUTHORITIES:
        asked, right = f"unlocks {authority!r} {country!r}", f"unlocks {country} {authority}"
        raise BadQuestion(asked, "the authority comes first, and then the country", (right,), "")
    registry, actor, when = load_registry(facts), foreign(country), day(on)
    law = catalog.asked(word(authority, "authority"))
    now = find(law, registry, actor.iso3, when)
    choices = () if now.verdict == "yes" else tuple(_choices(law, registry, actor.iso3, when, now.suspended_by))
    ask = partial(leads_to, law, registry, actor.iso3, when)
    steps = [(choice.step, ask([choice])) for choice in choices]
    tried = tuple(Unlock(step.kind, step.id, step.act, step.words, verdict) for step, verdict in steps)
    return UnlocksAnswer(
        actor,
        when,
        now,
        tuple(t for t in tried if t.verdict == "yes"),
        tuple(t for t in tried if t.verdict == "unknown" and now.verdict == "no"),
        smallest(ask, now.verdict, choices),
        registry,
    )


def _choices(
    law: Authority, registry: Registry, country: str, on: date, suspended_by: Iterable[str] = ()
) -> Iterator[Choice]:
    """Yield the changes to try: each status and each value of a fact that the law asks about.

    A status that is a part of another is gained with it: no Act has named a country in one provision alone.
    """
    seen: set[str] = set()
    for node in _asked(law, suspended_by, on):
        if isinstance(node, Status):
            for id_, asked in _gainable(registry, node.id):
                if id_ not in seen and registry.kind(id_).grantable == "yes":
                    seen.add(id_)
                    yield _gained_or_lost(registry, country, on, id_, asked)
        elif isinstance(node, Field) and node.name not in seen and node.name != "on":
            seen.add(node.name)
            for value in (True, False) if node.kind is Kind.TRUTH else tuple(node.domain):
                said = "yes" if value is True else "no" if value is False else str(value)
                step = Step("fact", node.name, said, node.phrase, who_acts(node.name))
                yield Choice(step, (), {node.name: value})


def _gainable(registry: Registry, status: str) -> Iterator[tuple[str, str]]:
    """Yield the statuses whose gain or loss changes a status, each with the status that shows whether it is held."""
    yield registry.kind(status).part_of or status, status
    yield from ((one, one) for one in bringing(registry.kinds, status))


def _gained_or_lost(registry: Registry, country: str, on: date, status: str, asked: str) -> Choice:
    act = "terminate" if registry.holds(country, asked, on) else "designate"
    step = Step("status", status, act, registry.kind(status).title, who_acts(status))
    return Choice(step, (Assumption(country, status, on, act),))


def _asked(law: Authority, suspended_by: Iterable[str], on: date) -> Iterator[Expr]:
    """Yield the nodes of the rules of the law and of the bars that suspend it."""
    for one in (law, *map(catalog.authority, suspended_by)):
        provision = one.at(on)
        yield from provision.rule.walk() if provision is not None else ()


WHO_ACTS = Path(catalog.__file__).with_name("who_acts.csv")


@lru_cache(maxsize=1)
def actors() -> dict[str, str]:
    """Return the actor of each status and fact by its id; empty where the statute names none."""
    return {row["id"]: row["who"] for row in table(WHO_ACTS)}


def who_acts(id_: str) -> str:
    """Return who must act for a status to begin or end, or for a fact to be settled; empty where no text says so."""
    return actors().get(id_, "")
