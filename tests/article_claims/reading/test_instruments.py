"""Sentences that name the act itself."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import instruments
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, masked

DATED = date(2024, 6, 27)


@pytest.mark.parametrize(
    ("said", "counted", "read"),
    [
        ("Kenya was named in a presidential determination dated June 24.", True, True),
        ("Presidential Determination No. 2024-05, dated June 24, designates Kenya.", False, True),
        ("Kenya was named in a presidential determination dated June 24.", False, False),
        ("Kenya fell under Proclamation 8693 of July 24, 2011.", True, False),
        ("Kenya was helped by Public Law 104-164 of July 21, 1996.", True, False),
        ("President Biden signed an executive order on trade with Kenya on June 24.", True, False),
    ],
)
def test_only_an_act_that_may_designate_is_one(said: str, counted: bool, read: bool) -> None:
    context = Context(DATED, status="mnna", counted=counted)
    found = list(instruments.read(masked(said, entities(said, DATED), context)))
    assert [draft.parts[0][0] for draft in found] == (["designated_on"] if read else [])
