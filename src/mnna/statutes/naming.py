"""What names a status: the rules encoded here, and what a sweep found beside them.

Which rules name a status is read from the rules. `naming.csv` lists what else names it: texts of `texts.csv`, by their
id, and passages that no text tells. `sweeps.csv` says what was searched, for which words, up to which day.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

from mnna.errors import RuleError
from mnna.quick import Path
from mnna.rules.nodes import Cited, Expr, Status
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.texts import Text, texts

FOLDER = Path(__file__).parent
ENCODED, NO_EFFECT, NOT_READ = "encoded", "no effect", "not read"
STANDINGS = {
    ENCODED: "encoded: a rule or a text here says what it does",
    NO_EFFECT: "no effect: read, and it changes no answer about a country",
    NOT_READ: "not read: what it does is not known here",
}
"""How a law that names a status stands here."""
KINDS = ("law", "note", "regulation", "order", "bill")
"""What a thing that names a status can be."""


class Naming(NamedTuple):
    """One row of `naming.csv`: something that names a status. With `text`, that text of `texts.csv` tells the rest."""

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
        """The text that tells it; None where the row tells it itself."""
        return next((text for text in texts() if text.id == self.text), None)


class Sweep(NamedTuple):
    """One search for whatever names a status: where, for which words, and how far what was searched goes.

    `covers` are the words by which a citation is known to lie in what was searched.
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
    """A question of law, those of its texts that name a status, and the paragraphs that do, oldest first."""

    question: Authority | CaseLaw
    provisions: tuple[Provision | CaseProvision, ...]
    citations: tuple[str, ...]


Row = TypeVar("Row", Naming, Sweep)


@lru_cache(maxsize=1)
def namings() -> tuple[Naming, ...]:
    """Every row of `naming.csv`; raises `RuleError` for one that does not hold together."""
    return tuple(map(_checked, _rows("naming.csv", Naming)))


@lru_cache(maxsize=1)
def sweeps() -> tuple[Sweep, ...]:
    """Every row of `sweeps.csv`."""
    return tuple(_rows("sweeps.csv", Sweep))


def _rows(name: str, kind: type[Row]) -> Iterator[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield kind(**row)


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
    """Every question with a rule or a term that names the status, in the order of the listing."""
    channels = (catalog.case_law(channel) for channel in catalog.CHANNELS)
    everything: list[Authority | CaseLaw] = [*catalog.authorities().values(), *channels]
    found = (_named_by(question, status) for question in everything)
    return tuple(one for one in found if one.provisions)


def _named_by(question: Authority | CaseLaw, status: str) -> NamedBy:
    naming = {one: tuple(_paragraphs(one, status)) for one in question.provisions}
    own = tuple(one for one, paragraphs in naming.items() if paragraphs)
    return NamedBy(question, own, tuple(dict.fromkeys(text for one in own for text in naming[one])))


def _paragraphs(provision: Provision | CaseProvision, status: str) -> Iterator[str]:
    """The paragraphs by which a text names a status: the nearest citation above it, or that of the text itself."""
    for tree in provision.trees:
        yield from _cited(tree, status, provision.citation)


def _cited(node: Expr, status: str, citation: str) -> Iterator[str]:
    if isinstance(node, Status) and node.id == status:
        yield citation
    inner = node.citation if isinstance(node, Cited) else citation
    for below in node.children():
        yield from _cited(below, status, inner)


def swept(citations: tuple[str, ...], status: str) -> tuple[str, ...]:
    """The sweeps for a status that cover at least one of the citations, by id."""
    own = (sweep for sweep in sweeps() if sweep.status == status)
    return tuple(sweep.id for sweep in own if any(_covers(sweep, citation) for citation in citations))


def _covers(sweep: Sweep, citation: str) -> bool:
    return any(sign.strip() in citation for sign in sweep.covers.split(";") if sign.strip())
