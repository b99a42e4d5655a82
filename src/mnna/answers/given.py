"""Facts that a user gives by name, checked against what the law turns on."""

from __future__ import annotations

from collections.abc import Iterable

from mnna.errors import BadQuestion, UnknownWord
from mnna.rules.nodes import Field, Kind, Value
from mnna.statutes import catalog


def given_facts(given: Iterable[str]) -> dict[str, Value]:
    """Facts given as `name=yes`, `name=no` or `name=value`, checked against what the law turns on."""
    known = (
        {
            node.name: node
            for law in catalog.authorities().values()
            for provision in law.provisions
            for node in provision.rule.walk()
            if isinstance(node, Field) and node.name != "on"
        }
        if given
        else {}
    )
    return dict(_given(text, known) for text in given)


def _given(text: str, known: dict[str, Field]) -> tuple[str, Value]:
    name, _, value = text.partition("=")
    if name not in known:
        raise UnknownWord(
            f"--given {text}", f"no provision turns on {name!r}", sorted(known), "Write name=yes or name=no."
        )
    if known[name].kind is not Kind.TRUTH:
        return name, value
    if value not in ("yes", "no"):
        raise BadQuestion(f"--given {text}", "the value is neither yes nor no", ("yes", "no"), "")
    return name, value == "yes"
