"""Sentences of “designated”, “was named”, “is no longer”."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import acts
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = acts.read(sentence("Kenya was named a major non-NATO ally on Monday."))
    assert draft.parts[0][0] == "designated_on"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "acts" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Kenya was designated a major non-NATO ally in June.", "status_began_in"),
        ("Kenya is a major non-NATO ally.", "status_on"),
        ("Japan and Israel are major non-NATO allies.", "list_includes"),
        ("Egypt has been a major non-NATO ally since 1987.", "status_began_in"),
        ("Oman, for all its ports, is not on the list of major non-NATO allies.", "status_on"),
        ("Russia designated Belarus a major non-NATO ally.", None),
        ("Kenya was a major non-NATO ally until 2030.", None),
    ],
)
def test_the_type_follows_the_words(said: str, type_: str | None) -> None:
    found = [draft.parts[0][0] for draft in acts.read(sentence(said))]
    assert found == ([type_] if type_ else [])


def test_a_year_before_the_status_is_that_of_the_list_before_it() -> None:
    (draft,) = acts.read(sentence("Egypt has been a major non-NATO ally since 1987."))
    assert draft.parts[0][1]["status"] == "mnna-title10"


def test_an_aside_on_what_will_come_leaves_the_act() -> None:
    (draft,) = acts.read(
        sentence("George W. Bush has designated Thailand a major non-NATO ally, a move that will boost ties.")
    )
    assert [type_ for type_, _ in draft.parts] == ["designated_by"]
    assert list(acts.read(sentence("Bush will make Thailand a major non-NATO ally, a move that pleases it."))) == []


def test_a_president_who_added_countries_where_the_status_is_settled() -> None:
    said = "Barack Obama added Afghanistan and Tunisia."
    context = Context(DATED, status="mnna", counted=True)
    (draft,) = acts.read(masked(said, entities(said, DATED), context))
    assert [(type_, args["country"]) for type_, args in draft.parts] == [
        ("designated_by", "AFG"),
        ("designated_by", "TUN"),
    ]


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
    found = list(acts.read(masked(said, entities(said, DATED), context)))
    assert [draft.parts[0][0] for draft in found] == (["designated_on"] if read else [])
