"""The drop-downs of the columns as options: only what the reader changed."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.http.screening_columns import chosen_columns

SEEN: list[dict[str, Any]] = [
    {"column": "Buyer, old", "role": None, "unit": None},
    {"column": "Country", "role": "recipient", "unit": None},
    {"column": "Value ($M)", "role": "total_usd", "unit": "millions"},
    {"column": "Cost", "role": None, "unit": None},
]


def test_what_is_left_alone_is_no_option() -> None:
    assert chosen_columns(SEEN, {"role.1": "recipient", "unit.2": "millions"}) == {"map": {}, "unit": {}}


def test_what_is_changed_is_an_option() -> None:
    form = {"role.0": "recipient", "role.1": "", "role.2": "", "role.3": "mde_usd", "unit.3": "thousands"}
    assert chosen_columns(SEEN, form) == {
        "map": {"recipient": "Buyer, old", "mde_usd": "Cost", "total_usd": ""}, "unit": {"mde_usd": "thousands"},
    }  # fmt: skip
    assert chosen_columns(SEEN, {"unit.2": "dollars"})["unit"] == {"total_usd": "dollars"}


@pytest.mark.parametrize(
    ("form", "wrong"),
    [({"role.3": "recipient"}, "two columns are chosen"), ({"role.3": "x" * 99}, "it cannot be read as 'xxx")],
)
def test_a_wrong_choice_is_refused(form: dict[str, str], wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        chosen_columns(SEEN, form)
