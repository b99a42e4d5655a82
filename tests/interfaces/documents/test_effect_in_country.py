"""One designee beside a mix of other countries, as a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnna.interfaces.documents.effect_in_country import LEAST, in_country
from mnna.interfaces.documents.models import Asked
from mnna.models import api
from mnna.models.effects.country import CountryEffect
from mnna.present.document import Document
from mnna.present.numbers import decimals, signed
from mnna.registry.countries import name_of
from tests.interfaces.documents.reading import ids, tables, words


@pytest.fixture(scope="module")
def found() -> CountryEffect:
    """Colombia and its US troops."""
    made = api.effects("us_troops", country="COL")
    assert isinstance(made, CountryEffect)
    return made


def shown(found: CountryEffect) -> Document:
    return in_country(Asked(found, {"country": found.country}, None))


def apart(found: CountryEffect, before: float, after: float) -> CountryEffect:
    """The same with a mix that lies so far below the country before and after designation."""
    real = found.test.real
    own = replace(real, synthetic=real.path - [after if year >= found.year else before for year in real.years])
    return replace(found, test=replace(found.test, fits=found.test.fits | {found.test.treated: own}))


def test_it_says_whether_the_change_is_rare_and_then_what_it_rests_on(found: CountryEffect) -> None:
    made = shown(found)
    assert [one for one in ids(made) if one != "poor"] == ["rare", "made", "paths", "sources"]
    assert made.lead == (found.reading,) and "Colombia" in made.title and str(found.year) in made.subtitle


def test_its_place_among_all_other_countries_is_told(found: CountryEffect) -> None:
    told = words(shown(found).section("rare"))
    assert f"{found.placebo['rank']} of {found.placebo['of']}" in told
    assert signed(found.test.real.effect) in told and decimals(found.placebo["p"], 3) in told
    assert decimals(found.placebo["p_gap"], 3) in told and name_of(found.placebo["placebos"][0]["unit"]) in told


def test_a_false_date_is_told_where_there_are_years_enough(found: CountryEffect) -> None:
    assert found.in_time is not None
    year = f"{found.in_time.treated_from},"
    assert year in words(shown(found).section("rare"))
    without = shown(replace(found, in_time=None)).section("rare")
    assert year not in words(without) and len(without.blocks) == len(shown(found).section("rare").blocks)


def test_countries_that_a_mix_followed_exactly_are_counted_as_left_out(found: CountryEffect) -> None:
    other = next(code for code in found.test.fits if code != found.test.treated and code not in found.test.exact)
    fit = found.test.fits[other]
    followed = replace(fit, synthetic=fit.path)
    more = replace(found, test=replace(found.test, fits=found.test.fits | {other: followed}))
    assert other in more.test.exact
    assert f"{len(more.test.exact)} countries" in words(shown(more).section("rare"))


def test_every_country_of_the_mix_and_every_year_has_a_row(found: CountryEffect) -> None:
    made, own = shown(found), found.test.real
    (mix,), (years,) = tables(made.section("made")), tables(made.section("paths"))
    assert len(mix.rows) == sum(part >= LEAST for part in own.weights.values())
    assert [row.cells[1] for row in years.rows] == [decimals(value) for value in own.path.tolist()]
    after = [str(row.cells[0]) for row in years.rows if "after" in str(row.cells[0])]
    assert len(after) == sum(year >= found.year for year in own.years)


@pytest.mark.parametrize(("before", "after", "warned"), [(9.0, 9.0, True), (9.0, 1.0, True), (0.5, 1.0, False)])
def test_a_mix_that_missed_by_more_before_is_a_warning(
    found: CountryEffect, before: float, after: float, warned: bool
) -> None:
    off = apart(found, before, after)
    assert ("poor" in ids(shown(off))) is warned
