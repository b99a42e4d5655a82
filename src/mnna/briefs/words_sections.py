"""The official words of an answer as sections of its document: those asked for open, the others folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mnna.answers.words_shape import OfficialWords
from mnna.present.document import Paragraph, Quote, Section
from mnna.statutes.official_words import edition, words_at

TITLE = "In its own words"
OTHERS = "The words of what it cites"
WORDS_ANNEX = "words"
"""The id of the section that holds the words of what decided an answer."""


def words_sections(found: Sequence[OfficialWords]) -> Iterator[Section]:
    """The words of the place asked for, then those of the places that its rules cite."""
    for title, asked in ((TITLE, True), (OTHERS, False)):
        quotes = tuple(quote(one) for one in found if one["asked_for"] is asked)
        if quotes:
            yield Section(
                f"words-{'asked' if asked else 'cited'}",
                title,
                quotes,
                count=None if asked else len(quotes),
                folded=not asked,
            )


def words_annex(found: Sequence[OfficialWords]) -> Section:
    """The words of what decided an answer, one section."""
    blocks = tuple(map(quote, found)) or (Paragraph("The law that decided this stands outside the sections held."),)
    return Section(WORDS_ANNEX, "The law in its own words", blocks, count=len(found))


def quote(found: OfficialWords) -> Quote:
    """Words as a quotation that says their day and release, and whether they may not be those of the day asked."""
    held = words_at(found["uslm"])
    assert held is not None, f"{found['uslm']} is not held"
    release = edition(found["uslm"], found["release"])
    said = f"{release}; {found['note']}" if found["note"] else release
    places = tuple(line.place for line in held.lines)
    return Quote(found["text"], found["citation"], found["as_of"], found["heading"], said, places)
