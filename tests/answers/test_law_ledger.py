"""The ledger of a status: what is encoded, what has no effect and what was not read, each told whole."""

from __future__ import annotations

import pytest

from mnna.answers.law import law
from mnna.answers.law_entries import Named
from mnna.answers.law_ledger import ledger, sweeps_for
from mnna.errors import UnknownWord
from mnna.registry.statuses import USUAL
from mnna.statutes.naming import ENCODED, STANDINGS, named_by, namings, sweeps
from mnna.statutes.provision import CaseLaw

ROWS = ledger(USUAL)


def row(id_: str) -> Named:
    return next(one for one in ROWS if one["id"] == id_)


def test_everything_that_names_the_status_is_there_and_what_is_encoded_first() -> None:
    places = [list(STANDINGS).index(one["standing"]) for one in ROWS]
    assert places == sorted(places) and set(places) == {0, 1, 2}
    beside = [one for one in namings() if one.status == USUAL]
    assert len(ROWS) == len(named_by(USUAL)) + len(beside)


@pytest.mark.parametrize(
    ("id_", "kind", "citation", "since"),
    [
        ("rdte-loans", "law", "22 USC 2796d(a)(1)", "1996-07-21"),
        ("satellite-licensing", "regulation", "22 CFR 123.27(a)(1)", "1999-11-29"),
        ("icc-protected-persons", "order", "Executive Order 14203 s. 8(d)(ii); 22 USC 7432(3)", "2002-08-02"),
    ],
)
def test_a_question_is_known_by_the_paragraph_that_names_the_status(
    id_: str, kind: str, citation: str, since: str
) -> None:
    found = row(id_)
    assert (found["standing"], found["kind"], found["citation"], found["since"]) == (ENCODED, kind, citation, since)
    assert found["links"] and found["says"] and found["source"] and found["until"] is None


def test_earlier_paragraphs_stand_beside_the_one_in_force() -> None:
    found = row("satellite-licensing")
    assert found["earlier"] and found["citation"] not in found["earlier"]
    assert found["sweeps"] == [one.id for one in sweeps() if one.status == USUAL and one.id in found["sweeps"]]


@pytest.mark.parametrize(
    ("id_", "standing", "since", "until"),
    [
        ("definition-mnna", ENCODED, "1996-07-21", None),
        ("icc-arms-ban", "no effect", "2002-08-02", "2008-01-28"),
        ("pl-119-83", "no effect", "2026-04-13", None),
    ],
)
def test_a_text_beside_the_questions_tells_its_own_days(id_: str, standing: str, since: str, until: str | None) -> None:
    found = row(id_)
    assert (found["standing"], found["since"], found["until"]) == (standing, since, until)
    (told,) = [one.told_by for one in namings() if one.status == USUAL and one.text == id_]
    assert told is not None and (found["title"], found["source"]) == (told.title, told.source)


def test_a_passage_without_a_text_tells_itself() -> None:
    found = next(one for one in ROWS if not one["id"])
    (own,) = [one for one in namings() if not one.text and one.citation == found["citation"]]
    assert (found["title"], found["says"], found["checked_on"]) == (own.title, own.says, own.checked_on)
    assert found["since"] is found["until"] is None and found["sweeps"] == [own.sweep]


def test_a_channel_is_known_by_its_name() -> None:
    found = {one["id"] for one in ledger("nato-plus") if one["standing"] == ENCODED}
    channels = {one.question.channel for one in named_by("nato-plus") if isinstance(one.question, CaseLaw)}
    assert channels and channels <= found


def test_the_searches_are_those_for_the_status() -> None:
    assert [one["id"] for one in sweeps_for(USUAL)] == [one.id for one in sweeps() if one.status == USUAL]
    assert sweeps_for(USUAL)[0]["words"] and sweeps_for("five-eyes") == ()


def test_a_status_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownWord) as raised:
        law(naming="mnnna")
    assert USUAL in raised.value.near
