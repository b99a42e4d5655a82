"""List the laws and other texts that name a status: the encoded rules, and what searches found besides.

The rules that name a status are found in the rules themselves. `naming.csv` lists the rest: texts of `texts.csv`, by
id, and passages that no text covers. `sweeps.csv` says what was searched, for which words and up to which day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mnna.errors import RuleError
from mnna.quick import Path
from mnna.rules.nodes import Cited, Expr, Status
from mnna.statutes.law_changes import every_law
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.texts import Text, texts
from mnna.tables import table

FOLDER = Path(__file__).parent
ENCODED, NO_EFFECT, NOT_READ = "encoded", "no effect", "not read"
STANDINGS = {
    ENCODED: "encoded: a rule or a text here says what it does",
    NO_EFFECT: "no effect: read, and it changes no answer about a country",
    NOT_READ: "not read: what it does is not known here",
}
"""The printed words for how far a law that names a status is encoded."""
KINDS = ("law", "note", "regulation", "order", "bill")
"""The kinds of texts that can name a status."""


class Naming(NamedTuple):
    """One row of `naming.csv`: a text that names a status. `text` is its id if `texts.csv` has the other cells."""

    status: str
    kind: str
    standing: str
    text: str
    title: str
    citation: str
    says: str
    sweep: str
    source: str
    confidence: str
    checked_on: str

    @property
    def told_by(self) -> Text | None:
        """The row's text in `texts.csv`; None if the row describes it itself."""
        return next((text for text in texts() if text.id == self.text), None)


class Sweep(NamedTuple):
    """One search for texts that name a status: in which source, for which words, and up to which day of the source.

    `covers` are parts of citations, separated by semicolons; a citation that contains one is in the searched source.
    """

    id: str
    status: str
    where: str
    words: str
    text_as_of: str
    on: str
    found: str
    covers: str


class NamedBy(NamedTuple):
    """A question of law, its provisions that name a status, and the citations of those paragraphs, oldest first."""

    question: Authority | CaseLaw
    provisions: tuple[Provision | CaseProvision, ...]
    citations: tuple[str, ...]


@lru_cache(maxsize=1)
def namings() -> tuple[Naming, ...]:
    """Return every row of `naming.csv`; raise `RuleError` for an inconsistent row."""
    return tuple(_checked(Naming(**row)) for row in table(FOLDER / "naming.csv"))


@lru_cache(maxsize=1)
def sweeps() -> tuple[Sweep, ...]:
    """Return every row of `sweeps.csv`."""
    return tuple(Sweep(**row) for row in table(FOLDER / "sweeps.csv"))


def _checked(row: Naming) -> Naming:
    where = f"naming.csv, row {row.text or row.citation}"
    if row.kind not in KINDS:
        raise RuleError(where, f"the kind is {row.kind!r}", KINDS, "Take one of these.")
    if row.standing not in STANDINGS:
        raise RuleError(where, f"the standing is {row.standing!r}", tuple(STANDINGS), "Take one of these.")
    told = (row.title, row.citation, row.says, row.source, row.confidence, row.checked_on)
    if row.text and (row.told_by is None or any(told)):
        raise RuleError(where, "it names no text, or says what its text says", (), "Leave the rest to the text.")
    if not row.text and (row.standing == ENCODED or not all(told)):
        raise RuleError(where, "it is encoded nowhere, or not told whole", (), "Name a text, or fill every cell.")
    return row


def named_by(status: str) -> tuple[NamedBy, ...]:
    """Return every question with a rule or a term that names the status, in the order of the listing."""
    found = (_named_by(question, status) for question in every_law())
    return tuple(one for one in found if one.provisions)


def _named_by(question: Authority | CaseLaw, status: str) -> NamedBy:
    naming = {one: tuple(_paragraphs(one, status)) for one in question.provisions}
    own = tuple(one for one, paragraphs in naming.items() if paragraphs)
    return NamedBy(question, own, tuple(dict.fromkeys(text for one in own for text in naming[one])))


def _paragraphs(provision: Provision | CaseProvision, status: str) -> Iterator[str]:
    """Yield, for each mention of a status in a provision, the nearest citation above it, or the provision's own."""
    for tree in provision.trees:
        yield from _cited(tree, status, provision.citation)


def _cited(node: Expr, status: str, citation: str) -> Iterator[str]:
    if isinstance(node, Status) and node.id == status:
        yield citation
    inner = node.citation if isinstance(node, Cited) else citation
    for below in node.children():
        yield from _cited(below, status, inner)


def swept(citations: tuple[str, ...], status: str) -> tuple[str, ...]:
    """Return the ids of the sweeps for a status that cover at least one of the citations."""
    own = (sweep for sweep in sweeps() if sweep.status == status)
    return tuple(sweep.id for sweep in own if any(_covers(sweep, citation) for citation in citations))


def _covers(sweep: Sweep, citation: str) -> bool:
    return any(sign.strip() in citation for sign in sweep.covers.split(";") if sign.strip())
