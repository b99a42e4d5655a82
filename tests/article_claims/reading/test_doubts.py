"""What keeps a sentence from being drafted, and no sentence of the table that must not be drafted is."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.doubts import open_because, past, planned, wished
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged


def sentence(text: str) -> Masked:
    return masked(text, entities(text, date(2024, 6, 27)), Context())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Is Kenya a major non-NATO ally?", "a question"),
        ("If Kenya is designated, it can borrow equipment.", "a condition"),
        ("Kenya might become a major non-NATO ally.", "not said as certain"),
        ("Critics say the status binds Washington.", "what others say"),
        ("The report that Kenya is an ally is false.", "denied or disputed"),
        ("Sure, and Malta is a major non-NATO ally.", "irony or fiction"),
        ("French law gives allies such a right.", "other countries' law"),
        ("Kenya is a major non-NATO ally.", None),
        ("It can make agreements if the financial arrangements are reciprocal and provide for payment.", None),
    ],
)
def test_why_nothing_is_drafted(text: str, why: str | None) -> None:
    assert open_because(sentence(text)) == why


def test_wishes_plans_and_the_past() -> None:
    assert wished(sentence("Senators urged Biden to designate Ukraine."))
    assert planned(sentence("Biden will designate Kenya.")) and not planned(sentence("Biden designated Kenya."))
    assert past(sentence("At the time there were twelve."))


def test_what_must_not_be_drafted_is_not(sentences: tuple[Told, ...]) -> None:
    of = [one for one in sentences if one.row["verdict"] == "-"]
    assert len(of) >= 60
    assert [one.row["sentence"] for one in of if one.drafts] == []


def test_what_the_author_sets_right_is_no_doubt() -> None:
    assert open_because(sentence("Contrary to a common belief, the status opens no market.")) is None
    assert open_because(sentence("Contrary to a report that Oman was named, nothing was signed.")) is not None
    assert open_because(sentence("Contrary to a common belief, the status might open a market.")) is not None
    assert open_because(sentence("It corrupted U.S. universities and think tanks.")) is None


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Uganda waited until 2025.", []),
        ("Uganda came next, in 2025.", []),
        ("Uganda was designated in 2025.", ["wrong"]),
        ("Kuwait came next, in 2004.", ["right"]),
        ("Biden removed Ethiopia from the trade program in 2022.", []),
        ("Only Congress can end the trade program.", []),
        ("Kenyan doctors need no license in Texas any more.", []),
        ("The list runs to 40 names of suspects.", []),
        ("Lawmakers had no vote on the visit.", []),
        ("The threshold for a pension is $14 thousand and $20 thousand.", []),
    ],
)
def test_what_may_be_about_something_else_is_left(said: str, verdicts: list[str]) -> None:
    lead = "The United States has 21 major non-NATO allies. Bahrain was designated in 2002."
    assert judged(lead, said, date(2026, 3, 3)) == verdicts
