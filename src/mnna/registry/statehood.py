"""Whether a place could be designated at all: only countries are (22 USC 2321k(a)(1))."""

from __future__ import annotations

from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.registry.statuses import in_family

_NO_COUNTRY = {
    "no": "is a territory",
    "organisation": "is an organization",
    "disputed": "is a place whose standing as a state is in dispute",
}
"""What a place is that is no country, by the column `sovereign`."""


def undesignable(registry: Registry, country: Country) -> str:
    """Return why a place cannot be designated, as the predicate of a sentence; empty for a country.

    What asks whether it could be next refuses such a place with this. What only compares its figures, or tells what
    the rules would say, answers and says this beside it. Taiwan counts as a country in these laws (22 USC 3303(b)(1)),
    so it has no row among the territories.
    """
    kinds = in_family(registry.kinds, "kind of state")
    if country.sovereign == "disputed" and not any(registry.spans_of(country.iso3, kind.id) for kind in kinds):
        return ""
    what = _NO_COUNTRY.get(country.sovereign)
    return f"{what}, and only countries are designated" if what else ""
