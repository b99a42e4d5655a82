"""The days of the texts behind an answer: which it rests on, and which of them was read too long ago."""

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
    """The day of an older text as JSON says it since 0.1, beside `as_of`; None where no text is older."""
    return None if as_of is None else f"not verified since {spoken(as_of)}"


class Behind(QuickTuple):
    """What an answer rests on: the texts of its provision and figures, and the ids of the statuses that decided."""

    texts: list[Trust]
    statuses: set[str]

    def past_budget(self, on: date) -> Trust | None:
        """The text of law that may no longer be trusted for that day, if there is one."""
        for text in self.texts:
            if lapsed(text, on):
                return text
        return None

    def oldest(self, registry: Registry, country: str, on: date) -> date | None:
        """The day of the oldest text or list behind an answer for a later day; None where none is older.

        A list counts for nothing where it was a row that is the user's own or assumed.
        """
        lists = []
        ours = registry.only_ours and not registry.assumptions
        for status in self.statuses:
            span = None if ours else registry.deciding(country, status, on)
            if span is None or not (span.own or span.assumed):
                lists.append(registry.trust(status))
        return min(older([*self.texts, *lists], on), default=None)


def behind(provision: Provision | CaseProvision, traces: Iterable[Trace]) -> Behind:
    """What an answer under the provision rests on, by what was decided for it."""
    sources, statuses, left = {provision.source}, set(), list(traces)
    while left:
        part = left.pop()
        left += part.of
        if part.dated is not None:
            sources.add(part.dated.source)
        elif isinstance(part.node, Status) and part.value is not None:
            statuses.add(part.node.id)
    return Behind([text for source in sorted(sources) if (text := reading_of(source)) is not None], statuses)
