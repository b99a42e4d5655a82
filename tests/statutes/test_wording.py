"""No amount and no number of days is typed in the prose of the law: it is told from the figure of the day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mnna.engine.finding import find
from mnna.errors import RuleError
from mnna.registry.load import Registry
from mnna.rules.nodes import Expr
from mnna.statutes.catalog import authority
from mnna.statutes.parameters import param
from mnna.statutes.texts import texts
from mnna.statutes.wording import figures, filled, number, worded
from tests.statutes.entries import IDS, act_trees, entry, prose, trees

NUMBERS = sorted((number(value) for value in range(2, 100)), key=len, reverse=True)
UNITS = "days?|months?|years?|percent|million|billion"
TYPED = re.compile(rf"\$ ?\d|\b(?:\d[\d,.]*|{'|'.join(NUMBERS)})(?:-| )(?:calendar )?(?:{UNITS})\b")
DECLARED = (
    "Do the higher notification thresholds and the fifteen-day review",  # a question stands for every day
    "Merida money, of which $420.7 million was military financing",  # a sum that was spent
    "The exemption ends after fifteen years unless renewed for five",  # in the figure as a day
    "sanctions were due from 180 days after that day",  # over
    "Three designations in five years under (2)(B) or (C)",  # not encoded
    "the government is more than six calendar months in default",  # a fact that is asked for
    "a sale to a NATO body at $65 million was notified in 2021",  # a notice that was sent
    "a case of $50.7 million without major defense equipment",  # what a notice says
    "A report of 2008 gives twenty days",  # a practice, in no law
    "For the three years that began on 18 February 2016",  # over
    "development cost of more than $50 million or a total production cost of more than $200 million",  # days not known
)
"""What is typed all the same, and why."""


def typed(text: str) -> list[str]:
    """The amounts and days typed in a text, outside what is declared."""
    text = re.sub(r"\{[^}]*\}", "", text)
    for known in DECLARED:
        text = text.replace(known, "")
    return [text[max(0, found.start() - 40) : found.end()] for found in TYPED.finditer(text)]


@pytest.mark.parametrize("id_", IDS)
def test_no_figure_is_typed_in_prose(id_: str) -> None:
    one = entry(id_)
    rules = [*act_trees(one).values(), *(tree for provision in one.provisions for tree in trees(provision).values())]
    found = [
        wrong for text in [*prose(one), *(said for rule in rules for said in words(rule))] for wrong in typed(text)
    ]
    assert not found, f"Write the figure as {{its-parameter}}, or {{its-parameter:words}}: {found}"


def words(rule: Expr) -> list[str]:
    """What a rule says besides its logic."""
    told = (getattr(node, name, "") for node in rule.walk() for name in ("phrase", "presumption"))
    return [text for text in told if isinstance(text, str)]


def test_no_figure_is_typed_in_a_text_beside_the_law() -> None:
    for text in texts():
        assert text.kind == "proposal" or not typed(text.says), (text.id, typed(text.says))


def test_what_is_declared_still_occurs() -> None:
    told = [text for id_ in IDS for text in prose(entry(id_))] + [text.says for text in texts()]
    facts = [said for provision in authority("restriction-arrears").provisions for said in words(provision.rule)]
    assert [known for known in DECLARED if not any(known in text for text in told + facts)] == []


@pytest.mark.parametrize(
    ("text", "day", "reads"),
    [
        ("from {36b-mde}", "1980-06-01", "from $7 million"),
        ("from {36b-mde}", "2024-06-01", "from $14 million"),
        ("from {36b-mde}", "1960-01-01", "from $7 million"),
        ("{36b-days:words} days", "1975-06-01", "twenty days"),
        ("{36b-days} days", "2024-06-01", "30 days"),
        ("on {aukus-ends}", "2024-06-01", "on 22 December 2038"),
        ("up to {stockpile-cap}", "2002-01-01", "up to $50 million"),
        ("nothing to fill in", "2024-06-01", "nothing to fill in"),
    ],
)
def test_a_text_reads_as_the_law_was_that_day(text: str, day: str, reads: str) -> None:
    assert worded(text, date.fromisoformat(day)) == reads


def test_only_the_figures_given_are_filled_in() -> None:
    text, own = "from {36b-mde}, after {36b-days:words} days", {"36b-mde": param("36b-mde")}
    assert filled(text, own, date(2024, 6, 1)) == "from $14 million, after {36b-days:words} days"
    assert filled(text, {}, date(2024, 6, 1)) == text and filled("nothing", own, date(2024, 6, 1)) == "nothing"
    assert filled(text, own, date(1900, 1, 1)).startswith("from an amount not read,")


def test_a_figure_that_is_none_is_told() -> None:
    with pytest.raises(RuleError, match="'36b-mdes': no table has one of that id"):
        figures("from {36b-mdes}")


def test_numbers_in_words() -> None:
    assert [number(value) for value in (0, 7, 15, 30, 45, 99)] == [
        "zero", "seven", "fifteen", "thirty", "forty-five", "ninety-nine",
    ]  # fmt: skip


def test_an_answer_is_told_with_its_figures(registry: Registry) -> None:
    found = find(authority("depleted-uranium-rounds"), registry, "MEX", date(2024, 6, 1))
    assert (
        "designation as a major non-NATO ally, thirty days after notice to Congress [22 USC 2321k(a)]" in found.routes
    )
    bar = find(authority("restriction-terrorism-list"), registry, "IRN", date(2024, 6, 1))
    assert str(bar.terms["waiver"]).startswith("a waiver by the President, 15 days after a report to Congress")
