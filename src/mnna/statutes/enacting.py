"""Compute the law as it would read if a bill were enacted: the figures that the bill would change.

`bills.csv` says how much of each bill was read, and `bill_figures.csv` which figures it would set to which values. If a
bill changes a figure to an amount that was not read, the figure has no value, and answers that depend on it are
unknown. The encoded law is never changed: the functions return new provisions.
"""

from __future__ import annotations

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
from mnna.tables import table

READ = ("whole", "part", "no")
Question = TypeVar("Question", bound=Authority | CaseLaw)


class BillFigure(QuickTuple):
    """One figure that a bill would set: its parameter, its value (None: not read), its first day (None: the bill's)."""

    parameter: str
    value: Value | None
    since: date | None
    citation: str
    source: str
    confidence: str
    note: str = ""


class BillText(QuickTuple):
    """How much of a bill was read (`whole`, `part` or `no`), in which `text`, and the ids of the statuses it `names`.

    `leaves_open` describes what else the bill would change, which is not computed.
    """

    bill: str
    read: str
    text: str
    names: tuple[str, ...]
    leaves_open: str


@lru_cache(maxsize=1)
def bill_texts() -> dict[str, BillText]:
    """Return the rows of `bills.csv` by the id of the bill's text; raise `BadFacts` for an invalid row."""
    return {row["bill"]: _text(row) for row in table(FOLDER / "bills.csv")}


def _text(row: Mapping[str, str]) -> BillText:
    if row["read"] not in READ:
        raise BadFacts(f"bills.csv, {row['bill']}", f"read is {row['read']!r}", READ, "Correct the row.")
    names = tuple(filter(None, row["names"].split(";")))
    return BillText(row["bill"], row["read"], row["text"], names, row["leaves_open"])


def figures_of(bill: str) -> tuple[BillFigure, ...]:
    """Return the figures that a bill would set, in the order of the table; none for an unknown bill."""
    return tuple(_figure(row) for row in table(FOLDER / "bill_figures.csv") if row["bill"] == bill)


def _figure(row: Mapping[str, str]) -> BillFigure:
    value = value_of(param(row["parameter"]).kind, row["value"]) if row["value"] else None
    return BillFigure(row["parameter"], value, None, row["citation"], row["source"], row["confidence"], row["note"])


def enacted_from(figures: Iterable[BillFigure], on: date) -> dict[str, Param]:
    """Return each parameter by id, with the bill's value added from the day the bill sets, or else from `on`."""
    return {one.parameter: _from(param(one.parameter), one, one.since or on) for one in figures}


def enacted_always(figures: Iterable[BillFigure]) -> dict[str, Param]:
    """Return each parameter by id, with the bill's value as if the bill had always been law."""
    return {one.parameter: _from(param(one.parameter), one, date.min) for one in figures}


def _from(figure: Param, new: BillFigure, since: date) -> Param:
    before = [_ended(old, since) for old in figure.history if old.since < since]
    if new.value is None:
        return replace(figure, history=tuple(before))
    after = Dated(new.value, since, None, new.citation, new.source, new.confidence, None, new.note, assumed=True)
    return replace(figure, history=(*before, after))


def _ended(old: Dated, since: date) -> Dated:
    return replace(old, until=since) if old.until is None or old.until > since else old


def touched(law: Authority | CaseLaw, figures: Iterable[str], on: date) -> bool:
    """Return whether the provision of that day uses one of the parameters, given by id."""
    provision = law.at(on)
    return provision is not None and not {one.id for one in parameters(provision)}.isdisjoint(figures)


def enacted(law: Question, figures: Mapping[str, Param], on: date) -> Question:
    """Return the law with the given parameters in place of its own; its sentences give their values on the day `on`."""
    change = _Change(figures, on)
    return replace(law, provisions=tuple(change.provision(one) for one in law.provisions))  # type: ignore[arg-type]


class _Change(QuickTuple):
    """A replacement of parameters by id, with methods that apply it to each part of a provision."""

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
