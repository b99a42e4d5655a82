"""The bottom line is true of every kind of country, and its counts are those of the rows."""

from __future__ import annotations

import re

import pytest

from mnna.answers.partition import gain_and_loss
from mnna.answers.what_if import what_if
from mnna.briefs.bottom_line import few
from mnna.present.numbers import listed
from mnna.statutes.listing import subject
from tests.briefs.reading import brief

TODAY = "2026-11-24"

STANDING = [
    ("MEX", TODAY, "On 24 November 2026 Mexico is not a major non-NATO ally and has never been one."),
    ("FJI", TODAY, "On 24 November 2026 Fiji is not a major non-NATO ally and has never been one."),
    (
        "FRA",
        TODAY,
        "France has been a member of NATO since 24 August 1949; it is not a major non-NATO ally, a status for "
        "countries outside NATO.",
    ),
    (
        "TWN",
        TODAY,
        "On 24 November 2026 Taiwan is not a major non-NATO ally, but since 30 September 2002 the law treats it as "
        "one for transfers of defense articles and services (P.L. 107-228 s. 1206).",
    ),
    (
        "AFG",
        TODAY,
        "On 24 November 2026 Afghanistan is not a major non-NATO ally; it was one from 6 July 2012 until "
        "23 September 2022.",
    ),
    (
        "COL",
        "2024-06-01",
        "Colombia has been a major non-NATO ally since 23 May 2022, by Presidential Determination No. 2022-14; "
        "official lists disagree on it.",
    ),
    (
        "COL",
        "2022-05-22",
        "On 22 May 2022 Colombia is not a major non-NATO ally: the designation was announced on 10 March 2022 and "
        "notified on 21 April 2022, but neither an announcement nor a notice to Congress is a designation; Colombia "
        "was to become one on 23 May 2022.",
    ),
    (
        "AFG",
        "2015-06-01",
        "Afghanistan has been a major non-NATO ally since 6 July 2012, by Presidential Determination No. 2012-11; it "
        "was to be one until 23 September 2022.",
    ),
    (
        "SAU",
        "2026-01-10",
        "Whether Saudi Arabia is a major non-NATO ally on 10 January 2026 is not known: the designation is dated to "
        "a day between 1 and 23 January 2026, and no closer.",
    ),
    (
        "IND",
        TODAY,
        "On 24 November 2026 India is not a major non-NATO ally and has never been one; it holds the separate status "
        "“Major Defense Partner”.",
    ),
    (
        "MEX",
        "1990-01-01",
        "On 1 January 1990 Mexico is not a major non-NATO ally: no country held that status before 21 July 1996.",
    ),
    (
        "the Philippines",
        TODAY,
        "The Philippines has been a major non-NATO ally since 6 October 2003, by Presidential Determination No. "
        "2004-02.",
    ),
]


@pytest.mark.parametrize(("country", "on", "said"), STANDING)
def test_the_first_sentence_says_where_the_country_stands(country: str, on: str, said: str) -> None:
    assert brief(country, on=on).bottom_line[0] == said


@pytest.mark.parametrize("country", ["MEX", "FRA", "JPN", "TWN", "AFG", "FJI", "SAU", "NZL", "IND", "PRK"])
def test_three_statements_that_end(country: str) -> None:
    for said in brief(country, on=TODAY).bottom_line:
        assert said.endswith(".")
        assert said[0].isupper()
        assert "None" not in said
        assert "  " not in said


def test_the_second_sentence_counts_what_the_what_if_counts() -> None:
    found = what_if("MEX", designate="mnna", on=TODAY).partition
    made = brief("MEX", on=TODAY)
    said = made.bottom_line[1]
    assert said.startswith(f"If Mexico were a major non-NATO ally, it would {gain_and_loss(found)}. Of the rest, ")
    gains = str(made.section("memo-gains").to_dict()).lower()
    assert len(found.gain) > 3 and all(subject(id_).lower() in gains for id_ in found.gain), "the memo names them"


def test_up_to_three_answers_are_named_in_the_sentence_itself() -> None:
    assert few(("war-reserve-stockpile-site",) * 3) == listed([subject("war-reserve-stockpile-site")] * 3)
    assert few(("war-reserve-stockpile-site",) * 4) == ""


@pytest.mark.parametrize("country", ["MEX", "JPN", "FRA", "TWN", "KEN", "SAU", "UKR"])
def test_the_sentences_on_the_law_are_short(country: str) -> None:
    """Under 30 words outside brackets; a sentence that lists every restriction on record may be longer."""
    _, changes, lasts = brief(country, on=TODAY).bottom_line
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", re.sub(r" \([^()]*\)", "", f"{changes} {lasts}")):
        assert len(sentence.split()) < 30, sentence


def test_an_ally_is_told_what_rests_on_the_status_it_has() -> None:
    said = brief("JPN", on=TODAY).bottom_line
    found = what_if("JPN", terminate="mnna", on=TODAY).partition
    assert said[1].startswith(
        f"If Japan were no longer a major non-NATO ally, it would {gain_and_loss(found, '', few(found.lose))}. Of the "
    )
    assert not found.gain and found.lose
    assert said[2].startswith("It brings no guarantee of defense (the mutual defense treaty stands apart from it)")
    assert "(the review stays at 15 days)" in said[2]


def test_a_member_of_nato_gains_no_answer() -> None:
    assert "it would get a better answer on none of" in brief("FRA", on=TODAY).bottom_line[1]


@pytest.mark.parametrize(
    ("country", "treaty"),
    [
        ("MEX", "no treaty of defense is in force"),
        ("COL", "the Rio Treaty stands apart from it"),
        ("ISR", "no treaty of defense is in force"),
        ("NZL", "whether a treaty of defense is in force is not known here"),
    ],
)
def test_no_guarantee_of_defense_comes_with_it(country: str, treaty: str) -> None:
    assert f"no guarantee of defense ({treaty})" in brief(country, on=TODAY).bottom_line[2]


def test_another_status_may_bring_what_this_one_does_not() -> None:
    said = brief("MEX", on=TODAY, designate="nato").bottom_line
    assert said[0] == "On 24 November 2026 Mexico is not a member of NATO and has never been one."
    assert "no guarantee" not in said[2]
    answers = "a commitment of collective defense and higher thresholds for notices to Congress"
    assert f"It would change the answer on {answers}." in said[2]
    assert "It would change the terms or steps of foreign military financing (FMF)." in said[2]


@pytest.mark.parametrize(("country", "status"), [("FRA", "nato"), ("FRA", "rio-treaty"), ("COL", "nato")])
def test_a_treaty_of_defense_is_not_said_to_bring_no_guarantee(country: str, status: str) -> None:
    """Another treaty binds the United States to each as well, so that the answer does not change."""
    made = brief(country, on=TODAY, designate=status)
    assert "no guarantee" not in made.bottom_line[2]
    assert "Without it the answer on a commitment of collective defense is yes too." in made.bottom_line[2]
    told = str(made.section("commitments").to_dict())
    assert "No guarantee" not in told and ("stands without the status too." in told or "Without it: " in told)


@pytest.mark.parametrize(
    ("country", "status", "act"),
    [
        ("FRA", "nato", ", by the North Atlantic Treaty."),
        ("COL", "rio-treaty", ", by the Inter-American Treaty of Reciprocal Assistance."),
        ("KEN", "rome-statute", ", by the Rome Statute."),
        ("COL", "mnna", ", by Presidential Determination No. 2022-14."),
    ],
)
def test_an_act_with_a_name_has_its_article(country: str, status: str, act: str) -> None:
    assert act in brief(country, on=TODAY, designate=status).bottom_line[0]


def test_other_terms_of_a_permission_are_no_money() -> None:
    """Status opens purchases from companies under the act for fiscal year 2026, and the answer stays yes."""
    said = brief("MEX", on=TODAY).bottom_line[2]
    assert "(no treaty of defense is in force) and no money of its own." in said
    assert "It would change the terms or steps of foreign military financing (FMF)." in said


@pytest.mark.parametrize("on", ["0001-01-01", "1776-07-04", "9999-12-31"])
def test_any_day_has_a_brief(on: str) -> None:
    assert len(brief("MEX", "COL", on).bottom_line) == 3
