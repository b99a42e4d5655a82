"""What the documents of the models share."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from mnna.interfaces.documents.models import Asked, event, numbers, sources, stamp
from mnna.present.document import Items
from mnna.registry.countries import name_of
from mnna.registry.load import load_registry
from mnna.series import figures_hash


@pytest.mark.parametrize(("code", "name"), [("MEX", "Mexico"), ("KOR", "South Korea"), ("pooled", "pooled")])
def test_a_code_is_named_and_what_is_no_code_stays(code: str, name: str) -> None:
    assert name_of(code) == name


def test_a_table_of_numbers_has_names_on_the_left() -> None:
    table = numbers("Caption", ["Country", "Rank", "Score"], iter([("Mexico", "1", "0.5"), ("Peru", "2", "0.4")]))
    assert [(one.title, one.strong, one.number) for one in table.columns] == [
        ("Country", True, False), ("Rank", False, True), ("Score", False, True),
    ]  # fmt: skip
    assert [(row.id, row.cells) for row in table.rows] == [
        ("0", ("Mexico", "1", "0.5")), ("1", ("Peru", "2", "0.4")),
    ]  # fmt: skip


def test_a_column_without_a_heading_is_refused() -> None:
    with pytest.raises(AssertionError, match="screen reader"):
        numbers("", ("", "Rank"), ())


def test_an_answer_rests_on_sources_and_the_users_own_rows() -> None:
    asked = Asked(SimpleNamespace(own_facts=("MEX mnna",), to_dict=lambda: {"a": 1}), {}, None)
    (items,) = sources(asked, {"gdp": "World Bank"}, ("first",)).blocks
    assert isinstance(items, Items) and [str(one).lower() for one in items.items] == [
        "first", "gdp: world bank", "your own facts: mex mnna",
    ]  # fmt: skip
    assert asked.to_dict() == {"a": 1}


def test_the_stamp_names_facts_and_figures() -> None:
    found = dict(stamp(None))
    assert (found["facts"], found["figures"]) == (load_registry().hash, figures_hash()) and found["version"]


def test_which_day_counts_is_a_choice_of_two() -> None:
    asked = event("announced")
    assert asked["default"] == "announced"
    assert [value for value, _ in asked["choices"]()] == ["announced", "determined"]
