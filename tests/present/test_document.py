"""The document model and its JSON."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.present.document import (
    Cite,
    Column,
    Command,
    Day,
    Document,
    Lines,
    Link,
    Number,
    Row,
    Said,
    Section,
    Table,
    Verdict,
    as_json,
    heads,
    in_a_line,
    linked,
    plain,
    spelled,
)
from tests.present.samples import BLOCKS, TABLE


def test_a_text_is_the_same_words_everywhere() -> None:
    text = ("Since ", Day(date(2022, 5, 23)), " ", Link("Mexico", "/countries/MEX"), " ", Verdict("no", "bar"), ", by ")
    assert spelled((*text, Cite("22 USC 1"), " ", Command("x"), " ", Number(1, "one"))) == (
        "Since 23 May 2022 Mexico Not barred, by 22 USC 1 x one"
    )
    assert spelled("plain") == "plain"
    assert spelled("") == ""


def test_cells_as_data_keep_the_verdict() -> None:
    assert plain(Verdict("yes", "grant")) == "yes"
    assert plain(Said(Verdict("yes", "grant"), "cap $1")) == {"head": "yes", "body": "cap $1"}
    assert plain(Said("alone")) == "alone"
    assert plain(Lines((Link("a", "https://a.b/"), "c"))) == [
        {"text": "a", "address": "https://a.b/"},
        {"text": "c", "address": ""},
    ]
    assert linked(("see ", Link("a", "/b"))) == {"text": "see a", "address": "/b"}


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="row 'x' has 1 cells for 2 columns"):
        Table("T", (Column("a", "A"), Column("b", "B")), (Row("x", ("only",)),))


def test_columns_are_named_by_their_headings() -> None:
    first, second = heads({"Country": 2, "Sales": 1}, numbers=("Sales",))
    assert first == Column("Country", "Country", 2, strong=True) and second == Column("Sales", "Sales", number=True)
    assert [one.strong for one in heads({"Day": 1, "What": 5}, strong="What")] == [False, True]
    assert not any(one.strong for one in heads({"Day": 1, "What": 5}, strong=""))


def test_every_block_is_json() -> None:
    kinds = [as_json(block)["kind"] for block in BLOCKS]
    assert set(kinds) == {
        "paragraph", "items", "table", "facts", "notice", "quote", "code", "picture", "tree", "finding", "change",
    }  # fmt: skip
    assert as_json(TABLE)["rows"][0]["verdict"] == "yes"


def test_a_section_is_found_by_its_id() -> None:
    made = Document(title="T", sections=(Section("a", "A", count=3),))
    assert made.section("a").heading == "A (3)"
    with pytest.raises(KeyError):
        made.section("b")


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [("Yes", "Why", "Yes. Why"), ("Yes.", "Why", "Yes. Why"), ("Why?", "So", "Why? So"), ("Yes", "", "Yes")],
)
def test_a_cell_in_one_line_has_no_two_stops(head: str, body: str, said: str) -> None:
    assert in_a_line(head, body) == said


def test_a_title_that_asks_keeps_its_mark_alone() -> None:
    assert Document(title="Is it?", subtitle="As of today").full_title == "Is it? As of today"
    assert Document(title="It is", subtitle="As of today").full_title == "It is: As of today"
    assert Document(title="It is").full_title == "It is"
