"""The ranking as a document: the misses before the ranking, and the rule under other choices."""

from __future__ import annotations

from dataclasses import replace
from math import asinh, log

import pytest

from mnna.interfaces.documents.models import Asked
from mnna.interfaces.documents.ranking import (
    FEW,
    SHOWN,
    TRAIT_HEADS,
    beside_meetings,
    of_country,
    other_choices,
    ranked,
    read_back,
)
from mnna.interfaces.params import Given
from mnna.models import api
from mnna.models.api import rank
from mnna.models.forecast.rank import Explained, Ranking
from mnna.present.document import Document, Link, Section
from mnna.present.numbers import NOTHING
from mnna.present.terminal import to_text
from mnna.registry.countries import countries, name_of
from mnna.series.uses import features, shorter
from tests.interfaces.documents.reading import ids, tables, words


@pytest.fixture(scope="module")
def found() -> Ranking:
    """The ranking of an early day, when few had been designated."""
    made: Ranking = api.rank("1999-06-30")
    return made


def listed(found: Ranking, given: Given) -> list[str]:
    """The countries of the table of the ranking."""
    (table,) = tables(ranked(Asked(found, given, None)).section("ranking"))
    return [row.cells[0].text for row in table.rows if isinstance(row.cells[0], Link)]


def test_the_misses_come_first_and_the_ranking_after_all_that_qualifies_it(found: Ranking) -> None:
    shown = ranked(Asked(found, {}, None))
    places = [ids(shown).index(one) for one in ("misses", "rule", "rivals", "when", "ranking", "bear", "sources")]
    assert places == sorted(places) and places[0] == 0
    assert shown.lead[0] == found.reading and found.cautions[0] in shown.lead
    assert all(name_of(one.country) in shown.title for one in found.ranking[:3])


def test_every_designee_has_its_place(found: Ranking) -> None:
    section = ranked(Asked(found, {}, None)).section("misses")
    rows = tables(section)[1].rows
    assert [row.cells[1:4] for row in rows] == [
        (str(one.year), f"{one.rank:g}", str(one.at_risk)) for one in found.backtest.placings
    ]
    assert f"{found.backtest.auc:.3f}" in words(section) and f"{found.backtest.median_rank:g}" in words(section)


@pytest.mark.parametrize(("rank", "missing", "note"), [(3.0, 0, ""), (11.0, 0, "missed"), (100.0, 1, "no figure")])
def test_a_miss_is_called_one(found: Ranking, rank: float, missing: int, note: str) -> None:
    (one, *_) = found.backtest.placings
    placed = one._replace(rank=rank, at_risk=100, missing=missing)
    shown = ranked(Asked(replace(found, backtest=replace(found.backtest, placings=(placed,))), {}, None))
    cell = str(tables(shown.section("misses"))[1].rows[0].cells[4])
    assert cell.startswith(note) and bool(cell) is bool(note)


def test_few_designations_are_said_to_say_little_and_none_are_no_test(found: Ranking) -> None:
    one = found.backtest.placings[:1]
    few, many, none = (
        ranked(Asked(replace(found, backtest=replace(found.backtest, placings=placings)), {}, None)).section("misses")
        for placings in (one, one * FEW, ())
    )
    assert len(few.blocks) == len(many.blocks) + 1 and tables(few) and tables(many) and not tables(none)


def test_it_lists_the_first_or_all_and_the_country_asked_for(found: Ranking) -> None:
    names = [name_of(one.country) for one in found.ranking]
    assert len(names) > SHOWN
    assert listed(found, {}) == names[:SHOWN] and listed(found, {"all": True}) == names
    last = api.rank("1999-06-30", country=found.ranking[-1].country)
    assert listed(last, {"country": found.ranking[-1].country}) == [*names[:SHOWN], names[-1]]


def test_the_rivals_but_chance_and_the_limits_are_told(found: Ranking) -> None:
    shown = ranked(Asked(found, {}, None))
    (table,) = tables(shown.section("rivals"))
    assert [row.cells[0] for row in table.rows] == [
        shorter(one.name) for one in found.rivals if one.name != "chance" and one.auc == one.auc
    ]
    for caution in found.cautions[1:]:
        assert " ".join(caution.split()) in words(shown.section("bear"))
    for source in found.sources.values():
        assert source in words(shown.section("sources"))


def test_the_fitted_probabilities_are_set_beside_what_came(found: Ranking) -> None:
    (table,) = tables(ranked(Asked(found, {}, None)).section("calibration"))
    assert [(row.cells[1], row.cells[3]) for row in table.rows] == [
        (str(count), str(hit)) for _, count, hit in found.forecasts[1].bins
    ]


def test_other_choices_stand_below_the_rule_as_declared(found: Ranking) -> None:
    (table,) = tables(other_choices(Asked(found, {}, None)).section("choices"))
    known = [one for one in found.sensitivity if one.auc == one.auc]
    assert known and len(table.rows) == 1 + len(known)
    told = words(other_choices(Asked(found, {}, None)).section("choices"))
    assert f"under {len(known)} other choices, and at {found.backtest.median_rank:g} as declared" in told
    assert f"{found.backtest.auc:.3f}" in str(table.rows[0].cells[2])
    bare = replace(found.sensitivity[0], name="without AFG", auc=0.5)
    (table,) = tables(other_choices(Asked(replace(found, sensitivity=(bare,)), {}, None)).section("choices"))
    assert table.rows[-1].cells[0] == f"without {name_of('AFG')}"


DAY = "2026-06-30"


def text(found: Ranking) -> str:
    section = Section("versions", "", tuple(beside_meetings(found)))
    return " ".join(to_text(Document(title="", sections=(section,))).split())


def test_versions_and_those_left_out_stand_side_by_side() -> None:
    found = rank(DAY)
    told = text(found)
    assert "US troops (headline)" in told and told.count(" of 16 ") == len(found.versions)
    assert {"CUB", "CHN"} <= {one.country for one in found.left_out}
    for one in found.left_out:
        assert f"{countries()[one.country].name} ({one.rank:g})" in told
        assert told.count(f"- {one.why}: ") == 1  # those of one reason stand in one line
    assert found.why_headline in told and found.calendar.says in told


def test_the_log_is_told_from_the_day_of_its_first_ranking() -> None:
    assert "written down beforehand" not in text(rank(DAY))
    found = api.rank("2026-11-28")
    told = text(found)
    assert f"US troops Written down on: 28 November 2026 SHA-256 begins: {found.prospective[0].sha256[:12]}" in told
    assert told.count("Designations since: none yet") == len(found.prospective) and "z-score" not in told


EARLY = "1999-06-30"


@pytest.fixture(scope="module")
def mexico() -> Ranking:
    """Mexico in the ranking of an early day."""
    made: Ranking = api.rank(EARLY, country="MEX")
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
    assert headings.split() == list(TRAIT_HEADS)


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
    japan: Ranking = api.rank(EARLY, country="JPN")
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
