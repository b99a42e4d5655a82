"""The claims of the article, in the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.article_claims import claims
from mnna.article_claims.judging import ARTICLE
from mnna.briefs.gather import BriefContext
from mnna.briefs.sections.claims import SHOWN, _cited, article_claims
from mnna.errors import BadDate
from mnna.present.document import Items, Lines, Link, Paragraph, Section, Table
from tests.briefs.reading import head

PUBLISHED = date(2022, 4, 29)


@pytest.fixture(scope="module")
def section(mexico: BriefContext) -> Section:
    return article_claims(mexico)


def test_every_claim_has_a_row_with_both_verdicts(section: Section) -> None:
    answer = claims(ARTICLE, as_of="2026-11-24")
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    told = {row.id: [head(cell) for cell in row.cells[:5]] for row in table.rows}
    assert told == {
        one.id: [one.id, one.claim.claim, one.verdict, one.verdict_today, one.basis] for one in answer.claims
    }
    cited = [row.cells[5] for row in table.rows]
    assert all(isinstance(cell, Lines) and 1 <= len(cell.items) <= SHOWN for cell in cited)


def test_the_counts_are_those_of_the_word(section: Section) -> None:
    answer = claims(ARTICLE, as_of="2026-11-24")
    (said, *_) = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    assert str(said).startswith(f"{len(answer.claims)} claims. On the day of the article, 29 April 2022: ")
    for today in (False, True):
        assert all(f"{count} {verdict}" in str(said) for verdict, count in answer.counts(today=today).items() if count)


def test_the_article_is_named_as_a_sentence(section: Section) -> None:
    (where,) = [block for block in section.blocks if isinstance(block, Items)]
    (link,) = where.items
    assert isinstance(link, Link) and "should Mexico be next? Joseph Bouchard, " in link.text
    assert link.address.startswith("https://")


def test_an_address_is_shown_by_its_host() -> None:
    (link,) = _cited("https://www.cbsnews.com/news/a-story/")
    assert (link.text, link.address) == ("cbsnews.com", "https://www.cbsnews.com/news/a-story/")
    assert [one.text for one in _cited("22 USC 2321k; 22 USC 2776")] == ["22 USC 2321k", "22 USC 2776"]


def test_before_the_article_there_was_nothing_to_judge(mexico: BriefContext) -> None:
    assert article_claims(replace(mexico, on=PUBLISHED)).id == "claims"
    with pytest.raises(BadDate, match="the article is of 29 April 2022"):
        article_claims(replace(mexico, on=date(2022, 4, 28)))
