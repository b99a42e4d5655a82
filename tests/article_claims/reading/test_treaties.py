"""Sentences on defense treaties with the United States."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import treaties
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import judged

DATED = date(2024, 6, 27)


def parts(text: str) -> list[tuple[str, dict[str, Any]]]:
    words = masked(text, entities(text, DATED), Context(DATED))
    return [(type_, dict(args)) for draft in treaties.read(words) for type_, args in draft.parts]


@pytest.mark.parametrize(
    ("said", "country", "verdict"),
    [
        ("The United States has no mutual defence treaty with Saudi Arabia.", "SAU", "no"),
        ("Kenya is not a party to any defense treaty with the United States.", "KEN", "no"),
        ("There is no mutual defense treaty between the United States and Israel.", "ISR", "no"),
        ("The Philippines has a mutual defense treaty with the United States.", "PHL", "yes"),
    ],
)
def test_who_has_a_treaty(said: str, country: str, verdict: str) -> None:
    of = {"authority": "collective-defense", "country": country, "verdict": verdict}
    assert parts(said) == [("authority_on", of)]


def test_the_rio_treaty_by_both_its_names() -> None:
    (said,) = parts("Colombia is a party to the Inter-American Treaty of Reciprocal Assistance (Rio Treaty).")
    assert said == ("status_on", {"country": "COL", "status": "rio-treaty"})
    (said,) = parts("Mexico is no longer a party to the Rio Treaty.")
    assert said == ("status_on", {"country": "MEX", "status": "rio-treaty", "holds": False})


def test_a_treaty_in_force_since_a_year() -> None:
    said = "Manila's treaty with Washington is older: the Mutual Defense Treaty has been in force since 1952."
    words = masked(said, entities(said, DATED, frozenset({"PHL"})), Context(DATED))
    (draft,) = treaties.read(words)
    assert dict(draft.parts[0][1]) == {"country": "PHL", "status": "mutual-defense-treaty", "year": 1952}


@pytest.mark.parametrize(
    "said",
    [
        "The United States does not have a defense treaty with Brazil.",  # a party to the Rio Treaty
        "Israel wants a mutual defense treaty with the United States.",
        "The United States will have a mutual defense treaty with Saudi Arabia.",
        "No one says that the United States has a mutual defense treaty with Kenya.",
        "India has a mutual defense treaty with Russia.",
    ],
)
def test_what_is_wished_or_not_certain_is_left(said: str) -> None:
    assert parts(said) == []


@pytest.mark.parametrize(
    ("said", "country"),
    [
        (
            "An attack would invoke commitments under Article IV of the 1951 U.S.-Philippines Mutual Defense Treaty.",
            "PHL",
        ),
        ("Any attack will invoke our mutual defense treaty with the Philippines.", "PHL"),
        ("The troops stay under the mutual defense treaty between the United States and South Korea.", "KOR"),
        ("Riyadh is defended under the U.S.-Saudi Arabia Mutual Defense Treaty.", "SAU"),
        ("Riyadh would be defended under the U.S.-Saudi Arabia Mutual Defense Treaty.", None),
        ("Ships were sent under the U.S.-Taiwan Mutual Defense Treaty.", None),
        ("Congress looks at commitments under the proposed U.S.-Saudi Arabia Mutual Defense Treaty.", None),
    ],
)
def test_a_treaty_from_which_something_follows_is_in_force(said: str, country: str | None) -> None:
    told = [("status_on", {"country": country, "status": "mutual-defense-treaty"})] if country else []
    assert parts(said) == told


def test_a_treaty_with_the_country_of_an_article_is_one_with_the_united_states() -> None:
    said = "However, there is no defense treaty or alliance with Taiwan."
    for subject, drafted in (("TWN", 1), ("JPN", 0), (None, 0)):
        words = masked(said, entities(said, DATED), Context(DATED, subject=subject))
        assert len(list(treaties.read(words))) == drafted


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED, status="mnna"))


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Major non-NATO ally status is no guarantee of American protection.", "no_security_commitment"),
        ("As a major non-NATO ally, Kenya enjoys an American security guarantee.", "authority_unlocked_by"),
        ("Unlike NATO members, Kenya is not covered by collective defense.", "no_security_commitment"),
        ("Major non-NATO allies signed a separate mutual defense treaty.", None),
        ("Japan has a mutual defense treaty.", None),
    ],
)
def test_a_commitment_is_claimed_of_the_status_or_denied(said: str, type_: str | None) -> None:
    found = [draft.parts[0][0] for draft in treaties.commitments(sentence(said), "mnna", "KEN")]
    assert found == ([type_] if type_ else [])


def test_an_alliance_that_is_only_compared_with_is_not_what_is_spoken_of() -> None:
    said = "It does not guarantee them American protection, as it does for other NATO members."
    (draft,) = treaties.commitments(sentence(said), "mnna", None)
    assert draft.parts[0][1] == {"status": "mnna"}
    assert treaties.is_alliance("nato") and not treaties.is_alliance("mnna")


@pytest.mark.parametrize(
    ("lead", "said", "verdicts"),
    [
        ("Three allies are Argentina, Brazil and Peru.", "All three are members of the Rio Treaty.", ["right"]),
        ("", "Mexico withdrew from the Rio Treaty in 2004.", ["right"]),
        ("", "Mexico withdrew from the Rio Treaty in 2010.", ["wrong"]),
        ("Bahrain is a major non-NATO ally.", "None of the four Gulf allies has a defense treaty.", ["right"]),
        ("Bahrain is a major non-NATO ally.", "None of the six Gulf allies has a defense treaty.", []),
        ("", "Australia remains a member of ANZUS.", ["right"]),
        ("", "New Zealand is still an ANZUS ally.", ["not verifiable"]),
        ("", "Fiji is an ANZUS partner.", ["wrong"]),
        ("", "Fiji is not an ANZUS partner.", []),
        ("Bahrain is a major non-NATO ally.", "Not one of the four Gulf allies has one, as for defense treaties.",
         ["right"]),
        ("", "No Central American nation has a mutual defense treaty with the United States.", ["partly"]),
        ("Taiwan is not a major non-NATO ally.", "Taiwan has no defense treaty at all, the former one having lapsed in "
         "1980.", ["right", "right"]),
    ],
)  # fmt: skip
def test_who_is_in_a_treaty_and_who_left_it(lead: str, said: str, verdicts: list[str]) -> None:
    assert judged(lead, said, date(2026, 3, 3)) == verdicts
