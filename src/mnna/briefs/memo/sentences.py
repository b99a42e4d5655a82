"""The two sentences that answer the memo's question, for every relation of a country to the status.

Each is at most 25 words long for every country; a test counts them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mnna.briefs import bottom_line
from mnna.briefs.gather import BriefContext
from mnna.briefs.memo.answer import Point, Standing
from mnna.models.forecast import in_words
from mnna.models.forecast.resemblance import Placed, numbered
from mnna.present.days import day
from mnna.present.numbers import counted
from mnna.present.wording import own_mark
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.records import Span
from mnna.registry.statuses import alliance, treated_as
from mnna.sentences import capital, inside

MOST_WORDS = 25


def standing(context: BriefContext) -> Standing:
    """Return the country's relation to the status on the day."""
    held, kinds = context.today.held, context.registry.kinds
    if held is None:
        return "unknown"
    if held:
        return "ally"
    if context.holds(alliance(kinds).id):
        return "member"
    return "treated" if any(context.holds(one.id) for one in treated_as(kinds, context.kind.id)) else "candidate"


def question(context: BriefContext, stands: Standing) -> str:
    """Return the question of the memo, which is its title."""
    name, being = the(context.country.name), context.kind.predicate
    if stands == "ally":
        return f"What if {name} were no longer {being}?"
    return f"Is {name} the next {being.removeprefix('a ')}?"


def answer(context: BriefContext, stands: Standing, barred: Sequence[Point], place: Placed | None) -> tuple[str, str]:
    """Return the two sentences of the answer."""
    first = _may(context, len(barred)) if stands == "candidate" else _stands(context, stands)
    would = _would_lose if stands == "ally" else _would_gain
    like = place.resembles if place and stands == "candidate" else None
    resembles = "" if like is None else f"; {the(context.country.name)} resembles past designees {like}"
    second = f"{would(context)}{resembles}."
    return capital(first), capital(second)


def _may(context: BriefContext, bars: int) -> str:
    spans = context.registry.spans_of(context.country.iso3, context.kind.id)
    before = any(one.holds == "yes" and one.since <= context.on for one in spans)
    name, again = the(context.country.name), " again" if before else ""
    if bars:
        cuts, ends = ("cuts", "it") if bars == 1 else ("cut", "them")
        return (
            f"barred in law: {counted(bars, 'bar')} on record {cuts} what {name} may receive, and designation would "
            f"not lift {ends}."
        )
    return (
        f"open in law: the President may designate {name}{again} after notice to Congress ({_notice(context)}); the "
        "law sets no test."
    )


def _notice(context: BriefContext) -> str:
    """Return words on the notice to Congress that is on record since the country last had the status, if any."""
    told = [step for step in bottom_line.since_its_end(context) if step.step == "notified"]
    return f"given on {a_day(told[-1].on, told[-1].on_by)}" if told else "none is on record"


def deciding(context: BriefContext, stands: Standing) -> Span | None:
    """Return the span that makes the country an ally, a NATO member, or treated as an ally; None for a candidate."""
    kinds, usual = context.registry.kinds, context.kind.id
    treated = [one.id for one in treated_as(kinds, usual)]
    ids = {"ally": [usual], "member": [alliance(kinds).id], "treated": treated}.get(stands, [])
    return next((span for id_ in ids if (span := context.held(id_))), None)


def _stands(context: BriefContext, stands: Standing) -> str:
    """Return the first sentence on an ally, a member of NATO, a country treated as an ally, or one not known to be."""
    name, being, span = the(context.country.name), context.kind.predicate, deciding(context, stands)
    if span is None:
        return f"whether {name} is {being} on {day(context.on)} is not known."
    since = f"{a_day(span.since, span.since_by)}{own_mark(span.own)}"
    if stands == "ally":
        return f"{name} is one already: {being} since {since}."
    if stands == "member":
        return f"{name} has been a member of NATO since {since}; the status is for countries outside NATO."
    return f"{name} has been treated as one since {since}, without being designated."


def _would_lose(context: BriefContext) -> str:
    split = context.today.partition
    worse = f"{len(split.lose)} of {split.total} questions of law" if split.lose else "no question of law"
    return f"its end takes a notice to Congress too, and would give a worse answer on {worse}"


def _would_gain(context: BriefContext) -> str:
    split = context.today.partition
    if not split.gain and not split.lose:
        return f"designation would change the answer to none of {split.total} questions of law"
    better = f"{len(split.gain)} of {split.total} questions of law" if split.gain else "no question of law"
    worse = f"a worse one on {len(split.lose)}" if split.lose else "a worse one on none"
    return f"designation would bring a better answer on {better} and {worse}"


def rank_note(context: BriefContext, place: Placed | None, missing: str) -> str:
    """Return sentences on the rank with its range and the rule's misses, or on why there is none (`missing`)."""
    name = the(context.country.name)
    if place is None:
        return missing
    if place.left_out:
        return f"{capital(name)} is left out of the ranking: {inside(place.left_out)}."
    if place.rank is None:
        return f"{capital(name)} has no figure for the rule that ranks by US troops, so it has no place."
    spread = f" ({place.low:g} to {place.high:g} under other choices of figures)"
    if place.low == place.high:
        spread = ", the same under other choices of figures"
    by, stands = in_words.looked_at(place.rule), f"{numbered(place.rank)} of {place.at_risk}"
    return (
        f"Ranked by {by}, {name} is {stands}{spread}, so it resembles past designees {place.resembles}. "
        f"The {counted(place.designees, 'past designee')} had a median rank of {place.median_rank:g} on the day "
        f"they were named; {len(place.misses)} of them were not among the first ten. {_origin(place)}"
    )


def _origin(place: Placed) -> str:
    """Return a sentence on how many designations were known when the rule was chosen, and how many came since."""
    since = place.out_of_sample
    if not since:
        return "The rule was chosen with these events known, and none has come since to test it."
    return f"The rule was chosen with {place.designees - since} of these events known; {since} came since to test it."
