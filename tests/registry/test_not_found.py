"""No question is unknown for every state, unless a search for its list failed or a text is past its budget."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from mnna.engine.finding import find_here, situation
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.not_found import missing, not_found
from mnna.registry.readings import lapsed, reading_of
from mnna.rules.nodes import Status
from mnna.statutes import catalog

STATES = [code for code, country in countries().items() if country.sovereign == "yes" and code != "USA"]
LAST = date(2026, 11, 29)
"""The last day that was read for."""


def says_nothing(id_: str, on: date) -> bool:
    """Whether the question is open for every state that day, and not only for want of the facts of a case."""
    law, registry = catalog.authority(id_), load_registry()
    found = (find_here(law, registry, code, situation(registry, code, on, {})) for code in STATES)
    return all(one.verdict == "unknown" and one.turns_on == "record" for one in found)


def covered(id_: str) -> Iterator[date]:
    """The middle of every year, the first day of every fiscal year, and the first and last day of each text."""
    texts = catalog.authority(id_).provisions
    years = range(texts[0].since.year, LAST.year + 1)
    days = {date(year, month, 1) for year in years for month in (7, 10, 12)}
    days |= {day for text in texts for day in (text.since, (text.until or LAST) - timedelta(days=1))} | {LAST}
    return (day for day in sorted(days) if day <= LAST and catalog.authority(id_).at(day) is not None)


def declared(id_: str, on: date) -> bool:
    """Whether for that day a list is declared not found, or a list or the text itself is past its budget."""
    text, registry = catalog.authority(id_).at(on), load_registry()
    assert text is not None
    asked = {node.id for node in text.rule.walk() if isinstance(node, Status)}
    late = any(lapsed(trust, on) for trust in (reading_of(text.source), *map(registry.trust, asked)))
    return late or any(missing(status, on) for status in asked)


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_a_question_says_something_on_every_day_its_law_covers(id_: str) -> None:
    missed = [str(day) for day in covered(id_) if says_nothing(id_, day) and not declared(id_, day)]
    assert not missed, f"{id_} is unknown for every state on {', '.join(missed)}; read the list, or declare it."


def test_each_declaration_names_a_list_and_the_search_that_failed() -> None:
    registry = load_registry()
    for row in not_found():
        assert row.status in registry.kinds and row.what and row.searched and row.read_on <= LAST, row
        assert row.until is None or row.since < row.until, row


def test_absence_from_a_list_says_no_only_where_the_list_was_found() -> None:
    registry = load_registry()
    for row in not_found():
        assert registry.unnamed(row.status, row.since) == "unknown", row
    assert registry.unnamed("csp-list", date(2021, 1, 1)) == "no"


def test_an_unknown_names_the_list_that_was_not_found() -> None:
    here = situation(load_registry(), "MEX", date(2026, 11, 28), {})
    found = find_here(catalog.authority("restriction-child-soldiers"), load_registry(), "MEX", here)
    assert found.verdict == "unknown" and "child soldiers list of 2026, not found" in found.needs[0]
