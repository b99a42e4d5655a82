"""Decide the law of a day for given statuses, once for all countries with the same values of those statuses.

Nothing here names a country. The sentence on each status is filled in later for each country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

from mnna.engine.asking import LawOnDay
from mnna.engine.confidence import Doubt
from mnna.engine.enactment import earliest
from mnna.engine.reasons import amending_acts
from mnna.engine.time import behind
from mnna.quick import QuickTuple
from mnna.rules.evaluate import Holding, Situation, Trace, evaluate
from mnna.rules.explain import Part, Sketch, need_parts, plain, presumptions, sketch, stated_parts
from mnna.rules.nodes import YES, Expr
from mnna.statutes.listing import CASE
from mnna.statutes.provision import Act, Provision
from mnna.statutes.wording import worded

Verdict = Literal["yes", "no", "unknown"]
TurnsOn = Literal["record", "case"]
VERDICTS: dict[bool | None, Verdict] = {True: "yes", False: "no", None: "unknown"}


class Trusted(QuickTuple):
    """How far an answer can be trusted: the day of its oldest text, the user's own rows, and the doubts."""

    as_of: date | None
    own_facts: tuple[str, ...]
    doubts: list[Doubt]


class Decision:
    """The law of a day, decided: the verdict and everything else that its answer needs."""

    def __init__(self, law: LawOnDay, here: Situation) -> None:
        provision = law.provision
        self.law = law
        self.trace = evaluate(provision.rule, here)
        self.extras = extras_applied(provision, here)
        self.attached = terms_of(provision, here)
        self.terms = {name: evaluate(term, here) for name, term in self.attached.items() if not isinstance(term, str)}
        self.acts = applying(provision.routes if self.trace.value is False else provision.steps, here)
        self.used = (self.trace, *self.terms.values(), *(why for why in self.acts.values() if why is not ALWAYS))
        self.behind = behind(provision, self.used)
        self.held = tuple(status for status in self.behind.statuses if here.holding(status).value)
        self.usual: Trusted | None = None
        self.cuts = {id_ for cut in provision.cuts if evaluate(cut.when, here).value is True for id_ in cut.authorities}

    @property
    def value(self) -> bool | None:
        """Return whether the rule holds; None is unknown."""
        assert self.trace.value is None or isinstance(self.trace.value, bool)
        return self.trace.value

    def on_sure_rows(self, here: Situation) -> bool:
        """Return whether every row that the decision rests on has the highest confidence."""
        return all(here.holding(status).sure for status in self.held) if self.held else True

    @cached_property
    def said(self) -> Said:
        """Return the parts of the finding that are the same for all such countries."""
        return Said(self)


class Said:
    """The finding of a decision, with placeholders for the sentences on statuses, which name the country."""

    def __init__(self, made: Decision) -> None:
        provision, trace, on = made.law.provision, made.trace, made.law.on
        acts, on_case = tuple(made.acts), made.law.authority.turns_on == CASE
        self.turns_on: TurnsOn = "case" if on_case and made.value is not False else "record"
        self.verdict = VERDICTS[made.value]
        self.terms = dict(_terms(made, on))
        self.steps = () if made.value is False else acts
        self.routes = acts if made.value is False else ()
        self.begins = f"{self.verdict.capitalize()}. {worded(provision.says, on)}"
        self.facts = tuple(stated_parts(trace))
        self.needs = tuple(need_parts(trace))
        self.why = sketch(trace, provision.citation)
        cited = [(part, isinstance(part, str) and earliest(part) > on) for part in _cited(self.why)]
        self.names_later = any(later for _, later in cited)
        told = (part for part, later in cited if not later)
        self.citations = tuple(dict.fromkeys([provision.citation, *told, *amending_acts(trace, on)]))
        self.presumes = tuple(presumptions(trace))


def _terms(made: Decision, on: date) -> Iterator[tuple[str, object]]:
    """Yield the name and value of each term."""
    for name, term in made.attached.items():
        yield name, worded(term, on) if isinstance(term, str) else plain(made.terms[name].value)


def _cited(one: Sketch) -> Iterator[Part]:
    """Yield the citations of an explanation; for a status without one, the status itself, whose row has one."""
    if one.citation:
        yield one.citation
    elif not isinstance(one.says, str):
        yield one.says
    for below in one.of:
        yield from _cited(below)


def decided(law: LawOnDay, here: Situation) -> Decision:
    """Return the decision of a law in a situation; one that rests on statuses alone is cached for other countries."""
    if here.fields:
        return Decision(law, here)
    return _alike(law, tuple([here.holding(status).value for status in law.statuses]))


@lru_cache(maxsize=1_024)
def _alike(law: LawOnDay, values: tuple[bool | None, ...]) -> Decision:
    """Return the decision for these values of the law's statuses, in order; cached."""
    held = {status: _UNSAID[value] for status, value in zip(law.statuses, values, strict=True)}
    return Decision(law, Situation(law.on, held.__getitem__, {}, {}))


_UNSAID = {value: Holding(value, "") for value in VERDICTS}
"""The holdings of no country in particular, whose sentences are filled in later."""


def extras_applied(provision: Provision, here: Situation) -> tuple[Trace, ...]:
    """Return the traces of the conditions of extra terms that apply; their facts count as behind the verdict."""
    traced = (evaluate(extra.when, here) for extra in provision.extras)
    return tuple(trace for trace in traced if trace.value is True)


def terms_of(provision: Provision, here: Situation) -> dict[str, Expr | str]:
    """Return the terms that the provision attaches in that situation, with the extra terms for some countries."""
    found = dict(provision.terms)
    for extra in provision.extras:
        if evaluate(extra.when, here).value is True:
            found = {name: term for name, term in found.items() if name not in extra.instead_of} | dict(extra.terms)
    return found


def applying(found: Iterable[Act], here: Situation) -> dict[str, Trace]:
    """Return the acts that apply, or may apply, in that situation: text with citation, and why."""
    traced = ((act, ALWAYS if act.when is YES else evaluate(act.when, here)) for act in found)
    return {f"{worded(act.text, here.on)} [{act.citation}]": why for act, why in traced if why.value is not False}


ALWAYS = Trace(YES, True)
"""The trace for an act without a condition; nothing was decided for it."""
