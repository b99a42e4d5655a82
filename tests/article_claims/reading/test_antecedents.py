"""What words such as “the status”, “it” and “both” stand for."""

from __future__ import annotations

from datetime import date

from mnna.article_claims.reading.antecedents import with_context
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import judged

DATED = date(2019, 8, 1)


def sentence(text: str, context: Context | None = None) -> Masked:
    context = context or Context(DATED)
    return masked(text, with_context(text, entities(text, DATED), context), context)


def drafted(text: str, dated: date = date(2024, 6, 27)) -> list[list[tuple[str, object]]]:
    return [[(t, a.get("country", a.get("countries"))) for _, draft in one.drafts for t, a in draft.parts]
            for one in read(text, "", dated)]  # fmt: skip


def test_what_only_the_context_gives() -> None:
    context = Context(DATED, country="BRA", status="mnna", subject="BRA")
    assert sentence("The status helps the South American nation.", context).words == "<S0> helps <C1>."
    assert sentence("The status helps the East African nation.", context).words == "<S0> helps the <R1> nation."
    assert sentence("The status helps the country.").words == "the status helps the country."


def test_it_is_the_country_that_the_sentence_before_told_of() -> None:
    assert drafted("India is a partner.\nIt is not a major non-NATO ally.")[1] == [("status_on", "IND")]
    told = "Argentina was the first major non-NATO ally in South America.\nBill Clinton designated it in January 1998."
    assert drafted(told)[1] == [("status_began_in", "ARG"), ("designated_by", "ARG")]
    assert drafted("Japan has a treaty, and it is a major non-NATO ally too.")[0] == [("status_on", "JPN")]
    assert drafted("Oman recalls that it is a major non-NATO ally.")[0] == [("status_on", "OMN")]
    assert drafted("Oman hopes that it is a major non-NATO ally.")[0] == []
    assert drafted("Oman told Chad that it is a major non-NATO ally.")[0] == []
    assert drafted("Kenya and Ghana are friends.\nIt is a major non-NATO ally.")[1] == []


def test_both_are_the_two_that_the_sentence_before_named() -> None:
    told = "What do Tunisia and Kenya have in common?\nBoth are major non-NATO allies."
    assert drafted(told)[1] == [("list_includes", ["TUN", "KEN"])]


def test_one_is_the_status_where_the_sentence_before_is_about_it() -> None:
    told = "American law treats Taiwan as a major non-NATO ally.\nIt was never formally designated one."
    assert drafted(told)[1] == [("status_on", "TWN")]


def test_the_status_is_none_where_another_was_named_last() -> None:
    told = (
        "Kenya is a major non-NATO ally.\nIt is the first major non-NATO ally in East Africa.\n"
        "Colombia is a global partner of NATO.\nThe status opens the way to depleted uranium ammunition."
    )
    assert drafted(told)[3] == []


def test_what_is_said_of_a_body_that_is_no_country_is_not_put_to_the_article() -> None:
    told = "Kenya became a major non-NATO ally.\nThe status lets Kenya buy depleted-uranium rounds."
    for said in ("The European Union can buy depleted-uranium rounds, too.", "The EU may host war reserve stocks."):
        assert drafted(f"{told}\n{said}")[2] == []


def test_the_articles_country_is_not_meant_right_after_another() -> None:
    about = "Argentina wants more.\nArgentina is a friend.\nArgentina became a major non-NATO ally in 1998.\n"
    other = about + "Colombia became a major non-NATO ally in May 2022, as Argentina and Brazil had.\n"
    for told in (
        "Biden announced the plan on March 10, 2022.",
        "The designation took effect on May 23, 2022.",
        "The third country in Latin America to get the status, it is proud.",
    ):
        assert drafted(about + told)[-1], told
        assert drafted(other + told)[-1] == drafted(f"{other}The status is rare.\n{told}")[-1] == [], told


def test_designated_alone_goes_on_in_the_list_that_the_sentence_before_names() -> None:
    lead = "Pakistan became a major non-NATO ally in 2004."
    other = f"{lead} Iran was designated a state sponsor of terrorism in 1984."
    told = "North Korea was designated in 2017."
    assert judged(other, told, date(2026, 3, 3)) == []
    assert judged(lead, told, date(2026, 3, 3)) == judged(f"{other} {lead}", told, date(2026, 3, 3)) == ["wrong"]


def test_the_kingdom_and_the_emirate_are_those_named_last() -> None:
    lead = "The United States has 21 major non-NATO allies. Qatar was designated in 2022, Saudi Arabia in January 2026."
    assert judged(lead, "The emirate had asked for years.", date(2026, 3, 3)) == []
    assert judged(lead, "The kingdom was designated in January.", date(2026, 3, 3)) == ["right"]
    assert judged(lead, "The kingdom was designated in 2024.", date(2026, 3, 3)) == ["wrong"]


def test_the_list_is_the_one_named_last() -> None:
    lead = "Kenya became a major non-NATO ally in 2024."
    other = f"{lead} Sudan came off the list of state sponsors of terrorism in 2020."
    back = f"{other} Egypt is on the list of major non-NATO allies."
    for said in (
        "The list now consists of Cuba, Iran and North Korea.",
        "It still includes Cuba, Iran and Syria.",
        "Syria is still on it.",
        "Morocco is a friend. The same list names Cuba, Iran and North Korea.",
    ):
        assert judged(other, said, date(2026, 3, 3)) == [], said
    assert judged(f"{lead} Pakistan was on the FATF's gray list.", "The list leaves Iran out.", date(2026, 3, 3)) == []
    assert judged(lead, "The list includes Egypt, Israel and Japan.", date(2026, 3, 3)) == ["right"]
    assert judged(back, "The list also includes Israel and Japan.", date(2026, 3, 3)) == ["right"]
    assert judged(back, "The list also includes Israel and Syria.", date(2026, 3, 3)) == ["partly"]


def test_the_group_and_they_are_those_named_last() -> None:
    lead = "Kenya became a major non-NATO ally in 2024."
    group = f"{lead} The Quad is a group of four."
    assert judged(group, "The group includes Japan, India and Fiji.", date(2026, 3, 3)) == []
    assert judged(group, "The list includes Japan and Israel.", date(2026, 3, 3)) == ["right"]
    held = f"{lead} Sudan came off the list of state sponsors of terrorism. Some countries are major non-NATO allies."
    assert judged(held, "They include Egypt, Israel and Japan.", date(2026, 3, 3)) == ["right"]
    named = f"{lead} Sudan is on a priority list. There is a club that people call “major non-NATO allies”."
    assert judged(named, "The club includes Japan and Israel.", date(2026, 3, 3)) == ["right"]
