"""`what-if --enact`: which provisions a bill would change and for whom, and its effect on past sales."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

from mnna.answers.authorities import authorities_in
from mnna.answers.bills import Bill, bill_of
from mnna.answers.enacted_cases import CasesUnder, cases_under
from mnna.answers.inputs import day, foreign
from mnna.answers.partition import Change, Partition, changes, ids, partition
from mnna.answers.stamped import Stamped
from mnna.dates import spoken
from mnna.engine.finding import VERDICTS, Finding, find_here, situation
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries, ours
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.evaluate import Situation, evaluate
from mnna.rules.explain import plain
from mnna.rules.nodes import Param
from mnna.statutes import catalog
from mnna.statutes.enacting import BillFigure, enacted, enacted_always, enacted_from, touched
from mnna.statutes.listing import CHANNELS, subject
from mnna.statutes.parameters import param
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision

Told = bool | int | float | str | None


@dataclass(frozen=True, slots=True, repr=False)
class FigureChange(Record):
    """One figure of the law, before and under the bill."""

    parameter: str
    phrase: str
    before: Told = field(metadata=described("Its value on the day; null where the law has none."))
    after: Told = field(metadata=described("Its value under the bill; null where that amount was not read."))
    since: date | None = field(metadata=described("From which day; null with the bill itself."))
    law: str = field(metadata=described("The paragraph that sets it today."))
    bill: str = field(metadata=described("The part of the bill that would change it."))
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, repr=False)
class ValueChange(Record):
    """One change of a value of a provision, and the countries for which it changes so."""

    what: str = field(metadata=described("A measure of a transfer, a term, `review_days` or `verdict`."))
    before: Told
    after: Told
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class ProvisionChange(Record):
    """One question of law that the bill would answer otherwise for some countries."""

    id: str
    subject: str
    citation: str
    changes: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True, repr=False)
class EnactAnswer(Stamped):
    """What a bill would change: figures, provisions, the countries concerned, and the past sales concerned.

    With a country, `changed`, `unchanged` and `partition` are those of any what-if, and `cases` are that country's
    alone. The law itself is not changed.
    """

    country: Country | None
    on: date
    bill: Bill
    figures: tuple[FigureChange, ...]
    provisions: tuple[ProvisionChange, ...]
    named: tuple[str, ...] = field(metadata=described("The countries that hold a status the bill speaks of."))
    changed: tuple[Change, ...]
    unchanged: tuple[Finding, ...] = field(metadata=described("The ids of the questions whose answers stay.", of=ids))
    partition: Partition | None
    cases: CasesUnder
    note: str
    registry: Registry = field(metadata=HIDDEN)

    assume: ClassVar[tuple[Assumption, ...]] = passed_on(
        "registry.assumptions", "The statuses assumed to begin or to end: none beside a bill.", after="on"
    )

    def older_texts(self) -> list[date]:
        """Return the days of the texts behind the answers about the country."""
        return [one.after.as_of for one in self.changed if one.after.as_of is not None]

    def summary(self) -> str:
        """Return the bill, the day, and the numbers of figures and notices that it would change."""
        return (
            f"{self.bill.citation} on {self.on}: {len(self.figures)} figures; of {self.cases.notices} notices "
            f"{len(self.cases.escape)} escape, {len(self.cases.undecided)} not known, "
            f"{len(self.cases.added)} added"
        )


def enact(
    bill: str | Path, country: str | None = None, on: date | str | None = None, facts: Path | None = None
) -> EnactAnswer:
    """Return what a bill would change if it were law on a day (default today), for one country or for all.

    `bill` is a number of the ledger, such as `H.R. 3613`, or a TOML file. Raises `UnknownWord`, `BadQuestion`,
    `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    asked = bill_of(bill)
    registry, whose, when = load_registry(facts), foreign(country) if country else None, day(on)
    figures = enacted_from(asked.figures, when)
    changed, unchanged, split = _for_country(registry, whose, when, figures) if whose else ((), (), None)
    return EnactAnswer(
        whose,
        when,
        asked,
        tuple(_figure(one, when) for one in asked.figures),
        tuple(_provisions(registry, whose, when, figures)),
        tuple(code for code in countries() if any(registry.holds(code, status, when) for status in asked.names)),
        changed,
        unchanged,
        split,
        cases_under(registry, whose.iso3 if whose else None, enacted_always(asked.figures), when),
        _note(asked, when),
        registry,
    )


def _note(bill: Bill, on: date) -> str:
    later = sorted({one.since for one in bill.figures if one.since and one.since > on})
    if not later:
        return ""
    return (
        f"On {spoken(on)} it would not yet change every figure: some take effect on {spoken(later[0])} or later. The "
        "sales on record are put to all of them."
    )


def _for_country(
    registry: Registry, country: Country, on: date, figures: Mapping[str, Param]
) -> tuple[tuple[Change, ...], tuple[Finding, ...], Partition]:
    """Return the changes of every question of law for a country under the bill, and their partition."""
    before = authorities_in(registry, country, on).findings
    here = situation(registry, country.iso3, on, {})
    laws = [catalog.authority(one.id) for one in before]
    after = tuple(
        find_here(enacted(law, figures, on), registry, country.iso3, here) if touched(law, figures, on) else one
        for one, law in zip(before, laws, strict=True)
    )
    return *changes(before, after), partition(before, after)


def _figure(one: BillFigure, on: date) -> FigureChange:
    old = param(one.parameter)
    now = old.at(on)
    before, law = plain(now.value if now else None), (now or old.history[-1]).citation
    return FigureChange(one.parameter, old.phrase, before, plain(one.value), one.since, law, *one[3:])


def _provisions(
    registry: Registry, country: Country | None, on: date, figures: Mapping[str, Param]
) -> Iterator[ProvisionChange]:
    """Yield every question with a changed figure whose values differ, with the countries concerned."""
    whom = [country.iso3] if country else [code for code, one in countries().items() if not ours(one)]
    laws: Iterable[Authority | CaseLaw] = [*catalog.authorities().values(), *map(catalog.case_law, catalog.CHANNELS)]
    for law in laws:
        if not touched(law, figures, on):
            continue
        found = tuple(_differences(registry, whom, on, law, figures))
        provision = law.at(on)
        if found and provision is not None:
            case = CHANNELS[law.channel] if isinstance(law, CaseLaw) else None
            named = (case.id, case.label) if case else (law.id, subject(law.id))
            yield ProvisionChange(*named, provision.citation, found)


def _differences(
    registry: Registry, whom: Iterable[str], on: date, law: Authority | CaseLaw, figures: Mapping[str, Param]
) -> Iterator[ValueChange]:
    after = enacted(law, figures, on)
    alike: dict[tuple[str, Told, Told], list[str]] = defaultdict(list)
    for code in whom:
        here = situation(registry, code, on, {})
        old, new = _values(law, here), _values(after, here)
        for what in old:
            if old[what] != new.get(what):
                alike[(what, old[what], new.get(what))].append(code)
    for (what, one, other), codes in alike.items():
        yield ValueChange(what, one, other, tuple(codes))


def _values(law: Authority | CaseLaw, here: Situation) -> dict[str, Told]:
    """Return what a question says about a country before any fact of a case is given.

    That is the verdict and the terms, or for a channel the thresholds and days of review.
    """
    provision = law.at(here.on)
    if provision is None:
        return {}
    if isinstance(provision, CaseProvision):
        trees = {one.name: one.usd for one in provision.measures if one.usd is not None}
        trees |= {"review_days": provision.review_days}
        return {name: plain(evaluate(tree, here).value) for name, tree in trees.items()}
    terms = {name: term for name, term in provision.terms.items() if not isinstance(term, str)}
    verdict = evaluate(provision.rule, here).value
    assert verdict is None or isinstance(verdict, bool)
    return {"verdict": VERDICTS[verdict]} | {name: plain(evaluate(term, here).value) for name, term in terms.items()}
