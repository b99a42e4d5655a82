"""The law of two days as a document: each question with its texts compared, figures, and official words."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.answers.law_between import Between, Compared, WordsThenAndNow
from mnna.present.days import day
from mnna.present.document import Block, Cite, Code, Column, Document, Notice, Paragraph, Quote, Row, Section, Table
from mnna.present.wording import NOTHING
from mnna.sentences import capital

MARKS = "Words in [- -] stood on the first day only, words in {+ +} on the last day only."


def between_document(asked: str, compared: Between) -> Document:
    """Return the document of what changed in a part of the law from the first day to the last."""
    first, last = day(compared.since), day(compared.until)
    changed = [one for one in compared.questions if one.before != one.after]
    figures = [one for one in compared.figures if one.before != one.after]
    counts = [("Texts", len(changed), len(compared.questions)), ("Figures", len(figures), len(compared.figures))]
    told = " ".join(f"{what} that differ: {differ} of {all_}." for what, differ, all_ in counts if all_)
    questions = (Section(one.id, one.question, tuple(_texts(one, compared))) for one in compared.questions)
    return Document(
        title=f"{asked} on {first} and on {last}",
        lead=tuple(filter(None, (told, MARKS if changed else ""))),
        sections=(*questions, *_figures(compared), *_words(compared)),
    )


def _words(compared: Between) -> Iterator[Section]:
    if compared.words:
        blocks = tuple(block for one in compared.words for block in _of_place(one))
        yield Section("words", "In its own words", blocks, folded=True)


def _of_place(one: WordsThenAndNow) -> Iterator[Block]:
    yield Notice(one.note, one.citation)
    if one.after is not None:
        yield Quote(one.after, one.citation, "", "")


def _texts(one: Compared, compared: Between) -> Iterator[Block]:
    first, last = day(compared.since), day(compared.until)
    if one.before == one.after:
        yield Paragraph("No text is encoded for either day." if one.after is None else "The text is the same.")
        return
    if one.before is None or one.after is None:
        missing, there = (first, last) if one.before is None else (last, first)
        yield Paragraph(f"No text is encoded for {missing}. That of {there}:")
        yield Code(str(one.after or one.before))
        return
    yield Paragraph(("Rests on ", Cite(one.cited_before), " then, and on ", Cite(one.cited_after), " at the end."))
    yield Code(one.difference)


def _figures(compared: Between) -> Iterator[Section]:
    rows = tuple(
        Row(one.id, (capital(one.phrase), one.before or NOTHING, one.after or NOTHING, Cite(one.citation)))
        for one in compared.figures
        if one.before != one.after
    )
    if rows:
        columns = (
            Column("figure", "Figure", 4, strong=True),
            Column("before", day(compared.since), 2),
            Column("after", day(compared.until), 2),
            Column("rests", "Rests on", 3),
        )
        yield Section("figures", "Figures that differ", (Table("", columns, rows),), count=len(rows))
