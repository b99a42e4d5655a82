"""The stamp of an answer: the content hashes of law and facts, and the version."""

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
    """The content hashes of the law and facts that answered, and the version."""

    law: str
    facts: str
    version: str


class FiguresStamp(QuickTuple):
    """The content hashes of the law, facts and figures that answered, and the version."""

    law: str
    facts: str
    version: str
    figures: str


class Stamped(Answer):
    """An answer from a registry; its class has a hidden field `registry`."""

    __slots__ = ()
    registry: Registry

    def older_texts(self) -> list[date]:
        """Return the days of the texts behind the findings that are older than the day asked about."""
        return [finding.as_of for finding in getattr(self, "findings", ()) if finding.as_of is not None]

    @property
    @in_json()
    def day_note(self) -> str:
        """A note on the day: that it is a projection, or the day of the oldest text; else empty."""
        on = getattr(self, "on", None)
        return "" if on is None else first_line(on, self.older_texts())

    @property
    @in_json()
    def stamp(self) -> Stamp:
        """Which law, facts and version answered."""
        return Stamp(law_hash(), self.registry.hash, __version__)


class StampedWithFigures(Stamped):
    """An answer that also rests on figures; its class has a hidden field or a property `registry`."""

    __slots__ = ()

    @property
    @in_json()
    def stamp(self) -> FiguresStamp:  # type: ignore[override]
        """Which law, facts, version and figures answered."""
        from mnna.series import figures_hash  # imported only for answers with figures

        return FiguresStamp(law_hash(), self.registry.hash, __version__, figures_hash())
