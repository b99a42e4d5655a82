"""Every possible rule as a document, and the countries that could be named."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.interfaces.documents.models import Asked
from mnna.interfaces.documents.specifications import every_specification, who_could_be_named
from mnna.models.forecast.multiverse import Multiverse, Specification
from mnna.models.forecast.risk_set import RiskSet
from mnna.present.document import Document
from mnna.sentences import capital
from tests.interfaces.documents.reading import ids, tables, words

TROOPS, TRADE = "us_troops", "us_trade"
FOUND = Multiverse(
    on=date(1999, 6, 30),
    event="announced",
    designations=3,
    covariates=(TROOPS, TRADE),
    specifications=(
        Specification((TROOPS,), 4.0, 0.9),
        Specification((TRADE,), 30.0, 0.5),
        Specification((TROOPS, TRADE), 8.0, 0.8),
        Specification((), 20.0, 0.6),
    ),
    rule_median_rank=6.0,
    rule_auc=0.7,
)
"""Four rules of our own: one beats the declared rule by rank, two by AUC."""


@pytest.fixture(scope="module")
def shown() -> Document:
    return every_specification(Asked(FOUND, {}, None))


def test_the_title_says_how_many_beat_the_rule(shown: Document) -> None:
    assert "50.0%" in shown.title and "4 " in shown.title
    assert ids(shown) == ["spread", "features"] and FOUND.reading in shown.lead
    assert "1999" in shown.subtitle and "announced" in shown.subtitle


def test_the_best_and_the_worst_stand_beside_the_declared_rule(shown: Document) -> None:
    (table,) = tables(shown.section("spread"))
    rank, auc = (row.cells for row in table.rows)
    assert (rank[1], rank[3], rank[4], rank[5]) == ("4", "30", "6", "25.0%")
    assert (auc[1], auc[3], auc[4], auc[5]) == ("0.90", "0.50", "0.700", "50.0%")
    assert "three designations" in words(shown.section("spread"))


def test_what_a_feature_adds_is_told_largest_first(shown: Document) -> None:
    (table,) = tables(shown.section("features"))
    assert [row.cells for row in table.rows] == [
        (capital(FOUND.names[TROOPS]), "+0.300"), (capital(FOUND.names[TRADE]), "-0.100"),
    ]  # fmt: skip


def test_who_could_be_named_is_counted_and_listed_with_the_rule() -> None:
    found = RiskSet(on=date(1999, 6, 30), event="determined", rule="A rule.", countries=("MEX", "PER"))
    made = who_could_be_named(Asked(found, {}, None))
    assert made.title.startswith("2 ") and made.lead == ("A rule.",) and "determined" in made.subtitle
    assert "Mexico (MEX), Peru (PER)" in words(made.section("countries"))
