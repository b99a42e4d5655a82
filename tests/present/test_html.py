"""A document in a browser."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from mnna.present.document import Column, Document, Lines, Link, Paragraph, Row, Section, Table, Verdict
from mnna.present.html import fragment, page
from tests.present.reading import ANY_TEXT, Read, bare
from tests.present.samples import BLOCKS, DOCUMENT, everywhere, official, texts


@pytest.mark.parametrize("write", [fragment, page])
def test_every_text_is_there(write: type[str]) -> None:
    shown = bare(Read(write(DOCUMENT)).text)
    assert [text for text in texts(DOCUMENT) if bare(text) not in shown] == []


@given(ANY_TEXT)
def test_any_text_is_there_and_is_never_markup(text: str) -> None:
    made = everywhere(text)
    read = Read(fragment(made))
    assert [one for one in texts(made) if bare(one) not in bare(read.text)] == []
    lines = len(text.splitlines()) == 1
    assert not lines or read.tags == Read(fragment(everywhere("x"))).tags


@given(ANY_TEXT)
def test_no_attribute_is_broken_open(text: str) -> None:
    given = Read(fragment(everywhere(text))).given
    names = {name for _, attributes in given for name in attributes}
    assert names == {name for _, attributes in Read(fragment(everywhere("x"))).given for name in attributes}


@pytest.mark.parametrize(("verdict", "look"), [("yes", "no"), ("no", "yes"), ("unknown", "unknown")])
def test_being_barred_looks_like_a_no(verdict: str, look: str) -> None:
    barred = fragment(Document(title="T", sections=(Section("s", "S", (Paragraph(Verdict(verdict, "bar")),)),)))
    assert f'"v v-{look}"' in barred and f"#mark-{look}" in barred
    granted = fragment(Document(title="T", sections=(Section("s", "S", (Paragraph(Verdict(verdict, "grant")),)),)))
    assert f'"v v-{verdict}"' in granted and f"#mark-{verdict}" in granted


def test_tags_are_closed_in_order() -> None:
    stack: list[str] = []
    for tag in Read(page(DOCUMENT)).tags:
        if tag.startswith("/"):
            assert stack.pop() == tag[1:]
        elif tag not in ("meta", "col"):
            stack.append(tag)
    assert stack == []


def test_nothing_is_styled_or_loaded_inline() -> None:
    read = Read(page(DOCUMENT))
    assert not any("style" in attributes or "src" in attributes for _, attributes in read.given)
    assert not any(name.startswith("on") for _, attributes in read.given for name in attributes)
    assert not any(tag in ("script", "link", "img", "iframe") for tag in read.tags)


def test_anchors_are_given_once() -> None:
    made = Document(title="T", sections=(Section("all", "A", BLOCKS), Section("all", "B", BLOCKS)))
    anchors = [attributes["id"] for _, attributes in Read(fragment(made)).given if "id" in attributes]
    assert len(anchors) == len(set(anchors))


def test_internal_links_lead_on_within_the_site_only() -> None:
    made = Document(title="T", lead=(Link("Mexico", "/countries/MEX"),))
    assert '<a href="/countries/MEX">Mexico</a>' in fragment(made)
    assert "/countries/MEX" not in page(made)
    assert "The rule" in fragment(DOCUMENT)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "/\\elsewhere"])
def test_other_addresses_are_no_links(address: str) -> None:
    assert "<a" not in fragment(Document(title="T", lead=(Link("x", address),)))


def test_citations_lead_to_the_official_text_where_it_is_known() -> None:
    shown = fragment(Document(title="T", sections=(Section("a", "A", BLOCKS[:1]),)), official)
    assert '<p>Since <time datetime="2022-05">May 2022</time> an ally, by <a class="cite" href="https://' in shown


def test_a_finding_has_the_shape_of_the_site() -> None:
    shown = fragment(DOCUMENT, official)
    assert '<details class="finding f-yes" id="excess-articles">' in shown
    assert (
        '<span class="v v-yes"><svg class="mark" aria-hidden="true"><use href="#mark-yes"/></svg>Allowed</span>'
        in shown
    )
    assert '<details class="finding f-yes change" id="excess-articles-3">' in shown
    assert '<div class="acts own"><p class="what">Rests on your own facts</p>' in shown


def test_headings_go_down_by_one() -> None:
    levels = [int(tag[1]) for tag in Read(fragment(DOCUMENT)).tags if re.fullmatch(r"h\d", tag)]
    assert levels == [1, 2, 3, 2]


def test_the_page_has_its_own_top_where_asked() -> None:
    made = Document(title="The title", sections=(Section("a", "A", (Paragraph("p"),)),))
    assert "<h1>" not in fragment(made, title=False)
    assert "<nav" not in page(made)
    numbered = Document(title="The title", sections=made.sections, numbered=True)
    assert '<li><a href="#a">A</a></li>' in page(numbered)


def test_the_lines_of_a_cell_are_lines_without_a_style_too() -> None:
    rows = (Row("r", (Lines(("22 USC 2321k", "high confidence")),)),)
    made = fragment(Document(title="T", sections=(Section("s", "S", (Table("", (Column("a", "A"),), rows),)),)))
    assert '<div class="line">22 USC 2321k</div><div class="line">high confidence</div>' in made
