"""Parsers of criteria and bounds as users write them: `us_trade:up`, `homicide_rate:down:log`, `us_trade=0.2..0.5`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.models.choice.criteria import Criterion
from mnna.series import uses
from mnna.series.uses import Better

DIRECTIONS: Mapping[str, Better] = {"up": "high", "high": "high", "down": "low", "low": "low"}
SCALES = ("linear", "log")


@cache
def short_names() -> Mapping[str, str]:
    """Return the indicator id for each short name; users may write either."""
    return {one.short: name for name, one in uses.uses().items() if one.short}


def indicator(name: str) -> str:
    """Return the indicator's id, given its short name or id; raises `UnknownWord` with the nearest names."""
    found = short_names().get(name, name)
    if found not in uses.weighed():
        near = alike(name, (*short_names(), *uses.weighed()), 4, 0.5) or sorted(short_names())
        raise UnknownWord(f"the criterion {name!r}", "there is no such criterion", near, "")
    return found


def criterion(text: str) -> Criterion:
    """Return the criterion written as `NAME`, `NAME:up` or `NAME:down`; `:log` or `:linear` may follow the direction.

    `up` means that more is better. Without a direction, that of the default criterion is used. Raises `UnknownWord` for
    an unknown name, and `BadQuestion` for an unknown direction or scale, or where there is no default direction.
    """
    name, *more = text.strip().split(":")
    code = indicator(name)
    own = uses.use(code).criterion
    if more and more[0] not in DIRECTIONS:
        raise BadQuestion(f"the criterion {text!r}", f"{more[0]!r} is not a direction", ("up", "down"), "")
    better = DIRECTIONS[more[0]] if more else own.better if own else None
    if better is None:
        wrong = "it does not say whether more or less of it is better"
        raise BadQuestion(f"the criterion {text!r}", wrong, (f"{name}:up", f"{name}:down"), "")
    if (scales := more[1:]) and (len(scales) > 1 or scales[0] not in SCALES):
        raise BadQuestion(f"the criterion {text!r}", f"{':'.join(scales)!r} is not a scale", SCALES, "")
    scale = scales[0] if scales else uses.use(code).scale
    goal = own.goal if own and own.better == better else f"{better} {uses.use(code).plain}"
    return Criterion(code, better, "log" if scale == "log" else "linear", goal)


def share(text: str) -> tuple[str, tuple[float, float]]:
    """Return the name and the (low, high) shares of a bound written `NAME=LOW..HIGH`, such as `us_trade=0.2..0.5`.

    An empty LOW is 0, an empty HIGH is 1. Raises `BadQuestion` for any other form.
    """
    name, _, span = text.partition("=")
    low, dots, high = span.partition("..")
    try:
        found = float(low or 0), float(high or 1)
    except ValueError:
        dots = ""
    if not (dots and name):
        raise BadQuestion(f"the bound {text!r}", "not a name and two shares", (), "Write it like us_trade=0.2..0.5.")
    return name.strip(), found


def check(chosen: Sequence[Criterion]) -> None:
    """Raise `BadQuestion` for a criterion chosen twice."""
    names = [one.indicator for one in chosen]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise BadQuestion(f"the criterion {twice!r}", "it is named twice", (), "Name each once.")
