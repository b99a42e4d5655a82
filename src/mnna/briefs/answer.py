"""The record of a brief: the question, the sections of the document, and the stamp."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from mnna.answers.partition import Partition
from mnna.answers.stamped import Stamp
from mnna.engine.answer import Answer
from mnna.engine.record import described
from mnna.present.document import Document, Section, Text, as_json, spelled


class BriefSection(NamedTuple):
    """A section of the brief; each block has a `kind`, such as paragraph, items, table or picture."""

    id: str
    title: str
    blocks: tuple[Mapping[str, Any], ...]


def _sentences(lead: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(spelled(said) for said in lead)


def _plain(sections: tuple[Section, ...]) -> tuple[BriefSection, ...]:
    return tuple(BriefSection(one.id, one.title, tuple(map(as_json, one.blocks))) for one in sections)


def _joined(notes: tuple[Text, ...]) -> str:
    return " ".join(spelled(note) for note in notes)


@dataclass(frozen=True, slots=True, repr=False)
class Brief(Answer):
    """A brief: everything about one country on one day.

    `asked` is the status whose gain or loss is examined. `partition` groups the questions of law by how their answers
    change if the country gains the status, or loses it where it holds it.
    """

    country: str
    name: str
    versus: str | None = field(metadata=described("The country beside it."))
    versus_name: str | None
    on: date
    asked: str = field(metadata=described("The status whose gain or loss is weighed.", name="status"))
    title: str
    subtitle: str
    day_note: str = field(metadata=described("What is to be said first of the day; empty where there is nothing."))
    lead: tuple[Text, ...] = field(
        metadata=described(
            "Where the country stands, what the status changes in law, and what it does not.",
            name="bottom_line",
            of=_sentences,
        )
    )
    sections: tuple[Section, ...] = field(metadata=described("The parts, in the order of reading.", of=_plain))
    notes: tuple[Text, ...] = field(
        metadata=described("When law and facts were last compared with their sources.", name="checked", of=_joined)
    )
    partition: Partition
    stamp: Stamp

    @property
    def bottom_line(self) -> tuple[str, ...]:
        """Three statements: the country's status, what the examined status changes in law, and what it does not."""
        return _sentences(self.lead)

    @property
    def document(self) -> Document:
        """The brief as a document, which every form prints."""
        return Document(
            title=self.title,
            subtitle=self.subtitle,
            lead=(self.day_note, *self.lead) if self.day_note else self.lead,
            sections=self.sections,
            stamp=tuple(self.stamp._asdict().items()),
            notes=self.notes,
            numbered=True,
        )

    def section(self, id_: str) -> Section:
        """Return the section with the id `id_`; raises `KeyError` where there is none."""
        return self.document.section(id_)

    def summary(self) -> str:
        """Return the title, the day and the bottom line."""
        return f"{self.title}, on {self.on}: {' '.join(self.bottom_line)}"
