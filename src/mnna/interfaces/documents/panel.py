"""A panel as a document: its contents, its columns, its first rows; and its codebook."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.answers.country_years import PanelColumn
from mnna.answers.panel import PanelAnswer
from mnna.answers.registry_tables import RegistryTables
from mnna.present.document import Block, Column, Command, Document, Items, Paragraph, Row, Section, Table, heads
from mnna.present.wording import NOTHING

SHOWN_ROWS, SHOWN_COLUMNS = 12, 9
"""How many rows and columns of a panel are printed."""

NOT_SHOWN = ("iso2", "name", "cow", "gwn", "fips", "on", "number", "unit")
"""Columns that are in the file but not in the printed rows, for want of space."""

KINDS = {
    "code": ("Codes", "They name the country and the year."),
    "detail": ("What is known of a cell", "One row is one cell of the wide form."),
    "status": ("Statuses", "Whether the country holds the status on the day."),
    "authority": ("Questions of law", "Whether the law lets the country have it on the day."),
    "restriction": ("Restrictions", "Whether the country is barred on the day."),
    "indicator": ("Figures", "The figure of the year; empty where it is missing."),
}
"""Kind of a column to the title of its part of the codebook, and what its values mean."""

VALUES = (
    "Yes, no and unknown are kept apart. Unknown is never no: no source here settles it.",
    "An empty cell has nothing to say: a figure is missing, or a data set has no code for the country.",
    "A code of Correlates of War is that of the day: Germany is 260 before 3 October 1990 and 255 from then on.",
    "A country has a row for every year, also before it became a state. Match years by your own list of states.",
    "In Stata a name has an underscore for each hyphen, and no, yes and unknown are the labels of 0, 1 and 2. "
    "Set 2 aside before you count or regress.",
)
"""Notes that every reader of the file must know."""


def document(answer: PanelAnswer | RegistryTables) -> Document:
    """Return the document of a panel with its first rows, or of the tables of the registry."""
    if isinstance(answer, RegistryTables):
        return of_registry(answer)
    return Document(
        title=_title(answer),
        subtitle=f"On {_month_and_day(answer)} of each year",
        lead=answer.notes,
        sections=(Section("rows", "First rows", tuple(_first(answer))), *_columns(answer.asked)),
    )


def codebook(answer: PanelAnswer, citation: str) -> Document:
    """Return the codebook of a file, column by column, with how to cite it."""
    return Document(
        title=f"Codebook: {_title(answer)}",
        subtitle=f"On {_month_and_day(answer)} of each year",
        lead=answer.notes,
        sections=(
            Section("values", "Values", (Items(VALUES),)),
            *_columns(answer.columns),
            Section("cite", "How to cite", (Paragraph(citation),)),
            Section("licence", "License", (Paragraph(LICENCE),)),
        ),
        stamp=tuple(answer.stamp._asdict().items()),
    )


def of_registry(answer: RegistryTables) -> Document:
    """Return the document of the registry's tables, with their keys."""
    columns = heads({"Table": 2, "Rows": 1, "Key": 2, "What it holds": 4}, numbers=("Rows",))
    rows = tuple(Row(one.name, (one.name, f"{one.rows:,}", ", ".join(one.key), one.says)) for one in answer.listed)
    write = Paragraph(("They are written by ", Command("mnna panel --registry -o FILE.zip"), "."))
    return Document(
        title=f"The registry as {len(rows)} tables",
        sections=(Section("tables", "Tables", (Table("", columns, rows), write)),),
    )


LICENCE = (
    "The tables and the answers are under Apache-2.0. Each series of figures keeps the license of its producer, which "
    "stands beside its column."
)


def _title(answer: PanelAnswer) -> str:
    countries, many = len(answer.countries), len(answer.asked)
    years = f"{answer.start} to {answer.end}" if answer.end > answer.start else f"{answer.start}"
    asked = _counted(many, "question", "questions")
    return f"Panel of {_counted(countries, 'country', 'countries')}, {years}, {asked} each"


def _counted(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _month_and_day(answer: PanelAnswer) -> str:
    return f"{answer.days[0].day} {answer.days[0].strftime('%B')}"


def _first(answer: PanelAnswer) -> Iterator[Block]:
    """Yield the first rows and columns, and how to write all of them to a file."""
    picked = [place for place, name in enumerate(answer.names) if name not in NOT_SHOWN][:SHOWN_COLUMNS]
    columns = tuple(Column(answer.names[place], answer.names[place]) for place in picked)
    lines = answer.lines
    rows = tuple(
        Row(str(line[0]), tuple(NOTHING if line[at] is None else str(line[at]) for at in picked))
        for line in lines[:SHOWN_ROWS]
    )
    yield Table(f"{len(rows):,} of {len(lines):,} rows, {len(picked)} of {len(answer.columns)} columns", columns, rows)
    ways = ", to a file that ends with .csv, .parquet, .dta or .xlsx."
    yield Paragraph(("The whole is written by ", Command("mnna panel -o FILE"), ways))


def _columns(columns: tuple[PanelColumn, ...]) -> Iterator[Section]:
    """Yield a section for each kind of column."""
    for kind, (title, says) in KINDS.items():
        if found := [column for column in columns if column.kind == kind]:
            rows = tuple(Row(one.name, (one.name, one.title, one.values, one.source or NOTHING)) for one in found)
            table = Table("", heads({"Column": 2, "What it is": 4, "Values": 2, "Rests on": 3}), rows)
            yield Section(kind, title, (Paragraph(says), table), count=len(rows))
