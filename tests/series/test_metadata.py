"""The records of the indicators are whole, and their cautions are about indicators there are."""

from __future__ import annotations

from hashlib import sha256

import pytest

from mnna.series import coverage_codes, figures, indicators, metadata
from mnna.series.records import EMBEDDED

OPEN = ("public domain", "CC0 1.0", "CC BY 4.0", "CC BY-SA 4.0")
SHARED_ALIKE = {"vdem_polyarchy", "vdem_physical_violence_index"}


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
        assert one.licence in OPEN, one.id
        for name in ("title", "unit", "producer", "version", "vintage", "citation", "address", "obtained_from"):
            assert getattr(one, name), (one.id, name)
        assert one.origin == EMBEDDED
        assert one.licence in one.source_line() and one.producer in one.source_line()


def test_figures_to_be_shared_alike_have_their_notice_beside_them() -> None:
    alike = {one.id: one for one in indicators() if one.licence == "CC BY-SA 4.0"}
    notice = (figures.FOLDER / "NOTICE.md").read_text(encoding="utf-8")
    assert set(alike) == SHARED_ALIKE
    for name, one in alike.items():
        assert f"`{name}.csv.gz`" in notice and "figures/NOTICE.md" in one.licence_note
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in notice and one.citation in " ".join(notice.split())


def test_every_caution_is_about_an_indicator_there_is() -> None:
    assert {one.indicator for one in metadata.cautions()} <= set(metadata.embedded())
    assert {one.effect for one in metadata.cautions()} == {"unusable", "caution"}
    assert {one.scope for one in metadata.cautions()} == {"embedded", "producer"}


def test_the_intervals_are_of_the_figures_that_are_shipped() -> None:
    assert [path.stem for path in metadata.INTERVALS.glob("*.csv")] == ["vdem_polyarchy"]
    table, reach = figures.embedded("vdem_polyarchy"), metadata.intervals("vdem_polyarchy")
    assert set(reach) <= set(table) and max(year for _, year in reach) == 2024
    assert {code for code, year in table if year == 2024} == {code for code, year in reach if year == 2024}
    assert reach["MEX", 2024] == (0.058, 0.062) and all(0 <= end < 0.25 for pair in reach.values() for end in pair)


def test_where_no_producer_gives_one_there_is_none() -> None:
    assert not metadata.intervals("homicide_rate") and not metadata.intervals("of_my_own")
