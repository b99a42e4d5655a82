"""A finding as text, for every command that shows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.cli.output import wrapped
from mnna.rules.nodes import Field, Kind, Value
from mnna.statutes import catalog


def finding_lines(finding: dict[str, Any], full: bool = False) -> Iterator[str]:
    """A finding: verdict, id and reason; with `full`, the question, terms, whole tree and all citations too."""
    yield from wrapped(f"{finding['verdict'].upper():8}{finding['id']}", "  ")
    if full:
        yield from wrapped(finding["question"], "      ")
    reason = finding["because"].split(". ", 1)[-1] if not full else finding["because"]
    yield from wrapped(reason, "      ")
    if finding["terms"]:
        terms = "; ".join(f"{name} {_term(value)}" for name, value in finding["terms"].items())
        yield from wrapped(f"terms: {terms}", "      ", "        ")
    for label in ("steps", "routes", "needs", "presumes", "own_facts"):
        for text in finding[label]:
            yield from wrapped(f"{_LABELS[label]}: {text}", "      ", "        ")
    yield from wrapped(f"[{'; '.join(finding['citations'] if full else finding['citations'][:1])}]", "      ")
    if full and finding["stale"]:
        yield f"      {finding['stale']}"
    if full:
        yield from tree_lines(finding["why"], 3)


_LABELS = {
    "steps": "still to do",
    "routes": "route",
    "needs": "would settle it",
    "presumes": "presumed",
    "own_facts": "rests on",
}


def _term(value: object) -> str:
    if value is None:
        return "unknown"
    return f"{value:,}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


def tree_lines(node: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """The tree of what decided an answer, indented."""
    cited = f" [{node['citation']}]" if node["citation"] else ""
    yield from wrapped(f"- {node['says']}{cited}", "  " * depth, "  " * (depth + 1))
    for below in node["of"]:
        yield from tree_lines(below, depth + 1)


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
