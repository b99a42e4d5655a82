"""Claim types about what the law gives or would give, decided by the law engine and our readings of the statutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name, named
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.engine.finding import Finding, find
from mnna.rules.nodes import Status
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.listing import CASE, is_bar, subject
from mnna.statutes.wording import worded

GivenArg = Annotated[str, arg.thing_of("gives")]
OpenedArg = Annotated[str, arg.thing_of("gives", "reaches")]
CoveredArg = Annotated[str, arg.thing_of("covers")]
PurposeArg = Annotated[str, arg.thing_of("pays for")]
ActArg = Annotated[str, arg.one_of("Arms Export Control Act", "Foreign Assistance Act", "title 10")]

_ACTS = {
    "Arms Export Control Act": tuple(f"22 USC {section}" for section in range(2751, 2800)),
    "Foreign Assistance Act": tuple(f"22 USC {section}" for section in range(2151, 2432)),
    "title 10": ("10 USC",),
}


def _lead(authority: str) -> str:
    """Return the subject of the authority, capitalized to start a sentence."""
    return capital(subject(authority))


def _listed(authorities: Iterable[str]) -> str:
    return "; ".join(map(subject, authorities))


def _opens(who: str, authorities: Iterable[str]) -> str:
    listed = _listed(authorities)
    return f"the status opens to {who}: {listed}." if listed else f"the status opens nothing to {who}."


def _pair(here: Here, status: str, authority: str, country: str) -> tuple[Finding, Finding]:
    """Return the findings on the authority without the status and with it, whether or not the country now holds it."""
    law = catalog.authority(authority)
    without, having = here.registry.without_and_with(country, status, here.on)
    return find(law, without, country, here.on), find(law, having, country, here.on)


def _unlocked(before: Finding, after: Finding) -> bool | None:
    """Return whether the status turns "no" into "yes"; None if unknown. "yes" before or "no" after gives False."""
    if before.verdict == "yes" or after.verdict == "no":
        return False
    return True if (before.verdict, after.verdict) == ("no", "yes") else None


@claim_type
def authority_on(
    here: Here, authority: arg.Authority, country: arg.Country, verdict: arg.Verdict = "yes", on: arg.Day | None = None
) -> Ruling:
    """The law answers the question of that authority with that verdict for the country on a day, by default the day it
    is judged as of."""
    found = find(catalog.authority(authority), here.registry, country, on or here.on)
    holds = None if found.verdict == "unknown" and verdict != "unknown" else found.verdict == verdict
    answer = None if found.verdict == "unknown" else _ANSWERS[is_bar(authority), found.verdict]
    because = f"{answer} {found.because.partition(' ')[2]}".rstrip() if answer else found.because
    return ruling(holds, because, found.citations)


_ANSWERS = {
    (False, "yes"): "The law's answer is yes.",
    (False, "no"): "The law's answer is no.",
    (True, "yes"): "The country is barred.",
    (True, "no"): "The country is not barred.",
}
"""The answer of the law in a sentence, by whether the question is of a bar, and by the verdict: “No.” is a riddle."""


@claim_type
def authority_already_available(here: Here, authority: arg.Authority, country: arg.Country) -> Ruling:
    """The country may have the authority as things are, without a new status."""
    told = authority_on(here, authority, country, "yes")
    if told.verdict != "right" or not (titles := _rests_on(here, authority, country)):
        return told
    reason = f" It is open because {name(country)} holds the status {titles}, and would not be without it."
    return replace(told, because=told.because + reason)


def _rests_on(here: Here, authority: str, country: str) -> str:
    """Return the titles of the held statuses that the country needs for the authority, joined by "and"; "" if none."""
    law = catalog.authority(authority)
    provision = law.at(here.on)
    asked = dict.fromkeys(n.id for n in (provision.rule.walk() if provision else ()) if isinstance(n, Status))
    held = [status for status in asked if here.registry.holds(country, status, here.on)]
    worlds = {status: here.registry.without_and_with(country, status, here.on)[0] for status in held}
    needed = [status for status, world in worlds.items() if find(law, world, country, here.on).verdict != "yes"]
    return " and ".join(f"“{here.registry.kind(status).title}”" for status in needed)


@claim_type
def authority_unlocked_by(here: Here, status: arg.Status, authority: arg.Authority, country: arg.Country) -> Ruling:
    """The status opens the authority to the country: the answer is no without the status and yes with it."""
    before, after = _pair(here, status, authority, country)
    held, title, steps, rests_on = _unlocked(before, after), here.registry.kind(status).title, "", after
    if held is None:
        needs = "; ".join(need.rstrip(".") for need in dict.fromkeys([*before.needs, *after.needs]))
        told = f"whether the status “{title}” opens it to {named(country)} is not known."
        turns = (needs or "facts not held here").rstrip(".")
        return ruling(None, f"{_lead(authority)}: {told} It turns on {turns}.", after.citations)
    if before.verdict == "yes":
        told, rests_on = f"yes already, without the status “{title}”, so the status does not open it.", before
    elif held:
        told = f"no without the status “{title}” and yes with it."
        steps = f" Still needed then: {'; '.join(after.steps)}." if after.steps else ""
    else:
        told = f"no without the status “{title}” and still no with it."
    lead = f"{_lead(authority)}: the answer for {named(country)} is {told}"
    return ruling(held, f"{lead} {_law(here, rests_on)}{steps}", rests_on.citations)


def _law(here: Here, found: Finding) -> str:
    """Return the provision's own sentence, not facts of the country, because the status is assumed here."""
    provision = catalog.authority(found.id).at(here.on)
    return worded(provision.says, here.on) if provision else found.because


@claim_type
def authority_never_from_status(
    here: Here, authority: arg.Authority, status: arg.Status, country: arg.Country, holds: arg.Truth = True
) -> Ruling:
    """The status does not change the answer on that authority for the country (or, with holds = false, does)."""
    before, after = _pair(here, status, authority, country)
    told = f"{_lead(authority)}: {before.verdict} without the status and {after.verdict} with it."
    same = before.verdict == after.verdict
    if not same and "unknown" in (before.verdict, after.verdict):
        return ruling(None, told, after.citations)
    return ruling(same == holds, f"{told} {_law(here, after)}", after.citations)


@claim_type
def status_opens(
    here: Here,
    status: arg.Status,
    country: arg.Country,
    thing: OpenedArg,
    at_least: arg.AtLeastOne = 1,
    holds: arg.Truth = True,
) -> Ruling:
    """The status opens to the country so many authorities (by default one) that give the thing, such as
    “equipment”, “money” or “civil trade” (or, with holds = false, does not)."""
    here.readings.known(thing, "gives", "reaches")
    direct = here.readings.find(status, "reaches", thing) or here.readings.find(status, "gives", thing)
    giving = here.readings.giving(thing)
    if direct is not None and not giving:
        told = direct.holds == "yes"
        reaches = "the status reaches it" if told else "the status opens none of it"
        return ruling(told == holds, f"{thing.capitalize()}: {reaches}. {direct.note}".strip(), [direct.citation])
    if not giving:
        return ruling(None, f"No reading of the law says what gives {thing}.")
    pairs = {one: _pair(here, status, one, country) for one in giving}
    opened = [one for one, (b, a) in pairs.items() if _unlocked(b, a)]
    open_ = [one for one, (b, a) in pairs.items() if _unlocked(b, a) is None]
    already = [one for one, (b, _) in pairs.items() if b.verdict == "yes"]
    cited = [pairs[one][1].citations[0] for one in opened or open_] + ([direct.citation] if direct else [])
    because = f"{thing.capitalize()}: {_opens(name(country), opened)}"
    because += f" Open already without it: {_listed(already)}." if already else ""
    because += f" Not known: {_listed(open_)}." if open_ else ""
    because += f" {direct.note}" if direct else ""
    enough = True if len(opened) >= at_least else None if len(opened) + len(open_) >= at_least else False
    return ruling(enough if enough is None else enough == holds, because, cited)


@claim_type
def opens_under(here: Here, status: arg.Status, country: arg.Country, act: ActArg) -> Ruling:
    """The status opens to the country at least one authority that stands in that Act."""
    provisions = ((one, catalog.authority(one).at(here.on)) for one in catalog.AUTHORITIES if not is_bar(one))
    asked = [one for one, provision in provisions if provision and provision.citation.startswith(_ACTS[act])]
    pairs = [_pair(here, status, one, country) for one in asked]
    opened = [after for before, after in pairs if _unlocked(before, after)]
    open_ = [after for before, after in pairs if _unlocked(before, after) is None]
    because = f"{act}: {_opens(name(country), (f.id for f in opened))}"
    because += f" Not known: {_listed(f.id for f in open_)}." if open_ else ""
    holds = True if opened else None if open_ else False
    return ruling(holds, because, [f.citations[0] for f in opened or open_])


@claim_type
def restrictions_lifted(here: Here, status: arg.Status, country: arg.Country, at_least: arg.AtLeastOne = 1) -> Ruling:
    """The status lifts so many restrictions on the country (by default one)."""
    pairs = [_pair(here, status, one, country) for one in catalog.AUTHORITIES if is_bar(one)]
    lifted = [after for before, after in pairs if before.verdict != after.verdict and after.verdict == "no"]
    of_case = [after.id for _, after in pairs if after.turns_on == CASE]
    same = [after for before, after in pairs if before.verdict == after.verdict and after.turns_on != CASE]
    biting, open_ = ([one.id for one in same if one.verdict == verdict] for verdict in ("yes", "unknown"))
    because = f"Of {len(pairs)} restrictions on assistance and arms encoded here, the status lifts "
    because += f"{_listed(one.id for one in lifted) or 'none'}."
    because += f" In force with it and without it: {_listed(biting)}." if biting else ""
    because += f" Not known, with it and without it: {_listed(open_)}." if open_ else ""
    because += f" Turning on facts of the case: {_listed(of_case)}." if of_case else ""
    cited = [after.citations[0] for _, after in pairs if after.verdict == "yes"]
    return ruling(len(lifted) >= at_least, because, cited)


@claim_type
def authority_gives(here: Here, authority: arg.Authority, thing: GivenArg) -> Ruling:
    """What the authority gives whoever has it is that thing, such as “purchase of the stocks” or “loan”."""
    return _read(here, authority, "gives", thing)


@claim_type
def authority_covers(here: Here, authority: arg.Authority, thing: CoveredArg) -> Ruling:
    """The authority covers that thing, such as “signals technology”."""
    return _read(here, authority, "covers", thing)


@claim_type
def money_may_pay(here: Here, authority: arg.Authority, purpose: PurposeArg) -> Ruling:
    """Money under that authority may pay for the purpose, such as “military salaries”."""
    return _read(here, authority, "pays for", purpose)


def _read(here: Here, authority: str, aspect: str, thing: str) -> Ruling:
    reading = here.readings.find(authority, aspect, here.readings.known(thing, aspect))
    if reading is None:
        return ruling(None, f"{_lead(authority)}: no reading of the law says whether it {aspect} {thing}.")
    no = {"gives": "does not give", "covers": "does not cover", "pays for": "does not pay for"}[aspect]
    verb = aspect if reading.holds == "yes" else no
    because = f"The law on {subject(authority)} {verb} “{thing}”. {reading.note}".strip()
    return ruling(reading.holds == "yes", because, [reading.citation])
