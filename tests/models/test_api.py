"""The public words of the models: what each asks of its packages, and what it refuses."""

from __future__ import annotations

import pytest

from mnna.errors import BadDate, BadQuestion, CannotAnswer
from mnna.models import api

DAY = "2026-06-30"


def test_python_asks_the_same_words() -> None:
    calls: list[tuple[int, int]] = []
    one = api.effects("us_troops", country="COL", progress=lambda done, all_: calls.append((done, all_)))
    assert calls[-1][0] == calls[-1][1] == len(calls) > 20
    assert one.to_dict()["country"] == "COL"
    with pytest.raises(BadDate):
        api.multiverse("2999-01-01")
    with pytest.raises(BadQuestion):
        api.rank(DAY, "published")
    with pytest.raises(CannotAnswer):
        api.criteria(["us_arms:up"], on=DAY)
