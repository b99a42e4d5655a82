"""An article of text judged in one go, and its draft as a file of claims."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import claims
from mnna.article_claims.articles import load, parse
from mnna.article_claims.judging import claims_in
from mnna.article_claims.reading.article import NONE_FOUND, as_toml, corrected, drafted, from_bytes, is_text
from mnna.article_claims.reading.article_text import of_bytes
from mnna.article_claims.statute_notes import embedded as embedded_notes
from mnna.errors import BadQuestion

TEXT = (
    "Kenya joins\n\nNairobi, June 25, 2024\n\nBiden designated Kenya a major non-NATO ally on Monday."
    " There are 19 major non-NATO "
    "allies, including Japan and Qatar. Will there be more? The status gives Kenya foreign military financing."
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "kenya.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_article_is_drafted_and_judged(own: Path) -> None:
    answer = claims(own, as_of="2026-11-24")
    assert answer.dated == date(2024, 6, 25) and "Nairobi" in answer.dated_note and answer.title == "Kenya joins"
    assert [one.verdict for one in answer.claims] == ["right", "right", "right", "wrong"]
    for one in answer.claims:
        assert one.span is not None and answer.text[slice(*one.span)] == one.quote and one.read and one.type
    listed = {id_ for each in answer.sentences for id_ in each.claims}
    assert listed == {one.id for one in answer.claims} and len(answer.sentences) == 6
    assert [each.note for each in answer.sentences if "Will" in each.text] == ["not read: a question"]


def test_the_day_that_is_given_comes_first(own: Path) -> None:
    answer = claims(own, as_of="2026-11-24", dated="2024-06-24")
    assert answer.dated == date(2024, 6, 24) and answer.dated_note == "The day was given with the article."


def test_without_a_day_weekdays_are_not_read() -> None:
    answer = claims(text="Biden designated Kenya a major non-NATO ally on Monday.", as_of="2026-11-24")
    assert answer.dated_note == NONE_FOUND and answer.dated == date(2026, 11, 24)
    assert all(one.type != "designated_on" for one in answer.claims)


def test_a_draft_says_the_same_when_it_is_judged(own: Path) -> None:
    answer = claims(own, as_of="2026-11-24")
    again = claims(stated=as_toml(answer.article), as_of="2026-11-24")
    assert [(one.id, one.verdict, one.span) for one in again.claims] == [
        (c.id, c.verdict, c.span) for c in answer.claims
    ]


@pytest.mark.parametrize("id_", ["article-2022-04", "state-fact-sheet"])
def test_every_article_can_be_written_as_a_file_of_claims(id_: str) -> None:
    answer = claims(id_, as_of="2026-11-24")
    again = parse(tomllib.loads(as_toml(answer.article)), id_)
    assert [(one.id, one.parts, one.recorded) for one in again.claims] == [
        (one.claim.id, one.claim.parts, one.claim.recorded) for one in answer.claims
    ]


def test_claims_that_are_left_out_leave_their_sentences(own: Path) -> None:
    article = from_bytes(TEXT.encode(), "a.txt")
    fewer = corrected(article, article.claims[:1])
    assert [one.id for one in fewer.claims] == [id_ for each in fewer.sentences for id_ in each.claims]


def test_what_is_an_article_and_what_a_file_of_claims() -> None:
    assert is_text("a.txt") and is_text("A.PDF") and not is_text("a.toml") and not is_text("article-2022-04")


def test_an_article_of_which_nothing_is_read_is_answered() -> None:
    answer = claims(
        text="The soup was cold and the bread was old, as the guests of the hotel said.", as_of="2026-11-24"
    )
    assert answer.claims == () and sum(answer.tally.values()) == 0 and len(answer.sentences) == 1


def test_a_text_that_holds_nothing_is_refused() -> None:
    with pytest.raises(BadQuestion, match="no words"):
        claims(text="  ")


def test_a_thousand_words_take_no_more_than_a_second() -> None:
    sentences = TEXT.split("\n\n")[2]
    text = "\n".join([sentences] * (1000 // len(sentences.split()) + 1))
    claims(text=text[:200], as_of="2026-11-24")
    started = time.process_time()
    from_bytes(text.encode(), "a.txt", date(2024, 6, 25))
    assert time.process_time() - started < 1


def test_the_op_ed_read_as_text_is_judged_as_the_embedded_article_is() -> None:
    told = load("article-2022-04")
    day = told.dated
    assert day is not None
    title = "Colombia was named a major non-NATO ally. Should Mexico be next?"
    text = "\n".join([title, *(f"{one.claim.removeprefix('Headline: ')}." for one in told.claims)])
    article = drafted(of_bytes(text.encode(), "a.txt"), "a", day)
    answer, embedded = claims_in(evidence(), embedded_notes(), article, day), claims("article-2022-04", as_of=day)
    by_text = {one.claim.removeprefix("Headline: ") + ".": one.id for one in told.claims}
    of = {by_text[one.text]: one.claims for one in article.sentences if one.text in by_text and one.claims}
    assert {id_ for id_ in of if id_.startswith("L")} == {"L01", "L02", "L05", "L08", "L09", "L10"}
    assert {"S01", "S02", "S04", "S07", "S08", "S09", "S10", "S12", "S14", "S22"} <= set(of)
    assert {id_: {answer[one].then.verdict for one in ids} for id_, ids in of.items()} == {
        id_: {embedded[id_].then.verdict} for id_ in of
    }
