"""Sentences on bars."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import bars
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from mnna.article_claims.reading.patterns import pairs
from mnna.statutes import catalog
from mnna.statutes.listing import is_bar
from tests.article_claims.reading.conftest import Told

DATED = date(2024, 6, 27)
LEAHY = ["restriction-leahy-state", "restriction-leahy-dod"]


def sentence(text: str, **before: Any) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED, **before))


def parts(text: str, **before: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(type_, dict(args)) for draft in bars.read(sentence(text, **before)) for type_, args in draft.parts]


@pytest.mark.parametrize(
    ("said", "countries", "verdict"),
    [
        ("Syria and Iran remain on the State Department's list of state sponsors of terrorism.", ["SYR", "IRN"], "yes"),
        ("Oman is a state sponsor of terrorism.", ["OMN"], "yes"),
        ("Oman has never been on the list of state sponsors of terror.", ["OMN"], "no"),
        ("Libya is no longer designated as a state sponsor of terrorism.", ["LBY"], "no"),
        ("Neither Oman nor Libya is a state sponsor of terrorism.", [], ""),
        ("Syria was named a state sponsor of terrorism in 1979.", [], ""),
        ("Congress wants Oman named a state sponsor of terrorism.", [], ""),
    ],
)
def test_who_is_on_the_list(said: str, countries: list[str], verdict: str) -> None:
    of = {"authority": bars.LISTED, "verdict": verdict}
    assert parts(said) == [("authority_on", of | {"country": code}) for code in countries]


@pytest.mark.parametrize(
    ("said", "named", "more"),
    [
        ("The Leahy laws do not apply to major non-NATO allies such as Oman.", LEAHY, {"holds": False}),
        ("Major non-NATO ally status shields Oman from the Leahy amendment.", LEAHY, {"holds": False}),
        ("Major non-NATO ally status does not exempt Oman from CAATSA.", ["restriction-caatsa"], {}),
        ("Being a major non-NATO ally, Oman is still subject to the Leahy law.", LEAHY, {}),
        ("The Leahy law has its critics among major non-NATO allies in Oman.", [], {}),
        ("The president waived CAATSA sanctions for Oman, a major non-NATO ally.", [], {}),
        ("Oman, a major non-NATO ally, is subject to CAATSA sanctions.", [], {}),
    ],
)
def test_whether_a_status_lifts_a_bar(said: str, named: list[str], more: dict[str, bool]) -> None:
    of = {"status": "mnna", "country": "OMN", **more}
    assert parts(said) == [("authority_never_from_status", {"authority": bar, **of}) for bar in named]


def test_a_sentence_on_the_leahy_law_goes_on_from_one_on_the_status() -> None:
    said = "Aid to the Omani army remains subject to the Leahy law."
    assert len(parts(said, status="mnna", subject="OMN", counted=True)) == 2
    assert parts(said, status="mnna", subject="OMN") == []


def test_every_bar_with_words_is_a_bar() -> None:
    named = {bar for _, bar in pairs("bars.named")}
    assert named <= catalog.AUTHORITIES.keys() and all(map(is_bar, named))
    assert bars.speaks_of_bars(sentence("Oman is no state sponsor of terrorism."))
    assert not bars.speaks_of_bars(sentence("Oman sponsors a festival."))


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "bars" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)
