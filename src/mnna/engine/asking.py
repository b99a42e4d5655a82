"""The law of a day: the provision that answers a question, the statuses it depends on, and the bars that may cut it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mnna.registry.practice import in_practice
from mnna.rules.nodes import Expr, statuses_asked
from mnna.statutes import catalog
from mnna.statutes.listing import RECORD, subject
from mnna.statutes.not_encoded import not_encoded_on
from mnna.statutes.provision import Authority, Provision
from mnna.statutes.vocabulary import TERRITORY


class LawOnDay:
    """The law of one authority on one day.

    `statuses` are the ids of all statuses that its own rules may depend on. `bars` are the encoded bars in force that
    cut off the authority for some country. `practice` is what the authority was used for until then.
    """

    def __init__(self, authority: Authority, on: date, provision: Provision) -> None:
        self.authority, self.on, self.provision = authority, on, provision
        self.statuses = statuses_of(provision)
        bars = [(bar, law_on(bar, on)) for bar in catalog.bars_of(authority.id)]
        self.bars = tuple(law for _, law in bars if law is not None and law.provision.cut(authority.id))
        self.practice = in_practice(authority.id, on)
        self._untold = [subject(bar.id) for bar, law in bars if law is None and _was_law(bar, on)]
        self._not_encoded = not_encoded_on(authority.id, on)

    def not_checked(self, country: str) -> tuple[str, ...]:
        """Return the bars that are not encoded and could cut off the authority for that country, with citations."""
        near = [bar for bar in self._not_encoded if not bar.countries or country in bar.countries]
        return tuple([f"{bar.subject} [{bar.citation}]" for bar in near])

    def untold(self, country: str) -> tuple[str, ...]:
        """Return the subjects of the bars that may stop the country, because their law of that day is not told here.

        Those are encoded bars whose text of that day is not encoded, and bars not encoded that name the country.
        """
        return (*self._untold, *(bar.subject for bar in self._not_encoded if country in bar.countries))


def _was_law(bar: Authority, on: date) -> bool:
    """Return whether a bar without an encoded text of that day was law then, and a public record can settle it."""
    return not bar.not_yet(on) and bar.turns_on == RECORD


@lru_cache(maxsize=1_024)
def law_on(authority: Authority, on: date) -> LawOnDay | None:
    """Return the law of an authority on a day; None if no provision covers the day."""
    provision = authority.at(on)
    return None if provision is None else LawOnDay(authority, on, provision)


@lru_cache(maxsize=1_024)
def statuses_of(provision: Provision) -> tuple[str, ...]:
    """Return the ids of the statuses that the provision's rules depend on, sorted."""
    return tuple(sorted(statuses_asked(*rules_of(provision))))


def statuses_behind(authority: Authority, on: date) -> frozenset[str]:
    """Return the ids of every status that an answer of that day may rest on, through its own law and its bars."""
    law = law_on(authority, on)
    laws = () if law is None else (law, *law.bars)
    return frozenset({TERRITORY.id}).union(*(one.statuses for one in laws))  # every answer asks whether it is a country


def rules_of(provision: Provision) -> list[Expr]:
    """Return every rule that an answer may rest on, including those of terms, steps, routes, caveats and cuts."""
    acts = [act.when for act in (*provision.steps, *provision.routes, *provision.caveats)]
    return [*provision.trees, *acts, *(cut.when for cut in provision.cuts)]
