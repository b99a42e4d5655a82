"""The effects as documents: words before numbers, and nothing claimed where nothing can be estimated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mnna.interfaces.documents.effects import LEAST, every_outcome, in_country, over_all
from mnna.interfaces.documents.models import Asked
from mnna.models import api
from mnna.models.effects.country import CountryEffect
from mnna.models.effects.effect import Effect, EveryEffect
from mnna.present.document import Document, spelled
from mnna.present.numbers import decimals, signed
from mnna.registry.countries import name_of
from tests.golden import kept
from tests.interfaces.documents.reading import ids, tables, words
from tests.interfaces.kept import lines
from tests.models.effects.test_effect import BLANK
from tests.models.effects.test_in_words import EFFECTS

BOUND = {"relative": 0.5, "low": -0.25, "high": 0.75}


@pytest.fixture(scope="module")
def found() -> Effect:
    """A real answer, drawn as few times as may be, with a bound of our own."""
    made = api.effects("us_troops", draws=99)
    assert isinstance(made, Effect)
    return replace(made, honest=(BOUND,))


def test_the_sections_stand_in_the_order_of_reading(found: Effect) -> None:
    shown = over_all(Asked(found, {}, None))
    assert ids(shown) == ["numbers", "study", "size", "checks", "each", "parallel", "out", "sources"]
    assert shown.lead == (found.reading, found.limits) and found.event in shown.subtitle
    assert ids(over_all(Asked(replace(found, honest=(), excluded={}), {}, None))) == [
        "numbers", "study", "size", "checks", "each", "sources",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["att", "low", "high"])
def test_the_estimate_and_its_range_are_told(found: Effect, name: str) -> None:
    assert signed(getattr(found, name)) in words(over_all(Asked(found, {}, None)).section("numbers"))


def test_what_qualifies_the_estimate_is_told(found: Effect) -> None:
    told = words(over_all(Asked(found, {}, None)).section("numbers"))
    for shown in (decimals(found.p, 3), decimals(found.detectable), str(found.n), str(found.controls)):
        assert shown in told, shown
    assert signed(found.anticipation["estimate"]) in told
    assert "-2 and -1" not in words(over_all(Asked(replace(found, anticipation={}), {}, None)).section("numbers"))


def test_every_year_and_every_designee_has_a_row(found: Effect) -> None:
    shown = over_all(Asked(found, {}, None))
    (years,), (each,) = tables(shown.section("study")), tables(shown.section("each"))
    assert [row.cells[1] for row in years.rows] == [signed(one.estimate) for one in found.event_study]
    assert [(spelled(row.cells[0]), row.cells[1]) for row in each.rows] == [  # type: ignore[arg-type]
        (name_of(code), str(year)) for code, year in found.designees
    ]


def test_the_test_of_the_test_the_bounds_and_who_is_left_out_are_told(found: Effect) -> None:
    out = replace(found, excluded={"PER": "no figures"})
    shown = over_all(Asked(out, {}, None))
    assert f"{100 * found.size_check['rejected']:.1f}%" in words(shown.section("size"))
    assert signed(found.checks["imputation"]) in words(shown.section("checks"))
    assert "-0.25 to +0.75" in words(shown.section("parallel"))
    assert "Peru" in words(shown.section("out")) and "no figures" in words(shown.section("out"))
    assert found.source in words(shown.section("sources"))


def test_the_harder_test_and_the_spread_are_told_where_they_are_known(found: Effect) -> None:
    alike = {"countries": 77, "mean": 0.125, "rejected": 0.0625, "p": 0.375}
    check = {**found.size_check, "lookalikes": alike, "spread_ratio": 1.75}
    whole = over_all(Asked(replace(found, size_check=check), {}, None)).section("size")
    for shown in ("77", "+0.12", "6.2%", decimals(0.375, 3), "1.8"):
        assert shown in words(whole), shown
    less = {**check, "lookalikes": None, "spread_ratio": None}
    assert len(over_all(Asked(replace(found, size_check=less), {}, None)).section("size").blocks) == 1


@pytest.mark.parametrize(("low", "high", "told"), [(-1.0, 1.0, False), (0.25, 1.0, True), (-1.0, -0.25, True)])
def test_the_title_has_the_change_only_where_its_range_leaves_out_zero(
    found: Effect, low: float, high: float, told: bool
) -> None:
    shown = over_all(Asked(replace(found, att=0.375, low=low, high=high, p_holm=0.01), {}, None))
    assert (signed(0.375) in shown.title) is told


def test_nothing_is_claimed_where_nothing_can_be_estimated() -> None:
    shown = over_all(Asked(BLANK, {}, None))
    assert ids(shown) == ["out", "sources"] and not any(tables(one) for one in shown.sections)


def test_every_outcome_stands_in_words_and_then_beside_the_others(found: Effect) -> None:
    shown = every_outcome(Asked(EveryEffect((BLANK, found)), {}, None))
    assert ids(shown) == [BLANK.outcome, found.outcome, "together", "sources"]
    assert "No change is established in any outcome. Too few were designated" in str(shown.lead[0])
    sure = every_outcome(Asked(EveryEffect((replace(found, p=0.01, p_holm=0.02),)), {}, None))
    assert "A change is established in US active-duty troops." in str(sure.lead[0])
    assert found.reading.split(".")[0] in words(shown.section(found.outcome))
    (table,) = tables(shown.section("together"))
    assert [row.cells[2] == signed(found.att) for row in table.rows] == [False, True]
    assert set(table.rows[0].cells[2:]) == {signed(None)} and table.rows[1].cells[4] == decimals(found.p, 3)
    assert "no figures here" in words(shown.section("together"))


@pytest.fixture(scope="module")
def of_colombia() -> CountryEffect:
    """Colombia and its US troops."""
    made = api.effects("us_troops", country="COL")
    assert isinstance(made, CountryEffect)
    return made


def shown(of_colombia: CountryEffect) -> Document:
    return in_country(Asked(of_colombia, {"country": of_colombia.country}, None))


def apart(of_colombia: CountryEffect, before: float, after: float) -> CountryEffect:
    """The same with a mix that lies so far below the country before and after designation."""
    real = of_colombia.test.real
    own = replace(real, synthetic=real.path - [after if year >= of_colombia.year else before for year in real.years])
    return replace(
        of_colombia, test=replace(of_colombia.test, fits=of_colombia.test.fits | {of_colombia.test.treated: own})
    )


def test_it_says_whether_the_change_is_rare_and_then_what_it_rests_on(of_colombia: CountryEffect) -> None:
    made = shown(of_colombia)
    assert [one for one in ids(made) if one != "poor"] == ["rare", "made", "paths", "sources"]
    assert made.lead == (of_colombia.reading,) and "Colombia" in made.title and str(of_colombia.year) in made.subtitle


def test_its_place_among_all_other_countries_is_told(of_colombia: CountryEffect) -> None:
    told = words(shown(of_colombia).section("rare"))
    assert f"{of_colombia.placebo['rank']} of {of_colombia.placebo['of']}" in told
    assert signed(of_colombia.test.real.effect) in told and decimals(of_colombia.placebo["p"], 3) in told
    assert (
        decimals(of_colombia.placebo["p_gap"], 3) in told
        and name_of(of_colombia.placebo["placebos"][0]["unit"]) in told
    )


def test_a_false_date_is_told_where_there_are_years_enough(of_colombia: CountryEffect) -> None:
    assert of_colombia.in_time is not None
    year = f"{of_colombia.in_time.treated_from},"
    assert year in words(shown(of_colombia).section("rare"))
    without = shown(replace(of_colombia, in_time=None)).section("rare")
    assert year not in words(without) and len(without.blocks) == len(shown(of_colombia).section("rare").blocks)


def test_countries_that_a_mix_followed_exactly_are_counted_as_left_out(of_colombia: CountryEffect) -> None:
    other = next(
        code
        for code in of_colombia.test.fits
        if code != of_colombia.test.treated and code not in of_colombia.test.exact
    )
    fit = of_colombia.test.fits[other]
    followed = replace(fit, synthetic=fit.path)
    more = replace(of_colombia, test=replace(of_colombia.test, fits=of_colombia.test.fits | {other: followed}))
    assert other in more.test.exact
    assert f"{len(more.test.exact)} countries" in words(shown(more).section("rare"))


def test_every_country_of_the_mix_and_every_year_has_a_row(of_colombia: CountryEffect) -> None:
    made, own = shown(of_colombia), of_colombia.test.real
    (mix,), (years,) = tables(made.section("made")), tables(made.section("paths"))
    assert len(mix.rows) == sum(part >= LEAST for part in own.weights.values())
    assert [row.cells[1] for row in years.rows] == [decimals(value) for value in own.path.tolist()]
    after = [str(row.cells[0]) for row in years.rows if "after" in str(row.cells[0])]
    assert len(after) == sum(year >= of_colombia.year for year in own.years)


@pytest.mark.parametrize(("before", "after", "warned"), [(9.0, 9.0, True), (9.0, 1.0, True), (0.5, 1.0, False)])
def test_a_mix_that_missed_by_more_before_is_a_warning(
    of_colombia: CountryEffect, before: float, after: float, warned: bool
) -> None:
    off = apart(of_colombia, before, after)
    assert ("poor" in ids(shown(off))) is warned


def test_every_turn_as_it_is(found: Effect) -> None:
    """The sections of a real answer with the estimates of each turn, and the list of them all."""
    told = []
    for name, one in EFFECTS.items():
        made = replace(one, event_study=found.event_study[4:9], size_check=found.size_check, checks=found.checks)
        shown = over_all(Asked(replace(made, event="announced", honest=(BOUND,)), {}, None))
        told += [f"== {name}", *(line for line in lines(shown) if not line.startswith("  ..."))]
    every = EveryEffect(tuple(replace(one, says=f"trade, {name}") for name, one in EFFECTS.items()))
    kept(
        Path(__file__).with_name("golden") / "effects.txt",
        "\n".join([*told, *lines(every_outcome(Asked(every, {}, None)))]),
    )
