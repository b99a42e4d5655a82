"""An effect in plain words: what was asked, what was found, which changes are ruled out, and what would change it."""

from __future__ import annotations

from math import expm1

from mnna.models.effects.effect import Effect
from mnna.models.panel import World
from mnna.series.uses import OutcomeRow

ALPHA = 0.05
FEW = 5  # designations with which "no change" would say more than they can


def change(value: float, one: OutcomeRow) -> str:
    """Return an estimate in words: a percentage for logs, the number and its unit otherwise."""
    if not one.log:
        return f"{value:+.2f} {one.unit}"
    if value > 1.1:
        return f"a factor of {expm1(value) + 1:.1f}"
    return f"{100 * expm1(value):+.0f} %"


def size(value: float, one: OutcomeRow) -> str:
    """Return the size of a detectable effect in words, both directions."""
    if not one.log:
        return f"{value:.2f} {one.unit}"
    return f"{100 * -expm1(-value):.0f} % down or {100 * expm1(value):.0f} % up"


def reading(effect: Effect, world: World, one: OutcomeRow) -> str:
    """Return the plain words of an effect."""
    if effect.att is None or effect.low is None or effect.high is None or effect.p is None or effect.detectable is None:
        used = ", ".join(f"{world.name(code)} {year}" for code, year in effect.designees) or "none"
        return (
            f"Nothing can be said about {one.says}: of the designations since 1996 only {effect.n} have figures before "
            f"and after ({used}), and three are the least for which an estimate is made here."
        )
    parts = [_found(effect, one), ruled_out(effect, one), _power(effect, one), _before(effect, one)]
    parts += [_leaning(effect, world, one), _alike(effect, one), one.caution]
    parts.append(
        "None of this is the effect of designation alone: countries are designated when their ties with the United "
        "States are already growing."
    )
    return " ".join(part for part in parts if part)


def _found(effect: Effect, one: OutcomeRow) -> str:
    assert effect.att is not None and effect.p is not None
    numbers = (
        f"{change(effect.att, one)} on average over years 0 to 5 against the five before, net of the never designated "
        f"(p = {effect.p:.2f}, {effect.n} designations)"
    )
    if effect.p > ALPHA and effect.n <= FEW:
        return f"With {effect.n} designations next to nothing can be said of {one.says}: {numbers}."
    if effect.p > ALPHA:
        return f"No change in {one.says} was found: {numbers}."
    if effect.p_holm is not None and effect.p_holm > ALPHA:
        way = "fall" if effect.att < 0 else "rise"
        return (
            f"A {way} in {one.says} is suggested but not established: {numbers}. Among so many outcomes one such {way} "
            f"is no surprise: p = {effect.p_holm:.2f} once all are counted."
        )
    return f"{one.says[0].upper()}{one.says[1:]} changed: {numbers}."


def ruled_out(effect: Effect, one: OutcomeRow) -> str:
    """Return which changes the 95 % set rules out; empty where there is no set."""
    if effect.low is None or effect.high is None:
        return ""
    return f"Changes below {change(effect.low, one)} or above {change(effect.high, one)} are ruled out (95 %)."


def _power(effect: Effect, one: OutcomeRow) -> str:
    assert effect.detectable is not None
    return f"The test finds a change of {size(effect.detectable, one)} four times in five, and smaller ones less often."


def _before(effect: Effect, one: OutcomeRow) -> str:
    early = effect.anticipation
    if not early or early["p"] > ALPHA:
        return ""
    return (
        f"It moved before: {change(early['estimate'], one)} in the two years before designation against years -6 to -4 "
        f"(p = {early['p']:.2f}). That is anticipation, not an effect."
    )


def _alike(effect: Effect, one: OutcomeRow) -> str:
    found = effect.size_check["lookalikes"]
    if found is None:
        return ""
    return (
        f"The third of the never designated with most US troops the year before saw {change(found['mean'], one)} "
        f"without it; against these alone p = {found['p']:.2f}."
    )


def _leaning(effect: Effect, world: World, one: OutcomeRow) -> str:
    if effect.att is None or not effect.leave_one_out:
        return ""
    code, without = max(effect.leave_one_out.items(), key=lambda pair: abs(pair[1] - (effect.att or 0.0)))
    return f"It leans most on {world.name(code)}: {change(without, one)} without it."
