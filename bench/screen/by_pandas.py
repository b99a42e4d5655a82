"""The screening of 36(b) and 36(c) in pandas with its nullable types, whose booleans have three values."""

from __future__ import annotations

from collections import Counter
from datetime import date
from time import perf_counter
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from bench.screen.held import SERVICES, held

CELLS = (
    'recipient, channel, CAST("on" AS TIMESTAMP) AS "on", mde_usd::DOUBLE AS mde, total_usd::DOUBLE AS total, '
    f"construction_usd::DOUBLE AS construction, ({SERVICES})::DOUBLE AS services"
)
NULLABLE = {pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}
Truths = Any
"""A Series of pandas' nullable booleans; `&`, `|` and `~` follow Kleene's logic."""


def _stamp(year: int, month: int, day: int) -> pd.Timestamp:
    return pd.Timestamp(year, month, day)


def _choice(condition: Truths, yes: Truths, no: Truths) -> Truths:
    """Return `yes` or `no` by the condition; if it is unknown, the value on which both agree, else unknown."""
    return (condition & yes) | (~condition & no) | (yes & no)


def _part(value: Any, total: Any, bound: Any) -> Truths:
    """Return whether a part of the whole reaches a bound; it cannot if the whole does not."""
    return (value >= bound).mask(value.isna() & (total < bound).fillna(False), False)


class Cases:
    """The columns of a file, with methods for each step of the law."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame, self.on = frame, frame["on"]
        self.fms = (frame["channel"] == "fms").fillna(False).astype("boolean")
        self.since, self.until, self.codes = held()
        self.mde, self.total, self.construction = frame["mde"], frame["total"], frame["construction"]
        self.services = frame["services"]

    def holds(self, status: str) -> Truths:
        """Return whether the recipient has a status, which is taken not to end."""
        return (self.on >= self._days(self.since[status])).astype("boolean")

    def plus(self, status: str) -> Truths:
        """Return whether the recipient is treated like NATO; unknown on the last day of a period that ended."""
        end = self._days(self.until)
        inside = self.holds(status) & (end.isna() | (self.on < end)).astype("boolean")
        return inside.mask((self.on == end).fillna(False), pd.NA)

    def _days(self, by_country: dict[str, date]) -> Any:
        days = {country: pd.Timestamp(day) for country, day in by_country.items()}
        return self.frame["recipient"].map(days).astype("datetime64[us]")

    def after(self, year: int, month: int, day: int) -> Truths:
        """Return whether the case is on or after a day."""
        return (self.on >= _stamp(year, month, day)).astype("boolean")

    def answers(self) -> pd.DataFrame:
        """Return the verdict, measure, threshold, days and group of each case."""
        fms, first, late = self.fms, ~self.after(1976, 6, 30), self.after(1981, 12, 29)
        nato, org = self.holds("nato"), self.holds("nato-organization")
        beside = self.plus("nato-plus").where(fms, self.plus("nato-plus-36c"))
        high = self.after(2002, 9, 30) & (nato | self.plus("nato-plus-36b-thresholds"))
        m1 = pd.Series(7e6, self.frame.index, "Float64").mask(late, 14e6)
        t1 = pd.Series(25e6, self.frame.index, "Float64").mask(late, 50e6)
        built = _part(self.construction, self.total, 200e6).mask(~self.after(1980, 12, 16), False)
        low = [_part(self.mde, self.services, m1), self.services >= t1, built]
        more = [
            _part(self.mde, self.services, 25e6), self.services >= 100e6, _part(self.construction, self.total, 300e6)
        ]  # fmt: skip
        verdict = self._verdict(high, low, more, first)
        frame = pd.DataFrame({"verdict": verdict, "high": high, "days": self._review(fms, first, nato, org, beside)})
        frame["group"] = self._group(fms, nato, org, beside)
        return self._terms(frame, low, more, first, (m1, t1))

    def _verdict(self, high: Truths, low: list[Truths], more: list[Truths], first: Truths) -> Truths:
        sale = _choice(high, more[0] | more[1] | more[2], low[0] | low[1] | low[2]).mask(first, low[1])
        few, many = low[0] | low[1], more[0] | more[1]
        arms = (self.total < 1e6).map({True: False}, na_action="ignore").astype("boolean")
        agreed = pd.Series(pd.NA, self.frame.index, "boolean").mask((few == many).fillna(False), few)
        late = agreed.mask((~high).fillna(False), few) | arms
        exempt = (self.after(2025, 12, 18) & self.holds("aukus")).fillna(False)
        late = late.mask(exempt & late.fillna(True), pd.NA)
        return sale.where(self.fms, late.where(self.after(2002, 9, 30), few))

    def _review(self, fms: Truths, first: Truths, nato: Truths, org: Truths, beside: Truths) -> Any:
        near = nato | org | beside
        days = near.map({True: 15, False: 30}, na_action="ignore").astype("Int64")
        early = ~(self.after(1981, 12, 29).where(fms, self.after(1996, 7, 21)))
        return days.mask(early, 30).mask(fms & first, 20)

    def _group(self, fms: Truths, nato: Truths, org: Truths, beside: Truths) -> Any:
        found = beside.map({True: "nato-plus", False: "general"}, na_action="ignore").astype("string")
        found = found.mask((~beside & org).fillna(False), "nato-organization").mask(nato, "nato")
        return found.mask(~(self.after(1981, 12, 29).where(fms, self.after(1996, 7, 21))), "general")

    def _terms(
        self, frame: pd.DataFrame, low: list[Truths], more: list[Truths], first: Truths, bounds: tuple[Any, Any]
    ) -> pd.DataFrame:
        fms, high = self.fms, frame["high"]
        measure = pd.Series(pd.NA, frame.index, "string")
        usd = pd.Series(pd.NA, frame.index, "Float64")
        steps = (("construction", 200e6, 300e6), ("total", bounds[1], 100e6), ("mde", bounds[0], 25e6))
        for place, (name, less, higher) in zip((2, 1, 0), steps, strict=True):
            both = low[place] & more[place]
            met = both.mask((~high).fillna(False), low[place]).mask((high & fms).fillna(False), more[place])
            met = (met & fms if name == "construction" else met).fillna(False)
            value = pd.Series(higher, frame.index, "Float64").where(high.fillna(False), less).mask(high.isna(), pd.NA)
            measure, usd = measure.mask(met, name), usd.mask(met, value)
        frame["measure"] = measure.mask(fms & first, "total")
        frame["usd"] = usd.mask(fms & first, 25e6)
        return self._whole(frame, first)

    def _whole(self, frame: pd.DataFrame, first: Truths) -> pd.DataFrame:
        """Return the frame of answers with `error` for invalid rows and `unknown` for rows that lack a needed cell."""
        given = self.frame[["recipient", "channel", "on"]].notna().all(axis=1)
        wrong = self.frame["recipient"].notna() & ~self.frame["recipient"].isin(self.codes)
        wrong |= (self.mde > self.total).fillna(False)
        blank = ~given | (~self.fms & first).fillna(False)
        word = frame["verdict"].map({True: "yes", False: "no"}, na_action="ignore").astype("string").fillna("unknown")
        frame["verdict"] = word.mask(blank, "unknown").mask(wrong, "error")
        yes = frame["verdict"] == "yes"
        frame["measure"], frame["usd"] = frame["measure"].where(yes), frame["usd"].where(yes)
        frame["days"] = frame["days"].where((yes | (frame["verdict"] == "unknown")) & ~blank)
        frame["group"] = frame["group"].mask(blank | wrong)
        return frame


def run(path: str, rows: int) -> tuple[float, Counter[Any]]:
    """Return the seconds and the counts of answers for the first `rows` of the file."""
    started = perf_counter()
    table = duckdb.sql(f"SELECT {CELLS} FROM read_parquet('{path}') LIMIT {rows}").to_arrow_table()
    answers = Cases(table.to_pandas(types_mapper=NULLABLE.get)).answers()
    columns = ["verdict", "measure", "usd", "days", "group"]
    counts = answers.groupby(columns, dropna=False).size()
    seconds = perf_counter() - started
    found: Counter[Any] = Counter()
    for key, n in counts.items():
        verdict, measure, usd, days, group = (None if pd.isna(one) else one for one in key)
        found[verdict, measure, usd and int(usd), days and int(days), group] += n
    return seconds, found
