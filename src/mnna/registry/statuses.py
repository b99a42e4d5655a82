"""Queries of the table of statuses, `statuses.csv`.

No other module names a status by its id. Each property of a status is a column of the table, and a query finds statuses
by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mnna.registry.read_tables import TABLES, read
from mnna.registry.records import StatusKind

Kinds = Mapping[str, StatusKind]
"""Statuses by id, in the order of the table: the package's, then a user's own if any."""


@cache
def our_statuses() -> Kinds:
    """Return the statuses of the package's table."""
    return MappingProxyType({kind.id: kind for kind in read(TABLES, "statuses", StatusKind)})


def usual(kinds: Kinds) -> StatusKind:
    """Return the status that a question without one means."""
    return next(kind for kind in kinds.values() if kind.usual == "yes")


def alliance(kinds: Kinds) -> StatusKind:
    """Return membership of the alliance; the usual status is for countries outside it."""
    return in_family(kinds, "alliance")[0]


def in_family(kinds: Kinds, family: str) -> tuple[StatusKind, ...]:
    """Return the statuses of one family, in the order of the table."""
    return tuple(kind for kind in kinds.values() if kind.family == family)


def treated_as(kinds: Kinds, status: str) -> tuple[StatusKind, ...]:
    """Return the statuses whose holders the law treats as though they held the status `status`."""
    return tuple(kind for kind in kinds.values() if kind.treated_as == status)


def headline(kinds: Kinds) -> tuple[StatusKind, ...]:
    """Return the statuses named first for a country, in the order in which they are checked."""
    return _ranked(kinds, "headline")


def allies_first(kinds: Kinds) -> tuple[StatusKind, ...]:
    """Return the headline statuses in the order of a list of holders: the allies, then the alliance's members."""
    return tuple(sorted(headline(kinds), key=lambda kind: kind.family != "ally"))


def lanes(kinds: Kinds) -> tuple[StatusKind, ...]:
    """Return the statuses with their own lane in a picture of statuses over time, from the top."""
    return _ranked(kinds, "lane")


def backdrop(kinds: Kinds) -> tuple[StatusKind, ...]:
    """Return the statuses drawn behind the line of a figure over the years, from the top."""
    return _ranked(kinds, "backdrop")


def _ranked(kinds: Kinds, column: str) -> tuple[StatusKind, ...]:
    ranked = [(rank, kind) for kind in kinds.values() if (rank := getattr(kind, column)) is not None]
    return tuple(kind for _, kind in sorted(ranked, key=lambda pair: pair[0]))


USUAL = usual(our_statuses()).id
"""The id of the usual status, the default of every question that needs one."""
