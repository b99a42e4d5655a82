"""The official words: whole, in order, labeled as the Code labels them, and marked where they may be of another day."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from mnna.statutes import citations
from mnna.statutes.official_words import FOLDER, LEFT_OUT, Words, paragraphs, sections, words_at, words_of
from mnna.statutes.pinpoints import pinpoints


def words(citation: str) -> Words:
    (found,) = words_of(citation)
    return found


def test_a_paragraph_is_told_with_all_below_it_and_what_follows() -> None:
    lines = words("22 USC 2776(b)(1)").lines
    assert lines[0].text.startswith("(1) Subject to paragraph (6), in the case of any letter of offer")
    assert [line.depth for line in lines[1:5]] == [1, 1, 1, 1] and lines[1].text.startswith("(A) ")
    assert lines[-1].text.startswith("A certification transmitted pursuant to this subsection") and not lines[-1].depth


def test_a_section_says_where_paragraphs_are_left_out() -> None:
    told = words("10 USC 7542")
    assert told.heading.startswith("Technical data packages") and told.lines[0].text == LEFT_OUT == told.lines[-1].text
    assert LEFT_OUT not in words("22 USC 2321k").text and LEFT_OUT not in words("10 USC 7542(b)").text


def test_a_second_subsection_of_one_letter_keeps_the_letter() -> None:
    ids = {line.place for line in words("22 USC 2304").lines} if "/us/usc/t22/s2304/i-2" in paragraphs() else {""}
    assert not any("-2)" in place for place in ids)


def test_a_note_is_not_part_of_its_section() -> None:
    assert "Taiwan" in words("22 USC 2321k note").text and "Taiwan" not in words("22 USC 2321k").text


@pytest.mark.parametrize(
    ("citation", "written", "says"),
    [
        ("22 CFR 123.27(a)(3)", "22 CFR 123.27(a)(3)", "$14,000,000 or more"),
        ("22 CFR 124.15(c)", "22 CFR 124.15(c)", "Public Law 105-261 does not require"),
        ("22 CFR 126.7(b)(2)", "22 CFR 126.7(b)(2)", "(iii) Authorized users"),
        ("P.L. 119-60 s. 1270(d)(1)(E)", "P.L. 119-60 §1270(d)(1)(E)", "17 years"),
        ("P.L. 116-332 s. 3", "P.L. 116-332 §3", "after March 1, 1999"),
        ("P.L. 105-277 div. A §101(d) [title V, §594]", "P.L. 105-277 §594", "$14,000,000 or less"),
        ("P.L. 114-123 s. 5", "P.L. 114-123 §5", "3-year period"),
        ("P.L. 107-228 s. 1206", "22 USC 2321k note", "as though it were designated"),
    ],
)
def test_regulations_and_public_laws_have_their_words_too(citation: str, written: str, says: str) -> None:
    found = words(citation)
    assert found.citation == written and says in found.text


def test_what_lies_inside_another_is_not_said_twice() -> None:
    assert [one.citation for one in words_of("22 USC 2776(b)(1), (b)(6); 22 USC 2776(b)")] == ["22 USC 2776(b)"]
    assert (
        words_of("22 CFR 123.15") == () == words_of("") == words_of("Rome Statute, 2187 UNTS 3")
        and words_at("/us/usc/t22/s2776/z") is None
    )


@pytest.mark.parametrize(
    ("citation", "on", "mark"),
    [
        ("22 USC 2776(b)", "2026-06-01", ""),
        ("22 USC 2776(b)", "2014-12-19", ""),
        ("22 USC 2776(b)", "2014-12-18", "words of 26 March 2026, not of the day asked"),
        ("22 CFR 123.27(a)", "2022-09-06", ""),  # 88 FR 12210 on the day of 87 FR 16396
        ("22 CFR 123.27(a)", "2022-09-05", "words of 1 January 2025, not of the day asked"),
        ("10 USC 4971(b)", "2021-12-31", "words of 26 March 2026, not of the day asked"),
        ("10 USC 2540(c)", "2016-09-02", "words of 2 September 2016, not of the day asked"),
    ],
)
def test_words_of_another_day_are_marked(citation: str, on: str, mark: str) -> None:
    assert words(citation).mark(date.fromisoformat(on)) == mark


def test_the_tables_hold_what_is_cited_and_its_parents_and_nothing_else() -> None:
    cited = {place.id for one in pinpoints() for place in citations.parse(one.citation)} & paragraphs().keys()
    assert len(cited) > 250
    for id_ in paragraphs():
        top = "/".join(id_.split("/")[:6])  # a subsection of a code, a section of a public law
        assert any(citations.within(one, top) or citations.within(id_, one) for one in cited), id_
        assert id_ in sections() or id_.rpartition("/")[0] in paragraphs(), id_


def test_the_tables_are_in_order_and_say_their_days() -> None:
    last: dict[str, int] = {}
    for row in paragraphs().values():
        section = next(one for one in sections() if row.id == one or row.id.startswith(f"{one}/"))
        assert row.order > last.get(section, -1), row.id
        last[section] = row.order
        assert row.text == row.text.strip() and row.after == row.after.strip(), row.id
    assert last.keys() == sections().keys()
    for one in sections().values():
        assert one.unchanged_since is None or one.unchanged_since <= one.as_of, one.id
        assert one.heading and one.release and one.paragraphs > 0
    with (FOLDER / "paragraphs.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["id", "order", "heading", "text", "after"]
