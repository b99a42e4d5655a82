"""Random rules over a small world, and random situations in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st

from mnna.rules.nodes import (
    NO,
    YES,
    All,
    Any,
    Cited,
    Compare,
    Dated,
    Exceptions,
    Field,
    If,
    Kind,
    Known,
    Literal,
    Named,
    Not,
    OneOf,
    Param,
    Special,
    Status,
)

DAYS = [date(1999, 12, 31), date(2000, 1, 1), date(2000, 1, 2), date(2010, 6, 30), date(2020, 1, 1)]
AMOUNTS = [Decimal("13999999.99"), Decimal("14000000.00"), Decimal("14000000.01"), Decimal("25000000.00")]
FIELDS = {
    "mde": Field("mde", Kind.MONEY, "equipment"),
    "total": Field("total", Kind.MONEY, "total"),
    "months": Field("months", Kind.COUNT, "months"),
    "exempt": Field("exempt", Kind.TRUTH, "it is exempt"),
    "territory": Field("territory", Kind.TRUTH, "new territory", presumed=False, presumption="no new territory"),
    "origin": Field("origin", Kind.TEXT, "origin", ("government", "it's")),
    "on": Field("on", Kind.DATE, "day"),
    "signed": Field("signed", Kind.DATE, "day of signature"),
}
STATUSES = {name: Status(name, f"in {name}") for name in ("nato", "plus")}


def _param(id_: str, kind: Kind, values: list[object]) -> Param:
    cuts = [date(1990, 1, 1), date(2000, 1, 1), date(2010, 6, 30)]
    rows = [
        Dated(value, since, until, f"law of {since.year}")  # type: ignore[arg-type]
        for value, since, until in zip(values, cuts, [*cuts[1:], date(2020, 1, 1)], strict=True)
    ]
    return Param(id_, kind, id_, tuple(rows))


PARAMS = {
    Kind.MONEY: [
        _param("low", Kind.MONEY, [AMOUNTS[0], AMOUNTS[1], AMOUNTS[3]]),
        _param("high", Kind.MONEY, AMOUNTS[1:]),
    ],
    Kind.COUNT: [_param("days", Kind.COUNT, [20, 30, 30]), _param("few", Kind.COUNT, [15, 15, 30])],
    Kind.DATE: [_param("turn", Kind.DATE, [DAYS[1], DAYS[2], DAYS[3]])],
}


def _values(kind: Kind, truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    plain = [f for f in FIELDS.values() if f.kind is kind] + PARAMS.get(kind, [])
    if kind is Kind.TEXT:
        plain.append(Literal("government"))
    leaf = st.sampled_from(plain)
    return leaf | st.builds(If, truth, leaf, leaf)


def _leaves(truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    def comparison(kind: Kind, operators: tuple[str, ...]) -> st.SearchStrategy[object]:
        side = _values(kind, truth)
        return st.builds(Compare, st.sampled_from(operators), side, side)

    ordered = (">=", ">", "<=", "<", "=")
    return st.one_of(
        st.sampled_from([YES, NO, *STATUSES.values(), FIELDS["exempt"], FIELDS["territory"]]),
        comparison(Kind.MONEY, ordered),
        comparison(Kind.COUNT, ordered),
        comparison(Kind.DATE, ordered),
        comparison(Kind.TEXT, ("=",)),
        st.builds(OneOf, st.just(FIELDS["origin"]), st.sampled_from([("government",), ("it's", "government")])),
        st.builds(Known, _values(Kind.MONEY, truth)),
        st.builds(Known, truth),
    )


def _larger(truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    some = st.lists(truth, min_size=1, max_size=3).map(tuple)
    special = st.builds(Special, truth, truth, st.just("an exception"))
    return st.one_of(
        st.builds(All, some),
        st.builds(Any, some),
        st.builds(Not, truth),
        st.builds(If, truth, truth, truth),
        st.builds(Named, st.just("n"), st.just("named"), truth),
        st.builds(Cited, st.just("22 USC 1"), truth),
        st.builds(Exceptions, truth, st.lists(special, min_size=1, max_size=2).map(tuple)),
        _leaves(truth),
    )


TRUTHS = st.recursive(_leaves(st.sampled_from([*STATUSES.values(), FIELDS["exempt"]])), _larger, max_leaves=8)
DRAWN = {
    "mde": st.sampled_from([None, Decimal("0.00"), *AMOUNTS]),
    "total": st.sampled_from([None, Decimal("0.00"), *AMOUNTS]),
    "months": st.sampled_from([None, 15, 20, 30]),
    "exempt": st.sampled_from([None, True, False]),
    "territory": st.sampled_from([None, True, False]),
    "origin": st.sampled_from([None, "government", "it's"]),
    "signed": st.sampled_from([None, *DAYS]),
}


@pytest.fixture(scope="session")
def world() -> SimpleNamespace:
    """Strategies: `truths` (rules), `counts` (rules that give a number), `days`, `statuses`, `fields`."""
    holds = st.sampled_from([None, True, False])
    return SimpleNamespace(
        truths=TRUTHS,
        counts=_values(Kind.COUNT, TRUTHS),
        days=st.sampled_from([date(1980, 1, 1), *DAYS]),
        statuses=st.fixed_dictionaries({name: holds for name in STATUSES}),
        fields=st.fixed_dictionaries(DRAWN),
        definitions=FIELDS,
    )
