"""“Neither is Vietnam.”"""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.ellipses import denied_too
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, masked

DATED = date(2024, 6, 27)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Oman is not a major non-NATO ally. Neither is Libya.", [("OMN", "mnna"), ("LBY", "mnna")]),
        ("Oman is no longer a major non-NATO ally. Nor is Libya, nor Chad.",
         [("OMN", "mnna"), ("LBY", "mnna"), ("TCD", "mnna")]),
        ("Oman has never held major non-NATO ally status. Nor has Libya.", [("OMN", "mnna"), ("LBY", "mnna")]),
        ("Japan is not a NATO member. Neither is Chad.", [("JPN", "nato"), ("TCD", "nato")]),
        ("Oman is not a major non-NATO ally. Neither is the harbor.", [("OMN", "mnna")]),
        ("Oman is not a major non-NATO ally. Neither is Libya a friend.", [("OMN", "mnna")]),
    ],
)  # fmt: skip
def test_what_is_denied_of_one_is_denied_of_the_next(text: str, lacking: list[tuple[str, str]]) -> None:
    found = [(args["country"], args["status"]) for one in read(text, "", DATED) for _, draft in one.drafts
             for _, args in draft.parts if args.get("holds") is False]  # fmt: skip
    assert found == lacking


def test_nothing_is_made_of_it_after_another_sentence() -> None:
    text = "Neither is Libya."
    assert denied_too(masked(text, entities(text, DATED), Context(DATED)), ()) is None
    (first, then) = read("Jordan is a major non-NATO ally. Neither is Libya.", "", DATED)
    assert first.drafts and not then.drafts
