"""The effect in plain sentences: the question, the result, the changes ruled out, and what could change the result."""

from __future__ import annotations

from math import exp, expm1
from typing import TYPE_CHECKING

from mnna.registry.countries import the
from mnna.series.uses import OutcomeRow

if TYPE_CHECKING:
    from mnna.models.effects.effect import Effect
    from mnna.models.panel import World

ALPHA = 0.05
CAUSE = (
    "Designation alone need not be the cause: countries are designated when their ties with the United States are "
    "already growing."
)
SURER = "More designations or later figures could change this."
THOUSANDFOLD = 6.9  # log points above which the factor is not given
MANIFOLD = 1.1  # log points above which a change is given as a factor, not as a percentage
FEW = 5  # up to this many designations, "no change" would claim more than the data can show


def change(value: float, one: OutcomeRow) -> str:
    """Return an estimate in words: a percentage or a factor for an outcome in logs, else the number and its unit."""
    if not one.log:
        return f"{value:+z.2f} {one.unit}"
    if value > MANIFOLD:
        return f"a factor of {exp(value):,.1f}"
    rounded = round(100 * expm1(value))
    return f"{rounded:+d}%" if rounded else "0%"


def size(value: float, one: OutcomeRow) -> str:
    """Return the size of a detectable effect in words, in both directions for an outcome in logs."""
    if not one.log:
        return f"{value:.2f} {one.unit}"
    if value > THOUSANDFOLD:
        return "more than a thousandfold up or down"
    if value > MANIFOLD:
        return f"a factor of {exp(value):,.0f} up or down"
    return f"{100 * -expm1(-value):.0f}% down or {100 * expm1(value):.0f}% up"


def tries(p: float) -> str:
    """Return a p value in words, such as `in 12 of 100 tries`."""
    return f"in {100 * p:.0f} of 100 tries" if p >= 0.005 else "in fewer than 1 of 100 tries"


def reading(effect: Effect, world: World, one: OutcomeRow) -> str:
    """Return the question, the answer, how certain the answer is, and what would make it more certain."""
    asked = f"The question is whether {one.says} changed with designation, beyond what happened in other countries."
    if effect.att is None or effect.low is None or effect.high is None or effect.p is None or effect.detectable is None:
        used = ", ".join(f"{world.name(code)} {year}" for code, year in effect.designees) or "none"
        return (
            f"{asked} Nothing can be said. Of the designations since 1996 only {effect.n} have figures before and "
            f"after ({used}). An estimate needs at least three."
        )
    return " ".join(part for part in (asked, _found(effect, one), _before(effect, one), CAUSE, SURER) if part)


def limits(effect: Effect, world: World, one: OutcomeRow) -> str:
    """Return the limits of an effect: the detectable change, the most influential designee, and gaps in the figures.

    Empty where nothing was estimated.
    """
    if effect.att is None:
        return ""
    assert effect.detectable is not None
    would = size(effect.detectable, one)
    power = f"A change of {would} would be found four times in five, a smaller one less often."
    years = " or ".join(map(str, one.breaks))
    apart = f"So no year is compared with one on the other side of {years}." if years else ""
    parts = (power, _leaning(effect, world, one), _alike(effect, one), one.caution, apart)
    return " ".join(part for part in parts if part)


def _found(effect: Effect, one: OutcomeRow) -> str:
    assert effect.att is not None and effect.p is not None
    return (
        f"{_answer(effect, effect.att, effect.p)} The estimate is {change(effect.att, one)} from the year of "
        f"designation to the fifth after, against the five years before. {ruled_out(effect, one)} "
        f"Chance alone gives one as large {tries(effect.p)} (p = {effect.p:.2f}, {effect.n} designations)."
    )


def _answer(effect: Effect, att: float, p: float) -> str:
    if p > ALPHA and effect.n <= FEW:
        return f"With {effect.n} designations next to nothing can be said."
    if p > ALPHA:
        return "No change was found."
    if effect.p_holm is not None and effect.p_holm > ALPHA:
        way = "fall" if att < 0 else "rise"
        return (
            f"A {way} is suggested, but not established. Among so many outcomes one such {way} is no surprise "
            f"(p = {effect.p_holm:.2f} once all of them are counted)."
        )
    return "It changed, by more than chance explains."


def ruled_out(effect: Effect, one: OutcomeRow) -> str:
    """Return which changes the 95% range rules out; empty without a range."""
    if effect.low is None or effect.high is None:
        return ""
    return f"Changes below {change(effect.low, one)} or above {change(effect.high, one)} are ruled out (95%)."


def _before(effect: Effect, one: OutcomeRow) -> str:
    early = effect.anticipation
    if not early or early["p"] > ALPHA:
        return ""
    return (
        f"It moved before designation: {change(early['estimate'], one)} in the two years before, against years -6 to "
        f"-4 (p = {early['p']:.2f}). That is anticipation, not an effect."
    )


def _alike(effect: Effect, one: OutcomeRow) -> str:
    found = effect.size_check["lookalikes"]
    if found is None:
        return ""
    return (
        f"The third of the other countries with the most US troops saw {change(found['mean'], one)} without "
        f"designation. Against these alone, chance gives as large a difference {tries(found['p'])}."
    )


def _leaning(effect: Effect, world: World, one: OutcomeRow) -> str:
    if effect.att is None or not effect.leave_one_out:
        return ""
    code, without = max(effect.leave_one_out.items(), key=lambda pair: abs(pair[1] - (effect.att or 0.0)))
    return f"The estimate depends most on {the(world.name(code))}: without it, it is {change(without, one)}."
