"""The user's own figures on disk: whole or not there, newest by data set, and forgotten on request."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mnna.errors import BadFacts
from mnna.series import metadata, vintages
from mnna.series.vintages import Download, Vintage


def vintage(value: float = 1.0) -> Vintage:
    """A vintage of one figure of the homicide rate."""
    name = "homicide_rate"
    source = Download("https://example.org/file.csv", "0" * 64, 10)
    when = "2026-01-01T00:00:00+00:00"
    records = {name: metadata.records()[name]}
    return Vintage("own-test", vintages.OWN, when, {name: {("MEX", 2020): value}}, records, (source,), ("a note",))


def test_what_is_written_is_held(data: Path) -> None:
    path = vintages.write(vintage()).path
    assert path.is_relative_to(data)
    (held,) = vintages.held()
    assert (held.path, held.dataset, held.origin, held.notes) == (path, "own-test", vintages.OWN, ("a note",))
    assert b'"format": 1' in gzip.decompress(path.read_bytes()).splitlines()[0]
    assert held.sources[0].url == "https://example.org/file.csv"
    assert vintages.panel(path, "homicide_rate") == {("MEX", 2020): 1.0}


def test_a_newer_vintage_stands_in_place_of_the_older(data: Path) -> None:
    vintages.write(vintage())
    path = vintages.write(vintage(2.0)).path
    assert len(vintages.held()) == 1 and vintages.panel(path, "homicide_rate") == {("MEX", 2020): 2.0}


def test_what_is_forgotten_is_gone(data: Path) -> None:
    vintages.write(vintage())
    assert vintages.forget("own-test") and not vintages.held()
    assert not vintages.forget("own-test")


def test_a_damaged_vintage_is_named(data: Path) -> None:
    path = vintages.write(vintage()).path
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(BadFacts, match=path.name):
        vintages.held()
