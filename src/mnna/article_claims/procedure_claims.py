"""Claim types about how a status begins and ends: intentions, notices, days between steps, and bills."""

from __future__ import annotations

from typing import Annotated

from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name, named, sources_of, steps_of
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.registry.days import a_day, window
from mnna.registry.records import Proposal
from mnna.registry.statuses import USUAL
from mnna.statutes.faa.s517_designation import NOTICE_DAYS

BillArg = Annotated[str, arg.Kind("the number or the name of a bill, like “H.R. 3613”", arg.text_of)]
StepArg = Annotated[str, arg.one_of("announced", "notified", "designated", "published", "terminated")]
EndingArg = Annotated[str, arg.thing_of("ending takes")]
PlanArg = Annotated[str, arg.one_of("designate", "revoke")]
UnitArg = Annotated[str, arg.one_of("days", "months", "years")]
DAYS = {"days": 1.0, "months": 30.44, "years": 365.25}
_PRESIDENTS_NOTICE = "presidential notice"
_BILLS = ("bill", "amendment", "amendments", "resolution")


@claim_type
def intention_announced(here: Here, country: arg.Country, status: arg.Status) -> Ruling:
    """The intention to give the country the status had been announced or notified to Congress by the day, and the
    status had not begun."""
    title = here.registry.kind(status).title
    steps = [s for s in steps_of(here, country, status) if s.step in ("announced", "notified") and s.on <= here.on]
    told = " ".join(f"{s.step.capitalize()} on {a_day(s.on, s.on_by)}." for s in steps)
    cited = sources_of(here, steps)
    held = here.registry.holds(country, status, here.on)
    if held:
        return ruling(False, f"On {spoken(here.on)} {name(country)} held “{title}” already. {told}".strip(), cited)
    if not steps:
        return ruling(False, f"No announcement or notice of “{title}” for {named(country)} is recorded by then.")
    return ruling(None if held is None else True, f"{told} It had not begun by {spoken(here.on)}.", cited)


@claim_type
def notified_end_on(here: Here, country: arg.Country, status: arg.Status, day: arg.Day | None = None) -> Ruling:
    """Congress was notified on that day, if the claim gives one, that the country would lose the status."""
    title = here.registry.kind(status).title
    made = _proposals(here, country, status)
    found = [p for p in made if p.direction.startswith("revoke") and p.kind == _PRESIDENTS_NOTICE]
    if not found:
        return ruling(False, f"No notice to Congress that “{title}” would end for {named(country)} is recorded.")
    told = " ".join(f"Notified on {p.on}: {p.instrument}. Outcome: {p.outcome.rstrip('.')}." for p in found)
    exact = day is None or any(p.on == day.isoformat() for p in found)
    open_ = [p for p in found if day and p.precision != "day" and day.isoformat().startswith(p.on)]
    return ruling(True if exact else None if open_ else False, told, sources_of(here, found))


def _proposals(here: Here, country: str, status: str) -> list[Proposal]:
    """Return the proposals about a country made by the day; empty except for `USUAL`, the only status in the table."""
    if status != USUAL:
        return []
    return [p for p in here.registry.proposals if p.country == country and p.on <= here.on.isoformat()]


@claim_type
def bill_would(
    here: Here, country: arg.Country, status: arg.Status, does: PlanArg, bill: BillArg | None = None
) -> Ruling:
    """A bill (that one, or any) introduced by the day would give the country the status, or end it. It says nothing of
    what became of the bill."""
    title, verb = here.registry.kind(status).title, "give" if does == "designate" else "end"
    made = [p for p in _proposals(here, country, status) if p.kind.casefold().endswith(_BILLS)]
    meant = [p for p in made if bill is None or (_bare(bill) in _bare(p.instrument))]
    fitting = [p for p in meant if p.direction.startswith(does)]
    of = ((p, f"{p.instrument} ({p.proposer}, {p.on}), to {p.direction}") for p in fitting or meant)
    told = " ".join(dict.fromkeys(f"{said}. Outcome: {p.outcome.rstrip('.')}." for p, said in of))
    if not meant or (bill is None and not fitting):
        which = f"The bill {bill!r}" if bill else "A bill"
        return ruling(None, f"{which} that would {verb} “{title}” for {named(country)} is not recorded here.")
    return ruling(bool(fitting), told, sources_of(here, fitting or meant))


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@claim_type
def interval_is(
    here: Here,
    country: arg.Country,
    status: arg.Status,
    first: StepArg,
    second: StepArg,
    length: arg.AtLeastOne,
    unit: UnitArg = "days",
) -> Ruling:
    """So many days, months or years lie between two steps for the country, rounded to whole ones."""
    found = {step: [s for s in steps_of(here, country, status) if s.step == step] for step in (first, second)}
    lacking = [step for step, rows in found.items() if not any(s.on <= here.on for s in rows)]
    if lacking:
        return ruling(None, f"No day on which it was {' or '.join(lacking)} for {named(country)} is recorded by then.")
    start, end = (rows[-1] for rows in found.values())
    (first_day, last_day), (early, late) = window(start.on, start.on_by), window(end.on, end.on_by)
    least, most = (early - last_day).days, (late - first_day).days
    told = f"{start.step.capitalize()} on {a_day(start.on, start.on_by)}, {end.step} on {a_day(end.on, end.on_by)}: "
    told += f"{least if least == most else f'{least} to {most}'} days; {length} {unit} claimed."
    near = [round(days / DAYS[unit]) == length for days in (least, most)]
    holds = True if all(near) else None if any(near) else False
    return ruling(holds, told, sources_of(here, (start, end)))


@claim_type
def status_began_between(here: Here, country: arg.Country, status: arg.Status, first: arg.Day, last: arg.Day) -> Ruling:
    """The country's status began on one of the days from the first to the last."""
    kind = here.registry.kind(status)
    spans = [s for s in here.registry.spans_of(country, status) if s.holds == "yes" and s.since <= here.on]
    if not spans:
        open_ = here.registry.holds(country, status, here.on) is None
        told = f"By {spoken(here.on)} “{kind.title}” had not begun for {named(country)}."
        return ruling(None if open_ else False, told, [kind.citation])
    days = [window(s.since, s.since_by) for s in spans]
    sure = any(first <= start and end <= last for start, end in days)
    may = any(start <= last and end >= first for start, end in days)
    told = ", ".join(a_day(s.since, s.since_by) for s in spans)
    told = f"“{kind.title}” began for {named(country)} on {told}; {spoken(first)} to {spoken(last)} claimed."
    return ruling(True if sure else None if may else False, told, [kind.citation, *sources_of(here, spans)])


@claim_type
def ending_takes(here: Here, status: arg.Status, act: EndingArg, holds: arg.Truth = True) -> Ruling:
    """To end the status takes that act (or, with holds = false, does not), such as “act of Congress”."""
    kind = here.registry.kind(status)
    reading = here.readings.find(status, "ending takes", here.readings.known(act, "ending takes"))
    if reading is None:
        return ruling(None, f"No reading of the law says whether to end “{kind.title}” takes {act}.")
    takes = reading.holds == "yes"
    because = f"To end the status {'takes' if takes else 'does not take'} “{act}”. {reading.note}"
    return ruling(takes == holds, because, [reading.citation])


@claim_type
def notice_days_are(here: Here, status: arg.Status, days: arg.AtLeastOne) -> Ruling:
    """Congress must be notified at least so many days before a country is designated for the status."""
    reading, found = here.readings.find(status, "requires", "notice to Congress"), NOTICE_DAYS.at(here.on)
    if reading is None or status != USUAL:
        return ruling(None, f"No reading of the law says how long before {status} Congress must be told.")
    if found is None:
        return ruling(None, f"No number of days is held for {spoken(here.on)}.")
    told = f"{reading.note} The law sets {found.value} days; {days} claimed."
    return ruling(found.value == days, told, [found.citation])
