"""A residue decides every case as the whole rule does, and `asked` names all that can turn an answer or its reasons."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnna.errors import Conflict
from mnna.rules.canonical import canonical
from mnna.rules.evaluate import Holding, Situation, evaluate
from mnna.rules.explain import needs, presumptions, stated
from mnna.rules.nodes import NO, YES, All, Dated, Field, If, Kind, Param, Status
from mnna.rules.partial import Ground, asked, days_of_change, partial, settled, settled_value

MANY = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
MDE = Field("mde", Kind.MONEY, "equipment")
NATO = Status("nato", "in NATO")
EVER = date(1976, 1, 1)


def situation(on: date, statuses: dict[str, bool | None], fields: dict[str, object]) -> Situation:
    def holding(id_: str) -> Holding:
        return Holding(statuses[id_], f"{id_}: {statuses[id_]}", None, f"{id_}?")

    return Situation(on, holding, fields)  # type: ignore[arg-type]


def told(rule: object, here: Situation) -> tuple[object, ...]:
    """The value and every sentence of the explanation, or that two exceptions conflict."""
    try:
        trace = evaluate(rule, here)  # type: ignore[arg-type]
    except Conflict:
        return ("conflict",)
    return trace.value, stated(trace), needs(trace), presumptions(trace)


@MANY
@given(data=st.data())
def test_residue_is_equivalent(world: SimpleNamespace, data: st.DataObject) -> None:
    rule = data.draw(world.truths | world.counts)
    on, statuses, fields = data.draw(world.days), data.draw(world.statuses), data.draw(world.fields)
    here = situation(on, statuses, fields)
    whole = told(rule, here)
    if whole != ("conflict",):
        assert told(partial(rule, Ground(on, statuses)), here)[0] == whole[0]


@MANY
@given(data=st.data())
def test_residue_has_no_status_and_no_dated_parameter(world: SimpleNamespace, data: st.DataObject) -> None:
    rule = data.draw(world.truths)
    residue = partial(rule, Ground(data.draw(world.days), data.draw(world.statuses)))
    for node in residue.walk():
        assert not isinstance(node, Status)
        assert not isinstance(node, Param) or len(node.history) <= 1


@MANY
@given(data=st.data())
def test_the_leaves_asked_fix_the_answer_and_its_reasons(world: SimpleNamespace, data: st.DataObject) -> None:
    """Two cases on one ground with the same truth values of the leaves get the same value and the same sentences."""
    rule = data.draw(world.truths)
    on, statuses = data.draw(world.days), data.draw(world.statuses)
    leaves = asked(rule, Ground(on, statuses))
    seen: dict[tuple[object, ...], tuple[object, ...]] = {}
    for fields in data.draw(st.lists(world.fields, min_size=2, max_size=12)):
        here = situation(on, statuses, fields)
        pattern = tuple(evaluate(leaf, here).value for leaf in leaves)
        answer = told(rule, here)
        assert seen.setdefault(pattern, answer) == answer or _repeats_a_field(rule)


def _repeats_a_field(rule: Field) -> bool:
    """A sentence that quotes the other field of a comparison differs by its amount; no encoded law has one."""
    return any(isinstance(side, Field) for node in rule.walk() for side in list(node.children())[1:])


@MANY
@given(data=st.data())
def test_nothing_changes_between_days_of_change(world: SimpleNamespace, data: st.DataObject) -> None:
    rule, statuses = data.draw(world.truths), data.draw(world.statuses)
    cuts = sorted(days_of_change(rule))
    for start, end in zip([date(1970, 1, 1), *cuts], [*cuts, date(2030, 1, 1)], strict=True):
        if start < end:
            first, last = (partial(rule, Ground(day, statuses)) for day in (start, end - timedelta(days=1)))
            assert canonical(first) == canonical(last)


def test_a_settled_condition_leaves_one_branch() -> None:
    price = Param("price", Kind.MONEY, "the price", (Dated(14, EVER, None, "law"),))  # type: ignore[arg-type]
    rule = If(NATO, MDE > price, MDE >= price)
    residue = partial(rule, Ground(date(2020, 1, 1), {"nato": True}))
    assert canonical(residue).startswith('[">",["field","mde"')


def test_an_unknown_that_cannot_matter_goes() -> None:
    ground = Ground(date(2020, 1, 1), {"nato": None})
    assert partial(All((NATO, NO)), ground) is NO
    assert partial(NATO | YES, ground) is YES
    left = partial(NATO & YES, ground)
    assert settled(left) and settled_value(left) is None


def test_a_leaf_that_only_the_reasons_need_is_asked() -> None:
    """No member and a low value: the answer is no either way, but the reason names the value only where it is low."""
    price = Param("price", Kind.MONEY, "the price", (Dated(14, EVER, None, "law"),))  # type: ignore[arg-type]
    ground = Ground(date(2020, 1, 1), {"nato": False})
    assert partial(NATO & (MDE >= price), ground) is NO
    assert len(asked(NATO & (MDE >= price), ground)) == 1
