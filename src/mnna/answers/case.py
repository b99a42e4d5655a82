"""The command `case`: whether one proposed transfer must be notified to Congress, and for how many days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from mnna.answers.inputs import day, dollars, foreign, word
from mnna.answers.stamped import Stamped
from mnna.engine.finding import Finding
from mnna.engine.notice import Notice, decide
from mnna.engine.record import HIDDEN, described, in_json
from mnna.errors import BadCase, BadQuestion, UnknownWord
from mnna.ids import ChannelId
from mnna.quick import Path, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.nodes import Expr, Field, Kind, Value
from mnna.statutes import catalog
from mnna.statutes.provision import CaseLaw


def _in_numbers(fields: Mapping[str, Value]) -> dict[str, bool | int | float | date | str]:
    """Return the facts given as JSON has them, with amounts as numbers."""
    return {name: float(value) if isinstance(value, Decimal) else value for name, value in fields.items()}


@quick_dataclass(frozen=True, repr=False)
class CaseAnswer(Stamped):
    """One proposed transfer and the notice it needs."""

    recipient: Country
    channel: str
    on: date
    given: Mapping[str, Value] = field(metadata=described("The facts given of the transfer.", of=_in_numbers))
    notice: Notice = field(metadata=described(name="notify"))
    registry: Registry = field(metadata=HIDDEN)
    enact: str = field(default="", metadata=described("The bill that is assumed to be law.", sparse=True))
    law: CaseLaw | None = field(default=None, metadata=HIDDEN)

    @property
    @in_json(after="given")
    def findings(self) -> tuple[Finding, ...]:
        """The answer as a finding."""
        return (self.notice.finding(),)

    def rests_on(self) -> tuple[str, ...]:
        """Return the presumptions that would change the verdict or the days of review if they were false."""
        law = self.law or catalog.case_law(self.channel)
        presumed = {one.presumption: one for one in fields_of(law).values() if one.presumed is not None}
        found = [presumed[text] for text in self.notice.presumes if text in presumed]
        return tuple(one.presumption for one in found if self._turns_on(law, one))

    def _turns_on(self, law: CaseLaw, presumed: Field) -> bool:
        given = {**self.given, presumed.name: not presumed.presumed}
        other = decide(law, self.registry, self.recipient.iso3, self.on, given)
        return (other.verdict, other.review_days) != (self.notice.verdict, self.notice.review_days)

    def summary(self) -> str:
        """Return the transfer, the day and the verdict."""
        return f"{self.channel} to {self.recipient.name} ({self.recipient.iso3}) on {self.on}: {self.notice.verdict}"


def case(
    recipient: str,
    channel: ChannelId,
    on: date | str | None = None,
    *,
    facts: Path | None = None,
    enact: str | Path | None = None,
    **given: object,
) -> CaseAnswer:
    """Return whether Congress must be notified of a transfer to `recipient` by `channel` on a day (default today).

    `given` are the facts of the case: `mde`, `total`, `construction`, `firearms` in US dollars, `lease_months`,
    `origin`, and truth values such as `new_sales_territory` and `aukus_exempt`. What is not given is unknown, not zero.
    `enact` is a bill assumed to be law, by its number or as a TOML file.

    Raises `BadCase` where equipment is worth more than the whole, `BadQuestion`, `UnknownCountry`, `UnknownWord`,
    `BadDate` or `BadFacts`.
    """
    registry, actor, when = load_registry(facts), foreign(recipient), day(on)
    law, bill = catalog.channel_asked(word(channel, "channel")), ""
    if enact is not None:
        law, bill = _under(law, enact, when)
    fields = check(read_fields(law, given))
    return CaseAnswer(
        actor, law.channel, when, fields, decide(law, registry, actor.iso3, when, fields), registry, bill, law
    )


def _under(law: CaseLaw, bill: str | Path, on: date) -> tuple[CaseLaw, str]:
    """Return the law of a channel as if a bill were law, and the citation of the bill."""
    from mnna.answers.bills import bill_of  # imported only where a bill is given
    from mnna.statutes.enacting import enacted, enacted_from

    asked = bill_of(bill)
    return enacted(law, enacted_from(asked.figures, on), on), asked.citation


def fields_of(law: CaseLaw) -> dict[str, Field]:
    """Return every fact that the law of a channel uses and that may be given, by name."""
    asked = _asked(law)
    given = [part for field in asked for part in (field.remainder or (field,))]
    return dict(sorted((field.name, field) for field in given))


def worked_out(law: CaseLaw) -> dict[str, Field]:
    """Return every fact that the law of a channel uses and that is computed from other facts, by name."""
    return {field.name: field for field in _asked(law) if field.remainder is not None}


@lru_cache(maxsize=64)
def _asked(law: CaseLaw) -> tuple[Field, ...]:
    trees: list[Expr] = []
    for provision in law.provisions:
        trees += [provision.notify, provision.review_days, provision.group]
        trees += [act.when for act in (*provision.steps, *provision.caveats)]
    return tuple(node for tree in trees for node in tree.walk() if isinstance(node, Field) and node.name != "on")


MOST = 9999
"""The largest count that is accepted: no lease lasts so many months, and a larger number is a typing error."""

MONEY_FIELDS = ("mde", "total", "construction", "firearms")
"""Amounts that any transfer may have, whether or not its channel uses them."""


def read_fields(law: CaseLaw, given: Mapping[str, object]) -> dict[str, Value]:
    """Return the facts given, each in its type; raises `UnknownWord` for a fact that the channel does not use."""
    stated = {name: asked for name, asked in given.items() if asked is not None}
    known = fields_of(law) if any(name not in MONEY_FIELDS for name in stated) else {}
    for name in stated:
        if name not in MONEY_FIELDS and name not in known:
            near = sorted({*MONEY_FIELDS, *known})
            raise UnknownWord(f"the fact {name!r}", f"the channel {law.channel} does not turn on it", near, "")
    return {name: _read(name, known.get(name), asked) for name, asked in stated.items()}


def _read(name: str, field: Field | None, asked: object) -> Value:
    if field is None or field.kind is Kind.MONEY:
        return dollars(asked, name)
    if field.kind is Kind.TRUTH:
        return _truth(name, asked)
    if field.kind is Kind.COUNT:
        return _count(name, asked)
    text = str(asked)
    if field.domain and text not in field.domain:
        raise BadQuestion(f"{name} {asked!r}", "it is not an accepted value", field.domain, "")
    return text


def _truth(name: str, asked: object) -> bool:
    found = {"yes": True, "true": True, "no": False, "false": False}.get(str(asked).strip().lower())
    if found is None:
        raise BadQuestion(f"{name} {asked!r}", "it is neither yes nor no", ("yes", "no"), "Leave it out if unknown.")
    return found


def _count(name: str, asked: object) -> int:
    try:
        number = Decimal(str(asked))
    except ArithmeticError:
        number = Decimal(-1)
    if not number.is_finite() or not 0 <= number <= MOST or number != number.to_integral_value():
        raise BadQuestion(f"{name} {asked!r}", f"it is not a whole number from 0 to {MOST}", (), "Count them out.")
    return int(number)


def check(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields; raises `BadCase` where equipment or firearms are worth more than the whole transfer.

    Design and construction services may be: AECA 36(b)(1) measures them apart from defense articles and services.
    """
    for part in ("mde", "firearms"):
        value, total = fields.get(part), fields.get("total")
        if isinstance(value, Decimal) and isinstance(total, Decimal) and value > total:
            raise BadCase(
                f"{part} {value} with total {total}",
                f"{part} is part of the total and exceeds it",
                (),
                "Give the value of the whole transfer as the total.",
            )
    return dict(fields)
