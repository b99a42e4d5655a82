"""The ranking in plain words: the question, the answer, how sure it is, and nothing that needs a statistician."""

from __future__ import annotations

import re

import pytest

from mnna.models.forecast import in_words
from mnna.models.forecast.backtest import scored
from mnna.models.forecast.declared_rule import Placing
from mnna.models.forecast.rank import rank
from mnna.models.panel import World
from tests.models.forecast.known import DAY

LONGEST = 30
JARGON = ("country-year", "at risk", "z-score", "median rank", "back-test", "bootstrap", "covariate", "p =")


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!]) ", text) if one]


def test_the_reading_says_question_answer_and_how_sure(world: World) -> None:
    found = rank(DAY, world=world)
    first, second, left, *rest = sentences(found.reading)
    assert first.startswith("The question is which country")
    assert second.startswith(f"Of {len(found.ranking)} countries that are ranked")
    assert left.startswith("Left out of the ranking, though high by the rule: Cuba")
    assert f"{found.backtest.top10} of {len(found.backtest.placings)} designees" in rest[0]
    assert found.reading.endswith(in_words.CHANGES)


def test_readings_are_short_sentences_without_jargon(world: World) -> None:
    texts = [rank(DAY, world=world).reading, rank(DAY, country="MEX", world=world).country.reading]  # type: ignore[union-attr]
    for text in texts:
        assert [one for one in sentences(text) if len(one.split()) > LONGEST] == []
        assert [word for word in JARGON if word in text.lower()] == []


def test_a_rule_that_was_never_tested_claims_nothing() -> None:
    assert "Nobody can say" in in_words.tested(scored("the rule", []))


def test_what_was_missed_is_said_with_its_place() -> None:
    told = in_words.missed(scored("the rule", [Placing("PHL", 2003, 40.0, 161), Placing("COL", 2022, 3.0, 147)]))
    assert told == "The rule missed, with a place outside the first ten: the Philippines 2003 (place 40 of 161)."


def test_those_who_waited_are_named_and_the_rest_counted() -> None:
    never = [
        {"country": "MEX", "years": 6, "first": 2021, "last": 2026, "in_nato_since": None},
        {"country": "OMN", "years": 2, "first": 2002, "last": 2003, "in_nato_since": None},
    ]
    assert in_words.waited(never) == "Mexico 6 years (2021-2026). Another 1 stood there for fewer than 5 years."  # type: ignore[arg-type]


def test_the_rule_says_what_it_looks_at() -> None:
    told = in_words.rule(("us_troops",))
    assert "looks only at US active-duty troops" in told
    assert "SIPRI" in " ".join(in_words.without_figures(("us_troops",)))


@pytest.mark.parametrize(("since", "says"), [(0, "none has come since"), (2, "with all but 2 of these designations")])
def test_the_reading_tells_designations_that_can_test_the_rule(since: int, says: str) -> None:
    score = scored("the rule", [Placing("PHL", 2003, 40.0, 161), Placing("COL", 2022, 3.0, 147)])
    assert says in in_words.reading(("us_troops",), ["MEX"], 116, score, (), (), since)
