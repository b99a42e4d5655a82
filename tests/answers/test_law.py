"""The word `law`: what is found by id, by citation and by words, and what states the text asked for."""

from __future__ import annotations

import pytest

from mnna.answers.law import in_order, law
from mnna.answers.law_entries import links
from mnna.errors import BadQuestion, UnknownWord
from mnna.statutes import catalog, citations
from mnna.statutes.pinpoints import cited_texts
from mnna.statutes.provision import Authority, CaseLaw


@pytest.mark.parametrize(("asked", "first"), [("rdte-loans", "rdte-loans"), ("fms", catalog.case_law("fms").id)])
def test_an_id_or_a_channel_finds_its_entry(asked: str, first: str) -> None:
    found = law(asked)
    assert [one["id"] for one in found.entries] == [first] and found.entries[0]["asked_for"]


def test_a_citation_finds_all_that_rests_on_it_and_what_states_it_first() -> None:
    found = law("22 USC 2796d(a)(1)")
    flags = [one["asked_for"] for one in found.entries]
    assert found.entries[0]["id"] == "rdte-loans" and flags == sorted(flags, reverse=True)
    (wanted,) = citations.parse("22 USC 2321k")
    laws: list[Authority | CaseLaw] = [
        *catalog.authorities().values(),
        *(catalog.case_law(channel) for channel in catalog.CHANNELS),
    ]
    texts = {one.id: cited_texts(one) for one in laws}
    for one in law("22 USC 2321k").entries:
        assert any(citations.within(cited["id"], wanted.id) for text in texts[one["id"]] for cited in links(text))


def test_with_no_question_all_is_listed() -> None:
    found = law()
    assert len(found.entries) == len(catalog.AUTHORITIES) + len(catalog.CHANNELS) and found.texts
    assert found.summary().startswith("everything: ")


def test_words_are_searched_and_not_beside_a_citation() -> None:
    found = law(search="stockpile")
    assert 0 < len(found.entries) < len(law().entries) and found.search == "stockpile"
    assert all(one["topic"] == "money" for one in law(topic="money").entries) and law(topic="money").texts == ()
    with pytest.raises(BadQuestion, match="a citation or id is looked up, and the list is searched: not both"):
        law("fms", search="stockpile")


@pytest.mark.parametrize(
    ("asked", "wrong", "near"),
    [
        ("rdte-loan", "no authority, channel or text has that id", "rdte-loans"),
        ("22 USC 9999", "nothing encoded rests on it", None),
        ("22 USC 2776b", "nothing encoded rests on it", "22 USC 2776(b)"),
        ("36b", "it is not a citation of a form we read", "section 36(b)"),
        ("AECA 36b", "we do not know where the Code has it", "AECA 36(b)"),
        ("PD 96-44", "nothing encoded rests on it", "PD 97-4"),
        ("Leahy law", "it is not a citation or an id", "restriction-leahy-state"),
        ("517", "it is not a citation of a form we read", "section 517"),
        ("22 USC 2776 b 1", "cannot be read", "22 USC 2776(b)(1)"),
        ("depleted-uranium", "no authority, channel or text has that id", "depleted-uranium-rounds"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is_near(asked: str, wrong: str, near: str | None) -> None:
    with pytest.raises(UnknownWord, match=wrong) as raised:
        law(asked)
    assert raised.value.near and (near is None or near in raised.value.near)


def test_parts_come_as_a_reader_wants_them() -> None:
    rows = {True: {"asked_for": True}, False: {"asked_for": False}}
    told = {"entries": [rows[False]], "texts": [rows[True], rows[False]]}
    assert in_order(told) == (("texts", [rows[True]]), ("entries", [rows[False]]), ("texts", [rows[False]]))
    assert in_order({"entries": [], "texts": []}) == ()


def test_the_json_begins_with_what_was_asked_for() -> None:
    text = next(one for one in law().texts if one["bears_on"])
    told = law(text["id"]).to_dict()
    names = [name for name in told if name in ("entries", "texts")]
    assert names == ["texts", "entries"] and told["texts"][0]["id"] == text["id"]
    other = law("rdte-loans").to_dict()
    assert [name for name in other if name in ("entries", "texts")] == ["entries", "texts"] and other["law"]


def test_a_bill_is_found_by_its_number_however_it_is_written() -> None:
    bill = next(one for one in law().texts if one["citation"].startswith("H.R."))
    number = bill["citation"].split(";")[0].split("(")[0].strip()
    found = [one["id"] for one in law(number.replace(" ", "").lower()).texts if one["asked_for"]]
    assert bill["id"] in found
