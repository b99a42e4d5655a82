"""Which statuses can matter to an answer, so that a change of others leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from mnna.rules.nodes import Expr, Status
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, Provision
from mnna.statutes.vocabulary import TERRITORY


@cache
def statuses_asked(authority: Authority, on: date) -> frozenset[str]:
    """The ids of every status named by the law of that day, by its terms, acts and caveats, and by the bars on it."""
    laws = (authority, *catalog.bars_of(authority.id))
    texts = (text for law in laws if (text := law.at(on)) is not None)
    return frozenset({TERRITORY.id}).union(*map(_named, texts))  # every answer asks whether this is a country


@cache
def _named(provision: Provision) -> frozenset[str]:
    nodes = (node for tree in _conditions(provision) for node in tree.walk())
    return frozenset(node.id for node in nodes if isinstance(node, Status))


def _conditions(provision: Provision) -> Iterator[Expr]:
    yield from provision.trees
    yield from (act.when for act in (*provision.steps, *provision.routes, *provision.caveats))
    yield from (cut.when for cut in provision.cuts)
