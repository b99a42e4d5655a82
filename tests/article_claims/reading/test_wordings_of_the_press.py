"""What newspapers, op-eds and think tanks say in words of their own, one kind a test."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading.drafting import read

DATED = date(2025, 8, 7)
KENYA = {"country": "KEN", "status": "mnna"}


def parts(text: str, title: str = "", dated: date = DATED) -> list[tuple[str, dict[str, Any]]]:
    return [(type_, dict(args)) for one in read(text, title, dated) for _, draft in one.drafts
            for type_, args in draft.parts]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The senators call for a review of Kenya's designation as a major non-NATO ally, which was granted on "
        "June 24, 2024.",
        "The Senate demanded a list of visits after June 24, 2024 — the day Kenya was named a major non-NATO ally.",
    ],
)
def test_an_aside_tells_the_day_of_the_act_whatever_is_asked_for(text: str) -> None:
    assert parts(text) == [("designated_on", KENYA | {"day": date(2024, 6, 24)})]


def test_the_status_that_the_article_is_about_has_its_day_in_an_aside() -> None:
    text = (
        "Kenya is a major non-NATO ally. The designation, which was granted on June 24, 2024, followed a state visit."
    )
    assert parts(text)[1:] == [("designated_on", KENYA | {"day": date(2024, 6, 24)})]


def test_a_time_since_the_act_is_told_beside_a_bill() -> None:
    text = "A year after Kenya became the first sub-Saharan major non-NATO ally, a senator introduced an amendment."
    assert parts(text) == [("nth_to_hold", KENYA | {"n": 1, "region": "sub-Saharan Africa"})]


@pytest.mark.parametrize(
    "text",
    [
        "The White House announced its intention to grant major non-NATO ally status to Kenya in May of last year.",
        "A year after Kenya hoped to become a major non-NATO ally, a senator introduced an amendment.",
        "Kenya's designation as a major non-NATO ally, which critics say was granted on June 24, 2023, is a mistake.",
        "The status won Kenya nothing and angered more important U.S. allies, including Saudi Arabia and Oman.",
    ],
)
def test_an_intention_a_hope_or_an_ally_of_another_kind_is_not_taken_for_it(text: str) -> None:
    assert parts(text, "Kenya, a major non-NATO ally") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bill would bring India into NATO Plus, comprising Japan, Israel and Australia.",
         ("list_includes", {"status": "nato-plus", "countries": ["JPN", "ISR", "AUS"]})),
        ("About 20 years ago the 26-nation NATO alliance met in Riga.", None),
        ("In Washington the 32-nation NATO alliance met.", ("count_of_status_is", {"status": "nato", "count": 32})),
        ("The 30-nation NATO Plus forum met in Doha.", None),
        ("NATO was then a 16-nation alliance.", None),
        ("The senators want NATO Plus, comprising India and Taiwan, to be law.", None),
        ("Under the draft, NATO Plus would be a group that includes Japan, Taiwan and India.", None),
        ("NATO is a 32-country alliance.", ("count_of_status_is", {"status": "nato", "count": 32})),
        ("The president's authority to confer major non-NATO ally status is old.",
         ("designation_requires", {"status": "mnna", "act": "determination by the President"})),
        ("Taiwan is treated as an ally but does not hold major non-NATO ally status.",
         ("status_on", {"country": "TWN", "status": "mnna", "holds": False})),
        ("The rank of major non-NATO ally brings no formal commitment to protect Kenya.",
         ("no_security_commitment", {"status": "mnna"})),
        ("The difference is that Estonia and Latvia, small republics, have been members of NATO since 2004.",
         ("status_began_in", {"country": "EST", "status": "nato", "year": 2004})),
    ],
)  # fmt: skip
def test_numbers_lists_and_powers(text: str, found: tuple[str, dict[str, Any]] | None) -> None:
    assert parts(text)[:1] == ([found] if found else [])


def test_a_notice_told_of_on_a_day_is_not_of_that_day() -> None:
    text = (
        "The minister confirmed on Saturday that Washington has notified Congress of its intention to designate Peru."
    )
    said = parts(f"{text[:-1]} a major non-NATO ally.", "", date(2025, 12, 14))
    assert said == [("intention_announced", {"country": "PER", "status": "mnna"})]


def test_a_notice_of_an_end_without_a_day() -> None:
    text = "I am providing notice of my intent to rescind the designation of Afghanistan as a major non-NATO ally."
    assert parts(text) == [("notified_end_on", {"country": "AFG", "status": "mnna"})]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The law requires the president to notify Congress before the sale, enhancement or upgrading of “major "
         "defense equipment” valued at $14 million or more.", ("mde", 14e6)),
        ("In a sale of major defense equipment, the triggering amount is $14 million.", ("mde", 14e6)),
        ("The requirement to notify Congress extends to “defense articles and services” valued at $50 million or more "
         "and “design and construction services” valued at $200 million or more.", ("total", 50e6)),
    ],
)  # fmt: skip
def test_thresholds_in_the_words_of_the_statute(text: str, found: tuple[str, float]) -> None:
    type_, args = parts(text)[0]
    assert type_ == "threshold_is" and (args["measure"], args["usd"]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("India is the only other country to have been designated a major defense partner.",
         [("status_on", {"country": "IND", "status": "major-defense-partner"})]),
        ("As a major non-NATO ally, Bahrain hosts the Fifth Fleet.",
         [("status_on", {"country": "BHR", "status": "mnna"})]),
        ("Bush upgraded relations with Pakistan by formally naming it a major non-NATO ally.",
         [("status_on", {"country": "PAK", "status": "mnna"})]),
        ("Previously, India was the only country recognized as a major defense partner.", []),
        ("India was until then the only major defense partner.", []),
        ("The rank of major non-NATO ally makes it easier for Kenya to buy American weapons.", []),
    ],
)  # fmt: skip
def test_who_else_holds_it_and_what_is_only_of_before(text: str, found: list[tuple[str, dict[str, Any]]]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("The title of major non-NATO ally makes Kenya eligible for priority delivery of defense material.",
         "excess-defense-articles-priority"),
        ("The status of major non-NATO ally makes Kenya eligible to have U.S.-owned stockpiles of arms on its soil.",
         "war-reserve-stockpile-site"),
    ],
)  # fmt: skip
def test_benefits_in_the_words_of_the_agencies(text: str, authority: str) -> None:
    assert [args["authority"] for _, args in parts(text)] == [authority]


def test_the_year_of_the_designation_spoken_of() -> None:
    text = "Bahrain is a major non-NATO ally.\nThe 2002 MNNA designation expanded sales."
    assert parts(text)[1:] == [("status_began_in", {"country": "BHR", "status": "mnna", "year": 2002})]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sweden officially joined the North Atlantic Treaty Organization (NATO) on March 7, 2024.",
         [("status_began_in", {"country": "SWE", "status": "nato", "year": 2024, "month": 3})]),
        ("NATO's membership now includes 32 countries.", [("count_of_status_is", {"status": "nato", "count": 32})]),
        ("NATO now counts 32 countries among its members.",
         [("count_of_status_is", {"status": "nato", "count": 32})]),
        ("Ukraine joined the North Atlantic Treaty Organization summit on Tuesday.", []),
        ("NATO has agreements with Chile, Colombia (the only NATO partner in Latin America) and Iraq.", []),
    ],
)  # fmt: skip
def test_who_joined_the_alliance_and_how_many_are_in_it(text: str, found: list[tuple[str, dict[str, Any]]]) -> None:
    assert parts(text, "Argentina asks NATO") == found


def test_those_countries_are_the_holders_counted_before() -> None:
    text = "Five countries are major non-NATO allies there. Those five countries are Jordan, Egypt and Bahrain."
    assert parts(text)[-1] == ("list_includes", {"status": "mnna", "countries": ["JOR", "EGY", "BHR"]})


@pytest.mark.parametrize(
    "text",
    [
        "Biden said he intends to declare Kenya a major non-NATO ally.",
        "I am providing notice of my intent to designate Kenya as a major non-NATO ally.",
    ],
)
def test_an_intention_without_a_day(text: str) -> None:
    assert parts(text, "", date(2024, 5, 24)) == [("intention_announced", KENYA)]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia joined NATO and EU leaders at a dinner.",
        "Ireland joined NATO peacekeepers in Kosovo.",
        "Ireland joined NATO in condemning the attack.",
        "Austria joined NATO as an observer.",
        "Australia joined NATO on Tuesday for exercises.",
        "Serbia joined NATO, the EU and others in a protest.",
        "Kosovo joined the NATO Parliamentary Assembly.",
    ],
)
def test_to_join_what_nato_does_is_not_to_join_it(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Finland joined NATO.",
        "Finland joined NATO after Russia invaded Ukraine.",
        "Finland joined NATO as its newest member.",
    ],
)
def test_who_joined_nato_is_a_member(text: str) -> None:
    assert parts(text) == [("status_on", {"country": "FIN", "status": "nato"})]


@pytest.mark.parametrize(
    "text",
    [
        "NATO counts 11 members that spend two percent.",
        "NATO has 4 members on the Black Sea.",
        "NATO's membership includes 9 countries outside the European Union.",
        "NATO's parliamentary assembly has 266 members.",
        "A NATO committee has 8 members.",
        "The nine-nation NATO battlegroup is led by Canada.",
        "The four-nation NATO force sailed from Kiel.",
    ],
)
def test_a_number_of_some_members_is_not_that_of_all(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "NATO currently has 32 members.",
        "NATO has 32 members and 35 partners.",
        "The 32-nation NATO alliance meets today.",
    ],
)
def test_the_number_of_all_members_is_read(text: str) -> None:
    assert parts("NATO meets. " + text) == [("count_of_status_is", {"status": "nato", "count": 32})]


def test_what_may_be_done_by_naming_a_country_is_no_act() -> None:
    said = "rewarded Kenya by naming it a major non-NATO ally."
    assert ("status_on", KENYA) in parts(f"President Biden {said}")
    assert parts(f"President Biden may have {said}") == parts(f"President Biden wished to have {said}") == []


def test_that_there_is_no_treaty_says_nothing_of_the_status() -> None:
    text = "There is no U.S.-India mutual defense treaty."
    assert [type_ for type_, _ in parts(text, "India and the status of major non-NATO ally")] == ["authority_on"]


def test_no_bill_is_not_read_as_a_bill() -> None:
    assert parts("No bill would designate India a major non-NATO ally.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Had Ukraine joined NATO in 2008, Crimea would be Ukrainian.",
        "Had Tunisia not lost the status of major non-NATO ally, its army would be larger.",
        "Crimea would be Ukrainian, had Ukraine joined NATO in 2008.",
    ],
)
def test_what_would_be_had_it_happened_is_not_read(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize("text", ["Finland became NATO's 32nd member.", "Finland joined NATO as its 32nd member."])
def test_the_rank_of_who_joined_nato_is_judged_too(text: str) -> None:
    rank = {"country": "FIN", "status": "nato", "n": 32}
    assert parts(text) == [("status_on", {"country": "FIN", "status": "nato"}), ("nth_to_hold", rank)]


def test_of_two_days_for_two_countries_none_is_put_to_both() -> None:
    both = {"status": "nato", "countries": ["FIN", "SWE"]}
    assert parts("Finland and Sweden joined NATO in 2023 and 2024.") == [("list_includes", both)]


@pytest.mark.parametrize(
    "text",
    [
        "A larger NATO Plus, comprising India and Japan, is planned.",
        "Ecuador's president plans to make Ecuador a major non-NATO ally.",
        "The Ecuadorian president told reporters of his intention to make Ecuador a major non-NATO ally.",
    ],
)
def test_what_is_to_be_or_another_president_intends_is_not_read(text: str) -> None:
    assert parts(text) == []
