"""Which single status or fact would turn a no into a yes: what could happen, and nothing that could not."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import partial
from itertools import combinations
from random import Random

import pytest

import mnna
from mnna.answers.unlocks import MOST, Choice, Step, _choices, actors, leads_to, smallest, who_acts
from mnna.engine.finding import Verdict, find
from mnna.errors import BadQuestion
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.rules.nodes import Field, Status
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
    ask = partial(leads_to, law, registry, country, ON)
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


def found(authority: str, country: str) -> set[tuple[str, str]]:
    return {(unlock.id, unlock.act) for unlock in mnna.unlocks(authority, country, on=ON).unlocks}


@pytest.mark.parametrize(
    ("authority", "country", "wanted"),
    [
        ("rdte-loans", "MEX", {("nato", "designate"), ("mnna", "designate"), ("treated-as-mnna", "designate")}),
        ("notification-thresholds", "MEX", {("nato", "designate"), ("nato-plus", "designate")}),
        ("notification-thresholds", "COL", {("nato", "designate"), ("nato-plus", "designate")}),
        ("no-charge-quality-assurance", "IND", {("nato", "designate"), ("nato-plus", "designate")}),
        ("icc-protected-persons", "COL", {("rome-statute", "terminate"), ("icc_consent", "no")}),
        ("icc-protected-persons", "IND", {("nato", "designate"), ("mnna", "designate")}),
        ("icc-protected-persons", "MEX", set()),
        (
            "collective-defense",
            "EGY",
            {("mutual-defense-treaty", "designate"), ("nato", "designate"), ("rio-treaty", "designate")},
        ),
        ("depleted-uranium-rounds", "COL", set()),
    ],
)
def test_table(authority: str, country: str, wanted: set[tuple[str, str]]) -> None:
    assert found(authority, country) == wanted


@pytest.mark.parametrize("country", ["MEX", "COL", "IND", "FRA"])
def test_nothing_that_could_not_happen_is_offered(country: str) -> None:
    fixed = {kind.id for kind in load_registry().kinds.values() if kind.grantable == "no"}
    assert {"nato-organization", "mnna-title10-1995", "rome-statute-outside"} <= fixed
    for authority in catalog.AUTHORITIES:
        answer = mnna.unlocks(authority, country, on=ON)
        offered = [unlock.id for unlock in (*answer.unlocks, *answer.opens) if unlock.kind == "status"]
        assert not set(offered) & fixed and len(set(offered)) == len(offered), (authority, offered)


def test_a_country_in_the_place_of_the_authority_is_told_the_order() -> None:
    with pytest.raises(BadQuestion, match="the authority comes first") as raised:
        mnna.unlocks("MEX", "rdte-loans")
    assert raised.value.near == ("unlocks rdte-loans MEX",)


ACTORS = re.compile(r"the President|the Secretary of (?:State|Defense)|(?<!to )Congress")


def asked() -> dict[str, str]:
    """Each status that can be given and each fact that the law asks about, with the text that describes it."""
    found: dict[str, str] = {}
    kinds = load_registry().kinds
    for law in catalog.authorities().values():
        for node in (node for one in law.provisions for node in one.rule.walk()):
            if isinstance(node, Status):
                kind = kinds[kinds[node.id].part_of or node.id]
                found |= {kind.id: kind.definition} if kind.grantable == "yes" else {}
            elif isinstance(node, Field) and node.name != "on":
                found[node.name] = node.phrase
    return found


def test_every_status_and_fact_that_is_asked_about_has_its_actor() -> None:
    assert set(asked()) - set(actors()) == set()


def test_an_actor_that_the_text_names_is_the_one_in_the_table() -> None:
    """Where a text names several, one of them acts: a joint certificate, or the parties of a sale, act for it."""
    for id_, text in asked().items():
        named = {f"{found[0]}" for found in ACTORS.finditer(f"the {text[:1].lower()}{text[1:]}")}
        told = who_acts(id_)
        if told and named and not told.startswith(("the country", "the parties", "a court")):
            assert any(actor.removeprefix("the ") in told for actor in named), (id_, told, named)


def test_what_is_not_recorded_is_empty() -> None:
    assert who_acts("nothing-of-that-id") == "" and who_acts("mnna") == "the President"
