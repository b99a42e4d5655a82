"""The uses of each indicator and the format of its numbers: the other keys of its record in `indicators.toml`.

    uses()["gdp_current_usd"]     one indicator: form, criterion, measure, outcome, features
    measures(), criteria()        what `mnna compare` and `mnna criteria` use, in order
    outcomes(), features()        what `mnna effects` and `mnna rank` use, in order
    forecast()                    which features the declared rule and the fitted models use

Only the standard library is needed, so that commands and pages can list these without the packages of the models.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, get_args

from mnna.errors import BadFacts
from mnna.series import metadata

Form = Literal[
    "digits", "dollars", "million dollars", "large", "percent", "kilometers", "yes or no", "of 1", "points", "levels"
]
How = Literal["", "treaty", "region"]
Scale = Literal["plain", "log", "log1p", "asinh"]
Transform = Literal["plain", "minus", "log", "log1p", "asinh_million", "minus_log"]
Better = Literal["high", "low"]
Counted = Literal["calendar", "fiscal", "september"]
CARRY = 4
"""How many years older than wanted a figure may be, in `rank`, `criteria` and `compare`."""

CHOICES = {
    "form": get_args(Form),
    "transform": get_args(Transform),
    "better": get_args(Better),
    "how": get_args(How),
    "counted": get_args(Counted),
}
"""The accepted values of some keys."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One of the default criteria: which direction of the indicator is better, and the goal in words."""

    indicator: str
    order: int
    better: Better
    goal: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure by which countries are compared; `nominal` marks current dollars, which differ between years."""

    indicator: str
    order: int
    family: str
    title: str
    scale: Scale
    says: str
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome that designation may have changed.

    `says` is its name in a sentence, `label` its name in a list. `unit` is the unit of an estimate, after `transform`.
    With `some`, designees are compared only with countries that have a positive figure. `counted` says what a year's
    figure is: a sum over the calendar year or over the US fiscal year (October to September), or a count on 30
    September. `breaks` are the first years after a change in how the source counts. `caution` describes an error of the
    source.
    """

    indicator: str
    order: int
    id: str
    label: str
    says: str
    unit: str
    transform: Transform
    some: bool = False
    counted: Counted = "calendar"
    breaks: tuple[int, ...] = ()
    caution: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "breaks", tuple(self.breaks))

    @property
    def log(self) -> bool:
        """Whether an estimate x means a relative change of exp(x) - 1."""
        return self.transform != "plain"


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One feature of a forecast: the `transform` of an indicator's sum over `years`, divided by the indicator `per`.

    `label`, `units` and `digits` say how a transformed value is shown again as a number: its unit, the factor to it,
    and the number of digits. `shorter` is a shorter name, `in_rule` the words for the feature in the declared rule.
    """

    indicator: str
    order: int
    id: str
    name: str
    says: str
    transform: Transform
    label: str
    digits: int
    units: float = 1.0
    per: str = ""
    years: int = 1
    shorter: str = ""
    in_rule: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """One indicator: the format of its numbers, and everything it is used for.

    `how` names the computation of an indicator that comes from the registry, not from a series; only these have `unit`,
    `source` and `licence`. `short` and `plain` are the short name and the words of a criterion; without `plain` it
    cannot be one. `static` means that one figure holds for every year. `bring` says how to add figures that are not
    shipped, `interval` which release the measurement intervals are from (see `intervals`).
    """

    id: str
    how: How = ""
    unit: str = ""
    source: str = ""
    licence: str = ""
    form: Form = "digits"
    levels: tuple[str, ...] = ()
    short: str = ""
    plain: str = ""
    scale: Literal["linear", "log"] = "log"
    static: bool = False
    bring: str = ""
    interval: str = ""
    criterion: CriterionRow | None = None
    measure: MeasureRow | None = None
    outcome: OutcomeRow | None = None
    features: tuple[FeatureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RivalRow:
    """A country that a statute names as a rival: since which day, by which law, and the statute's words in brief."""

    country: str
    since: date
    law: str
    says: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """The settings of the forecasts, mostly feature ids.

    They are: the features of the declared `rule` and of the `fitted` models, the features back-tested `alone` by title,
    the feature that counts allies in a `region`, and the feature that gives a country's `size`. `screen` lists the
    statuses whose holders are left out of the ranking, `rivals` the countries that a statute bars as suppliers.
    """

    rule: tuple[str, ...]
    fitted: tuple[str, ...]
    alone: Mapping[str, str]
    region: str
    size: str
    screen: tuple[str, ...]
    rivals: tuple[RivalRow, ...]


Row = TypeVar("Row", CriterionRow, MeasureRow, OutcomeRow, FeatureRow, Use)
Ordered = TypeVar("Ordered", CriterionRow, MeasureRow, OutcomeRow, FeatureRow)


def _row(kind: type[Row], where: str, given: Mapping[str, Any]) -> Row:
    """Return a row made from the given keys; raises `BadFacts` for an unknown or missing key, or a wrong value."""
    asked = f"indicators.toml: {where}"
    for name, allowed in CHOICES.items():
        if name in given and given[name] not in allowed:
            raise BadFacts(asked, f"{name} is {given[name]!r}", allowed, f"Use one of: {', '.join(allowed)}.")
    try:
        return kind(**given)
    except TypeError as error:
        raise BadFacts(asked, str(error).partition("__init__() ")[2], (), "Correct the key.") from None


_ROWS: Mapping[str, Any] = {"criterion": CriterionRow, "measure": MeasureRow, "outcome": OutcomeRow}
"""The rows of which an indicator has one at most, by key."""


def _use(record: Mapping[str, Any]) -> Use:
    name = record["id"]

    def row(kind: type[Row], key: str, given: Mapping[str, Any]) -> Row:
        return _row(kind, f"{name}, {key}", {"indicator": name, **given})

    known = ("id", "how", "bring", *metadata.WRITTEN, *(("unit", "source", "licence") if "how" in record else ()))
    given: dict[str, Any] = {key: record[key] for key in known if key in record}
    given |= {key: row(kind, key, record[key]) for key, kind in _ROWS.items() if key in record}
    given["levels"] = tuple(record.get("levels", ()))
    given["static"] = record.get("kind") == "static"
    given["features"] = tuple(row(FeatureRow, "feature", one) for one in record.get("feature", ()))
    return _row(Use, name, given)


@cache
def uses() -> Mapping[str, Use]:
    """Return every indicator of `indicators.toml` by id, those computed from the registry last."""
    table = metadata.table()
    return {record["id"]: _use(record) for record in (*table["indicator"], *table["computed"])}


def use(indicator: str) -> Use:
    """Return the uses of an indicator; defaults for one that is not in `indicators.toml`, such as the user's own."""
    return uses().get(indicator) or Use(indicator)


@cache
def weighed() -> tuple[str, ...]:
    """Return the ids of the indicators that the models load, which can be a criterion, a feature or an outcome."""
    return tuple(name for name, one in uses().items() if one.plain)


def _in_order(found: Iterable[Ordered | None]) -> tuple[Ordered, ...]:
    return tuple(sorted((one for one in found if one), key=lambda one: one.order))


@cache
def criteria() -> tuple[CriterionRow, ...]:
    """Return the default criteria, in order."""
    return _in_order(one.criterion for one in uses().values())


@cache
def measures() -> tuple[MeasureRow, ...]:
    """Return the measures of a comparison, in order."""
    return _in_order(one.measure for one in uses().values())


@cache
def outcomes() -> Mapping[str, OutcomeRow]:
    """Return the outcomes by id, in order."""
    return {one.id: one for one in _in_order(one.outcome for one in uses().values())}


@cache
def features() -> Mapping[str, FeatureRow]:
    """Return the features by id, in order."""
    return {one.id: one for one in _in_order(feature for one in uses().values() for feature in one.features)}


@cache
def forecast() -> Forecast:
    """Return which features the declared rule, the fitted models and the single-feature rivals use."""
    table = metadata.table()["forecast"]
    listed = {name: tuple(table[name]) for name in ("rule", "fitted", "screen")}
    rivals = tuple(RivalRow(**row) for row in table["rival"])
    return Forecast(**listed, alone=table["alone"], region=table["region"], size=table["size"], rivals=rivals)


def shorter(title: str) -> str:
    """Return the title of a model with the ids of its features replaced by their shorter names."""
    for name, one in features().items():
        title = title.replace(name, one.shorter or name)
    return title
