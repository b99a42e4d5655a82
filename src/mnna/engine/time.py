"""The days of the texts behind an answer: which texts it rests on, and which were read too long ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mnna.dates import spoken
from mnna.quick import QuickTuple
from mnna.registry.load import Registry
from mnna.registry.readings import Trust, lapsed, older, reading_of
from mnna.rules.evaluate import Trace
from mnna.rules.nodes import Status
from mnna.statutes.provision import CaseProvision, Provision


def not_verified(as_of: date | None) -> str | None:
    """Return the words of the JSON key `stale` for the day of an older text; None without one."""
    return None if as_of is None else f"not verified since {spoken(as_of)}"


class Behind(QuickTuple):
    """What an answer rests on: the texts of its provision and figures, and the ids of the statuses that decided."""

    texts: list[Trust]
    statuses: set[str]

    def past_budget(self, on: date) -> Trust | None:
        """Return the first text of law that may no longer be trusted for that day, or None."""
        for text in self.texts:
            if lapsed(text, on):
                return text
        return None

    def oldest(self, registry: Registry, country: str, on: date) -> date | None:
        """Return the day of the oldest text or list behind an answer for a later day; None if none is older.

        The list of a status is ignored if the deciding row is the user's own or assumed.
        """
        lists = []
        ours = registry.only_ours and not registry.assumptions
        for status in self.statuses:
            span = None if ours else registry.deciding(country, status, on)
            if span is None or not (span.own or span.assumed):
                lists.append(registry.trust(status))
        return min(older([*self.texts, *lists], on), default=None)


def behind(provision: Provision | CaseProvision, traces: Iterable[Trace]) -> Behind:
    """Return what an answer under the provision rests on, from the traces of its decisions.

    A figure of a bill that is assumed to be law is part of the question, so its text is not among them.
    """
    sources, statuses, left = {provision.source}, set(), list(traces)
    while left:
        part = left.pop()
        left += part.of
        if part.dated is not None:
            if not part.dated.assumed:
                sources.add(part.dated.source)
        elif isinstance(part.node, Status) and part.value is not None:
            statuses.add(part.node.id)
    return Behind([text for source in sorted(sources) if (text := reading_of(source)) is not None], statuses)
