"""Applying the changes of each day since 1960 rebuilds the texts and the figures of the law of every later day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.rules.nodes import Dated
from mnna.statutes.law_changes import every_law, figure_changes, law_changes
from mnna.statutes.parameters import parameters
from mnna.statutes.provision import CaseProvision, Provision

FIRST, LAST = date(1960, 1, 1), date(2026, 11, 28)
ONE = timedelta(days=1)


def figures_on(on: date) -> dict[str, Dated | None]:
    """Every figure of the law as it stands on a day."""
    return {id_: figure.at(on) for id_, figure in parameters().items()}


def texts_on(on: date) -> Mapping[str, Provision | CaseProvision | None]:
    """The text that answers each question on a day."""
    return {law.id: law.at(on) for law in every_law()}


def replayed() -> dict[date, tuple[dict[str, Any], dict[str, Any]]]:
    texts, figures = dict(texts_on(FIRST - ONE)), figures_on(FIRST - ONE)
    found = {FIRST - ONE: (texts, figures)}
    laws, amounts = list(law_changes(FIRST, LAST)), list(figure_changes(FIRST, LAST))
    for on in sorted({change.on for change in laws} | {change.on for change in amounts}):
        for law in (change for change in laws if change.on == on):
            assert texts[law.law.id] is law.before
            texts = texts | {law.law.id: law.after}
        for amount in (change for change in amounts if change.on == on):
            assert figures[amount.figure.id] is amount.before
            figures = figures | {amount.figure.id: amount.after}
        found[on] = (texts, figures)
    return found


REBUILT = replayed()


def test_every_day_of_a_change_and_its_eve() -> None:
    days = sorted(REBUILT)
    assert len(days) > 60
    for before, on in pairwise(days):
        assert (dict(texts_on(on - ONE)), figures_on(on - ONE)) == REBUILT[before], on
        assert (dict(texts_on(on)), figures_on(on)) == REBUILT[on], on


@settings(max_examples=25, deadline=None)
@given(on=st.dates(FIRST, LAST))
def test_any_day(on: date) -> None:
    assert (dict(texts_on(on)), figures_on(on)) == REBUILT[max(day for day in REBUILT if day <= on)]


def test_an_amount_that_rose() -> None:
    (row,) = [one for one in figure_changes(date(2014, 12, 18), date(2014, 12, 18)) if one.figure.id == "eda-cap"]
    assert row.before is not None and row.after is not None
    assert (row.before.value, row.after.value) == (425_000_000, 500_000_000)
