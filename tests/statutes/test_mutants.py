"""The mutation check: every comparison flipped, status turned, arm dropped, branch swapped and date shifted is caught.

A mistake in a rule must change what some boundary case decides; a wrong figure or day of a figure must show there or in
the printed history of the published page. What neither sees is listed in `HARMLESS` with the reason, or the test fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from mnna.rules.english import history
from mnna.statutes.partners import FRIENDLY
from tests.rules.boundaries import boundaries
from tests.rules.mutants import Mutant, mutants
from tests.rules.strategies import value
from tests.statutes.entries import IDS, Part, entry, params, parts

HARMLESS = {
    "treats the country as a friendly foreign country: always": "presumed so in the one branch that asks it unsaid",
    "has consented to the jurisdiction of the Court otherwise: never": "presumed so in the one branch that asks it",
}
"""Mutants that decide as the rule does, by the end of their description, and why."""
ALONE = frozenset(one.what for one in mutants(FRIENDLY))
"""Mistakes in who is a friendly country, which is asked alone in test_partners.py: all of them are caught there."""


@pytest.mark.parametrize("id_", IDS)
def test_every_mutant_is_caught(id_: str) -> None:
    known = (*HARMLESS, *(f" {what}" for what in ALONE if FRIENDLY in _asked(id_)))
    assert [survivor for survivor in missed(id_) if not survivor.endswith(known)] == []


def _asked(id_: str) -> set[object]:
    """Every node of the rules of an authority or channel."""
    return {node for part in parts(entry(id_)) for rule in part.rules.values() for node in rule.walk()}


@cache
def missed(id_: str) -> tuple[str, ...]:
    """Every mistake that no boundary case of an authority or channel sees."""
    return tuple(survivor for part in parts(entry(id_)) for survivor in survivors(part))


def survivors(part: Part) -> Iterator[str]:
    """The mistakes in a part that no boundary case of any of its rules sees."""
    decided = [[(w, value(rule, w)) for w in boundaries(rule, part.since, part.until)] for rule in part.rules.values()]
    assert all(found != "conflict" for rows in decided for _, found in rows), "two exceptions conflict"
    for mutant in mutants(*part.rules.values()):
        seen = (
            value(wrong, world) != found
            for wrong, right, rows in zip(mutant.rules, part.rules.values(), decided, strict=True)
            if wrong is not right
            for world, found in rows
        )
        if not _prints_otherwise(mutant) and not any(seen):
            yield f"{min(part.rules)}: {mutant.what}"


def _prints_otherwise(mutant: Mutant) -> bool:
    """Whether the mistake shows in the history of a figure, which every published page prints whole."""
    return mutant.kind in ("date", "value")


def test_the_history_of_a_figure_shows_every_date_and_value() -> None:
    for id_ in IDS:
        for figure in params(entry(id_)).values():
            assert all(history(mutant.rule) != history(figure) for mutant in mutants(figure)), figure.id  # type: ignore[arg-type]


def test_what_is_called_harmless_still_occurs() -> None:
    found = [survivor for id_ in IDS for survivor in missed(id_)]
    assert [known for known in HARMLESS if not any(one.endswith(known) for one in found)] == []
