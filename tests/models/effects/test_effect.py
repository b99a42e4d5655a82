"""The answer to `effects`: its JSON, and that nothing is claimed where nothing can be estimated."""

from __future__ import annotations

import json

from mnna.models.effects.effect import Effect, YearEffect

BLANK = Effect(
    outcome="us_trade", says="trade", unit="log points", log=True, n=1, designees=(("COL", 2022),), controls=9,
    excluded={"PER": "no figures"}, source="somebody",
)  # fmt: skip


def test_an_effect_without_an_estimate_has_none_and_not_zero() -> None:
    found = json.loads(json.dumps(BLANK.to_dict()))
    assert found["att"] is found["low"] is found["high"] is found["p"] is found["detectable"] is None
    assert found["event_study"] == [] and found["anticipation"] == {} and found["honest"] == []


def test_designees_and_years_are_objects_and_the_scale_is_not_told() -> None:
    year = YearEffect(year=0, estimate=0.5, low=0.1, high=0.9, placebo_low=-0.4, placebo_high=0.4, n=3)
    found = Effect(**{**vars(BLANK), "event_study": (year,)}).to_dict()
    assert found["designees"] == [{"country": "COL", "year": 2022}]
    assert found["event_study"][0]["placebo_low"] == -0.4 and "log" not in found
    assert list(found)[:3] == ["schema", "outcome", "says"]
