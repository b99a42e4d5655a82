"""The types of ids are those of the table: `MNNA_UPDATE_GOLDEN=1 pytest tests/series/test_ids.py` writes them anew."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill, indent

import pytest

from mnna.series import ids, metadata, uses

FILE = Path(ids.__file__)
SOURCE = FILE.parents[1]
PREFACE = '''"""The ids of indicators, measures, outcomes and features as types: do not edit.

Generated from `indicators.toml`. `MNNA_UPDATE_GOLDEN=1 pytest tests/series/test_ids.py` writes this file anew.
"""

from __future__ import annotations

from typing import Literal

# fmt: off
'''
PRODUCERS = {  # the module that makes a series names it; so do the claims about trade, surplus and arms
    "article_claims/figure_claims.py",
    "series/borders.py",
    "series/sipri.py",
    "series/refresh/census_api.py",
    "series/refresh/foreign_assistance.py",
    "series/refresh/ideal_points.py",
    "series/refresh/trade.py",
    "series/refresh/troops.py",
    "series/refresh/ucdp.py",
    "series/refresh/vdem.py",
    "series/refresh/world_bank.py",
}


def listed(name: str, names: Iterable[str]) -> str:
    lines = fill(" ".join(f'"{one}",' for one in names), 116, break_on_hyphens=False)
    return f"{name} = Literal[\n{indent(lines, '    ')}\n]\n"


def generated() -> str:
    types = {
        "IndicatorId": metadata.records(),
        "MeasureId": [one.indicator for one in uses.measures()],
        "OutcomeId": uses.outcomes(),
        "FeatureId": uses.features(),
    }
    return PREFACE + "".join(listed(name, names) for name, names in types.items())


def test_the_types_are_those_of_the_table() -> None:
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        FILE.write_text(generated(), encoding="utf-8")
    if FILE.read_text(encoding="utf-8") != generated():
        pytest.fail("the ids changed: run `MNNA_UPDATE_GOLDEN=1 pytest tests/series/test_ids.py`", pytrace=False)


def typed(path: Path) -> Iterator[tuple[int, str]]:
    """Every id of an indicator, measure or outcome that stands in a module as a string of its own.

    An `example=` shown to readers is no knowledge of the program, and may name one.
    """
    known = {*metadata.records(), *uses.uses(), *uses.outcomes()}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    examples = {
        id(part)
        for one in ast.walk(tree)
        if isinstance(one, ast.keyword) and one.arg == "example"
        for part in ast.walk(one.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in known and id(node) not in examples:
            yield node.lineno, str(node.value)


MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != FILE)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_an_indicator_is_named_only_by_the_module_that_makes_it(path: Path) -> None:
    found = list(typed(path))
    if path.relative_to(SOURCE).as_posix() in PRODUCERS:
        assert found, "it names no indicator any more: take it off the list"
    else:
        assert not found, "what is known of an indicator is a key of its record in indicators.toml"
