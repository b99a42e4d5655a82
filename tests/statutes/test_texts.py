"""The texts beside the questions: definitions, labels, practices and proposals, found and called what they are."""

from __future__ import annotations

import csv

import pytest

import mnna
from mnna.answers.law import in_order
from mnna.answers.law_entries import links
from mnna.answers.source import source
from mnna.errors import UnknownWord
from mnna.registry.load import Registry
from mnna.registry.readings import read_through
from mnna.statutes import catalog
from mnna.statutes.act_sections import AECA, FAA
from mnna.statutes.texts import COLUMNS, KINDS, TABLE, texts
from tests.terminal import said


def found(asked: str) -> list[str]:
    return [text["id"] for text in mnna.law(asked).to_dict()["texts"]]


def test_every_text_has_its_kind_its_source_and_something_it_bears_on(registry: Registry) -> None:
    known = {*catalog.AUTHORITIES, *catalog.CHANNELS, *registry.kinds}
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert tuple(csv.DictReader(file).fieldnames or ()) == COLUMNS
    assert len({text.id for text in texts()}) == len(texts())
    for text in texts():
        assert text.kind in KINDS and text.title and text.says.endswith("."), text.id
        assert text.bears_on and set(text.bears_on) <= known, (text.id, set(text.bears_on) - known)
        assert set(text.source.split(";")) <= set(registry.sources), text.id
        assert text.confidence in ("high", "medium", "low")
        assert text.checked_on <= read_through()
        assert text.since is None or text.until is None or text.since < text.until


def test_no_id_of_a_text_is_that_of_a_question() -> None:
    assert not {text.id for text in texts()} & {*catalog.AUTHORITIES, *catalog.CHANNELS}


def test_a_law_is_cited_and_general_knowledge_is_not_called_high() -> None:
    for text in texts():
        assert text.citation or text.kind in ("practice", "label"), text.id
        enacted = "P.L." in text.citation
        assert text.kind in ("proposal", "open") or enacted or "H.R." not in text.citation, text.id
        assert text.source != "general-knowledge" or text.confidence != "high", text.id
        assert all(link["link"].startswith("https://") for link in links(text.citation))


@pytest.mark.parametrize(
    ("asked", "text", "why"),
    [
        ("22 USC 2321k", "designation", "the section that makes the status"),
        ("section 517 of the Foreign Assistance Act of 1961", "designation", "the same, by its act"),
        ("22 USC 2403(q)", "definition-mnna", "the definition other sections cite"),
        ("22 USC 2794(6)", "definition-mde", "what counts as major defense equipment"),
        ("ITAR 126.18(d)", "third-country-nationals", "where ally status gives nothing"),
        ("22 CFR 126.15", "expedited-licensing", "thirty or forty-five days"),
        ("22 CFR 126.16", "defense-trade-treaties", "one of two sections cited together"),
        ("10 USC 4801", "ntib", "the industrial base"),
        ("EO 14383", "who-signs", "who signs since February 2026"),
        ("H.R. 3613", "hr-119-3613", "a bill has no citation that is parsed"),
        ("hr 3138", "hr-119-3138", "however it is written"),
        ("P.L. 114-123", "jordan-three-years", "Jordan beside NATO"),
        ("fms", "hr-119-3138", "a proposal stands beside the channel"),
        ("fms", "tiered-review", "a practice stands beside the channel"),
        ("notification-thresholds", "eo-14268", "an order that changes no threshold"),
        ("22 USC 2776(b)", "hr-119-3138", "beside the citation too"),
        ("major-security-partner", "major-security-partner", "by the status"),
        ("mnna", "which-list", "by the status"),
    ],
)
def test_a_text_is_found(asked: str, text: str, why: str) -> None:
    assert text in found(asked), why


ASKED = ["22 USC 2321k", "22 USC 2321k(a)", "section 517", "FAA 517", "section 517 of the Foreign Assistance Act"]


@pytest.mark.parametrize("asked", ASKED)
def test_the_section_asked_for_comes_before_what_rests_on_it(asked: str) -> None:
    document = mnna.law(asked).to_dict()
    assert document["texts"][0]["id"] == "designation" and document["texts"][0]["asked_for"]
    assert list(document).index("texts") < list(document).index("entries")
    assert document["entries"] and not any(entry["asked_for"] for entry in document["entries"])
    printed = said("law", asked)
    first = printed.index("Designation of a major non-NATO ally")
    assert printed.index("In its own words") < 300
    assert first < printed.index("What rests on it") < printed.index("mnna law war-reserve-stockpile-site")


@pytest.mark.parametrize(
    "asked", sorted({p.citation for one in catalog.authorities().values() for p in one.provisions})
)
def test_what_states_a_paragraph_comes_before_what_merely_cites_it(asked: str) -> None:
    document = mnna.law(asked).to_dict()
    for rows in (document["entries"], document["texts"]):
        told = [row["asked_for"] for row in rows]
        assert told == sorted(told, reverse=True)
    stating = {id_ for id_, one in catalog.authorities().items() if asked in {p.citation for p in one.provisions}}
    assert stating <= {entry["id"] for entry in document["entries"] if entry["asked_for"]}
    rows = [row for _, part in in_order(document) for row in part]
    assert len(rows) == len(document["entries"]) + len(document["texts"]) and rows[0]["asked_for"]


def test_the_two_acts_number_their_sections_apart() -> None:
    assert not AECA.keys() & FAA.keys(), "or a bare section would not say which is meant"


def test_a_text_never_hides_the_questions_that_rest_on_its_citation() -> None:
    for asked in ("22 USC 2776", "22 USC 2321k", "22 USC 2778(l)(7)"):
        answer = mnna.law(asked).to_dict()
        assert answer["texts"] and (answer["entries"] or asked == "22 USC 2778(l)(7)"), asked


def test_a_proposal_is_never_called_law() -> None:
    kinds = {text["id"]: text["kind_in_words"] for text in mnna.law("fms").to_dict()["texts"]}
    assert kinds["hr-119-3138"] == "proposal, not law" and kinds["tiered-review"] == "practice, not law"


def test_what_bears_on_one_question_does_not_stand_beside_another() -> None:
    assert "tiered-review" not in found("lease")
    assert found("depleted-uranium-rounds")[0] == "designation"


def test_a_source_names_the_texts_that_rest_on_it() -> None:
    assert "text hr-119-3138" in source("hr-119-3138").to_dict()["rests_on_it"]


def test_what_is_not_there_names_what_is_near_and_not_everything() -> None:
    with pytest.raises(UnknownWord) as refused:
        mnna.law("22 USC 9999")
    assert 0 < len(refused.value.near) <= 5
    with pytest.raises(UnknownWord, match="tiered-review"):
        mnna.law("tiered-reviews")


def test_a_search_finds_texts_too_and_a_topic_none() -> None:
    assert [text["id"] for text in mnna.law(search="tiered review").to_dict()["texts"]] == ["tiered-review"]
    assert not mnna.law(topic="money").texts and mnna.law(topic="money").entries
