"""Criteria and bounds as people write them: `us_trade:up`, `homicide_rate:down:log`, `us_trade=0.2..0.5`."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from mnna.errors import BadQuestion, UnknownWord
from mnna.models.choice.criteria import DEFAULT, Criterion
from mnna.models.panel import WANTED

SHORT = {
    "us_trade": "us_goods_trade_total",
    "us_trade_share": "us_goods_trade_share",
    "us_troops": "us_troops_active_duty",
    "us_aid": "us_aid_total_obligations_constant_usd",
    "us_military_aid": "us_military_aid_disbursements",
    "us_eda": "us_eda_current_value",
    "us_arms": "us_arms_tiv",
    "gdp": "gdp_current_usd",
    "un_distance": "unga_distance_usa",
    "democracy": "vdem_polyarchy",
    "physical_safety": "vdem_physical_violence_index",
    "civil_war": "civil_conflict_intensity",
    "distance": "dist_washington_km",
}
"""Short names of the indicators; the long ones are accepted too."""

PLAIN = {
    "us_goods_trade_share": "share of US goods trade",
    "us_aid_total_obligations_constant_usd": "US aid",
    "us_military_aid_disbursements": "US military aid",
    "us_eda_current_value": "excess defense articles received",
    "us_arms_tiv": "US arms deliveries",
    "us_goods_trade_total": "trade with the United States",
    "gdp_current_usd": "GDP",
    "population": "population",
    "us_troops_active_duty": "US troops there",
    "dist_washington_km": "distance from Washington",
    "unga_distance_usa": "distance from the United States in UN votes",
    "vdem_polyarchy": "electoral democracy",
    "vdem_physical_violence_index": "freedom from killing and torture by the state",
    "homicide_rate": "homicide rate",
    "civil_conflict_intensity": "civil war",
}
SHARES = ("us_goods_trade_share", "unga_distance_usa", "civil_conflict_intensity")  # not sizes that span magnitudes
DIRECTIONS = {"up": "high", "high": "high", "down": "low", "low": "low"}
SCALES = ("linear", "log")


def indicator(name: str) -> str:
    """The indicator's id by its short or long name; raises `UnknownWord` with the nearest."""
    found = SHORT.get(name, name)
    if found not in WANTED:
        known = (*SHORT, *WANTED)
        near = get_close_matches(name, known, 4, 0.5) or sorted(SHORT)
        raise UnknownWord(f"the criterion {name!r}", "there is none of that name", near, "")
    return found


def criterion(text: str) -> Criterion:
    """A criterion written `NAME`, `NAME:up`, `NAME:down` or with `:log` or `:linear` behind.

    `up` says that more is better. Without a direction ours is taken where we have one. Raises `UnknownWord` for a
    name there is not and `BadQuestion` for a direction or scale there is not, or none where we have none.
    """
    name, *more = text.strip().split(":")
    code = indicator(name)
    own = next((one for one in DEFAULT if one.indicator == code), None)
    better = _direction(text, more[0]) if more else own and own.better
    if better is None:
        wrong = "it does not say whether more or less of it is better"
        raise BadQuestion(f"the criterion {text!r}", wrong, (f"{name}:up", f"{name}:down"), "")
    scale = _scale(text, more[1:]) or (own.scale if own else _usual(code))
    goal = own.goal if own and own.better == better else f"{'high' if better == 'high' else 'low'} {PLAIN[code]}"
    return Criterion(code, "high" if better == "high" else "low", "log" if scale == "log" else "linear", goal)


def _usual(code: str) -> str:
    return "linear" if code in SHARES or code.startswith("vdem") else "log"


def _direction(text: str, word: str) -> str:
    if word not in DIRECTIONS:
        raise BadQuestion(f"the criterion {text!r}", f"{word!r} is not a direction", ("up", "down"), "")
    return DIRECTIONS[word]


def _scale(text: str, words: Sequence[str]) -> str | None:
    if not words:
        return None
    if len(words) > 1 or words[0] not in SCALES:
        raise BadQuestion(f"the criterion {text!r}", f"{':'.join(words)!r} is not a scale", SCALES, "")
    return words[0]


def share(text: str) -> tuple[str, tuple[float, float]]:
    """A bound written `NAME=LOW..HIGH`, in shares of one: the name and the two; raises `BadQuestion`."""
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
    """Raises `BadQuestion` for a criterion chosen twice."""
    names = [one.indicator for one in chosen]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise BadQuestion(f"the criterion {twice!r}", "it is named twice", (), "Name each once.")
