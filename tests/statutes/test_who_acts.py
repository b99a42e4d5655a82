"""Who must act, as the text of each status and fact names it."""

from __future__ import annotations

import re

from mnna.registry.load import load_registry
from mnna.rules.nodes import Field, Status
from mnna.statutes import catalog
from mnna.statutes.who_acts import table, who_acts

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
    assert set(asked()) - set(table()) == set()


def test_an_actor_that_the_text_names_is_the_one_in_the_table() -> None:
    """Where a text names several, one of them acts: a joint certificate, or the parties of a sale, act for it."""
    for id_, text in asked().items():
        named = {f"{found[0]}" for found in ACTORS.finditer(f"the {text[:1].lower()}{text[1:]}")}
        told = who_acts(id_)
        if told and named and not told.startswith(("the country", "the parties", "a court")):
            assert any(actor.removeprefix("the ") in told for actor in named), (id_, told, named)


def test_what_is_not_recorded_is_empty() -> None:
    assert who_acts("nothing-of-that-id") == "" and who_acts("mnna") == "the President"
