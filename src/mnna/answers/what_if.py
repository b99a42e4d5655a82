"""The command `what-if`: what designating a country, or ending a status, would change in law, and what it would not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, overload

from mnna.answers.authorities import authorities_after, authorities_in
from mnna.answers.inputs import day, foreign, names
from mnna.answers.partition import Change, Partition, changes, ids, partition
from mnna.answers.stamped import Stamped
from mnna.dates import spoken
from mnna.engine.finding import Finding
from mnna.engine.record import HIDDEN, described, passed_on
from mnna.errors import BadQuestion
from mnna.ids import StatusId
from mnna.quick import Path, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.consequences import Assumption
from mnna.registry.countries import the
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.registry.statuses import USUAL as USUAL
from mnna.sentences import capital

if TYPE_CHECKING:
    from mnna.answers.enact import EnactAnswer


@quick_dataclass(frozen=True, repr=False)
class WhatIfAnswer(Stamped):
    """What an assumption changes on a day.

    `partition` splits all questions by what the assumption does to them; every count that is shown comes from it.
    """

    country: Country
    on: date
    changed: tuple[Change, ...] = field(metadata=described("What differs: verdict, terms, steps or routes."))
    unchanged: tuple[Finding, ...] = field(metadata=described("The ids of the questions whose answers stay.", of=ids))
    registry: Registry = field(metadata=HIDDEN)
    partition: Partition = field(metadata=described("The ids of all questions, split by what the change does to them."))
    note: str = field(
        default="",
        metadata=described("Says where an act would change nothing: the status is held, or not held, already."),
    )

    assume: ClassVar[tuple[Assumption, ...]] = passed_on(
        "registry.assumptions", "The statuses assumed to begin or to end.", after="on"
    )

    def older_texts(self) -> list[date]:
        """Return the days of the texts behind the answers after the assumption."""
        found = [*(change.after for change in self.changed), *self.unchanged]
        return [one.as_of for one in found if one.as_of is not None]

    def summary(self) -> str:
        """Return the country, the assumption, and how many answers change."""
        acts = ", ".join(f"{one.act} {one.status}" for one in self.assume)
        one = len(self.changed) == 1
        counts = f"{len(self.changed)} {'answer changes' if one else 'answers change'}, {len(self.unchanged)} do not"
        return f"{self.country.name} ({self.country.iso3}) on {self.on}, {acts}: {counts}"


@overload
def what_if(
    country: str,
    *,
    designate: StatusId | Sequence[StatusId] = (),
    terminate: StatusId | Sequence[StatusId] = (),
    enact: None = None,
    on: date | str | None = None,
    facts: Path | None = None,
) -> WhatIfAnswer: ...


@overload
def what_if(
    country: str | None = None,
    *,
    enact: str | Path,
    on: date | str | None = None,
    facts: Path | None = None,
) -> EnactAnswer: ...


def what_if(
    country: str | None = None,
    *,
    designate: StatusId | Sequence[StatusId] = (),
    terminate: StatusId | Sequence[StatusId] = (),
    enact: str | Path | None = None,
    on: date | str | None = None,
    facts: Path | None = None,
) -> WhatIfAnswer | EnactAnswer:
    """Return what would change for a country if a status began or ended, or a bill were law, on a day (default today).

    `designate` and `terminate` are one status id or several; where neither is given, the country is designated a major
    non-NATO ally. `enact` is the number of a bill or a TOML file; without a country the answer is for all. Raises
    `BadQuestion` where one status would both begin and end, or where both a status and a bill are given,
    `UnknownCountry`, `UnknownWord`, `BadDate` or `BadFacts`.
    """
    if enact is not None:
        if designate or terminate:
            asked = f"a what-if of the bill {str(enact)!r} and of a status"
            raise BadQuestion(asked, "it asks for two changes at once", (), "Ask for one.")
        from mnna.answers.enact import enact as enact_bill  # imported only where a bill is given

        return enact_bill(enact, country, on, facts)
    if country is None:
        raise BadQuestion("a what-if", "it names no country", (), "Name one, or a bill with --enact.")
    registry, actor, when = load_registry(facts), foreign(country), day(on)
    begin, end = (dict.fromkeys(registry.asked(one).id for one in names(given)) for given in (designate, terminate))
    acts = [*(("designate", status) for status in begin), *(("terminate", status) for status in end)]
    acts = acts or [("designate", USUAL)]
    if both := sorted(begin.keys() & end.keys()):
        raise BadQuestion(
            f"a what-if in which {both[0]} both begins and ends on {spoken(when)}",
            "it cannot do both on one day",
            (),
            "Ask for one, or for two days in turn.",
        )
    return what_if_in(registry, actor, when, [Assumption(actor.iso3, status, when, act) for act, status in acts])


def what_if_in(registry: Registry, country: Country, on: date, assumptions: Sequence[Assumption]) -> WhatIfAnswer:
    """Return the answer of `what_if` for a registry and assumptions that are already loaded."""
    after_registry = registry.assume(*assumptions)
    now = authorities_in(registry, country, on)
    before, after = now.findings, authorities_after(now, after_registry).findings
    changed, unchanged = changes(before, after)
    note = " ".join(filter(None, (_note(registry, country, act) for act in assumptions)))
    return WhatIfAnswer(country, on, changed, unchanged, after_registry, partition(before, after), note)


def _note(registry: Registry, country: Country, act: Assumption) -> str:
    """Return a note on an act that would change nothing on its day, or that nobody can do, and what may be meant."""
    held, title = registry.holds(country.iso3, act.status, act.on), registry.kind(act.status).title
    name = capital(the(country.name))
    if act.act == "designate" and not held and registry.kind(act.status).grantable == "no":
        return f"No act gives a country the status “{title}” by itself: this only tells what the rules would say."
    if act.act == "designate" and not held and act.status == USUAL and (why := registry.undesignable(country)):
        return f"{name} {why}: this only tells what the rules would say."
    if act.act == "designate" and held:
        span = registry.deciding(country.iso3, act.status, act.on)
        since = f", since {span.start}" if span else ""
        return (
            f"{name} holds the status “{title}” already{since}, so designation would change nothing. To see "
            f"what ending it would change, ask `--terminate {act.status}`."
        )
    if act.act == "terminate" and held is False:
        return (
            f"{name} does not hold the status “{title}” on that day, so ending it would change nothing. To see "
            f"what designation would change, ask `--designate {act.status}`."
        )
    return ""
