"""The table says how every indicator is written and used, and a wrong key is one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import get_args

import pytest

from mnna.errors import BadFacts
from mnna.series import metadata, uses
from mnna.series.uses import CriterionRow, FeatureRow, Form, How, MeasureRow, OutcomeRow, Transform

Ordered = CriterionRow | MeasureRow | OutcomeRow | FeatureRow

ORDERED: dict[str, Callable[[], Iterable[Ordered]]] = {
    "criteria": uses.criteria,
    "measures": uses.measures,
    "outcomes": lambda: uses.outcomes().values(),
    "features": lambda: uses.features().values(),
}


@pytest.mark.parametrize("kind", ORDERED)
def test_every_row_has_a_place_of_its_own(kind: str) -> None:
    places = [one.order for one in ORDERED[kind]()]
    assert places == sorted(places) and max(Counter(places).values()) == 1


def test_what_is_weighed_has_words_and_what_is_used_is_weighed() -> None:
    rows: list[CriterionRow | OutcomeRow] = [*uses.criteria(), *uses.outcomes().values()]
    for row in rows:
        assert row.indicator in uses.weighed() and uses.use(row.indicator).plain
    for feature in uses.features().values():
        assert uses.use(feature.indicator).how or feature.indicator in uses.weighed()
        assert not feature.per or feature.per in uses.weighed()


def test_short_names_are_of_one_indicator_each() -> None:
    names = [one.short for one in uses.uses().values() if one.short]
    assert len(set(names)) == len(names) and not set(names) & set(uses.uses())


def test_the_forecast_names_features_and_every_feature_of_the_rule_has_words() -> None:
    of, known = uses.forecast(), uses.features()
    assert {*of.rule, *of.fitted, *of.alone.values(), of.region, of.size} <= set(known)
    assert set(of.rule) <= set(of.fitted) and all(known[name].in_rule for name in of.rule)


def test_every_choice_is_taken_by_a_row() -> None:
    """A form, a transform or a way of computing that no row uses is to be deleted."""
    taken = uses.uses().values()
    assert {one.form for one in taken} == set(get_args(Form)) and {one.how for one in taken} == set(get_args(How))
    rows: list[OutcomeRow | FeatureRow] = [*uses.outcomes().values(), *uses.features().values()]
    assert {row.transform for row in rows} == set(get_args(Transform))


def test_levels_name_the_numbers_they_stand_for() -> None:
    for one in uses.uses().values():
        assert bool(one.levels) == (one.form == "levels")


def test_how_it_is_used_is_no_part_of_whose_it_is() -> None:
    for record in metadata.records().values():
        assert not set(record) & set(metadata.USED)


def test_an_indicator_that_is_not_in_the_table_is_written_plainly() -> None:
    of = uses.use("my_own_index")
    assert (of.id, of.form, of.plain, of.measure) == ("my_own_index", "digits", "", None)


def test_an_estimate_on_a_log_scale_reads_as_a_percentage() -> None:
    assert uses.outcomes()["us_trade"].log and not uses.outcomes()["un_distance"].log


def test_ids_in_a_title_are_shortened() -> None:
    assert uses.shorter("ridge hazard: us_troops, gdp") == "ridge hazard: troops, GDP"


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [("colour", "red", "colour"), ("transform", "cube", "transform is 'cube'.*asinh_million"), ("unit", None, "unit")],
)
def test_a_wrong_row_is_one_sentence(key: str, value: str | None, says: str) -> None:
    row = {"indicator": "x", "order": 1, "id": "x", "label": "X", "says": "x", "unit": "u", "transform": "log"}
    given = {name: one for name, one in {**row, key: value}.items() if one is not None}
    with pytest.raises(BadFacts, match=says):
        uses._row(OutcomeRow, "x, outcome", given)
