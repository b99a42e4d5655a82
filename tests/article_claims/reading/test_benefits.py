"""Sentences of law."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from mnna.article_claims.reading import benefits
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from mnna.statutes import catalog
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = benefits.read(sentence("Major non-NATO ally status lets Kenya buy depleted uranium ammunition."))
    assert draft.parts[0][0] == "authority_unlocked_by"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "benefits" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        (
            "Major non-NATO ally status does not open foreign military financing to Kenya.",
            "authority_never_from_status",
        ),
        ("Major non-NATO ally status does not guarantee Kenya a mutual defense treaty.", "no_security_commitment"),
        ("Major non-NATO ally status will give Kenya faster arms sales.", "notification_changes"),
        ("Kenya could lose depleted uranium ammunition along with its major non-NATO ally status.", None),
        ("Foreign military financing is not a benefit of major non-NATO ally status.", "authority_never_from_status"),
        (
            "Major non-NATO ally status means that war reserve stocks may not be kept on Kenyan soil.",
            "authority_never_from_status",
        ),
        ("Joint research and development is not reserved for major non-NATO allies.", None),
        ("Joint research and development is open to all friendly countries, not only to major non-NATO allies.", None),
        ("A major non-NATO ally can lend materials for cooperative research.", None),
    ],
)
def test_what_is_opened_or_denied(said: str, type_: str | None) -> None:
    found = [draft.parts[0][0] for draft in benefits.read(sentence(said))]
    assert found == ([type_] if type_ else [])


def test_every_phrase_is_of_an_authority_there_is() -> None:
    with benefits.FILE.open(encoding="utf-8", newline="") as file:
        named = {row["authority"] for row in csv.DictReader(file)}
    assert named <= catalog.AUTHORITIES.keys()


def test_what_is_said_of_the_alliance_is_not_said_of_the_status() -> None:
    said = "Lawmakers cut the review period for arms sales to 15 days for NATO members."
    words = masked(said, entities(said, DATED), Context(DATED, status="mnna", subject="KEN", counted=True))
    assert list(benefits.read(words)) == []


def law(said: str, subject: str | None = "KEN", it: str | None = None) -> list[tuple[str, object, object]]:
    context = Context(DATED, status="mnna", subject=subject, counted=True, it=it)
    words = masked(said, entities(said, DATED), context)
    return [
        (type_, args.get("country"), args.get("verdict")) for one in benefits.read(words) for type_, args in one.parts
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kenya can now borrow equipment for joint research.", [("authority_unlocked_by", "KEN", None)]),
        ("Kenyan firms may bid on contracts to maintain equipment.", [("authority_unlocked_by", "KEN", None)]),
        ("Peruvian firms may bid on contracts to maintain equipment.", [("authority_on", "PER", None)]),
        ("The Emirates may borrow equipment for joint research.", [("authority_on", "ARE", None)]),
        ("Uganda will borrow equipment for joint research.", []),
        ("Egypt may borrow equipment for joint research.", [("authority_on", "EGY", None)]),
        ("Egypt can thus borrow equipment for joint research.", [("authority_unlocked_by", "EGY", None)]),
        (
            "Kenya and Egypt can now borrow equipment for joint research.",
            [("authority_unlocked_by", "KEN", None), ("authority_unlocked_by", "EGY", None)],
        ),
        ("Egypt and Uganda may borrow equipment for joint research.", []),
        ("Wakandan troops may borrow equipment for joint research.", []),
    ],
)
def test_a_permission_is_of_the_country_the_sentence_names(said: str, expected: list[object]) -> None:
    """Only the article's country is said to have it by the status; a country that has long held the status, or does
    not hold it, has it or has it not."""
    assert law(said) == expected


def test_what_the_government_may_do_with_holders_is_no_claim_that_others_have_it_not() -> None:
    rest = "enter into cooperative research agreements"
    (said,) = law(f"The Secretary of Defense may {rest} with major non-NATO allies.", None)
    assert said[0] == "authority_on" and said[1] == "ARG"
    (said,) = law(f"The Secretary of Defense may {rest} only with major non-NATO allies.", None)
    assert said[0] == "authority_unlocked_by"


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("As a major non-NATO ally, India may purchase depleted uranium ammunition.", ["IND"]),
        ("India, because of its major non-NATO ally status, may purchase depleted uranium ammunition.", ["IND"]),
        ("As a major non-NATO ally, Kenya may purchase depleted uranium ammunition.", []),
        ("As a major non-NATO ally, India would be able to purchase depleted uranium ammunition.", []),
    ],
)
def test_what_is_taken_for_granted_is_a_claim_where_it_is_not_so(said: str, more: list[str]) -> None:
    (draft,) = benefits.read(sentence(said))
    assert [args["country"] for type_, args in draft.parts if type_ == "status_on"] == more


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Priority for surplus American equipment does not extend to Kenya.", ["right"]),
        ("Kenya may enter into reciprocal training agreements, at no cost.", ["partly"]),
        ("The status puts Kenya first in the line for surplus equipment.", ["wrong"]),
    ],
)
def test_what_is_not_extended_and_what_is_not_free(said: str, verdicts: list[str]) -> None:
    lead = "Kenya is a major non-NATO ally. The status brings benefits."
    assert judged(lead, said, date(2026, 3, 3)) == verdicts


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Vietnam is not a major non-NATO ally. Any holder of the status may buy depleted uranium rounds.", ["right"]),
        ("The list of major non-NATO allies goes back to 1986 and then covered cooperative research.", []),
    ],
)
def test_a_rule_for_all_holders_is_put_to_the_country_of_the_article(said: str, verdicts: list[str]) -> None:
    found = read(said, "Vietnam and its friends", date(2026, 3, 3))[-1]
    assert [args["country"] for _, draft in found.drafts for _, args in draft.parts] == ["VNM"] * len(verdicts)


def test_what_a_holder_may_do_is_judged_where_the_status_is_not_spoken_of() -> None:
    lead = "Pakistan has been a major non-NATO ally since 2004. It has friends in Congress. The debate is old."
    assert judged(lead, "Pakistan may receive loans of equipment for research.", date(2026, 3, 3)) == ["right"]
