"""What an encoded provision is: a question of law and the dated texts that answer it.

An `Authority` is a question about a country; a `CaseLaw` is a question about one proposed transfer. Each holds the
`Provision`s that have answered it, one span of law after another. Everything a lawyer would check stands in the record:
the paragraph, the rule, the terms, the acts still needed, the routes around a `no`, the source read and when.
"""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from mnna.quick import quick_dataclass
from mnna.rules.expressions import need
from mnna.rules.nodes import YES, Any, Expr, If, Kind, Param
from mnna.statutes.listing import row

if TYPE_CHECKING:
    from mnna.statutes.examples import Example


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Act:
    """A step still to take after a `yes`, a route around a `no` or a caveat, with the text behind it and its condition.

    `always` marks a step of a case that is due whether or not the case is notified; `lifts` marks a step of a bar that
    waives or ends it, and so is a route for whatever the bar cuts off.
    """

    text: str
    citation: str
    when: Expr = YES
    always: bool = False
    lifts: bool = False


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Extra:
    """Terms the law attaches only where `when` holds, such as sums for a country named in it; absent elsewhere.

    `instead_of` names the terms of the provision that do not apply there.
    """

    when: Expr
    terms: Mapping[str, Expr | str]
    instead_of: tuple[str, ...] = ()


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Cut:
    """The authorities, by id, that a bar cuts off for a country where its verdict is yes and `when` holds."""

    authorities: tuple[str, ...]
    when: Expr = YES


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Provision:
    """The law that answers a question from `since` (included) until `until` (excluded; None is open).

    `says` paraphrases the text, `rule` is true where the answer is yes, `terms` are the values the law attaches or the
    words it is described in, and `extras` those it attaches to some countries only. Prose names its figures by their
    parameters, as `wording` says. `cuts` are the grants that a bar suspends by its own words. `caveats` say how a text
    that can be read otherwise is read: an answer one applies to shows it, and is of medium confidence at most.
    """

    since: date
    until: date | None = None
    citation: str
    says: str
    rule: Expr
    terms: Mapping[str, Expr | str] = field(default_factory=dict)
    steps: tuple[Act, ...] = ()
    routes: tuple[Act, ...] = ()
    source: str = ""
    confidence: str = "high"
    note: str = ""
    extras: tuple[Extra, ...] = ()
    cuts: tuple[Cut, ...] = ()
    caveats: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        need(self.rule, Kind.TRUTH, f"the rule of {self.citation}")

    @property
    def trees(self) -> list[Expr]:
        """The rule, the terms, and the terms for some countries with the condition of each."""
        extra = [tree for one in self.extras for tree in (one.when, *one.terms.values()) if not isinstance(tree, str)]
        return [self.rule, *(term for term in self.terms.values() if not isinstance(term, str)), *extra]

    def covers(self, on: date) -> bool:
        """Whether this is the law of that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def last_day(self) -> date:
        """The last day on which this is the law; of what is still law, the last day there is."""
        return _last_day(self.until)

    def cut(self, authority: str) -> tuple[Cut, ...]:
        """How this bar cuts off an authority; empty where it does not."""
        return tuple(cut for cut in self.cuts if authority in cut.authorities)


def _end(provisions: "tuple[Provision | CaseProvision, ...]") -> None:
    """End each that says nothing else where the next one begins; in place, since every start waits for a copy."""
    for one, later in pairwise(provisions):
        if one.until is None:
            vars(one)["until"] = later.since


def _last_day(until: date | None) -> date:
    return date.max if until is None else until - timedelta(days=1)


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Authority:
    """One question of law about a country, with a stable id; of a bar, yes means that the country is barred.

    A provision that gives no `until` holds until the next one begins.
    """

    id: str
    question: str
    provisions: tuple[Provision, ...]
    note: str = ""

    def __post_init__(self) -> None:
        _end(self.provisions)

    @property
    def bears(self) -> str:
        """What a yes means: `grant`, the country may have something, or `bar`, it may not."""
        return row(self.id).kind

    @property
    def turns_on(self) -> str:
        """What can settle an open answer: a public `record`, or only the facts of a `case`."""
        return row(self.id).turns_on

    @property
    def topic(self) -> str:
        """What people want of it, as its row in `authorities.csv` says."""
        return row(self.id).topic

    @property
    def examples(self) -> "tuple[Example, ...]":
        """The worked examples, from the table beside the module."""
        from mnna.statutes.examples import examples_of  # only who checks the law reads them

        return examples_of(self.id)

    def at(self, on: date) -> Provision | None:
        """The provision in force on that day, or None where none is encoded."""
        return next((provision for provision in self.provisions if provision.covers(on)), None)

    def not_yet(self, on: date) -> bool:
        """Whether there was no such law yet on that day, as the first text encoded made it."""
        return row(self.id).new and on < self.provisions[0].since

    def cuts_since(self, authority: str) -> date:
        """The first day on which this bar, as encoded, cuts off that authority."""
        return min(provision.since for provision in self.provisions if provision.cut(authority))


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Measure:
    """One of the values that make a transfer notifiable: its name, the test, the threshold in US dollars."""

    name: str
    met: Expr
    usd: Expr | None
    citation: str


def any_met(measures: tuple[Measure, ...]) -> Expr:
    """Whether at least one of the measures is reached; any one makes a transfer notifiable."""
    return Any(tuple(measure.met for measure in measures))


def between(condition: Expr, then: tuple[Measure, ...], otherwise: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures of a choice between two sets of thresholds, which name the same values in the same order."""
    return tuple(
        Measure(
            name=a.name,
            met=If(condition, a.met, b.met),
            usd=If(condition, a.usd, b.usd) if a.usd is not None and b.usd is not None else None,
            citation=a.citation,
        )
        for a, b in zip(then, otherwise, strict=True)
    )


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class CaseProvision:
    """The notification law of one channel over a span of time.

    `notify` is true where Congress must be told; `measures` are tried in order to say which value made it so;
    `review_days` are calendar days; `group` names whose figures apply; `caveats` are those of a `Provision`.
    """

    since: date
    until: date | None = None
    citation: str
    says: str
    notify: Expr
    measures: tuple[Measure, ...]
    review_days: Expr
    group: Expr
    steps: tuple[Act, ...] = ()
    source: str = ""
    confidence: str = "high"
    note: str = ""
    caveats: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        need(self.notify, Kind.TRUTH, f"the notification rule of {self.citation}")

    @property
    def trees(self) -> list[Expr]:
        """The rule, the days of review, and whose figures apply."""
        return [self.notify, self.review_days, self.group]

    def covers(self, on: date) -> bool:
        """Whether this is the law of that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def last_day(self) -> date:
        """The last day on which this is the law; of what is still law, the last day there is."""
        return _last_day(self.until)


def parameters(provision: Provision | CaseProvision) -> list[Param]:
    """The dated figures an answer under the provision may rest on, those of its steps and routes too, each once."""
    acts = (*provision.steps, *provision.caveats, *(provision.routes if isinstance(provision, Provision) else ()))
    trees = (*provision.trees, *(act.when for act in acts))
    nodes = (node for tree in trees for node in tree.walk() if isinstance(node, Param))
    return list({node.id: node for node in nodes}.values())


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class CaseLaw:
    """The notification question of one channel, with the laws that have answered it, each until the next begins."""

    channel: str
    question: str
    provisions: tuple[CaseProvision, ...]
    note: str = ""

    def __post_init__(self) -> None:
        _end(self.provisions)

    @property
    def id(self) -> str:
        """The id of its finding."""
        return f"notify-{self.channel}"

    @property
    def examples(self) -> "tuple[Example, ...]":
        """The worked examples, from the table beside the module."""
        from mnna.statutes.examples import examples_of  # only who checks the law reads them

        return examples_of(self.channel)

    def at(self, on: date) -> CaseProvision | None:
        """The law in force on that day, or None where none is encoded."""
        return next((provision for provision in self.provisions if provision.covers(on)), None)
