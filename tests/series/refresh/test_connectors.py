"""Which connector brings which indicators."""

from __future__ import annotations

from collections import Counter

from mnna.series import metadata
from mnna.series.refresh.connectors import CONNECTORS


def test_every_connector_brings_indicators_there_are() -> None:
    for one in CONNECTORS:
        assert one.indicators and set(one.indicators) <= set(metadata.records()), one.dataset


def test_an_indicator_comes_from_one_connector_but_for_those_asked_by_name() -> None:
    counted = Counter(name for one in CONNECTORS if not one.asked_only for name in one.indicators)
    assert max(counted.values()) == 1
    assert len({one.dataset for one in CONNECTORS}) == len(CONNECTORS)
