"""What the tables know of the statuses themselves: queries of the columns of `statuses.csv`.

No other module names a status by its id. What is to be known of one is a column here, and a query finds it by that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mnna.registry.read_tables import TABLES, read_statuses
from mnna.registry.records import StatusKind

Kinds = Mapping[str, StatusKind]
"""Statuses by id, in the order of the table: ours, or with a user's own after them."""


@cache
def our_statuses() -> Kinds:
    """The statuses of our own table."""
    return MappingProxyType({kind.id: kind for kind in read_statuses(TABLES)})


def usual(kinds: Kinds) -> StatusKind:
    """The status that is meant where a question names none."""
    return next(kind for kind in kinds.values() if kind.usual == "yes")


def alliance(kinds: Kinds) -> StatusKind:
    """Membership of the alliance: the usual status is for countries outside it."""
    return in_family(kinds, "alliance")[0]


def in_family(kinds: Kinds, family: str) -> tuple[StatusKind, ...]:
    """The statuses of one family, in the order of the table."""
    return tuple(kind for kind in kinds.values() if kind.family == family)


def treated_as(kinds: Kinds, status: str) -> tuple[StatusKind, ...]:
    """The statuses whose holders the law treats as though they held another one."""
    return tuple(kind for kind in kinds.values() if kind.treated_as == status)


def headline(kinds: Kinds) -> tuple[StatusKind, ...]:
    """The statuses that say first what a country is, in the order in which one is looked for."""
    return _ranked(kinds, "headline")


def allies_first(kinds: Kinds) -> tuple[StatusKind, ...]:
    """The headline statuses as a list of holders has them: the allies, then the members of the alliance."""
    return tuple(sorted(headline(kinds), key=lambda kind: kind.family != "ally"))


def lanes(kinds: Kinds) -> tuple[StatusKind, ...]:
    """The statuses with a lane of their own in a picture of statuses over time, from the top."""
    return _ranked(kinds, "lane")


def backdrop(kinds: Kinds) -> tuple[StatusKind, ...]:
    """The statuses drawn behind the line of a figure over the years, from the top."""
    return _ranked(kinds, "backdrop")


def _ranked(kinds: Kinds, column: str) -> tuple[StatusKind, ...]:
    ranked = [(rank, kind) for kind in kinds.values() if (rank := getattr(kind, column)) is not None]
    return tuple(kind for _, kind in sorted(ranked, key=lambda pair: pair[0]))


USUAL = usual(our_statuses()).id
"""The id of the usual status: the default of every word that weighs one."""
