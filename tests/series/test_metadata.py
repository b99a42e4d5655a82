"""The records of the indicators are whole, and their cautions are about indicators there are."""

from __future__ import annotations

from hashlib import sha256

import pytest

from mnna.series import coverage_codes, figures, indicators, metadata
from mnna.series.records import EMBEDDED

OPEN = ("public domain", "CC0 1.0", "CC BY 4.0")


DOUBTED = {"vdem_polyarchy": "CC BY-SA 4.0", "vdem_physical_violence_index": "CC BY-SA 4.0"}


@pytest.mark.parametrize("name", sorted(metadata.embedded()))
def test_the_checksum_and_coverage_are_of_the_figures_shipped(name: str) -> None:
    text = figures.unpack(figures.FOLDER / f"{name}.csv.gz")
    record, covers = metadata.embedded()[name], figures.coverage(figures.embedded(name))
    assert sha256(text.encode()).hexdigest() == record.checksum == covers.checksum
    assert (record.first_year, record.last_year) == (covers.first_year, covers.last_year)
    assert (record.countries, record.rows) == (covers.countries, covers.rows)
    assert all(coverage_codes.known(country) for country, _ in figures.embedded(name))


def test_each_indicator_has_a_whole_record_and_an_open_license() -> None:
    assert {one.id for one in indicators()} == {name for name, one in metadata.records().items() if one["shipped"]}
    for one in indicators():
        reported = one.licence.removesuffix(" as reported, not confirmed")
        assert reported in OPEN, one.id
        assert (reported != one.licence) == (one.id in DOUBTED) and DOUBTED.get(one.id, "") in one.licence_note
        for name in ("title", "unit", "producer", "version", "vintage", "citation", "address", "obtained_from"):
            assert getattr(one, name), (one.id, name)
        assert one.origin == EMBEDDED
        assert one.licence in one.source_line() and one.producer in one.source_line()


def test_the_disagreements_about_licences_are_shown() -> None:
    assert "ODC-PDDL" in metadata.embedded()["gdp_current_usd"].licence_note
    assert "BY-SA" in metadata.embedded()["vdem_polyarchy"].licence_note


def test_every_caution_is_about_an_indicator_there_is() -> None:
    assert {one.indicator for one in metadata.cautions()} <= set(metadata.embedded())
    assert {one.effect for one in metadata.cautions()} == {"unusable", "caution"}
    assert {one.scope for one in metadata.cautions()} == {"embedded", "producer"}
