"""Which statuses can matter to an answer, so that a change of others leaves it as it was."""

from __future__ import annotations

from datetime import date
from functools import cache

from mnna.rules.nodes import Expr
from mnna.rules.partial import statuses_asked
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, Provision
from mnna.statutes.vocabulary import TERRITORY


def statuses_behind(authority: Authority, on: date) -> frozenset[str]:
    """The ids of every status that an answer of that day may rest on, by its own law and by the bars on it."""
    laws = (authority, *catalog.bars_of(authority.id))
    texts = (text for law in laws if (text := law.at(on)) is not None)
    return frozenset({TERRITORY.id}).union(*map(_named, texts))  # every answer asks whether this is a country


@cache
def _named(provision: Provision) -> set[str]:
    return set().union(*map(statuses_asked, rules_of(provision)))


def rules_of(provision: Provision) -> list[Expr]:
    """Every rule that an answer may rest on, those of terms, steps, routes, caveats and cuts included."""
    acts = [act.when for act in (*provision.steps, *provision.routes, *provision.caveats)]
    return [*provision.trees, *acts, *(cut.when for cut in provision.cuts)]
