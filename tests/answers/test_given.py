"""Facts given by name are read as what the law asks of them, or refused."""

from __future__ import annotations

import pytest

from mnna.answers.given import given_facts
from mnna.errors import BadQuestion, UnknownWord


def test_a_truth_is_yes_or_no() -> None:
    assert given_facts(["acsa=yes", "friendly=no"]) == {"acsa": True, "friendly": False}
    assert given_facts([]) == {}


@pytest.mark.parametrize("text", ["acsa", "acsa=", "acsa=true", "acsa=Yes"])
def test_another_value_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion, match=f"given {text}: the value is neither yes nor no"):
        given_facts([text])


@pytest.mark.parametrize("text", ["ascsa=yes", "on=2024-01-01", "=yes"])
def test_a_fact_on_which_nothing_turns_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(UnknownWord, match="no provision turns on") as told:
        given_facts([text])
    assert "acsa" in told.value.near
