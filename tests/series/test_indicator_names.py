"""An id of an indicator stands in Python only where the indicator is made; the rest is in `indicators.toml`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnna.series import metadata, uses

SOURCE = Path(metadata.__file__).parents[1]
PRODUCERS = {  # the module that makes a series names it; so do the claims about trade, surplus and arms
    "article_claims/figure_claims.py",
    "series/borders.py",
    "series/sipri.py",
    "series/refresh/census.py",
    "series/refresh/foreign_assistance.py",
    "series/refresh/ideal_points.py",
    "series/refresh/troops.py",
    "series/refresh/ucdp.py",
    "series/refresh/vdem.py",
    "series/refresh/world_bank.py",
}


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


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_an_indicator_is_named_only_by_the_module_that_makes_it(path: Path) -> None:
    found = list(typed(path))
    if path.relative_to(SOURCE).as_posix() in PRODUCERS:
        assert found, "it names no indicator any more: take it off the list"
    else:
        assert not found, "what is known of an indicator is a key of its record in indicators.toml"
