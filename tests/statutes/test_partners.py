"""Who counts as friendly, and how far section 1206 carries Taiwan."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import situation
from mnna.errors import RuleError
from mnna.registry.load import Registry
from mnna.rules.evaluate import evaluate
from mnna.rules.nodes import Expr
from mnna.statutes.partners import A_COUNTRY, FRIENDLY, Taiwan, allies
from mnna.statutes.vocabulary import MNNA
from tests.rules.boundaries import boundaries
from tests.rules.mutants import mutants
from tests.rules.strategies import value as decided

ON = date(2024, 6, 1)


def value(registry: Registry, rule: Expr, country: str, on: date = ON, **given: bool) -> object:
    return evaluate(rule, situation(registry, country, on, given)).value


@pytest.mark.parametrize(
    ("how", "alone", "reached"),
    [(Taiwan.BY_TRANSFER, True, True), (Taiwan.ARGUABLY, None, True), (Taiwan.NO, False, False),
     (Taiwan.NAMED, False, False)],
)  # fmt: skip
def test_how_taiwan_stands_beside_the_allies(
    registry: Registry, how: Taiwan, alone: bool | None, reached: bool
) -> None:
    rule = allies(MNNA, taiwan=how)
    assert value(registry, rule, "TWN") is alone
    assert value(registry, rule, "TWN", section_1206_reaches=True) is reached
    assert value(registry, rule, "TWN", section_1206_reaches=False) is (how is Taiwan.BY_TRANSFER)
    assert value(registry, rule, "TWN", date(2002, 9, 29), section_1206_reaches=True) is False
    assert value(registry, rule, "COL") is True and value(registry, rule, "MEX") is False


def test_every_mistake_in_the_shared_part_is_caught_where_it_is_asked_alone() -> None:
    """All combinations of what it asks are tried, which no longer fit in the rules that it is a part of."""
    rows = [(world, decided(FRIENDLY, world)) for world in boundaries(FRIENDLY, date(2021, 12, 9), None, 14000)]
    wrong = [one for one in mutants(FRIENDLY) if not any(decided(one.rules[0], w) != found for w, found in rows)]
    presumed = "treats the country as a friendly foreign country: always"
    assert [one.what for one in wrong if not one.what.endswith(presumed)] == []


def test_friendly_is_who_is_on_no_list_and_in_doubt_who_is_denied_arms(registry: Registry) -> None:
    assert value(registry, FRIENDLY, "MEX") is True and value(registry, FRIENDLY, "IRN", friendly=True) is False
    assert value(registry, FRIENDLY, "CHN") is None
    assert [value(registry, FRIENDLY, "CHN", friendly=said) for said in (True, False)] == [True, False]
    assert value(registry, FRIENDLY, "MEX", friendly=False) is False


@pytest.mark.parametrize(
    ("state", "eve", "day"),
    [
        ("SSD", "2011-07-08", "2011-07-09"),
        ("XKX", "2008-02-17", "2008-02-18"),
        ("MKD", "1994-02-08", "1994-02-09"),
        ("UKR", "1991-12-24", "1991-12-25"),
    ],
)
def test_a_new_state_counts_as_a_country_from_its_recognition(
    registry: Registry, state: str, eve: str, day: str
) -> None:
    told = [value(registry, rule, state, date.fromisoformat(on)) for rule in (FRIENDLY, A_COUNTRY) for on in (eve, day)]
    assert told == [None, True, None, True]


def test_the_organization_is_no_country(registry: Registry) -> None:
    assert value(registry, A_COUNTRY, "NATO") is False and value(registry, A_COUNTRY, "FRA") is True


@pytest.mark.parametrize(
    ("country", "day", "friendly"),
    [("CHN", "2000-01-01", None), ("CUB", "2017-01-01", None), ("BLR", "2021-12-08", None), ("LBN", "1990-01-01", None),
     ("KHM", "2021-12-08", True), ("ETH", "2021-10-31", True), ("COL", "2000-01-01", True),
     ("EST", "1994-04-03", None), ("EST", "1994-04-04", True), ("SSD", "2018-02-13", True), ("SSD", "2018-02-14", None),
     ("RUS", "2021-03-17", None), ("VNM", "2016-09-28", None), ("VNM", "2016-09-29", True)],
)  # fmt: skip
def test_whom_a_text_of_the_list_names_is_not_presumed_friendly_on_days_that_were_not_read(
    registry: Registry, country: str, day: str, friendly: bool | None
) -> None:
    assert value(registry, FRIENDLY, country, date.fromisoformat(day)) is friendly


@pytest.mark.parametrize(
    ("country", "on", "friendly"),
    [
        ("YEM", "1992-12-15", True),  # a presumption, and told as one
        ("YEM", "2010-05-01", None),  # the notice of 16 December 1992, told by 77 FR 39392
        ("YEM", "2012-01-01", None),  # 76 FR 47990
        ("YEM", "2012-07-03", True),
        ("SLE", "2008-06-01", None),  # 72 FR 71575
        ("RWA", "2008-06-01", None),
        ("FJI", "2010-06-01", None),
        ("FJI", "2013-06-01", None),  # 76 FR 47990, rescinded by 80 FR 30614
        ("FJI", "2015-05-29", True),
        ("SRB", "1999-05-01", None),
        ("POL", "1986-05-01", None),  # named as a Communist country in 22 USC 2370(f) until 1992
        ("HUN", "1992-10-23", None),
        ("HUN", "1992-10-24", True),
    ],
)
def test_no_country_counts_as_friendly_while_a_text_that_was_read_denies_it_arms(
    registry: Registry, country: str, on: str, friendly: bool | None
) -> None:
    assert value(registry, FRIENDLY, country, date.fromisoformat(on)) is friendly


def test_whoever_does_not_say_how_taiwan_stands_is_told() -> None:
    with pytest.raises(RuleError, match=r"how Taiwan stands\. Write allies\(\.\.\., taiwan="):
        allies(MNNA)
