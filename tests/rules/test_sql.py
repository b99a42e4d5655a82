"""SQL text answers every row as the evaluator does: unknown is NULL, and only TRUE decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnna.errors import Conflict, RuleError
from mnna.rules.evaluate import Holding, Situation, evaluate
from mnna.rules.nodes import Field, Kind, Param
from mnna.rules.partial import Ground, partial
from mnna.rules.sql import Dialect, columns, literal, quoted, sql_type

MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
DUCK = Dialect.DUCKDB


def table(definitions: dict[str, Field], rows: list[dict[str, object]]) -> str:
    """Rows of fields as a FROM clause."""
    names = list(definitions)
    lines = ", ".join(
        "(" + ", ".join([str(i), *(literal(row[n], definitions[n].kind, DUCK) for n in names)]) + ")"  # type: ignore[arg-type]
        for i, row in enumerate(rows)
    )
    heads = ", ".join(f'"{name}"' for name in names)
    return f"(VALUES {lines}) AS t(row_, {heads})"


@MANY
@given(data=st.data())
def test_duckdb_agrees_with_the_evaluator(world: SimpleNamespace, data: st.DataObject) -> None:
    rule = data.draw(world.truths | world.counts)
    on, statuses = data.draw(world.days), data.draw(world.statuses)
    rows = [fields | {"on": on} for fields in data.draw(st.lists(world.fields, min_size=1, max_size=6))]
    text = columns(partial(rule, Ground(on, statuses)), {name: f'"{name}"' for name in world.definitions})
    query = f"SELECT {text} FROM {table(world.definitions, rows)} ORDER BY row_"
    found = [value for (value,) in duckdb.sql(query).fetchall()]
    for fields, value in zip(rows, found, strict=True):
        here = Situation(on, lambda id_: Holding(statuses[id_], id_), fields)  # type: ignore[arg-type]
        try:
            expected = evaluate(rule, here).value
        except Conflict:  # a rule badly built, wherever in it: SQL cannot raise, and no row has an answer to agree on
            continue
        assert value == expected, (text, fields)


def test_no_else_and_no_in() -> None:
    from mnna.statutes import catalog

    fms = catalog.case_law("fms").provisions[-1]
    ground = Ground(date(2024, 1, 1), {"nato": None, "nato-plus-36b-thresholds": False})
    text = columns(partial(fms.notify, ground), {n: n for n in ("mde", "total", "construction", "new_sales_territory")})
    assert "ELSE" not in text and " IN " not in text


def test_quotes() -> None:
    assert quoted("it's", DUCK) == "'it''s'"
    assert quoted("it's \\", Dialect.SPARK) == "'it\\'s \\\\'"
    assert sql_type(Kind.TEXT, Dialect.SPARK) == "STRING" and sql_type(Kind.TEXT, DUCK) == "VARCHAR"
    assert literal(Decimal("14000000"), Kind.MONEY, DUCK) == "CAST(14000000 AS DECIMAL(18,2))"


def test_a_field_without_a_column_is_refused() -> None:
    with pytest.raises(RuleError, match="it has no column"):
        columns(Field("mde", Kind.MONEY, "equipment") >= 0, {})


def test_an_unsettled_parameter_is_refused(world: SimpleNamespace) -> None:
    from mnna.statutes.parameters import param

    assert isinstance(param("36b-mde"), Param)
    with pytest.raises(RuleError, match="depends on the day"):
        columns(param("36b-mde"), {})


def test_the_example_in_the_documents_answers_as_the_single_case() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    [snippet] = [part.split("```")[0] for part in guide.split("```python\n")[1:] if "rules.sql" in part]
    made: dict[str, str] = {}
    exec(snippet, made)
    rows = "(14000000, NULL, NULL), (13999999.99, 49999999.99, 0), (NULL, 20000000, NULL), (NULL, 13999999.99, NULL)"
    text = f"SELECT {made['sql']} FROM (VALUES {rows}) AS t(mde_usd, total_usd, construction_usd)"
    assert [value for (value,) in duckdb.sql(text).fetchall()] == [True, False, None, False]
