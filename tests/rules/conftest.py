"""Random rules over a small world, and random situations in it."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st

from mnna.rules import nodes

DAYS = [date(1999, 12, 31), date(2000, 1, 1), date(2000, 1, 2), date(2010, 6, 30), date(2020, 1, 1)]
AMOUNTS = [Decimal("13999999.99"), Decimal("14000000.00"), Decimal("14000000.01"), Decimal("25000000.00")]
FIELDS = {
    "mde": nodes.Field("mde", nodes.Kind.MONEY, "equipment"),
    "total": nodes.Field("total", nodes.Kind.MONEY, "total"),
    "months": nodes.Field("months", nodes.Kind.COUNT, "months"),
    "exempt": nodes.Field("exempt", nodes.Kind.TRUTH, "it is exempt"),
    "territory": nodes.Field(
        "territory", nodes.Kind.TRUTH, "new territory", presumed=False, presumption="no new territory"
    ),
    "origin": nodes.Field("origin", nodes.Kind.TEXT, "origin", ("government", "it's")),
    "on": nodes.Field("on", nodes.Kind.DATE, "day"),
    "signed": nodes.Field("signed", nodes.Kind.DATE, "day of signature"),
}
STATUSES = {name: nodes.Status(name, f"in {name}") for name in ("nato", "plus")}


def _param(id_: str, kind: nodes.Kind, values: Sequence[object]) -> nodes.Param:
    cuts = [date(1990, 1, 1), date(2000, 1, 1), date(2010, 6, 30)]
    rows = [
        nodes.Dated(value, since, until, f"law of {since.year}")  # type: ignore[arg-type]
        for value, since, until in zip(values, cuts, [*cuts[1:], date(2020, 1, 1)], strict=True)
    ]
    return nodes.Param(id_, kind, id_, tuple(rows))


PARAMS = {
    nodes.Kind.MONEY: [
        _param("low", nodes.Kind.MONEY, [AMOUNTS[0], AMOUNTS[1], AMOUNTS[3]]),
        _param("high", nodes.Kind.MONEY, AMOUNTS[1:]),
    ],
    nodes.Kind.COUNT: [_param("days", nodes.Kind.COUNT, [20, 30, 30]), _param("few", nodes.Kind.COUNT, [15, 15, 30])],
    nodes.Kind.DATE: [_param("turn", nodes.Kind.DATE, [DAYS[1], DAYS[2], DAYS[3]])],
}


def _values(kind: nodes.Kind, truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    plain: list[typing.Any] = [*(f for f in FIELDS.values() if f.kind is kind), *PARAMS.get(kind, [])]
    if kind is nodes.Kind.TEXT:
        plain.append(nodes.Literal("government"))
    leaf = st.sampled_from(plain)
    return leaf | st.builds(nodes.If, truth, leaf, leaf)


def _leaves(truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    def comparison(kind: nodes.Kind, operators: tuple[str, ...]) -> st.SearchStrategy[object]:
        side = _values(kind, truth)
        return st.builds(nodes.Compare, st.sampled_from(operators), side, side)

    ordered = (">=", ">", "<=", "<", "=")
    return st.one_of(
        st.sampled_from([nodes.YES, nodes.NO, *STATUSES.values(), FIELDS["exempt"], FIELDS["territory"]]),
        comparison(nodes.Kind.MONEY, ordered),
        comparison(nodes.Kind.COUNT, ordered),
        comparison(nodes.Kind.DATE, ordered),
        comparison(nodes.Kind.TEXT, ("=",)),
        st.sampled_from(["government", "it's"]).map(FIELDS["origin"].equals),
        st.builds(nodes.Known, _values(nodes.Kind.MONEY, truth)),
        st.builds(nodes.Known, truth),
    )


def _larger(truth: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    some = st.lists(truth, min_size=1, max_size=3).map(tuple)
    special = st.builds(nodes.Special, truth, truth, st.just("an exception"))
    return st.one_of(
        st.builds(nodes.All, some),
        st.builds(nodes.Any, some),
        st.builds(nodes.Not, truth),
        st.builds(nodes.If, truth, truth, truth),
        st.builds(nodes.Named, st.just("n"), st.just("named"), truth),
        st.builds(nodes.Cited, st.just("22 USC 1"), truth),
        st.builds(nodes.Exceptions, truth, st.lists(special, min_size=1, max_size=2).map(tuple)),
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
        counts=_values(nodes.Kind.COUNT, TRUTHS),
        days=st.sampled_from([date(1980, 1, 1), *DAYS]),
        statuses=st.fixed_dictionaries(dict.fromkeys(STATUSES, holds)),
        fields=st.fixed_dictionaries(DRAWN),
        definitions=FIELDS,
    )
