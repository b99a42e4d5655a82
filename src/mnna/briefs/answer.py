"""The brief as a value: a document about one country, with what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mnna.answers.partition import Partition
from mnna.present.document import Document, spelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Document):
    """Everything about one country on one day, ready to be printed in any form.

    `lead` is the bottom line in three statements. `asked` is the status whose gain or loss is weighed. `stamp` has the
    content hashes of law and facts, and the version. `notes` says when both were last compared with their sources.
    `partition` splits the questions of law by what gaining the status, or losing it where it is held, would change.
    """

    country: str
    name: str
    versus: str | None
    versus_name: str | None
    on: date
    asked: str
    partition: Partition
    numbered: bool = True

    @property
    def bottom_line(self) -> tuple[str, ...]:
        """Where the country stands, what the status changes in law, and what it does not: three statements."""
        return tuple(spelled(said) for said in self.lead)

    def to_dict(self) -> dict[str, Any]:
        """The brief as JSON: the same content that every other form prints."""
        return {
            "country": self.country,
            "name": self.name,
            "versus": self.versus,
            "versus_name": self.versus_name,
            "on": self.on.isoformat(),
            "status": self.asked,
            "title": self.title,
            "subtitle": self.subtitle,
            "bottom_line": list(self.bottom_line),
            "sections": [section.to_dict() for section in self.sections],
            "checked": " ".join(spelled(note) for note in self.notes),
            "partition": self.partition.to_dict(),
            "stamp": dict(self.stamp),
        }
