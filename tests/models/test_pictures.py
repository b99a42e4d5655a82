"""Each picture draws, carries its alt text, and tells nothing by colour alone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.models import pictures
from mnna.models.choice.criteria import criteria
from mnna.models.effects.country import country_effect
from mnna.models.effects.effects import effects
from mnna.models.forecast.backtest import score_rule
from mnna.models.forecast.forecast_sets import history
from mnna.models.forecast.multiverse import multiverse
from mnna.models.panel import World
from tests.golden import kept

GOLDEN = Path(__file__).with_name("golden")
DAY = date(2026, 11, 24)


def draw(name: str, world: World) -> Any:
    """The picture of that name."""
    if name == "backtest":
        return pictures.backtest_picture(score_rule(history(world, DAY)), world)
    if name == "multiverse":
        return pictures.multiverse_picture(multiverse(history(world, DAY), up_to=1))
    if name == "acceptability":
        return pictures.acceptability_picture(criteria(country="MEX", on=DAY, draws=2000, world=world), world)
    if name == "event study":
        return pictures.event_study_picture(effects("un_distance", draws=199, world=world))
    return pictures.synthetic_picture(country_effect("us_troops", "COL", world=world), world)


def layout(spec: Any) -> Any:
    """A specification with numbers to three digits, which are the same on every machine, and of its rows the first."""
    if isinstance(spec, dict):
        return {key: layout(one) for key, one in spec.items()}
    if isinstance(spec, list) and spec and isinstance(spec[0], dict) and len(spec) > 3:
        return [f"{len(spec)} rows", layout(spec[0]), layout(spec[-1])]
    if isinstance(spec, list):
        return [layout(one) for one in spec]
    return f"{spec:.3g}" if isinstance(spec, float) else spec


@pytest.mark.parametrize("name", ["backtest", "multiverse", "acceptability", "event study", "synthetic"])
def test_pictures(name: str, world: World) -> None:
    import vl_convert

    chart = draw(name, world)
    spec = chart.to_json()
    svg = vl_convert.vegalite_to_svg(spec)
    assert svg.startswith("<svg") and len(svg) > 4000
    assert len(json.loads(spec)["description"]) > 60 and json.loads(spec)["title"]["subtitle"]
    kept(GOLDEN / f"{name.replace(' ', '-')}.json", json.dumps(layout(json.loads(spec)), indent=1, ensure_ascii=False))
    hues = {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}", svg)}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in hues), hues  # greys only
