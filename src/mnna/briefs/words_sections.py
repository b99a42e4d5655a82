"""Sections of a document that quote official text of the law: the text asked for is open, other text is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mnna.answers.words_shape import OfficialWords
from mnna.present.document import Paragraph, Quote, Section
from mnna.statutes.official_words import edition, words_at

TITLE = "In its own words"
OTHERS = "The words of what it cites"
WORDS_ANNEX = "words"
"""The id of the section with the text of the law that decided an answer."""


def words_sections(found: Sequence[OfficialWords]) -> Iterator[Section]:
    """Yield a section with the text of the paragraphs asked for, then one with the paragraphs that its rules cite."""
    for title, asked in ((TITLE, True), (OTHERS, False)):
        if quotes := tuple(quote(one) for one in found if one["asked_for"] is asked):
            id_, count = ("words-asked", None) if asked else ("words-cited", len(quotes))
            yield Section(id_, title, quotes, count=count, folded=not asked)


def words_annex(found: Sequence[OfficialWords]) -> Section:
    """Return one section with the text of the law that decided an answer."""
    blocks = tuple(map(quote, found)) or (Paragraph("The law that decided this stands outside the sections held."),)
    return Section(WORDS_ANNEX, "The law in its own words", blocks, count=len(found))


def quote(found: OfficialWords) -> Quote:
    """Return a quotation of official text with its day and release, and a note if another text may apply on the day."""
    held = words_at(found["uslm"])
    assert held is not None, f"{found['uslm']} is not held"
    release = edition(found["uslm"], found["release"])
    said = f"{release}; {found['note']}" if found["note"] else release
    places = tuple(line.place for line in held.lines)
    return Quote(found["text"], found["citation"], found["as_of"], found["heading"], said, places)
