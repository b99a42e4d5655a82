"""Bills laid over the law: the figures a bill would change, and the law as it would then read.

`bills.csv` says of each bill how much of its text was read, and `bill_figures.csv` which figure it would set to what; a
figure that a bill changes to an amount not read has no value, and what turns on it is then unknown. The law itself is
never touched: an enacted provision is another value.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from mnna.errors import BadFacts
from mnna.quick import QuickTuple
from mnna.rules.nodes import Dated, Expr, Param, Value
from mnna.statutes.listing import FOLDER
from mnna.statutes.parameters import param, value_of
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Measure, Provision, parameters
from mnna.statutes.wording import filled

READ = ("whole", "part", "no")
Question = TypeVar("Question", bound=Authority | CaseLaw)


class BillFigure(QuickTuple):
    """One figure a bill would set: the parameter, the value (None is not read), from which day (None with the bill)."""

    parameter: str
    value: Value | None
    since: date | None
    citation: str
    source: str
    confidence: str
    note: str = ""


class BillText(QuickTuple):
    """What was read of a bill: `read` is `whole`, `part` or `no`, of which `text`; `names` are statuses it speaks of.

    `leaves_open` is what else it would change, which nothing here computes.
    """

    bill: str
    read: str
    text: str
    names: tuple[str, ...]
    leaves_open: str


@lru_cache(maxsize=1)
def bill_texts() -> dict[str, BillText]:
    """What was read of each bill, by the id of its text; raises `BadFacts` for a row that is none."""
    return {row["bill"]: _text(row) for row in _rows("bills.csv")}


def _text(row: Mapping[str, str]) -> BillText:
    if row["read"] not in READ:
        raise BadFacts(f"bills.csv, {row['bill']}", f"read is {row['read']!r}", READ, "Correct the row.")
    names = tuple(filter(None, row["names"].split(";")))
    return BillText(row["bill"], row["read"], row["text"], names, row["leaves_open"])


def figures_of(bill: str) -> tuple[BillFigure, ...]:
    """The figures a bill of the table would set, in its order."""
    return tuple(_figure(row) for row in _rows("bill_figures.csv") if row["bill"] == bill)


def _figure(row: Mapping[str, str]) -> BillFigure:
    value = value_of(param(row["parameter"]).kind.value, row["value"]) if row["value"] else None
    return BillFigure(row["parameter"], value, None, row["citation"], row["source"], row["confidence"], row["note"])


def _rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def enacted_from(figures: Iterable[BillFigure], on: date) -> dict[str, Param]:
    """Each figure with its history and the bill's value after it, from the day the bill says, or else from `on`."""
    return {one.parameter: _from(param(one.parameter), one, one.since or on) for one in figures}


def enacted_always(figures: Iterable[BillFigure]) -> dict[str, Param]:
    """Each figure as if the bill had always been law."""
    return {one.parameter: _from(param(one.parameter), one, date.min) for one in figures}


def _from(figure: Param, new: BillFigure, since: date) -> Param:
    before = [_ended(old, since) for old in figure.history if old.since < since]
    if new.value is None:
        return replace(figure, history=tuple(before))
    after = Dated(new.value, since, None, new.citation, new.source, new.confidence, None, new.note)
    return replace(figure, history=(*before, after))


def _ended(old: Dated, since: date) -> Dated:
    return replace(old, until=since) if old.until is None or old.until > since else old


def touched(law: Authority | CaseLaw, figures: Iterable[str], on: date) -> bool:
    """Whether an answer of that day may rest on one of the figures, by its id."""
    provision = law.at(on)
    return provision is not None and not {one.id for one in parameters(provision)}.isdisjoint(figures)


def enacted(law: Question, figures: Mapping[str, Param], on: date) -> Question:
    """The law with the figures in the place of its own; its prose tells those of the day `on`."""
    change = _Change(figures, on)
    return replace(law, provisions=tuple(change.provision(one) for one in law.provisions))  # type: ignore[arg-type]


class _Change(QuickTuple):
    """One change of figures: how each part of a provision reads with them."""

    figures: Mapping[str, Param]
    on: date

    def tree(self, node: Expr) -> Expr:
        if isinstance(node, Param):
            return self.figures.get(node.id, node)
        return node.rebuilt(self.tree)

    def text(self, text: str) -> str:
        return filled(text, self.figures, self.on)

    def acts(self, acts: Iterable[Act]) -> tuple[Act, ...]:
        return tuple(replace(act, text=self.text(act.text), when=self.tree(act.when)) for act in acts)

    def terms(self, terms: Mapping[str, Expr | str]) -> dict[str, Expr | str]:
        return {name: self.text(term) if isinstance(term, str) else self.tree(term) for name, term in terms.items()}

    def provision(self, one: Provision | CaseProvision) -> Provision | CaseProvision:
        return self._of_case(one) if isinstance(one, CaseProvision) else self._of_country(one)

    def _of_country(self, one: Provision) -> Provision:
        return replace(
            one,
            says=self.text(one.says),
            rule=self.tree(one.rule),
            terms=self.terms(one.terms),
            steps=self.acts(one.steps),
            routes=self.acts(one.routes),
            caveats=self.acts(one.caveats),
            extras=tuple(replace(e, when=self.tree(e.when), terms=self.terms(e.terms)) for e in one.extras),
            cuts=tuple(replace(cut, when=self.tree(cut.when)) for cut in one.cuts),
        )

    def _of_case(self, one: CaseProvision) -> CaseProvision:
        return replace(
            one,
            says=self.text(one.says),
            notify=self.tree(one.notify),
            measures=tuple(self._measure(measure) for measure in one.measures),
            review_days=self.tree(one.review_days),
            group=self.tree(one.group),
            steps=self.acts(one.steps),
            caveats=self.acts(one.caveats),
        )

    def _measure(self, one: Measure) -> Measure:
        return replace(one, met=self.tree(one.met), usd=None if one.usd is None else self.tree(one.usd))
