"""An authority or channel as a lawyer would print it out: the text behind the golden files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from mnna.rules.english import english, history
from mnna.rules.nodes import YES, Expr
from mnna.statutes.examples import Example
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.wording import worded
from tests.rules.boundaries import boundaries
from tests.rules.strategies import value
from tests.statutes.entries import acts, params, parts, trees


def printed(one: Authority | CaseLaw) -> str:
    """The whole entry: question, provisions, figures, worked examples, and what its boundary cases decide."""
    lines = [one.id, one.question, *([f"note: {one.note}"] if one.note else [])]
    for provision in one.provisions:
        lines += ["", *_provision(provision)]
    lines += ["", "FIGURES", *_figures(one), "", "EXAMPLES", *(_example(example) for example in one.examples)]
    return "\n".join([*lines, "", "BOUNDARY CASES", *_decisions(one), ""])


def _provision(provision: Provision | CaseProvision) -> Iterator[str]:
    until = f"until {provision.until}" if provision.until else "and still"
    yield f"FROM {provision.since} {until}: {provision.citation}"
    on = provision.last_day()
    yield worded(provision.says, on)
    for name, tree in trees(provision).items():
        yield f"{name}:"
        yield from (f"  {line}" for line in english(tree).splitlines())
    for name, term in provision.terms.items() if isinstance(provision, Provision) else ():
        if isinstance(term, str):
            yield f"term {name}: {worded(term, on)}"
    for act in acts(provision):
        yield from _act("step" if act in provision.steps else "route", act, on)
    yield f"source {provision.source}; {provision.confidence} confidence; checked {provision.checked_on}"
    if provision.note:
        yield f"note: {provision.note}"


def _act(label: str, act: Act, on: date) -> Iterator[str]:
    always = ", due even where nothing is notified" if act.always else ""
    yield f"{label}{always}: {worded(act.text, on)} [{act.citation}]"
    if act.when is not YES:
        yield "  when:"
        yield from (f"    {line}" for line in english(act.when).splitlines())


def _figures(one: Authority | CaseLaw) -> Iterator[str]:
    for id_, param in sorted(params(one).items()):
        yield f"{id_} ({param.phrase}):"
        yield from (f"  {line}" for line in history(param))


def _example(example: Example) -> str:
    given = "".join(f", {name} {told}" for name, told in example.given.items())
    trap = " (a common mistake)" if example.trap else ""
    return f"{example.country} {example.on}{given}: {example.expect}{trap}. {example.why}"


def _decisions(one: Authority | CaseLaw) -> Iterator[str]:
    for part in parts(one):
        for name, rule in part.rules.items():
            yield f"{name}: {digest(rule, part.since, part.until)}"


def digest(tree: Expr, since: date, until: date | None) -> str:
    """How many boundary cases there are, what they come to, and a digest of every one of them with its answer."""
    rows, counts = sha256(), Counter[str]()
    for world in boundaries(tree, since, until):
        found = value(tree, world)
        counts[_word(found)] += 1
        rows.update(f"{world.on} {sorted(world.statuses.items())} {sorted(world.fields.items())} {found}\n".encode())
    said = ", ".join(f"{word} {count}" for word, count in sorted(counts.items()))
    return f"{counts.total()} cases ({said}) {rows.hexdigest()[:16]}"


def _word(found: object) -> str:
    return {True: "yes", False: "no", None: "unknown"}.get(found, "a value") if not isinstance(found, str) else found  # type: ignore[call-overload]
