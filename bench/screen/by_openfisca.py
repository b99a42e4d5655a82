"""The screening of 36(b) and 36(c) in OpenFisca-Core: one variable with a formula for each step, a case as only entity.

OpenFisca has no unknown value and one date for all parameters. So truth values are coded 1, -1 and 0 (yes, no,
unknown), for which "and" is the minimum and "or" the maximum; days and statuses are inputs; and an amount not given is
NaN. Its numbers are 32-bit floats, which lose cents above a hundred thousand dollars.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import Any

import duckdb
import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.screen.held import SERVICES, STATUSES, held

CASE = build_entity(key="case", plural="cases", label="One proposed transfer", is_person=True)
DAY = "2026-01-01"
NEVER = 10**6
MEASURES = (None, "mde", "total", "construction")
GROUPS = (None, "general", "nato-organization", "nato", "nato-plus")
VERDICTS = ("no", "unknown", "yes", "error")
Get = Callable[[str], Any]
Formula = Callable[[Get], Any]


def _day(year: int, month: int, day: int) -> int:
    return (date(year, month, day) - date(1970, 1, 1)).days


def _truth(yes: Any) -> Any:
    return np.where(yes, 1, -1).astype(np.int8)


def _reached(value: Any, bound: Any) -> Any:
    return np.where(np.isnan(value), 0, np.where(value >= bound, 1, -1)).astype(np.int8)


def _part(value: Any, total: Any, bound: Any) -> Any:
    """Return whether a part of the whole reaches a bound; it cannot if the whole does not."""
    return np.where(np.isnan(value) & (total < bound), -1, _reached(value, bound)).astype(np.int8)


def _choice(high: Any, more: Any, low: Any) -> Any:
    return np.where(high == 1, more, np.where(high == -1, low, np.where(more == low, more, 0))).astype(np.int8)


def _variable(name: str, formula: Formula | None = None, kind: type = int) -> type[Variable]:
    """Return a variable of a case: an input, or a value computed by its formula from other variables."""
    parts: dict[str, Any] = {"value_type": kind, "entity": CASE, "definition_period": DateUnit.ETERNITY}
    parts |= {"default_value": float("nan")} if kind is float else {}
    parts |= {"formula": lambda case, period: formula(lambda other: case(other, period))} if formula else {}
    return type(name, (Variable,), parts)


def _high(of: Get) -> Any:
    """Return whether the higher thresholds apply: from 30 September 2002, to NATO and countries treated like it."""
    on = of("on")
    return np.where(
        on >= _day(2002, 9, 30), np.maximum(_truth(on >= of("nato")), _plus(of, "nato_plus_36b_thresholds")), -1
    )


def _plus(of: Get, status: str) -> Any:
    on, end = of("on"), of("end")
    return np.where(on == end, 0, _truth((on >= of(status)) & (on < end))).astype(np.int8)


def _beside(of: Get) -> Any:
    """Return whether the recipient is treated like NATO; the list of countries depends on the channel."""
    return np.where(of("fms") == 1, _plus(of, "nato_plus"), _plus(of, "nato_plus_36c"))


def _asked(name: str) -> str:
    return "services" if name == "total" else name


def _whole(name: str) -> str:
    """Return the name of the whole that an unknown value is a part of."""
    return "total" if name == "construction" else "services"


def _test(name: str, early: int, late: int, more: int) -> list[type]:
    """Return the variables of the lower and the higher test of one measure."""

    def low(of: Get) -> Any:
        on, value, total = of("on"), of(_asked(name)), of(_whole(name))
        bound = np.where(on >= _day(1981, 12, 29), late, early)
        met = _reached(value, bound) if name == "total" else _part(value, total, bound)
        return np.where(on < _day(1980, 12, 16), -1, met) if name == "construction" else met

    def high(of: Get) -> Any:
        value, total = of(_asked(name)), of(_whole(name))
        return _reached(value, more) if name == "total" else _part(value, total, more)

    return [_variable(f"{name}_low", low), _variable(f"{name}_high", high)]


def _verdict(of: Get) -> Any:
    """Return yes, no or unknown as 1, -1 or 0: 36(b) for fms, 36(c) for dcs."""
    on, fms, high_ = of("on"), of("fms") == 1, of("high")
    low = np.maximum(of("mde_low"), of("total_low"))
    more = np.maximum(of("mde_high"), of("total_high"))
    built_low = np.maximum(low, of("construction_low"))
    built_more = np.maximum(more, of("construction_high"))
    sale = np.where(on < _day(1976, 6, 30), of("total_low"), _choice(high_, built_more, built_low))
    arms = np.where(of("total") < 1_000_000, -1, 0)
    late = np.maximum(np.where(high_ == -1, low, np.where(more == low, more, 0)), arms)
    exempt = (on >= _day(2025, 12, 18)) & (on >= of("aukus"))
    late = np.where(exempt & (late != -1), 0, late)
    return np.where(fms, sale, np.where(on < _day(2002, 9, 30), low, late))


def _measure(of: Get) -> Any:
    """Return the first measure reached in the statute's order, by its index in `MEASURES`."""
    fms, high_ = of("fms") == 1, of("high")
    found = np.zeros(len(fms), dtype=np.int8)
    for place in (3, 2, 1):
        low, more = (of(f"{MEASURES[place]}_{side}") == 1 for side in ("low", "high"))
        met = np.where(high_ == -1, low, np.where((high_ == 1) & fms, more, low & more))
        found = np.where(met & (fms | (place < 3)), place, found)
    return np.where(fms & (of("on") < _day(1976, 6, 30)), 2, found)


def _usd(of: Get) -> Any:
    """Return the threshold reached, in dollars; 0 if none is known."""
    late, high_ = of("on") >= _day(1981, 12, 29), of("high")
    low = np.stack(
        [np.zeros(len(late), np.int64), np.where(late, 14, 7), np.where(late, 50, 25), np.full(len(late), 200)]
    )
    place = of("measure")
    chosen = np.where(high_ == 1, np.array([0, 25, 100, 300])[place], low[place, np.arange(len(late))])
    return np.where(high_ == 0, 0, chosen) * 1_000_000


def _days(of: Get) -> Any:
    """Return the days of review; 0 if they are not known."""
    on, fms = of("on"), of("fms") == 1
    near = np.maximum(_truth((on >= of("nato")) | (on >= of("nato_organization"))), of("beside"))
    early = on < np.where(fms, _day(1981, 12, 29), _day(1996, 7, 21))
    first = fms & (on < _day(1976, 6, 30))
    return np.where(first, 20, np.where(early, 30, np.select([near == 1, near == -1], [15, 30], 0)))


def _group(of: Get) -> Any:
    """Return the group of the recipient, by its index in `GROUPS`."""
    on, fms, beside_ = of("on"), of("fms") == 1, of("beside")
    early = on < np.where(fms, _day(1981, 12, 29), _day(1996, 7, 21))
    org = on >= of("nato_organization")
    conditions = [early, on >= of("nato"), beside_ == 1, (beside_ == -1) & org, beside_ == -1]
    return np.select(conditions, [1, 3, 4, 2, 1], 0)


INPUTS = ("fms", "on", "end", *(status.replace("-", "_") for status in STATUSES))
AMOUNTS = ("mde", "total", "services", "construction")
STEPS = {
    "high": _high, "beside": _beside, "verdict": _verdict, "measure": _measure, "usd": _usd, "days": _days,
    "group": _group,
}  # fmt: skip
TESTS = [
    *_test("mde", 7_000_000, 14_000_000, 25_000_000),
    *_test("total", 25_000_000, 50_000_000, 100_000_000),
    *_test("construction", 200_000_000, 200_000_000, 300_000_000),
]


class Law(TaxBenefitSystem):
    """A tax-benefit system with the variables of this module."""

    def __init__(self) -> None:
        super().__init__([CASE])
        self.add_variables(*(_variable(name) for name in INPUTS), *(_variable(name, None, float) for name in AMOUNTS))
        self.add_variables(*TESTS, *(_variable(name, formula) for name, formula in STEPS.items()))


QUERY = """
SELECT r.id AS country, CASE channel WHEN 'fms' THEN 1 WHEN 'dcs' THEN 0 ELSE -1 END AS fms,
       coalesce("on" - DATE '1970-01-01', -1000000) AS day, mde_usd::FLOAT AS mde, total_usd::FLOAT AS total,
       ({services})::FLOAT AS services, construction_usd::FLOAT AS construction,
       recipient IS NOT NULL AND r.id IS NULL AS wrong
FROM (SELECT * FROM read_parquet('{path}') LIMIT {rows}) p LEFT JOIN foreign_ r ON r.code = p.recipient
"""


def run(path: str, rows: int) -> tuple[float, Counter[Any]]:
    """Return the seconds and the counts of answers for the first `rows`, without the time to build the variables."""
    since, until, codes = held()
    law = Law()
    connection = duckdb.connect()
    connection.execute("CREATE TABLE foreign_ AS SELECT unnest($1) AS code, unnest(range(len($1))) AS id", [codes])
    started = perf_counter()
    read = connection.sql(QUERY.format(path=path, rows=rows, services=SERVICES)).fetchnumpy()
    country = np.ma.filled(read["country"], len(codes)).astype(np.int32)
    amounts = {name: np.ma.filled(read[name], np.nan).astype(np.float32) for name in AMOUNTS}
    on, fms = read["day"].astype(np.int32), read["fms"]
    simulation = SimulationBuilder().build_default_simulation(law, count=len(on))
    for status in STATUSES:
        first = np.array([_first(since[status].get(code)) for code in codes] + [NEVER])
        simulation.set_input(status.replace("-", "_"), DAY, first[country])
    end = np.array([_first(until.get(code)) for code in codes] + [NEVER])
    simulation.set_input("end", DAY, end[country])
    for name, values in {**amounts, "on": on, "fms": (fms == 1).astype(np.int32)}.items():
        simulation.set_input(name, DAY, values)
    wrong = read["wrong"] | (amounts["mde"] > amounts["total"])
    blank = (country == len(codes)) | (fms < 0) | (on == -1_000_000) | ((fms == 0) & (on < _day(1976, 6, 30)))
    found = {name: simulation.calculate(name, DAY) for name in ("verdict", "measure", "usd", "days", "group")}
    return _counted(found, wrong, blank, started)


def _first(day: date | None) -> int:
    return NEVER if day is None else (day - date(1970, 1, 1)).days


def _counted(found: dict[str, Any], wrong: Any, blank: Any, started: float) -> tuple[float, Counter[Any]]:
    answer = np.where(wrong, 3, np.where(blank, 1, found["verdict"] + 1))
    yes, open_ = answer == 2, (answer == 1) & ~blank
    columns = [
        answer,
        np.where(yes, found["measure"], 0),
        np.where(yes & (found["measure"] > 0), found["usd"] // 1_000_000, 0),
        np.where(yes | open_, found["days"], 0),
        np.where(blank | wrong, 0, found["group"]),
    ]
    key = np.zeros(len(answer), dtype=np.int64)
    for column in columns:
        key = key * 1000 + column
    keys, counts = np.unique(key, return_counts=True)
    seconds = perf_counter() - started
    result: Counter[Any] = Counter()
    for number, n in zip(keys.tolist(), counts.tolist(), strict=True):
        g, d, u, m, a = (number // 1000**place % 1000 for place in range(5))
        result[VERDICTS[a], MEASURES[m], u * 1_000_000 or None, d or None, GROUPS[g]] += n
    return seconds, result
