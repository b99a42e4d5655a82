"""What is cited in an answer can have existed on its day: the first day of a law or page, by its number."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.enactment import earliest, without_later
from mnna.rules.explain import Tree


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("P.L. 107-228 s. 1206", date(2001, 1, 3)),
        ("P.L. 74-1", date(1935, 1, 3)),
        ("P.L. 73-1", date(1933, 3, 4)),
        ("P.L. 1-1", date(1789, 3, 4)),
        ("87 FR 32943", date(2022, 1, 1)),
        ("1 FR 1", date(1936, 1, 1)),
        ("P.L. 104-164; 61 FR 59809; P.L. 94-329", date(1996, 1, 1)),
        ("22 USC 2776(b)", date.min),
    ],
)
def test_a_number_tells_the_first_day(text: str, first: date) -> None:
    assert earliest(text) == first


def node(citation: str | None, *of: Tree) -> Tree:
    return {"says": "x", "value": None, "citation": citation, "of": list(of)}


def test_an_arm_of_a_later_law_is_not_cited_on_an_earlier_day() -> None:
    tree = node("22 USC 2776(b)", node("P.L. 107-228 s. 1206"), node(None, node("87 FR 1")))
    assert without_later(tree, date(2001, 1, 2)) == node("22 USC 2776(b)", node(None), node(None, node(None)))
    assert without_later(tree, date(2001, 1, 3))["of"][0]["citation"] == "P.L. 107-228 s. 1206"
    assert without_later(tree, date(2022, 1, 1)) == tree
