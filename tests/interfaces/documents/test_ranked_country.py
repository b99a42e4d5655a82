"""One country of the ranking as a document: its place, its features, and how far to trust them."""

from __future__ import annotations

from dataclasses import replace
from math import asinh, log

import pytest

from mnna.interfaces.documents.models import Asked
from mnna.interfaces.documents.ranked_country import HEADS, of_country, read_back
from mnna.models import api
from mnna.models.forecast.explain import Explained
from mnna.models.forecast.rank import Ranking
from mnna.present.document import Document
from mnna.present.numbers import NOTHING
from mnna.present.terminal import to_text
from mnna.series.uses import features
from tests.interfaces.documents.reading import ids, tables, words

DAY = "1999-06-30"


@pytest.fixture(scope="module")
def mexico() -> Ranking:
    """Mexico in the ranking of an early day."""
    made: Ranking = api.rank(DAY, country="MEX")
    return made


def own(found: Ranking) -> Explained:
    assert found.country is not None
    return found.country


def shown(found: Ranking) -> Document:
    return of_country(Asked(found, {"country": own(found).country}, None))


def test_its_place_its_features_and_how_far_to_trust_them(mexico: Ranking) -> None:
    made = shown(mexico)
    assert ids(made) == ["own", "years", "trust", "sources"]
    assert "Mexico" in made.title and f"{own(mexico).rank:g} of {len(mexico.ranking)}" in made.title
    assert made.lead == (own(mexico).reading, mexico.cautions[0])
    assert mexico.cautions[-1] in words(made.section("trust"))


def test_every_feature_has_a_row_and_those_of_the_rule_are_marked(mexico: Ranking) -> None:
    (table,) = tables(shown(mexico).section("own"))
    marked = [str(row.cells[0]).startswith("* ") for row in table.rows]
    assert marked == [trait.in_rule for trait in own(mexico).traits] and any(marked) and not all(marked)
    for row, trait in zip(table.rows, own(mexico).traits, strict=True):
        if trait.value is not None and trait.value == trait.value:
            assert row.cells[1] == read_back(features()[trait.feature], trait.value)


def test_a_terminal_has_room_for_every_column(mexico: Ranking) -> None:
    (headings,) = (line for line in to_text(shown(mexico)).splitlines() if line.split()[:1] == ["Feature"])
    assert headings.split() == list(HEADS)


def test_what_has_no_figure_has_none_and_not_zero(mexico: Ranking) -> None:
    (trait,) = (one for one in own(mexico).traits if one.feature == "us_troops")
    blind = trait._replace(value=None, of_year=None, percentile=None)
    made = shown(replace(mexico, country=own(mexico)._replace(traits=(blind,))))
    (row,) = tables(made.section("own"))[0].rows
    assert row.cells[1] == "none" and {row.cells[2], row.cells[3], row.cells[6]} == {NOTHING}


@pytest.mark.parametrize(("years", "told"), [((1998, 1999), "1998, 1999"), ((), "None since 1996")])
def test_the_years_among_the_first_ten_are_listed(mexico: Ranking, years: tuple[int, ...], told: str) -> None:
    made = shown(replace(mexico, country=own(mexico)._replace(top10_years=years)))
    assert told in words(made.section("years"))


def test_a_designee_has_its_place_at_the_time_in_the_lead(mexico: Ranking) -> None:
    (one, *_) = mexico.backtest.placings
    named = shown(replace(mexico, country=own(mexico)._replace(country=one.country)))
    assert any(f"{one.rank:g} of {one.at_risk}" in str(said) for said in named.lead)


def test_a_country_that_is_not_ranked_has_the_reason_alone() -> None:
    japan: Ranking = api.rank(DAY, country="JPN")
    made = shown(japan)
    assert ids(made) == ["sources"] and made.lead[0] == own(japan).reading
    assert "Japan" in made.title and "JPN" in words(made.section("sources"))


def test_a_measure_is_read_back_in_its_units() -> None:
    troops = features()["us_troops"]
    assert read_back(troops, 0.0) == f"{0:,.{troops.digits}f}"
    both = [one for one in features().values() if read_back(one, 1.0) == "yes"]
    assert all(read_back(one, 0.0) == "no" for one in both)


def test_a_small_number_is_not_shown_as_zero() -> None:
    """The Emirates had $290,150 of aid in 2024, which was shown as 0 million."""
    aid, people = features()["us_aid"], features()["population"]
    assert read_back(aid, asinh(0.29015)) == "0.290"
    assert read_back(aid, 0.0) == "0"
    assert read_back(aid, asinh(12.3)) == "12"
    assert read_back(people, log(9_876)) == "0.00988"
