"""The classes of the encoded law: a question of law and the dated provisions that answer it.

An `Authority` is a question about a country; a `CaseLaw` is a question about one proposed transfer. Each has the
provisions that have answered it, in order of time. A provision records all that a lawyer would check: the paragraph,
the rule, the terms, the acts still needed, the ways to change a `no`, and the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from mnna.errors import RuleError, alike
from mnna.quick import quick_dataclass
from mnna.quick import quick_field as field
from mnna.rules.expressions import need
from mnna.rules.nodes import YES, Any, Expr, If, Kind, Param
from mnna.statutes.listing import FOLDER, row
from mnna.tables import rows_of

if TYPE_CHECKING:
    from typing import Required, TypedDict

    from mnna.statutes.examples import Example

    class Amendment(TypedDict, total=False):
        """What a later text changes of a provision; all that it does not name stays as it was, the note too."""

        since: Required[date]
        until: date
        citation: str
        says: str
        rule: Expr
        terms: Mapping[str, Expr | str]
        steps: tuple[Act, ...]
        routes: tuple[Act, ...]
        source: str
        confidence: str
        note: str
        extras: tuple[Extra, ...]
        cuts: tuple[Cut, ...]
        caveats: tuple[Act, ...]
        notify: Expr
        measures: tuple[Measure, ...]
        review_days: Expr
        group: Expr

else:
    Amendment = dict

AnyProvision = TypeVar("AnyProvision", bound="Provision | CaseProvision")


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Act:
    """A step still to take after a `yes`, a route that could change a `no`, or a caveat, with citation and condition.

    `always` marks a step of a case that is due whether or not the case is notified. `lifts` marks a step that waives or
    ends a bar, and so is a route for the authorities that the bar cuts off.
    """

    text: str
    citation: str
    when: Expr = YES
    always: bool = False
    lifts: bool = False

    def __init__(
        self, *, text: str, citation: str, when: Expr = YES, always: bool = False, lifts: bool = False
    ) -> None:
        held = self.__dict__  # set one by one, because each start makes hundreds
        held["text"], held["citation"], held["when"] = text, citation, when
        held["always"], held["lifts"] = always, lifts


ACT_COLUMNS = "id,text,citation,mark"
MARKS: Mapping[str, Mapping[str, bool]] = {"": {}, "lifts": {"lifts": True}, "always": {"always": True}}


class Acts:
    """The acts in the table next to a module, such as `faa/s516_excess_articles.acts.csv`.

    A row has an id, the text of the act and its paragraph; `mark` is `lifts` or `always` (see `Act`) or empty. `when`
    has by id the conditions of the acts that do not always apply.
    """

    def __init__(self, module: str, when: Mapping[str, Expr] | None = None) -> None:
        self._table = f"{'/'.join(module.split('.')[2:])}.acts.csv"
        self._held = held = dict[str, Act]()
        given = when or {}
        for id_, text, citation, mark in rows_of(f"{FOLDER}/{self._table}", ACT_COLUMNS):
            if mark not in MARKS or id_ in held:
                wrong = "stands twice" if id_ in held else f"has the mark {mark!r}, which is not lifts, always or empty"
                raise RuleError(f"{self._table}, the act {id_!r}", f"it {wrong}", (), "Correct the row.")
            held[id_] = Act(text=text, citation=citation, when=given.get(id_, YES), **MARKS[mark])
        for id_ in given.keys() - self._held.keys():
            self._given(id_)

    def __call__(self, *asked: str | Act) -> tuple[Act, ...]:
        """Return the acts of these ids, and those that are given themselves, in order; raise `RuleError` for others."""
        held = self._held
        return tuple([held[one] if one in held else self._given(one) for one in asked])

    def _given(self, one: str | Act) -> Act:
        if isinstance(one, Act):
            return one
        raise RuleError(f"the act {one!r}", f"{self._table} has no such row", tuple(self._held), "Write the row.")


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Extra:
    """Terms that the law attaches only if `when` holds, such as amounts for a country that it names.

    `instead_of` names the terms of the provision that then do not apply.
    """

    when: Expr
    terms: Mapping[str, Expr | str]
    instead_of: tuple[str, ...] = ()


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Cut:
    """The ids of the authorities that a bar cuts off for a country if its verdict is yes and `when` holds."""

    authorities: tuple[str, ...]
    when: Expr = YES


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Provision:
    """The law that answers a question from `since` (included) until `until` (excluded; None is open).

    `says` paraphrases the text, `rule` is true if the answer is yes, `terms` are the values that the law attaches or
    words that describe them, and `extras` those for some countries only. Sentences name figures by their parameters
    (see `wording`). A `source` that is not given is the text of the section that is cited. `cuts` are the grants that a
    bar suspends by its own words. `caveats` say how an ambiguous text is read: an answer to which one applies prints
    it, and has at most medium confidence.
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
        if not self.source:
            _name_source(self)

    @property
    def trees(self) -> list[Expr]:
        """The expressions of the rule, of the terms, and of the extra terms, each after its condition."""
        extra = [tree for one in self.extras for tree in (one.when, *one.terms.values()) if not isinstance(tree, str)]
        return [self.rule, *(term for term in self.terms.values() if not isinstance(term, str)), *extra]

    def covers(self, on: date) -> bool:
        """Return whether this is the law of that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def last_day(self) -> date:
        """Return the last day on which this is the law, or `date.max` if it is still law."""
        return _last_day(self.until)

    def cut(self, authority: str) -> tuple[Cut, ...]:
        """Return the cuts of this bar that include an authority; empty if there are none."""
        return tuple(cut for cut in self.cuts if authority in cut.authorities)


def _end(provisions: tuple[Provision | CaseProvision, ...]) -> None:
    """End each provision without an `until` where the next begins; in place, because copies would slow each start."""
    for one, later in pairwise(provisions):
        if one.until is None:
            vars(one)["until"] = later.since


def _last_day(until: date | None) -> date:
    return date.max if until is None else until - timedelta(days=1)


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Authority:
    """One question of law about a country, with a stable id; for a bar, yes means that the country is barred.

    A provision without an `until` ends where the next one begins.
    """

    id: str
    question: str
    provisions: tuple[Provision, ...]
    note: str = ""

    def __post_init__(self) -> None:
        _end(self.provisions)

    @property
    def bears(self) -> str:
        """The meaning of a yes: `grant` (the law allows the country something) or `bar` (the law forbids it)."""
        return row(self.id).kind

    @property
    def turns_on(self) -> str:
        """The kind of facts that can settle an open answer: a public `record`, or only those of a `case`."""
        return row(self.id).turns_on

    @property
    def topic(self) -> str:
        """The topic of the authority, from its row in `authorities.csv`."""
        return row(self.id).topic

    @property
    def examples(self) -> tuple[Example, ...]:
        """The worked examples, from the table next to the module."""
        from mnna.statutes.examples import examples_of  # loaded only for checks of the law

        return examples_of(self.id)

    def at(self, on: date) -> Provision | None:
        """Return the provision in force on that day, or None if none is encoded."""
        return next((provision for provision in self.provisions if provision.covers(on)), None)

    def not_yet(self, on: date) -> bool:
        """Return whether the law did not exist yet on that day; False if the first encoded text had predecessors."""
        return row(self.id).new and on < self.provisions[0].since

    def cuts_since(self, authority: str) -> date:
        """Return the first day on which this bar, as encoded, cuts off that authority."""
        return min(provision.since for provision in self.provisions if provision.cut(authority))


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class Measure:
    """One of the tests that make a transfer notifiable: its name, its condition and its threshold in US dollars."""

    name: str
    met: Expr
    usd: Expr | None
    citation: str


def any_met(measures: tuple[Measure, ...]) -> Expr:
    """Return the condition that at least one of the measures is reached, which makes a transfer notifiable."""
    return Any(tuple(measure.met for measure in measures))


def between(
    condition: Expr, then: tuple[Measure, ...], otherwise: tuple[Measure, ...], shown: Expr | None = None
) -> tuple[Measure, ...]:
    """Return measures that use the thresholds of `then` if the condition holds, else those of `otherwise`.

    Both must name the same measures in the same order; names and citations are those of `then`. The figures of `then`
    are shown where the condition holds, or where `shown` does if it is given.
    """
    figure = condition if shown is None else shown
    return tuple(
        Measure(
            name=a.name,
            met=If(condition, a.met, b.met),
            usd=If(figure, a.usd, b.usd) if a.usd is not None and b.usd is not None else None,
            citation=a.citation,
        )
        for a, b in zip(then, otherwise, strict=True)
    )


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class CaseProvision:
    """The notification law of one channel over a period of time.

    `notify` is true if Congress must be notified; the first of the `measures` that is met is given as the reason;
    `review_days` are calendar days; `group` is the group of recipients whose figures apply; `caveats` are as in
    `Provision`.
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
        if not self.source:
            _name_source(self)

    @property
    def trees(self) -> list[Expr]:
        """The expressions of the rule, the review period and the group of recipients."""
        return [self.notify, self.review_days, self.group]

    def covers(self, on: date) -> bool:
        """Return whether this is the law of that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def last_day(self) -> date:
        """Return the last day on which this is the law, or `date.max` if it is still law."""
        return _last_day(self.until)


def _name_source(provision: Provision | CaseProvision) -> None:
    """Give a provision the source of the section of the Code or of the regulations that it cites."""
    title, _, section = provision.citation.partition(";")[0].partition("(")[0].partition(" ")
    if section[:4] in ("USC ", "CFR "):
        number = section[4:].partition(",")[0].replace(".", "-")
        vars(provision)["source"] = f"{section[:3].lower()}-{title}-{number}"


def amended(first: AnyProvision, *later: Amendment) -> tuple[AnyProvision, ...]:
    """Return a provision and, for each amendment, the one before it with what the amendment changes."""
    found = [first]
    for amendment in later:
        before = found[-1]
        strange = amendment.keys() - vars(before).keys()
        if strange or amendment["since"] <= before.since:
            asked = f"the amendment of {amendment.get('since')} to {before.citation}"
            wrong = f"its text has no field {min(strange)}" if strange else f"that text begins on {before.since}"
            raise RuleError(asked, wrong, alike(min(strange, default=""), vars(before)), "Correct the amendment.")
        after: AnyProvision = object.__new__(type(first))  # as quick as can be: each start makes a hundred
        vars(after).update(vars(before), **amendment)
        after.__post_init__()
        found.append(after)
    return tuple(found)


def parameters(provision: Provision | CaseProvision) -> list[Param]:
    """Return each parameter that an answer under the provision may use, also in steps, caveats and routes, once."""
    acts = (*provision.steps, *provision.caveats, *(provision.routes if isinstance(provision, Provision) else ()))
    trees = (*provision.trees, *(act.when for act in acts))
    nodes = (node for tree in trees for node in tree.walk() if isinstance(node, Param))
    return list({node.id: node for node in nodes}.values())


@quick_dataclass(frozen=True, eq=False, kw_only=True)
class CaseLaw:
    """The notification question of one channel; a provision without an `until` ends where the next begins."""

    channel: str
    question: str
    provisions: tuple[CaseProvision, ...]
    note: str = ""

    def __post_init__(self) -> None:
        _end(self.provisions)

    @property
    def id(self) -> str:
        """The id of the finding that answers the question."""
        return f"notify-{self.channel}"

    @property
    def examples(self) -> tuple[Example, ...]:
        """The worked examples, from the table next to the module."""
        from mnna.statutes.examples import examples_of  # loaded only for checks of the law

        return examples_of(self.channel)

    def at(self, on: date) -> CaseProvision | None:
        """Return the provision in force on that day, or None if none is encoded."""
        return next((provision for provision in self.provisions if provision.covers(on)), None)
