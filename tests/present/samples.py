"""One document with every kind of block and every kind of text, for the tests of all writers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.present.document import (
    Block,
    Cell,
    Change,
    Cite,
    Code,
    Column,
    Command,
    Day,
    Document,
    Facts,
    FindingBlock,
    Items,
    Lines,
    Link,
    Notice,
    Number,
    Paragraph,
    Picture,
    Quote,
    Row,
    Said,
    Section,
    Table,
    TreeBlock,
    Verdict,
    spelled,
)
from mnna.present.findings import lay_out
from mnna.present.wording import says

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>'


def official(citation: str) -> str:
    """An address for every citation of the Code."""
    return (
        f"https://uscode.house.gov/{citation.replace(' ', '-')}" if " USC " in citation and ";" not in citation else ""
    )


def finding(**changed: Any) -> dict[str, Any]:
    """A finding of law as JSON, with every field."""
    return {
        "id": "excess-articles",
        "question": "May this country receive excess articles?",
        "verdict": "yes",
        "terms": {"annual_cap_usd": 500_000_000, "wait_days": 30, "services": "none", "group": "nato-plus"},
        "steps": ["a notice to Congress [22 USC 2321j(f)(1)]"],
        "routes": [],
        "needs": [],
        "because": "Yes. Any ally may, since 2022-05-23.",
        "citations": ["22 USC 2321j(a)", "22 USC 2321j(c)"],
        "why": {"says": "it is an ally", "value": True, "citation": "22 USC 2321k(a)", "of": []},
        "presumes": ["the sale opens no new territory"],
        "as_of": "2026-03-26",
        "own_facts": ["MEX mnna from 2026-12-15 (your own facts: mine.csv)"],
        "confidence": "medium",
        "topic": "equipment",
        "bears": "grant",
        "suspended_by": [],
    } | changed


def refused(**changed: Any) -> dict[str, Any]:
    """The same refused, with the way round and the bar that stops it."""
    return finding(
        verdict="no",
        because="No. Only allies may.",
        steps=[],
        routes=["designation as an ally [22 USC 2321k(a)]"],
        suspended_by=["restriction-coup"],
        own_facts=[],
        **changed,
    )


TREE = {"says": "one is met", "value": True, "citation": None, "of": [finding()["why"]]}
TABLE = Table(
    "Statuses held",
    (
        Column("status", "Status", 3, strong=True),
        Column("verdict", "Allowed", 1),
        Column("usd", "Money", 1, number=True),
        Column("sources", "Sources", 2),
    ),
    (
        Row(
            "mnna",
            (
                Said("Ally", ("since ", Day("2022-05-23"))),
                Verdict("yes", "grant"),
                Number(14_000_000, "$14 million"),
                Lines((Link("The Register", "https://example.org/a?b=1&c=2"), Cite("22 USC 2321k(a)"))),
            ),
        ),
        Row("nato", ("Member", Verdict("unknown", "bar"), Number(None, "not known"), Lines(("none",)))),
    ),
)
BLOCKS: tuple[Block, ...] = (
    Paragraph(("Since ", Day("2022-05"), " an ally, by ", Cite("22 USC 2321k(a); 87 FR 32943"), ".")),
    Paragraph("A statement to be quoted.", marked=True),
    Items((Link("Mexico", "/countries/MEX"), "a second thing"), "line", "Things"),
    Items((Link("Code", "https://example.org/code"), "another"), "small", "Small things"),
    Items(("one", "two"), "run", "Run on"),
    TABLE,
    Facts((("Region", "Latin America"), ("Code", Command("MEX"))), "Known"),
    Notice("Lists disagree.", "Take care"),
    Quote(
        "The President may designate.\n  Congress is told.",
        "22 USC 2321k(a)",
        "2026-11-23",
        "Designation",
        "release 119-73",
        ("22 USC 2321k(a)", "22 USC 2321k(a)(1)"),
    ),
    Code("mnna status MEX\nmnna law `x`", "Try"),
    Picture("map", "The map", "A square.", "Squares are countries.", SVG),
    TreeBlock(TREE),
    FindingBlock(finding(), "full", (Link("The rule", "/law/excess-articles"),)),
    FindingBlock(refused(), "short", names={"restriction-coup": "the coup clause"}),
    Change(refused(), finding(), "full"),
)
DOCUMENT = Document(
    title="Mexico",
    subtitle="As of 24 November 2026",
    lead=("It is no ally.", ("See ", Link("the law", "https://example.org/law"), ".")),
    sections=(
        Section("all", "Every block", BLOCKS, count=len(BLOCKS)),
        Section("below", "A part below", (Paragraph("Less."),), level=2),
        Section("folded", "Folded", (Paragraph("Found by those who open it."),), folded=True),
    ),
    stamp=(("law", "1a2b"), ("facts", "3c4d"), ("version", "0.2.0")),
    notes=("Last compared with its sources on 23 November 2026.",),
)


def texts(document: Document) -> Iterator[str]:
    """Every text a reader of the document must find in it, whatever the form."""
    yield from (document.title, document.subtitle, *map(spelled, document.lead), *map(spelled, document.notes))
    yield from (value for _, value in document.stamp)
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            yield from block_texts(block)


def block_texts(block: Block) -> Iterator[str]:
    """Every text of a block."""
    match block:
        case Paragraph(text):
            yield spelled(text)
        case Items(items, _, title):
            yield from (title, *map(spelled, items))
        case Table():
            yield from (block.caption, *(column.title for column in block.columns))
            yield from (text for row in block.rows for cell in row.cells for text in cell_texts(cell))
        case Facts(items, title):
            yield title
            yield from (text for label, value in items for text in (label, spelled(value)))
        case Notice(text, title):
            yield from (title, spelled(text))
        case Quote():
            yield from (block.heading, block.citation, block.note, *block.text.splitlines())
        case Code(text, title):
            yield from (title, *text.splitlines())
        case Picture():
            yield from (block.title, block.caption)
        case TreeBlock(tree):
            yield from tree_texts(tree)
        case FindingBlock() | Change():
            yield from finding_texts(block)


def cell_texts(cell: Cell) -> Iterator[str]:
    """Every text of a cell."""
    match cell:
        case Said(head, body):
            yield from (spelled(head), spelled(body))
        case Lines(items):
            yield from map(spelled, items)
        case _:
            yield spelled(cell)


def tree_texts(node: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a tree."""
    yield says(node)
    yield node["citation"] or ""
    for below in node["of"]:
        yield from tree_texts(below)


def finding_texts(block: FindingBlock | Change) -> Iterator[str]:
    """Every text of a finding as it is laid out."""
    laid = lay_out(block)
    yield from (laid.question, laid.reason, spelled(laid.verdict), spelled(laid.before) if laid.before else "")
    yield from (text for pair in laid.terms for text in pair)
    yield from (text for told in laid.told for text in (told.title, *map(spelled, told.items)))
    yield from map(spelled, laid.citations)
    yield from laid.notes
    if laid.tree:
        yield from tree_texts(laid.tree)


def everywhere(text: str) -> Document:
    """A document whose every text is that one, in every block there is."""
    tree = {"says": text, "value": True, "citation": text, "of": []}
    one = finding(
        id=text,
        question=text,
        because=text,
        terms={"cuts": text},
        steps=[f"{text}."],
        routes=[f"{text} [22 USC 1]"],
        needs=[f"{text}."],
        citations=[text],
        presumes=[f"{text}."],
        own_facts=[text],
        why=tree,
        suspended_by=[text],
    )
    column = (Column("a", text), Column("b", text))
    blocks: tuple[Block, ...] = (
        Paragraph(text),
        Paragraph(text, marked=True),
        Items((text,), "line", text),
        Items((Link(text, "https://example.org/"),), "small", text),
        Items((text,), "run", text),
        Table(text, column, (Row("x", (Said(text, text), Lines((text, Cite(text))))),)),
        Facts(((text, Command(text)),), text),
        Notice(text, text),
        Quote(text, text, "2026-11-23", text, text),
        Code(text, text),
        Picture("p", text, text, text, SVG),
        TreeBlock(tree),
        FindingBlock(one, "full", names={text: text}),
        Change(one | {"verdict": "no"}, one, "full", names={text: text}),
    )
    sections = (Section("all", text, blocks), Section("below", text, (Paragraph(text),), level=2))
    return Document(title=text, subtitle=text, lead=(text,), sections=sections, stamp=(("law", text),), notes=(text,))
