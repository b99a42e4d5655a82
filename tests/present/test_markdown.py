"""A document as Markdown, read back by a Markdown reader."""

from __future__ import annotations

from hypothesis import assume, given
from markdown_it import MarkdownIt

from mnna.present.document import Command, Document, Link, Paragraph, Picture, Section
from mnna.present.markdown import to_markdown
from mnna.present.wording import IN_WORDS
from tests.present.reading import ANY_TEXT, ONE_LINE, Read, bare
from tests.present.samples import DOCUMENT, everywhere, official, texts


def read(document: Document) -> Read:
    return Read(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(to_markdown(document, official)))


def test_every_text_is_there() -> None:
    shown = bare(read(DOCUMENT).text)
    assert [text for text in texts(DOCUMENT) if bare(text) not in shown] == []


@given(ANY_TEXT)
def test_any_text_is_there(text: str) -> None:
    made = everywhere(text)
    shown = bare(read(made).text)
    assert [one for one in texts(made) if bare(one) not in shown] == []


@given(ONE_LINE)
def test_no_text_is_markup(text: str) -> None:
    assume(not official(text))

    def blocks(document: Document) -> list[str]:
        return [tag for tag in read(document).tags if tag.strip("/") not in ("em", "strong", "code")]

    assert blocks(everywhere(text)) == blocks(everywhere("x"))


def test_links_lead_to_the_outside_only() -> None:
    made = Document(title="T", lead=(Link("a", "https://example.org/a b>"), Link("b", "/countries/MEX")))
    assert to_markdown(made) == "# T\n\n**[a](<https://example.org/a%20b%3E>)**\n\n**b**\n"


def test_code_stays_code() -> None:
    made = Document(title="T", sections=(Section("a", "A", (Paragraph(("Try ", Command("mnna_x"), ".")),)),))
    assert "Try `mnna_x`." in to_markdown(made)


def test_rows_have_as_many_cells_as_the_head() -> None:
    lines = [line for line in to_markdown(DOCUMENT).splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_numbered_sections_begin_with_one_and_those_below_have_no_number() -> None:
    sections = (Section("a", "First"), Section("b", "Below", level=2), Section("c", "Second"))
    lines = to_markdown(Document(title="T", sections=sections, numbered=True), official).splitlines()
    assert [line for line in lines if line.startswith("##")] == ["## 1. First", "### Below", "## 2. Second"]
    plain = to_markdown(Document(title="T", sections=sections), official)
    assert "## First" in plain and "1. " not in plain


def test_a_picture_without_a_file_is_told_in_words_and_that_is_said() -> None:
    picture = Picture("map", "The map", "Mexico is gray.", "Gray: candidates.", "<svg/>")
    made = Document(title="T", sections=(Section("s", "S", (picture,)),))
    told = "*The map.* Mexico is gray. Gray: candidates."
    assert told in to_markdown(made) and to_markdown(made).rstrip().endswith(IN_WORDS)
    linked = to_markdown(made, files={"map": "a b.svg"})
    assert f"![The map](<a%20b.svg>)\n\n{told}" in linked and IN_WORDS not in linked


def test_code_with_a_sign_of_markdown_is_no_code() -> None:
    """A backtick would end it, a bar would end the cell of a table, and blanks at its ends would be lost."""
    for code in ("a`b", "a|b", " a", "a ", ""):
        made = Document(title="T", sections=(Section("a", "A", (Paragraph(("Try ", Command(code), ".")),)),))
        assert f"`{code}`" not in to_markdown(made)
