"""Changes set out: the verdicts of a country first, words that fit, and entries of a feed."""

from __future__ import annotations

from mnna.answers.changes import changes
from mnna.interfaces.documents.changes import LATEST, document, feed
from mnna.present.document import Paragraph, Said, Table, spelled
from mnna.present.feeds import atom, calendar
from tests.present.test_feeds import check_atom, check_calendar


def test_the_verdicts_of_a_country_come_first() -> None:
    shown = document(changes("KEN", since="2024-06-01", until="2024-06-30"))
    first, *others = shown.sections
    assert first.id == "verdicts" and first.title == "What the law gives Kenya" and others[-1].id == "ahead"
    (table,) = first.blocks
    assert isinstance(table, Table)
    (row,) = [row for row in table.rows if row.id == "depleted-uranium-rounds"]
    assert isinstance(row.cells[1], Said) and spelled(row.cells[2]) == "Not allowed to Allowed"  # type: ignore[arg-type]


def test_a_long_list_is_cut_with_a_sentence() -> None:
    (section, *_) = document(changes(since="2000-01-01", kind=["notice"])).sections
    assert section.count and section.count > LATEST
    said, table = section.blocks
    assert isinstance(said, Paragraph) and isinstance(table, Table) and len(table.rows) == LATEST


def test_nothing_changed() -> None:
    shown = document(changes(since="2026-11-02", until="2026-11-03"))
    assert [section.id for section in shown.sections] == ["none", "ahead"]
    assert shown.title == "What changed: no changes"


def test_the_feed_of_all_years_is_sound() -> None:
    answer = changes("COL", since="1990-01-01")
    found = check_atom(atom(feed(answer, with_ahead=False)))
    assert len(found) == len(answer.changes)
    events = check_calendar(calendar(feed(answer, with_ahead=True)))
    assert len(events) == len(answer.changes) + len(answer.ahead)
    titles = {entry.findtext("{http://www.w3.org/2005/Atom}title") for entry in found}
    assert any(title and title.endswith("? Not allowed to Allowed") for title in titles)


def test_a_text_in_the_same_words_is_not_told_twice() -> None:
    """On 13 August 2018 the sanctions of CAATSA 231 got another waiver, and the rule kept its words."""
    shown = document(changes("MEX", since="2018-08-13", until="2018-08-13")).section("law").blocks[-1]
    assert isinstance(shown, Table)
    told = {row.id: row.cells[2] for row in shown.rows}
    assert told["restriction-caatsa"][0] == "Other terms, steps or citation"


def test_the_feed_names_sources_by_their_titles() -> None:
    entries = feed(changes("COL", since="2022-05-01", until="2022-06-30"), with_ahead=False).entries
    assert any("Sources: Presidential Determination No. 2022-14: designation" in one.text for one in entries)
    assert not any("pd-2022-14" in one.text for one in entries)
