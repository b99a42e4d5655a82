"""The record of the memo: the question, the answer in two sentences, and its parts, each with a citation or source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from mnna.answers.partition import Partition
from mnna.answers.stamped import StampedWithFigures
from mnna.engine.record import HIDDEN, described, in_json, passed_on
from mnna.models.forecast.resemblance import Placed
from mnna.present.days import day
from mnna.present.document import Document
from mnna.quick import QuickTuple
from mnna.registry.load import Registry
from mnna.registry.records import Country

Standing = Literal["candidate", "ally", "member", "treated", "unknown"]
"""The country's relation to the status: it could gain it, has it, is in NATO, is treated as having it, or not known."""

InLaw = Literal["open in law", "barred in law"]


class Point(QuickTuple):
    """A statement with a citation of law or with source ids; at least one of the two is given.

    `in_practice` says, for a question of law, whether use by an ally is documented, likely, or was not found.
    """

    says: str
    citation: str = ""
    source: tuple[str, ...] = ()
    id: str = ""
    in_practice: str = ""


class Precedent(QuickTuple):
    """An ally that resembled the country when it was designated, the act that designated it, and what followed."""

    country: str
    since: date
    instrument: str
    says: str
    followed: str
    citation: str
    source: tuple[str, ...]


def _joined(sentences: tuple[str, ...]) -> str:
    return " ".join(sentences)


@dataclass(frozen=True, slots=True, repr=False)
class NextAnswer(StampedWithFigures):
    """The memo on a country as the next major non-NATO ally: law, changes, precedents, rank, arguments for and against.

    Where the country has the status, `gains` and `costs` are those of the end of the status.
    """

    country: Country
    on: date
    standing: Standing = field(metadata=described("What the country is to the status."))
    in_law: InLaw = field(
        metadata=described("`barred in law` where a list or determination on record bars it from what the law cuts.")
    )
    question: str
    answer: tuple[str, ...] = field(metadata=described("Two sentences.", of=_joined))
    answer_citation: str = field(metadata=described("The law that the first of the two sentences rests on."))
    law: tuple[Point, ...] = field(metadata=described("What the law asks for a designation."))
    gains: tuple[Point, ...] = field(metadata=described("Questions of law that would get a better answer."))
    costs: tuple[Point, ...] = field(metadata=described("What would get worse, and what the status does not bring."))
    open: tuple[Point, ...] = field(metadata=described("Questions whose answer would depend on a fact not known."))
    bars: tuple[Point, ...] = field(metadata=described("Restrictions that apply to it on the day."))
    bars_not_known: tuple[Point, ...] = field(
        metadata=described("Restrictions of which it is not known whether they apply that day.")
    )
    bars_of_a_case: tuple[Point, ...] = field(
        metadata=described("Restrictions that turn on the unit, the buyer or the purpose of a case.")
    )
    precedents: tuple[Precedent, ...] = field(metadata=described("The allies most like it at their own entry."))
    rank: Placed | None = field(metadata=described("Where past designations would place it; null where they cannot."))
    rank_note: str = field(metadata=described("The place in a sentence, or why there is none."))
    case_for: tuple[Point, ...] = field(metadata=described("What its advocates can cite; empty for a NATO member."))
    case_against: tuple[Point, ...] = field(metadata=described("What its opponents can cite."))
    would_change_it: tuple[Point, ...] = field(metadata=described("What would change the answer."))
    partition: Partition
    own_facts: tuple[str, ...] = field(metadata=described("The user's own rows that the answers rest on."))
    registry: Registry = field(metadata=HIDDEN)
    set_out: Callable[[NextAnswer], Document] = field(metadata=HIDDEN)
    texts: tuple[date, ...] = field(default=(), metadata=HIDDEN)

    def older_texts(self) -> list[date]:
        """Return the days of those texts behind the answers that are older than the day asked about."""
        return list(self.texts)

    name: ClassVar[str] = passed_on("country.name", "The everyday name of the country.", after="country")

    @property
    @in_json(after="would_change_it", name="cite")
    def to_cite(self) -> str:
        """How to cite the memo."""
        stamp = self.stamp
        return (
            f"mnna {stamp.version}, “{self.question}” ({day(self.on)}), law {stamp.law}, facts {stamp.facts}, "
            f"figures {stamp.figures}"
        )

    @property
    def document(self) -> Document:
        """The memo as a one-page document, which every form prints."""
        return self.set_out(self)

    def summary(self) -> str:
        """Return the answer in two sentences."""
        return " ".join(self.answer)
