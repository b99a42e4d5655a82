"""List every citation of the encoded law with the question or text that cites it, for a lawyer to check one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mnna.quick import QuickTuple
from mnna.rules.nodes import Expr, Param
from mnna.statutes.law_changes import every_law
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.texts import texts


class Pinpoint(QuickTuple):
    """A citation, the id of the question or text that cites it, the kind of citing part, and its end (None: still law).

    `until` is the first day on which it is no longer law.
    """

    owner: str
    kind: str
    citation: str
    until: date | None


def pinpoints() -> Iterator[Pinpoint]:
    """Yield every citation of every question, including its figures, and then of the texts."""
    for question in every_law():
        yield from pinpoints_of(question)
    yield from (Pinpoint(text.id, "text", text.citation, text.until) for text in texts() if text.citation)


def pinpoints_of(one: Authority | CaseLaw) -> Iterator[Pinpoint]:
    """Yield every citation of a question: for each provision its own, those of its acts, and those of its rules."""
    for provision in one.provisions:
        yield Pinpoint(one.id, "provision", provision.citation, provision.until)
        yield from (Pinpoint(one.id, "act", act.citation, provision.until) for act in _acts(provision))
        for tree in provision.trees:
            yield from (found for node in tree.walk() for found in _of_node(one.id, node, provision.until))


def cited_texts(one: Authority | CaseLaw) -> tuple[str, ...]:
    """Return every citation of a question, each once."""
    return tuple(dict.fromkeys(found.citation for found in pinpoints_of(one)))


def _acts(provision: Provision | CaseProvision) -> tuple[Act, ...]:
    return provision.steps + provision.caveats + (provision.routes if isinstance(provision, Provision) else ())


def _of_node(owner: str, node: Expr, until: date | None) -> Iterator[Pinpoint]:
    if isinstance(node, Param):
        for dated in node.history:
            yield from (Pinpoint(owner, f"figure {node.id}", text, dated.until) for text in dated.cited())
        return
    special = [one.citation for one in getattr(node, "special", ())]
    cited = special + ([node.citation] if hasattr(node, "citation") else [])
    yield from (Pinpoint(owner, "condition", text, until) for text in cited)
