"""The command `coverage`: what was read of each list and text, the day of the text, and until when it is trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from mnna.answers.inputs import day
from mnna.answers.stamped import Stamped
from mnna.engine.record import HIDDEN, described
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import Trust, lapsed, laws, readings

State = Literal["flat", "as of", "expired"]


class Covered(NamedTuple):
    """A list or a text of law: `state` is how an answer for the day may use it, `expires` null without end.

    `flat` is up to the day of the text, `as of` within its budget, `expired` past it: then the answer is unknown.
    """

    id: str
    kind: Literal["list", "text"]
    title: str
    what: str
    text_as_of: date
    read_on: date
    expires: date | None
    because: str
    state: State


@dataclass(frozen=True, slots=True, repr=False)
class CoverageAnswer(Stamped):
    """Every list and text, with the days of its reading."""

    on: date
    covered: tuple[Covered, ...] = field(metadata=described("The lists of statuses, then the texts of law."))
    registry: Registry = field(metadata=HIDDEN)

    def summary(self) -> str:
        """Return the day, and how many lists and texts have expired."""
        expired = sum(one.state == "expired" for one in self.covered)
        return f"{len(self.covered)} lists and texts on {self.on}, {expired} of them expired"


def coverage(on: date | str | None = None, facts: Path | None = None) -> CoverageAnswer:
    """Return what was read of each list and text, when, and its state on a day (default today).

    Raises `BadDate`, and `BadFacts` for a folder of the user's own facts that is invalid.
    """
    registry, when = load_registry(facts), day(on)
    lists = [
        _covered(kind.id, "list", kind.title, trust, when)
        for kind in registry.kinds.values()
        if (trust := registry.trust(kind.id)) is not None
    ]
    texts = [_covered(id_, "text", readings()[id_].what, readings()[id_], when) for id_ in laws()]
    return CoverageAnswer(when, (*lists, *texts), registry)


def _covered(id_: str, kind: Literal["list", "text"], title: str, trust: Trust, on: date) -> Covered:
    expires = None if trust.trusted_to == date.max else trust.trusted_to
    state: State = "expired" if lapsed(trust, on) else "flat" if on <= trust.text_as_of else "as of"
    return Covered(id_, kind, title, trust.what, trust.text_as_of, trust.read_on, expires, trust.because, state)
