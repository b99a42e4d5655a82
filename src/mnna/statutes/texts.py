"""Texts that answer no question by themselves but that a lawyer reads with one: definitions, labels, proposals.

A definition says what a term of the rules means; a proposal is not law and changes no answer; a practice or a label is
not based on a statute; an open text has not been read. Each is printed with its kind, so that none is mistaken for law.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mnna.quick import Path, quick_dataclass
from mnna.tables import rows_of

TABLE = Path(__file__).with_name("texts.csv")
KINDS = {
    "law": "law beside the question",
    "definition": "definition",
    "regulation": "regulation beside the question",
    "reading": "how the text is read",
    "executive": "delegation by the President",
    "proposal": "proposal, not law",
    "practice": "practice, not law",
    "label": "label without a statute",
    "open": "not read, so not known here",
}
"""The printed name of each kind of text."""


@quick_dataclass(frozen=True)
class Text:
    """One paraphrased text: its kind, the ids of the questions and statuses it `bears_on`, its days and its source.

    `citation` is empty if no law is cited; `since` and `until` are None if no day is known or none applies.
    """

    id: str
    kind: str
    title: str
    citation: str
    says: str
    since: date | None
    until: date | None
    bears_on: tuple[str, ...]
    source: str
    confidence: str
    checked_on: date


COLUMNS = tuple(Text.__annotations__)


@lru_cache(maxsize=1)
def texts() -> tuple[Text, ...]:
    """Return every text, in the order of the table."""
    return tuple(_text(*row) for row in rows_of(TABLE, ",".join(COLUMNS)))


def _text(id_: str, kind: str, title: str, citation: str, says: str, since: str, until: str, *others: str) -> Text:
    bears_on, source, confidence, checked_on = others
    first, end = (date.fromisoformat(day) if day else None for day in (since, until))
    on = tuple(bears_on.split(";"))
    return Text(id_, kind, title, citation, says, first, end, on, source, confidence, date.fromisoformat(checked_on))
