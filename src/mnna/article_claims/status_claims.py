"""Claim types about which country holds which status, since when, and by which steps, decided by the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated

from mnna.answers.compare.groups import outside_nato
from mnna.article_claims.types import (
    CountArg,
    CountriesArg,
    CountryArg,
    DayArg,
    MonthArg,
    NumberArg,
    StatusArg,
    TruthArg,
    YearArg,
    claim_type,
    thing_of,
)
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day, window
from mnna.registry.records import Leader, Proposal, Span, StatusKind, Step
from mnna.registry.statuses import treated_as

TREATIES = ("mutual-defense-treaty", "rio-treaty")
ActArg = Annotated[str, thing_of("requires")]
LIKENED = {"mnna": ("treated-as-mnna", "mnna-title10")}
"""For each status, the statuses that are often mistaken for it."""
LESSER = ("c-sipa", "executive-security-guarantee", "strategic-defense-agreement")


def name(code: str) -> str:
    """Return the name of a country, given its code."""
    return countries()[code].name


def named(code: str) -> str:
    """Return the name of a country as inside a sentence, given its code: “the Philippines”."""
    return the(name(code))


@claim_type
def status_on(
    here: Here, country: CountryArg, status: StatusArg, holds: TruthArg = True, on: DayArg | None = None
) -> Ruling:
    """The country holds the status (or, with holds = false, does not) on a day, by default the day it is judged as of.

    Announced or notified is not designated.
    """
    kind, when = here.registry.kind(status), on or here.on
    held, span = here.registry.holds(country, status, when), here.registry.deciding(country, status, when)
    cited = (span.citation if span else "") or here.registry.kind(status).citation
    if held is None:
        why = (span.note if span else "") or kind.note or kind.definition
        asked = f"Whether {named(country)} held “{kind.title}” on {spoken(when)}"
        return ruling(None, f"{asked} is not known: {why}", [cited])
    if held:
        by = f" by {span.instrument}" if span and span.instrument else ""
        since = f", since {span.start}{by}" if span else ""
        return ruling(holds, f"On {spoken(when)} {named(country)} held “{kind.title}”{since}.", [cited])
    because = f"On {spoken(when)} {named(country)} did not hold “{kind.title}”.{_history(here, country, status, when)}"
    others = _mistaken_for(here, status, country, when)
    because += _not_the_same("It", others)
    return ruling(not holds, because, ["; ".join([cited, *(other.citation for other in others)])])


def _history(here: Here, country: str, status: str, when: date) -> str:
    """Return sentences on earlier steps, a later designation and an end, so that a notice is not taken for a status."""
    steps = [s for s in steps_of(here, country, status) if (s.on_by or s.on) <= when]
    begun = [s for s in steps if s.step in ("announced", "notified")]
    spans = here.registry.spans_of(country, status)
    later = [(s.since, s.start) for s in spans if s.holds == "yes" and s.since > when]
    ended = [(s.until, a_day(s.until, s.until_by)) for s in spans if s.until and s.until <= when]
    said = [f"{s.step} on {a_day(s.on, s.on_by)}" for s in begun]
    road = f" It had been {' and '.join(said)}, which does not make the status." if said else ""
    road += f" The designation came on {min(later)[1]}." if later and said else ""
    return road + (f" It had ended on {max(ended)[1]}." if ended else "")


@claim_type
def announced_on(here: Here, country: CountryArg, status: StatusArg, day: DayArg) -> Ruling:
    """The status was announced for the country on that day."""
    return _step_on(here, "announced", country, status, day)


@claim_type
def notified_on(here: Here, country: CountryArg, status: StatusArg, day: DayArg) -> Ruling:
    """Congress was notified on that day that the country would get the status."""
    return _step_on(here, "notified", country, status, day)


@claim_type
def designated_on(here: Here, country: CountryArg, status: StatusArg, day: DayArg) -> Ruling:
    """The country was designated for the status on that day."""
    return _step_on(here, "designated", country, status, day)


def _step_on(here: Here, step: str, country: str, status: str, day: date) -> Ruling:
    found = [s for s in steps_of(here, country, status) if s.step == step]
    if not found:
        if here.registry.spans_of(country, status):
            return ruling(None, f"No source records the day on which it was {step} for {named(country)}.")
        return ruling(False, f"No such step is recorded for {named(country)}, and it never held the status.")
    exact = [s for s in found if s.on == day and s.on_by is None]
    open_ = [s for s in found if s.on_by is not None and s.on <= day <= window(s.on, s.on_by)[1]]
    holds = True if exact else None if open_ else False
    cited = [*(s.instrument for s in found), *sources_of(here, found)]
    title = here.registry.kind(status).title
    return ruling(holds, " ".join(_step_sentence(name(country), title, s) for s in found), cited)


def steps_of(here: Here, country: str, status: str) -> list[Step]:
    """Return the recorded steps of a country toward a status; raise `UnknownWord` for an unknown status."""
    here.registry.kind(status)
    return [s for s in here.registry.steps if (s.country, s.status) == (country, status)]


def sources_of(here: Here, rows: Iterable[Step | Span | Leader | Proposal]) -> list[str]:
    """Return the address (or title) of each source of the rows, without repeats; for facts without a legal citation."""
    known = here.registry.sources
    found = (known[id_] for row in rows for id_ in row.source if id_ in known)
    return list(dict.fromkeys(source.address or source.title for source in found))


def _step_sentence(who: str, title: str, step: Step) -> str:
    detail = f" ({step.event})" if step.event else ""
    said = {
        "announced": f"“{title}” was announced for {the(who)}",
        "notified": f"Congress was notified of “{title}” for {the(who)}",
        "designated": f"{who} was designated “{title}”",
    }
    return f"{said[step.step]} on {a_day(step.on, step.on_by)}{detail}."


@claim_type
def list_includes(here: Here, status: StatusArg, countries: CountriesArg, on: DayArg | None = None) -> Ruling:
    """Each of the countries holds the status on a day, by default the day it is judged as of."""
    when = on or here.on
    held = {code: here.registry.holds(code, status, when) for code in countries}
    lacking = [code for code, value in held.items() if value is False]
    open_ = [named(code) for code, value in held.items() if value is None]
    title, cited = here.registry.kind(status).title, here.registry.kind(status).citation
    spans = [here.registry.deciding(code, status, when) for code, value in held.items() if value]
    since = ", ".join(f"{named(span.country)} since {span.start}" for span in spans if span)
    because = f"On {spoken(when)} “{title}” was held by {since or 'none of them'}."
    because += f" It was not held by {', '.join(map(named, lacking))}." if lacking else ""
    because += "".join(_not_the_same(name(code), _mistaken_for(here, status, code, when)) for code in lacking)
    because += f" Not known: {', '.join(open_)}." if open_ else ""
    by = [one for one in dict.fromkeys([cited, *(span.citation for span in spans if span)]) if one]
    if lacking and since:
        return Ruling("partly", because, tuple(by))
    return ruling(False if lacking else None if open_ else True, because, by)


def _mistaken_for(here: Here, status: str, code: str, when: date) -> list[StatusKind]:
    """Return the statuses the country holds that are often mistaken for this one."""
    return [here.registry.kind(id_) for id_ in LIKENED.get(status, ()) if here.registry.holds(code, id_, when)]


def _not_the_same(who: str, others: Iterable[StatusKind]) -> str:
    return "".join(f" {who} held “{other.title}”, which is not the same." for other in others)


@claim_type
def count_of_status_at_most(here: Here, status: StatusArg, count: CountArg) -> Ruling:
    """No more than so many countries hold the status on the day: how “rare” or “few” can be checked."""
    least, most, told, cited = counted(here, status, count)
    holds = True if most <= count else False if least > count else None
    return ruling(holds, f"{told}; the claim is read as at most {count}.", [cited])


@claim_type
def count_of_status_is(here: Here, status: StatusArg, count: CountArg) -> Ruling:
    """Exactly so many countries hold the status on the day."""
    least, most, told, cited = counted(here, status, count)
    holds = None if least < most and least <= count <= most else least == count
    return ruling(holds, f"{told}; {count} claimed.", [cited])


def counted(here: Here, status: str, claimed: int) -> tuple[int, int, str, str]:
    """Return the least and most possible holders of the status on the day, a sentence on them, and the citation.

    If `claimed` also counts countries that the law only treats as holders, the sentence says so.
    """
    held, open_ = _holders(here, status)
    kind = here.registry.kind(status)
    world = len(outside_nato(here.evidence, here.on.year)) + _nato(here)
    many = f"{len(held)}" if not open_ else f"{len(held)} to {len(held) + len(open_)}"
    share = f"{100 * len(held) / world:.0f} percent of {world} states"
    told = f"On {spoken(here.on)} {many} countries held “{kind.title}”, {share}"
    if (likes := _treated_as_holders(here, status)) and len(held) < claimed <= len(held) + len(likes):
        verb = "is" if len(likes) == 1 else "are"
        told += f", or {len(held) + len(likes)} with {' and '.join(map(name, likes))}, which {verb} treated as one"
    return len(held), len(held) + len(open_), told, kind.citation


def _treated_as_holders(here: Here, status: str) -> list[str]:
    """Return the countries that the law treats as holders of the status on the day."""
    kinds = treated_as(here.registry.kinds, status)
    return [code for kind in kinds for code in _holders(here, kind.id)[0]]


def _nato(here: Here) -> int:
    """Return the number of NATO members on the day, without the United States."""
    return sum(here.registry.holds(code, "nato", here.on) is True for code in countries() if code != "USA")


def _holders(here: Here, status: str) -> tuple[list[str], list[str]]:
    kind = here.registry.kind(status)
    answers = {code: here.registry.holds(code, kind.id, here.on) for code in countries()}
    return [c for c, held in answers.items() if held], [c for c, held in answers.items() if held is None]


@claim_type
def status_began_in(
    here: Here, country: CountryArg, status: StatusArg, year: YearArg, month: MonthArg | None = None
) -> Ruling:
    """The country's status began in that year (and month)."""
    spans = _known_spans(here, country, status)
    days = [(s.since, s.since_by) for s in spans]
    found = _in_period(here, spans, (country, status), "began", days, year, month)
    if found.verdict == "wrong" and _may_be_signed(here, status, [s.since for s in spans], year):
        return replace(found, verdict="not verifiable", because=found.because + SIGNED_BEFORE)
    before = _list_before(here, country, status) if found.verdict == "wrong" else ""
    return replace(found, because=found.because + before)


SIGNED_BEFORE = (
    " That is when the treaty took effect. Allies are often counted from its signature, which came before; its day is "
    "not held here."
)


def _may_be_signed(here: Here, status: str, began: list[date], year: int) -> bool:
    """Return whether a treaty that took effect in that year or the two after it may have been signed in the year."""
    in_time = any(0 <= day.year - year <= 2 for day in began)
    return here.registry.kind(status).family == "treaty" and in_time


def _list_before(here: Here, country: str, status: str) -> str:
    """Return a sentence that the country was before on the list that preceded the status; "" if it was not."""
    earlier = here.registry.kind(status).preceded_by
    first = min((s.since for s in _known_spans(here, country, status)), default=here.on)
    spans = [s for s in _known_spans(here, country, earlier) if (s.since_by or s.since) <= first] if earlier else []
    began = a_day(spans[0].since, spans[0].since_by) if spans else ""
    return f" The list before it, “{here.registry.kind(earlier).title}”, began for it on {began}." if spans else ""


@claim_type
def status_ended_in(
    here: Here, country: CountryArg, status: StatusArg, year: YearArg, month: MonthArg | None = None
) -> Ruling:
    """The country's status ended in that year (and month)."""
    spans = _known_spans(here, country, status)
    days = [(s.until, s.until_by) for s in spans if s.until is not None]
    return _in_period(here, spans, (country, status), "ended", days, year, month)


def _known_spans(here: Here, country: str, status: str) -> list[Span]:
    here.registry.kind(status)
    return [s for s in here.registry.spans_of(country, status) if s.holds == "yes"]


def _in_period(
    here: Here,
    spans: list[Span],
    of: tuple[str, str],
    verb: str,
    days: list[tuple[date, date | None]],
    year: int,
    month: int | None,
) -> Ruling:
    past = [(first, by) for first, by in days if first <= here.on]
    country, status = of
    kind, who = here.registry.kind(status), named(country)
    title, cited = kind.title, [kind.citation, *sources_of(here, spans)]
    asked = f"{year}-{month:02}" if month else str(year)
    if not past and here.registry.holds(country, status, here.on) is None:
        return ruling(None, f"Whether {who} holds “{title}”, and since when, is not known.", cited)
    if not past:
        return ruling(False, f"By {spoken(here.on)} “{title}” had not {_past(verb)} for {who}.", cited)
    fits = [_fits(*window(first, by), asked) for first, by in past]
    holds = True if True in fits else None if None in fits else False
    told = ", ".join(a_day(first, by) for first, by in past)
    return ruling(holds, f"“{title}” {verb} for {who} on {told}.", cited)


def _past(verb: str) -> str:
    return "begun" if verb == "began" else verb


def _fits(first: date, last: date, asked: str) -> bool | None:
    start, end = first.isoformat()[: len(asked)], last.isoformat()[: len(asked)]
    if start == end:
        return start == asked
    return None if start <= asked <= end else False


@claim_type
def treaties_after_designation(here: Here, status: StatusArg, more_than_percent: NumberArg = 50) -> Ruling:
    """More than so many percent of the countries that were ever given the status gained a treaty of mutual defense with
    the United States afterwards (“most” is more than 50; any at all is more than 0)."""
    first: dict[str, date] = {}
    for span in here.registry.spans:
        if span.status == status and span.holds == "yes" and span.since <= here.on:
            first[span.country] = min(span.since, first.get(span.country, span.since))
    gained = [_gained(here, code, since, TREATIES) for code, since in first.items()]
    treaties = [span for spans in gained for span in spans if span.holds == "yes"]
    lesser = [span for code, since in first.items() for span in _gained(here, code, since, LESSER)]
    countries_gained = sorted({span.country for span in treaties})
    share = 100 * len(countries_gained) / len(first) if first else 0.0
    because = f"Of {len(first)} countries given the status by {spoken(here.on)}, {len(countries_gained) or 'none'} "
    because += "gained a treaty of mutual defense with the United States afterwards"
    because += f": {', '.join(map(name, countries_gained))}." if countries_gained else "."
    because += _lesser(lesser)
    cited = ["22 USC 2321k(a)", *(span.citation for span in (*treaties, *lesser))]
    return ruling(share > more_than_percent if first else None, because, cited)


def _gained(here: Here, code: str, since: date, statuses: tuple[str, ...]) -> list[Span]:
    """Return the spans of `statuses` that began after `since`, except those that replace an older span at its end."""
    known = [s for s in statuses if s in here.registry.kinds]
    spans = [span for status in known for span in here.registry.spans_of(code, status)]
    new = (span for span in spans if since < span.since <= here.on)
    return [span for span in new if not any(other.since < span.since == other.until for other in spans)]


def _lesser(spans: list[Span]) -> str:
    if not spans:
        return ""
    told = "; ".join(f"{name(s.country)}, {s.instrument or s.status} of {s.since}" for s in spans)
    return f" Acts of the executive that are no such treaty: {told}."


@claim_type
def designation_requires(here: Here, status: StatusArg, act: ActArg, holds: TruthArg = True) -> Ruling:
    """Designation for the status takes that act (or, with holds = false, does not), such as “signature of the other
    government”."""
    here.registry.kind(status)
    reading = here.readings.find(status, "requires", here.readings.known(act, "requires"))
    if reading is None:
        return ruling(None, f"No reading of the law says whether designation for {status} takes {act}.")
    acts = [s.instrument for s in here.registry.spans if s.status == status and s.since <= here.on]
    by_president = sum(instrument.startswith("Presidential") for instrument in acts)
    because = f"Designation {'requires' if reading.holds == 'yes' else 'does not require'} “{act}”. {reading.note}"
    because += f" Of {len(acts)} so far, {by_president} were determinations by the President, the rest by statute."
    return ruling((reading.holds == "yes") == holds, because, [reading.citation])
