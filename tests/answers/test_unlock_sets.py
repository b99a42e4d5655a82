"""The smallest sets of changes are those that trying every set of up to four finds; who must act is said."""

from __future__ import annotations

import os
from datetime import date
from itertools import combinations
from random import Random

import mnna
from mnna.answers.unlock_sets import MOST, Choice, Step, asking, smallest
from mnna.answers.unlocks import _choices
from mnna.engine.finding import Verdict, find
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog

ON = date(2026, 6, 1)
MANY = [code for code, one in countries().items() if one.sovereign == "yes" and code != "USA"][::5][:40]
WHOLE = os.environ.get("MNNA_PROVE") == "all"
FEW = Random(20261128).sample([(id_, code) for id_ in catalog.AUTHORITIES for code in MANY], 40)
PAIRS = [(id_, code) for code in MANY for id_ in catalog.AUTHORITIES] if WHOLE else FEW


def by_force(authority: str, country: str) -> set[tuple[Verdict, frozenset[tuple[str, str]]]]:
    """Every set of up to four changes, put to the evaluator; those that settle the question and hold no smaller one."""
    registry, law = load_registry(), catalog.authority(authority)
    now = find(law, registry, country, ON)
    wanted = {"no": ("yes",), "unknown": ("yes", "no")}.get(now.verdict, ())
    choices = list(_choices(law, registry, country, ON, now.suspended_by)) if wanted else []
    ask = asking(law, registry, country, ON)
    leads: dict[frozenset[int], Verdict] = {}
    for size in range(1, MOST + 1):
        for places in combinations(range(len(choices)), size):
            if len({choices[at].step.id for at in places}) == size:
                leads[frozenset(places)] = ask([choices[at] for at in places])
    settling = {(verdict, places) for places, verdict in leads.items() if verdict in wanted}
    least = [(v, one) for v, one in settling if not any(v == w and other < one for w, other in settling)]
    return {(v, frozenset((choices[at].step.id, choices[at].step.act) for at in one)) for v, one in least}


def test_they_are_what_trying_every_set_finds() -> None:
    assert [pair for pair in PAIRS if told(*pair) != by_force(*pair)] == []


def told(authority: str, country: str) -> set[tuple[Verdict, frozenset[tuple[str, str]]]]:
    """The sets as the answer has them."""
    found = mnna.unlocks(authority, country, on=ON).sets
    return {(one.leads_to, frozenset((step.id, step.act) for step in one.changes)) for one in found}


def test_the_smallest_come_first_and_say_who_must_act() -> None:
    found = mnna.unlocks("icc-protected-persons", "MEX", on=ON).sets
    assert [len(one.changes) for one in found] == [2, 2, 2, 2]
    who = {step.id: step.who for one in found for step in one.changes}
    assert (who["mnna"], who["rome-statute"]) == ("the President", "the country")


def test_what_is_settled_already_needs_no_change() -> None:
    assert mnna.unlocks("depleted-uranium-rounds", "COL", on=ON).sets == ()


def test_an_unknown_is_settled_either_way() -> None:
    choices = [Choice(Step("fact", "a", word, "a", ""), (), {"a": word == "yes"}) for word in ("yes", "no")]
    found = smallest(lambda chosen: chosen[0].step.act if chosen else "unknown", "unknown", choices)  # type: ignore[return-value]
    assert [(one.leads_to, [step.act for step in one.changes]) for one in found] == [("yes", ["yes"]), ("no", ["no"])]
