"""The tables of acts next to the modules: each row is used, and what is wrong is told."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from mnna.errors import RuleError
from mnna.rules.nodes import NO, YES
from mnna.statutes.acts import COLUMNS, MARKS, Acts
from mnna.statutes.listing import FOLDER
from mnna.statutes.partners import RESCISSION
from mnna.tables import rows_of

TABLES = sorted(Path(FOLDER).glob("*/*.acts.csv"))
MODULE = "mnna.statutes.faa.s620q_arrears"


def test_acts_are_given_in_the_order_asked_with_their_conditions() -> None:
    brooke, rescission, paid = Acts(MODULE, {"brooke": NO})("brooke", RESCISSION, "paid")
    assert (brooke.citation, brooke.when, brooke.lifts) == ("P.L. 118-47 div. F §7012", NO, False)
    assert rescission is RESCISSION and (paid.when, paid.lifts, paid.always) == (YES, True, False)


def test_an_act_or_a_condition_without_a_row_is_refused() -> None:
    with pytest.raises(RuleError, match=r"'broke': faa/s620q_arrears.acts.csv has no such row"):
        Acts(MODULE)("broke")
    with pytest.raises(RuleError, match="'broke'"):
        Acts(MODULE, {"broke": NO})


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_row_is_used_once_written_and_rightly_marked(table: Path) -> None:
    rows = rows_of(table, COLUMNS)
    ids = [id_ for id_, *_ in rows]
    code = ast.parse(table.with_name(table.name.replace(".acts.csv", ".py")).read_text(encoding="utf-8"))
    written = {node.value for node in ast.walk(code) if isinstance(node, ast.Constant)}
    assert len(ids) == len({*ids}) and {mark for *_, mark in rows} <= MARKS.keys()
    assert [id_ for id_ in ids if id_ not in written] == [], "take the row out, or use it"
    assert all(text and citation for _, text, citation, _ in rows)
