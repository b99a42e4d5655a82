"""The stamp on an answer: which law, facts and version gave it."""

from __future__ import annotations

from datetime import date

from mnna._version import __version__
from mnna.engine.answer import Answer
from mnna.engine.law_hash import law_hash
from mnna.engine.record import in_json
from mnna.quick import QuickTuple
from mnna.registry.load import Registry
from mnna.registry.readings import first_line


class Stamp(QuickTuple):
    """Which law, facts and version answered, by content hash."""

    law: str
    facts: str
    version: str


class FiguresStamp(QuickTuple):
    """Which law, facts, version and figures answered, by content hash."""

    law: str
    facts: str
    version: str
    figures: str


class Stamped(Answer):
    """An answer read from a registry; its class has a hidden field `registry`."""

    __slots__ = ()
    registry: Registry

    def older_texts(self) -> list[date]:
        """The days of the texts behind each part of the answer, of those that are older than the day asked about."""
        return [finding.as_of for finding in getattr(self, "findings", ()) if finding.as_of is not None]

    @property
    @in_json()
    def day_note(self) -> str:
        """What is to be said first of the day: a projection, or of which day the oldest text is; else empty."""
        on = getattr(self, "on", None)
        return "" if on is None else first_line(on, self.older_texts())

    @property
    @in_json()
    def stamp(self) -> Stamp:
        """Which law, facts and version answered."""
        return Stamp(law_hash(), self.registry.hash, __version__)


class StampedWithFigures(Stamped):
    """An answer that rests on figures too; its class has a hidden field or a property `registry`."""

    __slots__ = ()

    @property
    @in_json()
    def stamp(self) -> FiguresStamp:  # type: ignore[override]
        """Which law, facts, version and figures answered."""
        from mnna.series import figures_hash  # only answers with figures wait for them

        return FiguresStamp(law_hash(), self.registry.hash, __version__, figures_hash())
