"""An id of an indicator stands in Python only where the indicator is made; the rest is in `indicators.toml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.series import metadata, uses
from tests.test_ids import held

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


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_an_indicator_is_named_only_by_the_module_that_makes_it(path: Path) -> None:
    found = list(held(path.read_text(encoding="utf-8"), {*metadata.records(), *uses.uses(), *uses.outcomes()}))
    if path.relative_to(SOURCE).as_posix() in PRODUCERS:
        assert found, "it names no indicator any more: take it off the list"
    else:
        assert not found, "what is known of an indicator is a key of its record in indicators.toml"
