"""Claim types about order and number of the holders of a status: third, latest, only one, count in a region.

A claim about a region names one of `regions`. If counting a disputed member of the region would change the answer, the
claim is not verifiable.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, NamedTuple

from mnna.article_claims import arguments as arg
from mnna.article_claims.regions import regions
from mnna.article_claims.status_claims import counted, name, named
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.registry.days import a_day, window
from mnna.registry.statuses import treated_as

RegionArg = Annotated[str, arg.one_of(*regions())]


class Start(NamedTuple):
    """When a country first began to hold a status: the first and the last possible day, and the day in words."""

    country: str
    first: date
    last: date
    said: str


def _starts(here: Here, status: str) -> tuple[Start, ...]:
    """Return the first start of the status for each country, up to `here.on`, oldest first."""
    found: dict[str, Start] = {}
    for span in here.registry.spans:
        if span.status == status and span.holds == "yes" and span.since <= here.on:
            first, last = window(span.since, span.since_by)
            start = Start(span.country, first, last, a_day(span.since, span.since_by))
            found[span.country] = min(start, found.get(span.country, start), key=lambda one: one.first)
    return tuple(sorted(found.values(), key=lambda one: (one.first, one.country)))


def _kind(here: Here, status: str) -> tuple[str, str]:
    return here.registry.kind(status).title, here.registry.kind(status).citation


def _within(region: str | None, code: str) -> bool | None:
    """Return whether a country is in the region (True for no region); None if its membership is disputed."""
    if region is None or code in regions()[region].members:
        return True
    return None if code in regions()[region].disputed else False


def _where(region: str | None) -> str:
    the = "the " if region and region.startswith(("Gulf", "Middle", "Arab", "Western", "Asia-")) else ""
    return f" in {the}{region}" if region else ""


def _of_region(region: str | None, codes: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the countries certainly in the region, and those whose membership is disputed."""
    inside = [(code, _within(region, code)) for code in codes]
    return [code for code, sure in inside if sure], [code for code, sure in inside if sure is None]


@claim_type
def nth_to_hold(
    here: Here,
    country: arg.Country,
    status: arg.Status,
    n: arg.AtLeastOne,
    region: RegionArg | None = None,
    will: arg.Truth = False,
) -> Ruling:
    """The country is the n-th to hold the status, of all or in a region: counted among those that ever held it, or
    among those that held it when it began. With will = true it is said of a status that has yet to begin."""
    title, cited = _kind(here, status)
    starts = {one.country: one for one in _starts(here, status)}
    if _within(region, country) is False:
        return ruling(False, f"{name(country)} does not lie{_where(region)}.")
    own = starts.get(country)
    if own is None and not will:
        return ruling(False, f"By {spoken(here.on)} {name(country)} had never held “{title}”.", [cited])
    ever, then = _places(here, status, region, own, country)
    certain = {places[0] for places in (ever, then) if len(places) == 1}
    holds = True if n in certain else None if n in ever or n in then else False
    holds = None if holds and _within(region, country) is None else holds
    told = f"{name(country)} {'came' if own else 'would come'} as number {_numbers(ever)}{_where(region)} of all that "
    told += f"ever held “{title}”, and as number {_numbers(then)} of those that held it at the time; {n} claimed."
    told += _before(starts.values(), own, region, country) + _treated_as_note(here, status)
    return ruling(holds, told, [cited])


def _places(here: Here, status: str, region: str | None, own: Start | None, country: str) -> tuple[range, range]:
    """Return the possible ranks of a country by start: among all that ever held the status, and among holders then."""
    begun = own.first if own else here.on
    earlier = [one for one in _starts(here, status) if one.country != country]
    sure = [one.country for one in earlier if own is None or one.last < own.first]
    open_ = [one.country for one in earlier if one.country not in sure and (own is None or one.first <= own.last)]
    ever = _range(region, sure, open_)
    held = [code for code in sure if here.registry.holds(code, status, begun) is not False]
    return ever, _range(region, held, open_)


def _range(region: str | None, sure: list[str], open_: list[str]) -> range:
    inside, either = _of_region(region, sure)
    ties, more = _of_region(region, open_)
    return range(1 + len(inside), 2 + len(inside) + len(either) + len(ties) + len(more))


def _numbers(places: range) -> str:
    return str(places[0]) if len(places) == 1 else f"{places[0]} to {places[-1]}"


def _before(starts: Iterable[Start], own: Start | None, region: str | None, country: str) -> str:
    before = [one for one in starts if one.country != country and (own is None or one.first <= own.first)]
    inside = [one for one in before if _within(region, one.country) is not False]
    return f" Before it: {_dated(inside)}." if 0 < len(inside) <= 8 else ""


def _dated(starts: Iterable[Start]) -> str:
    return ", ".join(f"{name(one.country)} ({one.said})" for one in starts)


def _treated_as_note(here: Here, status: str) -> str:
    """Return a sentence on the countries that the law only treats as holders, which many lists count; "" if none."""
    kinds = treated_as(here.registry.kinds, status)
    likes = [code for kind in kinds for code in _holding(here, kind.id)[0]]
    return f" {' and '.join(map(name, likes))}, which is treated as one, is not counted." if likes else ""


@claim_type
def latest_to_hold(here: Here, country: arg.Country, status: arg.Status, region: RegionArg | None = None) -> Ruling:
    """The country is the one whose status began last, of all or in a region."""
    title, cited = _kind(here, status)
    starts = [one for one in _starts(here, status) if _within(region, one.country) is not False]
    own = next((one for one in starts if one.country == country), None)
    if own is None:
        return ruling(False, f"By {spoken(here.on)} {name(country)} had never held “{title}”{_where(region)}.", [cited])
    later = [one for one in starts if one.first > own.last]
    tied = [one for one in starts if one != own and one.first <= own.last and one.last >= own.first]
    sure = [one for one in later if _within(region, one.country)]
    told = f"“{title}” began for {named(country)} on {own.said}."
    told += f" After it: {_dated(later)}." if later else ""
    told += f" At the same time: {_dated(tied)}." if tied else ""
    return ruling(False if sure else None if later or tied else True, told, [cited])


@claim_type
def latest_are(here: Here, status: arg.Status, countries: arg.Countries) -> Ruling:
    """Those countries are the ones whose status began last: no other began after any of them."""
    title, cited = here.registry.kind(status).title, here.registry.kind(status).citation
    starts = {one.country: one for one in _starts(here, status)}
    never = [code for code in countries if code not in starts]
    if never:
        told = f"By {spoken(here.on)} “{title}” had never been held by {', '.join(map(named, never))}."
        return ruling(False, told, [cited])
    own, others = [starts[code] for code in countries], [one for one in starts.values() if one.country not in countries]
    later = [one for one in others if any(one.first > mine.last for mine in own)]
    tied = [one for one in others if one not in later and any(one.last >= mine.first for mine in own)]
    told = f"“{title}” began for {', '.join(f'{named(one.country)} on {one.said}' for one in own)}."
    told += f" Later or then too: {', '.join(f'{named(one.country)} ({one.said})' for one in [*later, *tied])}." * bool(
        later or tied
    )
    return ruling(False if later else None if tied else True, told, [cited])


@claim_type
def lost_by(here: Here, status: arg.Status, countries: arg.Countries | None = None) -> Ruling:
    """Those countries, and no others, held the status once and no longer do (without countries: there is none)."""
    kind = here.registry.kind(status)
    starts = [one.country for one in _starts(here, status)]
    gone = [code for code in starts if here.registry.holds(code, status, here.on) is False]
    open_ = [code for code in starts if here.registry.holds(code, status, here.on) is None]
    claimed = set(countries or ())
    told = f"By {spoken(here.on)} “{kind.title}” had ended for {', '.join(map(named, gone)) or 'no country'}"
    told += f"; {', '.join(map(named, sorted(claimed))) or 'none'} claimed."
    holds = set(gone) == claimed
    return ruling(None if open_ and set(gone) <= claimed else holds, told, [kind.citation])


@claim_type
def only_holder(here: Here, country: arg.Country, status: arg.Status, region: RegionArg | None = None) -> Ruling:
    """The country holds the status on the day and no other does, of all or in a region."""
    title, cited = _kind(here, status)
    if _within(region, country) is False:
        return ruling(False, f"{name(country)} does not lie{_where(region)}.")
    held, open_ = _holding(here, status)
    inside, either = _of_region(region, (code for code in held if code != country))
    doubtful = [code for code in open_ if code != country and _within(region, code) is not False]
    own = here.registry.holds(country, status, here.on)
    told = f"On {spoken(here.on)} “{title}” was {'' if own else 'not '}held by {named(country)}"
    told += f", and{_where(region)} by {', '.join(map(name, [*inside, *either]))} too." if inside or either else "."
    if own is False or inside:
        return ruling(False, told, [cited])
    return ruling(None if either or doubtful or own is None else True, told, [cited])


def _holding(here: Here, status: str) -> tuple[list[str], list[str]]:
    """Return the countries that hold the status on the day, and those for which this is not known."""
    answers = {code: here.registry.holds(code, status, here.on) for code in here.registry.named.get(status, ())}
    return [c for c, held in answers.items() if held], [c for c, held in answers.items() if held is None]


@claim_type
def count_in_region(here: Here, status: arg.Status, region: RegionArg, count: arg.Count) -> Ruling:
    """Exactly so many countries in the region hold the status on the day."""
    held, open_ = _holding(here, status)
    inside, either = _of_region(region, held)
    more = [code for code in open_ if _within(region, code) is not False]
    places = range(len(inside), 1 + len(inside) + len(either) + len(more))
    title, cited = _kind(here, status)
    told = f"On {spoken(here.on)} {_numbers(places)} countries{_where(region)} held “{title}”"
    told += f": {', '.join(map(name, [*inside, *either]))}; {count} claimed." if held else f"; {count} claimed."
    told += f" {regions()[region].note}" if either else ""
    return ruling(count == places[0] if len(places) == 1 else None if count in places else False, told, [cited])


@claim_type
def count_of_status_at_least(here: Here, status: arg.Status, count: arg.Count) -> Ruling:
    """At least so many countries hold the status on the day: how “over 15” can be checked, with 16."""
    least, most, told, cited = counted(here, status, count)
    holds = True if least >= count else False if most < count else None
    return ruling(holds, f"{told}; at least {count} claimed.", [cited])


@claim_type
def count_ever(here: Here, status: arg.Status, count: arg.Count) -> Ruling:
    """Exactly so many countries have ever held the status, those that lost it counted."""
    starts = _starts(here, status)
    title, cited = _kind(here, status)
    sure = [one for one in starts if one.last <= here.on]
    ended = [one for one in starts if here.registry.holds(one.country, status, here.on) is False]
    told = f"By {spoken(here.on)} {_numbers(range(len(sure), len(starts) + 1))} countries had ever held “{title}”"
    told += f", {', '.join(name(one.country) for one in ended)} no longer" if ended else ""
    holds = None if len(sure) <= count <= len(starts) and len(sure) < len(starts) else count == len(starts)
    return ruling(holds, f"{told}; {count} claimed.{_treated_as_note(here, status)}", [cited])
