"""The result of the law watch as a document: each text that changed, what rests on it, and documents to read."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.answers.watch.watch import LawWatch, TextChanged
from mnna.present import days
from mnna.present.document import Block, Cite, Document, Facts, Items, Link, Section, Text
from mnna.present.numbers import counted

MOST = 12
"""How many countries are named; JSON has all."""
CAUSES = {"law": "Changed by law", "editors": "Changed by the editors of the text only"}


def watch_document(found: LawWatch) -> Document:
    """Return the document: first what changed by law, then by the editors, documents, and what could not be read."""
    by_law = sum(one.cause == "law" for one in found.changed)
    release = (
        f"release {found.release}, with the law to {days.day(found.as_of)}" if found.release else "no release read"
    )
    told = (
        f"{counted(found.compared, 'section').capitalize()} of the US Code compared, {release}: "
        f"{counted(by_law, 'text')} changed by law, {len(found.changed) - by_law} by the editors only."
    )
    return Document(
        title=_title(found, by_law),
        lead=(told, "Nothing was applied. A text that changed is marked until it is read again."),
        sections=tuple(_sections(found)),
    )


def _title(found: LawWatch, by_law: int) -> str:
    if not found.compared:
        return "The US Code could not be compared with the words that were read"
    return f"{counted(by_law, 'cited text').capitalize()} changed by law since it was read"


def _sections(found: LawWatch) -> Iterator[Section]:
    if found.failed:
        yield Section("failed", "Could not be read", (Items(found.failed),), count=len(found.failed))
    for cause, title in CAUSES.items():
        rows = [one for one in found.changed if one.cause == cause]
        if rows:
            yield Section(cause, title, count=len(rows))
            for one in rows:
                yield Section(f"{cause}-{one.citation}", one.citation, tuple(_told(one)), level=2)
    if found.documents:
        listed = tuple(
            (f"{one.published}, {one.part}: {one.title} ", Link(one.document_number, one.address))
            for one in found.documents
        )
        yield Section("documents", "Documents on the rules, for a person to read", (Items(listed),), count=len(listed))


def _told(one: TextChanged) -> Iterator[Block]:
    facts: list[tuple[str, Text]] = [
        ("Last changed on", days.day(one.on) if one.on else "a day that is not known"),
        ("Paragraphs that differ", Cite("; ".join(one.paragraphs)) if one.paragraphs else "none that is cited"),
        ("Acts not named before", "; ".join(one.acts)),
        ("Questions that rest on it", ", ".join(one.questions) or "none"),
        ("Figures it sets", ", ".join(one.figures) or "none"),
    ]
    if one.countries:
        more = f" and {len(one.countries) - MOST} more" if len(one.countries) > MOST else ""
        facts.append(("Countries whose verdict could change", ", ".join(one.countries[:MOST]) + more))
    yield Facts(tuple((name, value) for name, value in facts if value))
