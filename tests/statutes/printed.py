"""The law as a lawyer would print it out: a page for each module in `docs/law`, and the boundary cases it decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from mnna.registry.readings import reading_of
from mnna.rules.english import english, history
from mnna.rules.nodes import YES, Expr
from mnna.statutes.catalog import AUTHORITIES, CHANNELS
from mnna.statutes.examples import Example
from mnna.statutes.listing import AuthorityRow, ChannelRow
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.wording import worded
from tests.rules.boundaries import boundaries
from tests.rules.strategies import value
from tests.statutes.entries import acts, entry, params, parts, trees

DOCS = Path(__file__).resolve().parents[2] / "docs" / "law"
ROWS: dict[str, AuthorityRow | ChannelRow] = {**AUTHORITIES, **CHANNELS}
MODULES = tuple(dict.fromkeys(row.module for row in ROWS.values()))
"""Every module that answers something, in the order of the listing."""

MADE = "Written by `./run golden` from the module {module}, its figures and its examples: change those, not this page."


def place(module: str) -> str:
    """Where the page of a module lies, from `docs/law` on."""
    return f"{module.replace('.', '/')}.md"


def index() -> str:
    """The page that leads to all others."""
    lines = ["# The law, page by page", "", "What each page says is generated from the rules that decide.", ""]
    lines += ["| question | about | page |", "|---|---|---|"]
    for id_, row in ROWS.items():
        about = AUTHORITIES[id_].subject if id_ in AUTHORITIES else CHANNELS[id_].label
        lines.append(f"| `{id_}` | {about} | [{title(row.module)}]({place(row.module)}) |")
    return "\n".join([*lines, ""])


def title(module: str) -> str:
    """The first sentence of a module, without its full stop."""
    return _said(module)[0].rstrip(".")


def _said(module: str) -> tuple[str, str]:
    first, _, rest = (import_module(f"mnna.statutes.{module}").__doc__ or "").strip().partition("\n\n")
    return " ".join(first.split()), rest


def page(module: str) -> str:
    """One page: what the module says of itself, then every question it answers."""
    source = f"[`{place(module)[:-3]}`](../../../src/mnna/statutes/{place(module)[:-3]}.py)"
    lines = [
        f"# {title(module)}",
        "",
        *([_said(module)[1], ""] if _said(module)[1] else []),
        MADE.format(module=source),
    ]
    for id_ in (id_ for id_, row in ROWS.items() if row.module == module):
        lines += ["", *_question(id_, entry(id_))]
    return "\n".join([*lines, ""])


def _question(id_: str, one: Authority | CaseLaw) -> Iterator[str]:
    yield from (f"## {id_}", "", one.question)
    if one.note:
        yield from ("", f"Note: {one.note}")
    for provision in one.provisions:
        yield from ("", *_provision(provision))
    figures = list(_figures(one))
    if figures:
        yield from ("", "### Figures", "", *figures)
    yield from ("", "### Examples", "", "| country | day | given | answer | why |", "|---|---|---|---|---|")
    yield from (_example(example) for example in one.examples)


def _provision(provision: Provision | CaseProvision) -> Iterator[str]:
    on = provision.last_day()
    until = f"until {provision.until}" if provision.until else "and still"
    yield from (f"### From {provision.since} {until}: {provision.citation}", "", worded(provision.says, on), "")
    for name, tree in trees(provision).items():
        yield from _block(name, tree)
    for name, term in provision.terms.items() if isinstance(provision, Provision) else ():
        if isinstance(term, str):
            yield from (f"term {name}: {worded(term, on)}", "")
    for act in acts(provision):
        yield from _act(_label(act, provision), act, on)
    for cut in provision.cuts if isinstance(provision, Provision) else ():
        yield from (f"cuts off: {', '.join(cut.authorities)}", "")
    text = reading_of(provision.source)
    assert text is not None, provision.source
    source = f"Source {provision.source}; {provision.confidence} confidence; text as of {text.text_as_of}."
    yield from ((source, "", f"Note: {worded(provision.note, on)}") if provision.note else (source,))


def _block(name: str, tree: Expr) -> Iterator[str]:
    yield from (f"{name}:", "", "```text", *english(tree).splitlines(), "```", "")


def _label(act: Act, provision: Provision | CaseProvision) -> str:
    return "step" if act in provision.steps else "caveat" if act in provision.caveats else "route"


def _act(label: str, act: Act, on: date) -> Iterator[str]:
    always = ", due even where nothing is notified" if act.always else ""
    lifts = ", which lifts the bar" if act.lifts else ""
    yield from (f"{label}{always}{lifts}: {worded(act.text, on)} [{act.citation}]", "")
    if act.when is not YES:
        yield from _block("when", act.when)


def _figures(one: Authority | CaseLaw) -> Iterator[str]:
    for id_, param in sorted(params(one).items()):
        yield f"- `{id_}` ({param.phrase}):"
        yield from (f"  - {line}" for line in history(param))


def _example(example: Example) -> str:
    given = ", ".join(f"{name} {_told(told)}" for name, told in example.given.items())
    trap = " (a common mistake)" if example.trap else ""
    return f"| {example.country} | {example.on} | {given} | {example.expect}{trap} | {example.why} |"


def _told(told: bool | str) -> str:
    return {True: "yes", False: "no"}[told] if isinstance(told, bool) else told


def decisions(one: Authority | CaseLaw) -> str:
    """What the boundary cases of every rule come to."""
    lines = (
        f"{name}: {digest(rule, part.since, part.until)}" for part in parts(one) for name, rule in part.rules.items()
    )
    return "\n".join([*lines, ""])


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
