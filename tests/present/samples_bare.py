"""A document whose blocks bear the least they may, with texts too long for a line and with numbers in columns."""

from __future__ import annotations

from mnna.present.document import (
    Block,
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
)
from tests.present.samples import SVG, finding, refused

LONG = "It is one of the many things that are said of it, and each of them takes a line or two of those there are."
NUMBERS = Table(
    "",
    (Column("who", "Who"), Column("rank", "Rank", number=True), Column("when", "When", 0.5)),
    (
        Row("COL", ("Colombia", Number(3, "3"), Day("2022-05-23"))),
        Row("FJI", ("Fiji", Number(1250.5, "1,250.5"), "3 March 2004")),
    ),
)
MANY = Table(
    "More columns than a sheet of text has",
    tuple(Column(f"c{at}", title, 0.01 if at == 1 else 1) for at, title in enumerate(("A", "", *"CDEFGH"))),
    (Row("one", tuple(f"cell {at}" for at in range(8))),),
)
WORDS = Table(
    "Words and no numbers, in columns of which one is wide",
    (
        Column("what", "A question of law", 2, strong=True),
        Column("word", "Extraordinarily", 1),
        Column("law", "Law", 9),
    ),
    (
        Row("a", (Said("May it be sold?", LONG), Lines(("one", "two")), Cite("22 USC 2776(b); a speech"))),
        Row("b", (Said("It is"), Lines((Cite("22 USC 1"), Link("Here", "/law/b"))), Verdict("no", "case"))),
        Row("c", ("counterrevolutionary-minded incomprehensibilities", "word " * 110, Verdict("unknown"))),
    ),
)
TREE = {
    "says": "all of these hold",
    "value": None,
    "citation": None,
    "of": [
        {
            "says": "either holds",
            "value": False,
            "citation": "22 USC 1; 22 USC 2",
            "of": [
                {
                    "says": LONG,
                    "value": False,
                    "citation": None,
                    "of": [{"says": "the sum in dollars", "value": 14_000_000, "citation": None, "of": []}],
                }
            ],
        }
    ],
}
BLOCKS: tuple[Block, ...] = (
    Paragraph(LONG),
    Paragraph(("[", Cite("22 USC 2321k(a)"), "] It stands in ", Command("brackets"), " [", Link("Here", "/a"), "].")),
    Items((LONG, Link("https://example.org/x", "https://example.org/x")), "line"),
    Items((LONG, Link("Inside", "/countries/MEX")), "small"),
    Items(("only one",), "run"),
    Paragraph("A table follows."),
    NUMBERS,
    WORDS,
    MANY,
    Facts(((LONG, LONG), ("Since", Day("2022")))),
    Notice(LONG),
    Quote(f"{LONG}\n    (A) deep\n            (i) deeper\n{' ' * 40}(I) deepest", ""),
    Code("first line, which is kept as long as it is, however few columns a terminal has\n\n\tsecond ```` line"),
    Picture("plan", "The plan", "A square.", "", SVG),
    Picture("plan", "The plan again", "A square.", "Its squares.", SVG),
    TreeBlock(TREE),
    FindingBlock(finding(verdict="unknown", needs=["whether it is open"], terms={}, citations=[], confidence="high")),
    FindingBlock(refused(why=TREE), "full", open=True, id="second"),
    Change(finding(needs=["the day"], verdict="unknown"), finding(), "short"),
    Change(finding(terms={"wait_days": 1}, presumes=[]), finding(presumes=[], as_of=""), "full", id="third"),
)
BARE = Document(
    title="A title that is longer than a title should be, as some titles are; it needs two lines at least",
    sections=(
        Section("all", "Each block with the least", BLOCKS),
        Section("all", "A second part of the name", (), level=2, count=12_345),
        Section("deep", "A part far below", (NUMBERS, Paragraph("Said.", marked=True)), level=7),
        Section("last", "The last", (Paragraph("Said of it.", marked=True), Paragraph("The end."))),
    ),
    numbered=True,
)
