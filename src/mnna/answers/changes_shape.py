"""The classes of an answer about changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from mnna.engine.record import Record, described

KINDS = {
    "status": "Statuses",
    "step": "Steps",
    "law": "Law",
    "parameter": "Amounts and days of the law",
    "list": "Lists",
    "text": "Texts",
    "proposal": "Proposals",
    "notice": "Notices of arms sales",
    "correction": "Corrections of our own tables",
}
"""The kinds of changes with their headings, in the order of every listing."""

ChangeKind = Literal["status", "step", "law", "parameter", "list", "text", "proposal", "notice", "correction"]


@dataclass(frozen=True, slots=True, repr=False)
class Changed(Record):
    """One change, on the day it took effect."""

    on: date = field(metadata=described("The day; of one that is not known exactly, the first it can be."))
    kind: ChangeKind
    country: str | None = field(metadata=described("The country it is about; null where it is about none or all."))
    id: str = field(metadata=described("Of a status, question, figure, list, text, proposal or notice."))
    what: str
    before: str | int | Decimal | None = field(
        metadata=described("What held the day before; of a verdict or status `yes`, `no` or `unknown`.")
    )
    after: str | int | Decimal | None = field(metadata=described("What holds from that day; null is nothing."))
    citation: str
    source: tuple[str, ...]
    on_by: date | None = field(
        default=None, metadata=described("The first day on which it is certain, where it is not the day.", sparse=True)
    )
    apart: tuple[str, ...] = field(
        default=(),
        metadata=described("Of a whole list: the countries whose own rows say otherwise.", "except", sparse=True),
    )
    own: bool = field(default=False, metadata=described("Whether it is one of the user's own rows.", sparse=True))


@dataclass(frozen=True, slots=True, repr=False)
class Ahead(Record):
    """An event to come, with a day that is known today."""

    on: date
    what: str
    citation: str
    country: str | None = None
    id: str = ""
    source: tuple[str, ...] = ()


def ids(source: str) -> tuple[str, ...]:
    """Return the source ids that are joined with semicolons."""
    return tuple(id_ for id_ in source.split(";") if id_)
