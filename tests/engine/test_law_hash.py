"""The stamp of the law follows what the law says, every word and figure of it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mnna.engine.law_hash import plain, reckoned
from mnna.rules.nodes import Named, Param, Status
from mnna.statutes import catalog
from mnna.statutes.provision import Provision

ONE = catalog.authority("depleted-uranium-rounds").provisions[-1]


@pytest.mark.parametrize(
    "changed",
    [
        replace(ONE, says=ONE.says + " "),
        replace(ONE, since=ONE.since + timedelta(days=1)),
        replace(ONE, rule=~ONE.rule),
        replace(ONE, rule=Named("rule", "in other words", ONE.rule)),
        replace(ONE, terms={}),
        replace(ONE, routes=ONE.routes[:1]),
        replace(ONE, note="Otherwise."),
    ],
)
def test_a_change_of_the_law_changes_it(changed: Provision) -> None:
    assert plain(changed) != plain(ONE)


def test_a_word_of_a_rule_counts() -> None:
    assert plain(Status("nato", "in NATO")) != plain(Status("nato", "a member of NATO"))


def test_figures_and_their_acts_count() -> None:
    figure = next(node for node in catalog.case_law("fms").provisions[-1].notify.walk() if isinstance(node, Param))
    changed = replace(figure, history=(replace(figure.history[0], act="P.L. 1-1"), *figure.history[1:]))
    assert plain(changed) != plain(figure)


def test_it_is_the_same_each_time() -> None:
    assert reckoned() == reckoned() and len(reckoned()) == 16
