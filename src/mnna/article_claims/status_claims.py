"""Claim types about which country holds which status, since when, and by which steps, decided by the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated

from mnna.answers.compare.groups import outside_nato
from mnna.article_claims import arguments as arg
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day, window
from mnna.registry.records import Leader, Proposal, Span, StatusKind, Step
from mnna.registry.statuses import treated_as

TREATIES = ("mutual-defense-treaty", "rio-treaty")
ActArg = Annotated[str, arg.thing_of("requires")]
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
    here: Here, country: arg.Country, status: arg.Status, holds: arg.Truth = True, on: arg.Day | None = None
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
    others = _mistaken_for(here, status, country, when)
    because = f"On {spoken(when)} {named(country)} did not hold “{kind.title}”.{_history(here, country, status, when)}"
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
def announced_on(here: Here, country: arg.Country, status: arg.Status, day: arg.Day) -> Ruling:
    """The status was announced for the country on that day."""
    return _step_on(here, "announced", country, status, day)


@claim_type
def notified_on(here: Here, country: arg.Country, status: arg.Status, day: arg.Day) -> Ruling:
    """Congress was notified on that day that the country would get the status."""
    return _step_on(here, "notified", country, status, day)


@claim_type
def designated_on(here: Here, country: arg.Country, status: arg.Status, day: arg.Day) -> Ruling:
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
    who, title = name(country), here.registry.kind(status).title
    said = {
        "announced": f"“{title}” was announced for {the(who)}",
        "notified": f"Congress was notified of “{title}” for {the(who)}",
        "designated": f"{who} was designated “{title}”",
    }[step]
    told = (f"{said} on {a_day(s.on, s.on_by)}{f' ({s.event})' if s.event else ''}." for s in found)
    return ruling(holds, " ".join(told), cited)


def steps_of(here: Here, country: str, status: str) -> list[Step]:
    """Return the recorded steps of a country toward a status; raise `UnknownWord` for an unknown status."""
    here.registry.kind(status)
    return [s for s in here.registry.steps if (s.country, s.status) == (country, status)]


def sources_of(here: Here, rows: Iterable[Step | Span | Leader | Proposal]) -> list[str]:
    """Return the address (or title) of each source of the rows, without repeats; for facts without a legal citation."""
    known = here.registry.sources
    found = (known[id_] for row in rows for id_ in row.source if id_ in known)
    return list(dict.fromkeys(source.address or source.title for source in found))


@claim_type
def list_includes(here: Here, status: arg.Status, countries: arg.Countries, on: arg.Day | None = None) -> Ruling:
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
def count_of_status_at_most(here: Here, status: arg.Status, count: arg.Count) -> Ruling:
    """No more than so many countries hold the status on the day: how “rare” or “few” can be checked."""
    least, most, told, cited = counted(here, status, count)
    holds = True if most <= count else False if least > count else None
    return ruling(holds, f"{told}; the claim is read as at most {count}.", [cited])


@claim_type
def count_of_status_is(here: Here, status: arg.Status, count: arg.Count) -> Ruling:
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
    nato = sum(here.registry.holds(code, "nato", here.on) is True for code in countries() if code != "USA")
    world = len(outside_nato(here.evidence, here.on.year)) + nato
    many = f"{len(held)}" if not open_ else f"{len(held)} to {len(held) + len(open_)}"
    told = f"On {spoken(here.on)} {many} countries held “{kind.title}”, "
    told += f"{100 * len(held) / world:.0f} percent of {world} states"
    likes = [code for like in treated_as(here.registry.kinds, status) for code in _holders(here, like.id)[0]]
    if likes and len(held) < claimed <= len(held) + len(likes):
        verb = "is" if len(likes) == 1 else "are"
        told += f", or {len(held) + len(likes)} with {' and '.join(map(name, likes))}, which {verb} treated as one"
    return len(held), len(held) + len(open_), told, kind.citation


def _holders(here: Here, status: str) -> tuple[list[str], list[str]]:
    kind = here.registry.kind(status)
    answers = {code: here.registry.holds(code, kind.id, here.on) for code in countries()}
    return [c for c, held in answers.items() if held], [c for c, held in answers.items() if held is None]


@claim_type
def status_began_in(
    here: Here, country: arg.Country, status: arg.Status, year: arg.Year, month: arg.Month | None = None
) -> Ruling:
    """The country's status began in that year (and month)."""
    found = _in_period(here, country, status, "began", year, month)
    if found.verdict != "wrong":
        return found
    spans, kind = _known_spans(here, country, status), here.registry.kind(status)
    if kind.family == "treaty" and any(0 <= span.since.year - year <= 2 for span in spans):
        return replace(found, verdict="not verifiable", because=found.because + SIGNED_BEFORE)
    return replace(found, because=found.because + _list_before(here, country, kind.preceded_by, spans))


SIGNED_BEFORE = (
    " That is when the treaty took effect. Allies are often counted from its signature, which came before; its day is "
    "not held here."
)


def _list_before(here: Here, country: str, earlier: str, spans: list[Span]) -> str:
    """Return a sentence that the country was before on the list that preceded the status; "" if it was not."""
    first = min((span.since for span in spans), default=here.on)
    listed = [s for s in _known_spans(here, country, earlier) if (s.since_by or s.since) <= first] if earlier else []
    began = a_day(listed[0].since, listed[0].since_by) if listed else ""
    return f" The list before it, “{here.registry.kind(earlier).title}”, began for it on {began}." if listed else ""


@claim_type
def status_ended_in(
    here: Here, country: arg.Country, status: arg.Status, year: arg.Year, month: arg.Month | None = None
) -> Ruling:
    """The country's status ended in that year (and month)."""
    return _in_period(here, country, status, "ended", year, month)


def _known_spans(here: Here, country: str, status: str) -> list[Span]:
    here.registry.kind(status)
    return [s for s in here.registry.spans_of(country, status) if s.holds == "yes"]


def _in_period(here: Here, country: str, status: str, verb: str, year: int, month: int | None) -> Ruling:
    spans, kind, who = _known_spans(here, country, status), here.registry.kind(status), named(country)
    days = [(s.since, s.since_by) if verb == "began" else (s.until, s.until_by) for s in spans]
    past = [(first, by) for first, by in days if first is not None and first <= here.on]
    cited = [kind.citation, *sources_of(here, spans)]
    if not past and here.registry.holds(country, status, here.on) is None:
        return ruling(None, f"Whether {who} holds “{kind.title}”, and since when, is not known.", cited)
    if not past:
        told = f"had not {'begun' if verb == 'began' else verb} for {who}"
        return ruling(False, f"By {spoken(here.on)} “{kind.title}” {told}.", cited)
    asked = f"{year}-{month:02}" if month else str(year)
    fits = [_fits(*window(first, by), asked) for first, by in past]
    holds = True if True in fits else None if None in fits else False
    return ruling(holds, f"“{kind.title}” {verb} for {who} on {', '.join(a_day(*one) for one in past)}.", cited)


def _fits(first: date, last: date, asked: str) -> bool | None:
    start, end = str(first)[: len(asked)], str(last)[: len(asked)]
    return start == asked if start == end else None if start <= asked <= end else False


@claim_type
def treaties_after_designation(here: Here, status: arg.Status, more_than_percent: arg.Number = 50) -> Ruling:
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
    acts = "; ".join(f"{name(s.country)}, {s.instrument or s.status} of {s.since}" for s in lesser)
    because += f" Acts of the executive that are no such treaty: {acts}." if lesser else ""
    cited = ["22 USC 2321k(a)", *(span.citation for span in (*treaties, *lesser))]
    return ruling(share > more_than_percent if first else None, because, cited)


def _gained(here: Here, code: str, since: date, statuses: tuple[str, ...]) -> list[Span]:
    """Return the spans of `statuses` that began after `since`, except those that replace an older span at its end."""
    known = [s for s in statuses if s in here.registry.kinds]
    spans = [span for status in known for span in here.registry.spans_of(code, status)]
    new = (span for span in spans if since < span.since <= here.on)
    return [span for span in new if not any(other.since < span.since == other.until for other in spans)]


@claim_type
def designation_requires(here: Here, status: arg.Status, act: ActArg, holds: arg.Truth = True) -> Ruling:
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
