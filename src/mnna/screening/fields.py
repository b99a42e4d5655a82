"""The facts of a case that a file may have columns for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mnna.answers.case import fields_of, worked_out
from mnna.rules.nodes import Field
from mnna.statutes import catalog
from mnna.statutes.provision import CaseLaw


def all_fields() -> dict[str, tuple[Field, CaseLaw]]:
    """Return every fact that some channel depends on, by name and money first, with a law that has it."""
    found: dict[str, tuple[Field, CaseLaw]] = {}
    for law in map(catalog.case_law, catalog.CHANNELS):
        for name, field in fields_of(law).items():
            found.setdefault(name, (field, law))
    order = ["mde", "total", "construction"]
    return dict(sorted(found.items(), key=lambda one: (order.index(one[0]) if one[0] in order else 3, one[0])))


@cache
def plain_fields() -> Mapping[str, Field]:
    """Return the same facts as `all_fields`, without the law."""
    return {name: field for name, (field, _) in all_fields().items()}


def all_worked_out() -> dict[str, Field]:
    """Return every fact that some channel depends on and that is computed from others, by name."""
    laws = map(catalog.case_law, catalog.CHANNELS)
    return {name: field for law in laws for name, field in worked_out(law).items()}
