"""Claim types about leaders: changes of leader, and the President in office when a status began."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name, named, sources_of
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.registry.days import a_day, window
from mnna.registry.records import Leader, Span

PersonArg = Annotated[str, arg.Kind("the name of a President, like “Joe Biden”", arg.text_of)]
StateArg = Annotated[str, arg.Kind("the name of a State, like “Utah”", arg.text_of)]
UNITED_STATES = "USA"


@claim_type
def leader_changes_in(here: Here, countries: arg.Countries, year: arg.Year) -> Ruling:
    """Each of the countries gets a new leader in that year; not verifiable before the year is over.

    Leaders are recorded for the United States and for the countries that the registry was read for in depth."""
    if here.on.year <= year:
        return ruling(None, f"A forecast on {spoken(here.on)}: {year} was not over.")
    rulings = {code: _change(here, code, year) for code in countries}
    because = " ".join(told for _, told in rulings.values())
    changed = [held for held, _ in rulings.values()]
    near = (str(year), str(year + 1))
    rows = [r for r in here.registry.leaders if r.country in countries and r.since.startswith(near)]
    cited = tuple(sources_of(here, rows))
    if True in changed and False in changed:
        return Ruling("partly", because, cited)
    return ruling(False if False in changed else None if None in changed else True, because, cited)


def _change(here: Here, code: str, year: int) -> tuple[bool | None, str]:
    led = [row for row in here.registry.leaders if row.country == code]
    if not led:
        return None, f"No leaders of {named(code)} are recorded."
    if new := next((row for row in led if row.since.startswith(str(year))), None):
        old = {row.until: row for row in led}.get(new.since)
        party = f" (same party, {old.party})" if old and old.party and old.party == new.party else ""
        return True, f"{name(code)}: {new.leader} took office on {spoken(new.since)}{party}."
    later = [row for row in led if row.since[:4] == str(year + 1)][:1]
    after = "".join(f"; {r.leader} did on {spoken(r.since)}" for r in later if r.since <= here.on.isoformat())
    return False, f"{name(code)}: nobody new took office in {year}{after}."


@claim_type
def designated_by(here: Here, country: arg.Country, status: arg.Status, president: PersonArg) -> Ruling:
    """The country's status began while that President was in office, also where Congress or a Secretary gave it."""
    kind = here.registry.kind(status)
    spans = [s for s in here.registry.spans_of(country, status) if s.holds == "yes" and s.since <= here.on]
    if not spans:
        return ruling(False, f"By {spoken(here.on)} {name(country)} had never held “{kind.title}”.", [kind.citation])
    if not _presidents(here, president):
        return ruling(None, f"No President named {president!r} is recorded here.")
    rulings = [_in_office(here, span, president) for span in spans]
    holds = True if True in rulings else None if None in rulings else False
    told = " ".join(_began_under(here, span) for span in spans)
    return ruling(holds, told, [*(span.citation for span in spans), *sources_of(here, spans)])


@claim_type
def count_under(here: Here, status: arg.Status, president: PersonArg, count: arg.Count) -> Ruling:
    """So many countries began to hold the status while that President was in office: all of them, or those that a
    determination of the President designated."""
    kind = here.registry.kind(status)
    spans = [s for s in here.registry.spans if s.status == status and s.holds == "yes" and s.since <= here.on]
    if not _presidents(here, president):
        return ruling(None, f"No President named {president!r} is recorded here.")
    held = {span: _in_office(here, span, president) for span in spans}
    under = [span for span, value in held.items() if value]
    own = [span for span in under if span.instrument.startswith("Presidential")]
    told = f"“{kind.title}” began under {president} for {', '.join(named(s.country) for s in under) or 'no country'}"
    told += f" ({len(own)} by a determination)" if len(own) < len(under) else ""
    holds = None if None in held.values() else count in (len(under), len(own))
    return ruling(holds, f"{told}; {count} claimed.", [kind.citation])


@claim_type
def ended_under(
    here: Here,
    status: arg.Status,
    president: PersonArg,
    country: arg.Country | None = None,
    holds: arg.Truth = True,
) -> Ruling:
    """The status of the country (without one: of any) ended while that President was in office (or, with holds =
    false, did not)."""
    kind = here.registry.kind(status)
    if not _presidents(here, president):
        return ruling(None, f"No President named {president!r} is recorded here.")
    spans = [s for s in here.registry.spans if s.status == status and s.until and s.until <= here.on]
    spans = [s for s in spans if country in (None, s.country)]
    ends = [(s, _in_office(here, s, president, ended=True)) for s in spans]
    told = " ".join(
        f"“{kind.title}” ended for {named(s.country)} on {a_day(s.until, s.until_by)}." for s in spans if s.until
    )
    told = (
        told or f"By {spoken(here.on)} “{kind.title}” had not ended for {named(country) if country else 'any country'}."
    )
    values = [value for _, value in ends]
    found = True if True in values else None if None in values else False
    cited = [kind.citation, *sources_of(here, spans)]
    return ruling(found if found is None else found == holds, told, cited)


@claim_type
def guard_partner(here: Here, country: arg.Country, state: StateArg, since: arg.Year | None = None) -> Ruling:
    """The National Guard of that State is the country's partner in the State Partnership Program, since that year if
    the claim gives one."""
    kind = here.registry.kind("state-partnership")
    spans = [s for s in here.registry.spans_of(country, kind.id) if s.holds == "yes" and s.since <= here.on]
    if not spans:
        return ruling(None, f"No partner of {named(country)} in the {kind.title} is held here.")
    told = "; ".join(f"{s.instrument}, since {a_day(s.since, s.since_by)}" for s in spans)
    own = [s for s in spans if state.casefold() in re.split(r",? and |, ", s.instrument.casefold())]
    years = {day.year for s in own for day in window(s.since, s.since_by)}
    in_time = since is None or years == {since} or (None if since in years else False)
    holds = bool(own) and in_time
    return ruling(holds, f"The partner of {named(country)}: {told}.", sources_of(here, spans))


def _led(here: Here) -> list[Leader]:
    return [row for row in here.registry.leaders if row.country == UNITED_STATES]


def _presidents(here: Here, asked: str) -> list[Leader]:
    """Return the terms of the Presidents whose name contains every word of `asked`, ignoring case and periods."""
    words = {word.strip(".").casefold() for word in asked.split()}
    return [row for row in _led(here) if words <= {word.strip(".").casefold() for word in row.leader.split()}]


def _in_office(here: Here, span: Span, asked: str, ended: bool = False) -> bool | None:
    first, last = window(span.until, span.until_by) if ended and span.until else window(span.since, span.since_by)
    terms = [(date.fromisoformat(row.since), row.until) for row in _presidents(here, asked)]
    days = [since <= day and (not until or day.isoformat() < until) for since, until in terms for day in (first, last)]
    return True if any(days[at] and days[at + 1] for at in range(0, len(days), 2)) else None if any(days) else False


def _began_under(here: Here, span: Span) -> str:
    first, last = window(span.since, span.since_by)
    names = [row.leader for row in _led(here)
             if row.since <= last.isoformat() and (not row.until or first.isoformat() < row.until)]  # fmt: skip
    act = f", by {span.instrument}" if span.instrument else ""
    began = f"It began for {named(span.country)} on {a_day(span.since, span.since_by)}{act}"
    return f"{began}. The President then was {' or '.join(names) or 'not recorded here'}."
