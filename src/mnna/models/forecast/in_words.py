"""The ranking in plain sentences: the question, the closest countries, how reliable it is, and what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mnna.registry.countries import countries, the
from mnna.sentences import capital, listed
from mnna.series.uses import features, forecast, use

if TYPE_CHECKING:
    from mnna.models.forecast.backtest import NeverNamed, Score
    from mnna.models.forecast.calibration import When
    from mnna.models.forecast.declared_rule import LeftOut

TEN = 10
"""Ranks up to this one count as high."""
LONG = 5
"""Years among the first ten from which a country that was never named is listed by name."""
CHANGES = "Newer figures or another designation would change this."


def reading(
    names: Sequence[str],
    first: Sequence[str],
    size: int,
    score: Score,
    never: Sequence[NeverNamed],
    left: Sequence[LeftOut] = (),
    since: int = 0,
) -> str:
    """Return the whole answer in short sentences.

    `names` are the rule's features, `first` the codes of the countries that come first of `size`. `left` are the barred
    countries, `since` counts the designations after the rule was chosen.
    """
    parts = [
        f"The question is which country resembles past designees most, judged by {looked_at(names)}.",
        f"Of {size} countries that are ranked, these come closest: {listed([_name(code) for code in first])}.",
        _screened([one for one in left if one.rank <= TEN]),
        tested(score),
    ]
    if score.placings:
        known = f"all but {since} of these" if since else "these"
        test = "only the rest can test it" if since else "none has come since to test it"
        parts.append(f"The rule was chosen with {known} designations known, and {test}.")
    if never:
        longest = never[0]
        who = _name(longest["country"])
        parts.append(
            f"Standing high is common and being named is rare: {who} stood among the first ten in {longest['years']} "
            "years without being named."
        )
    return " ".join(part for part in (*parts, CHANGES) if part)


def _screened(high: Sequence[LeftOut]) -> str:
    """Return a sentence that lists the barred countries in `high`, each with the reason; empty without any."""
    told = [f"{_name(one.country)} ({one.why[:1].lower()}{one.why[1:].partition(' (')[0]})" for one in high]
    return f"Left out of the ranking, though high by the rule: {listed(told)}." if told else ""


def rule(names: Sequence[str]) -> str:
    """Return which features the rule uses, and how it scores a country."""
    only = "only " if len(names) == 1 else ""
    return (
        f"The rule looks {only}at {looked_at(names)}, as known the year before. "
        "A country's score is its distance from the average of those that could be named, in standard deviations. "
        "Counts are put on a log scale, so that the largest do not drown the rest."
    )


def without_figures(names: Sequence[str]) -> list[str]:
    """Return a sentence for each feature of the rule that has no figures here, with how to get them."""
    rows = (features()[name] for name in forecast().rule if name not in names)
    return [
        f"It would also look at {row.in_rule}, but there are no figures. {use(row.indicator).bring}" for row in rows
    ]


def tested(score: Score) -> str:
    """Return how high the rule ranked past designees, compared with chance."""
    count = len(score.placings)
    if not count:
        return "Nobody can say how sure this is: no President had designated anyone by then."
    return (
        f"The rule is a weak guide: in tests, {score.top10} of {count} designees were among its first ten in the year "
        f"before. The middle one stood at place {score.median_rank:g}; by chance it would be "
        f"{score.chance_median:.0f}."
    )


def missed(score: Score) -> str:
    """Return a sentence that lists the designees not ranked among the first ten, worst first."""
    told = [f"{_name(one.country)} {one.year} (place {one.rank:g} of {one.at_risk})" for one in score.misses]
    return f"The rule missed, with a place outside the first ten: {listed(told) or 'none'}."


def waited(never: Sequence[NeverNamed]) -> str:
    """Return sentences on the countries that ranked among the first ten for years and were not named."""
    long = [one for one in never if one["years"] >= LONG]
    rest = len(never) - len(long)
    told = "; ".join(f"{_name(one['country'])} {one['years']} years ({_span(one)})" for one in long)
    said = f"{capital(told)}." if told else f"None for {LONG} years or more."
    return f"{said} Another {rest} stood there for fewer than {LONG} years." if rest else said


def silence(when: When) -> str:
    """Return how often any country is named, and that this does not say when the next designation comes."""
    return (
        f"There were {when.events} designations in {when.years} years: {when.rate:.1f} a year for all countries "
        f"together (95% range {when.low:.1f} to {when.high:.1f}). The longest time without one was "
        f"{when.longest_silence} years. Nothing here says when the next one comes."
    )


def looked_at(names: Sequence[str]) -> str:
    """Return the names of the rule's features in a sentence."""
    return " and ".join(features()[name].in_rule for name in names)


def _span(one: NeverNamed) -> str:
    joined = one["in_nato_since"]
    return f"{one['first']}-{one['last']}{f'; in NATO from {joined}' if joined else ''}"


def _name(code: str) -> str:
    return the(countries()[code].name)
