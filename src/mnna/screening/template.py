"""An Excel workbook to fill in: the columns of a case, lists of choices, two example rows, and explanations."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from mnna.errors import extra
from mnna.present.xlsx import new_workbook, set_page
from mnna.registry.countries import countries, ours
from mnna.statutes import catalog

FILE = "cases-template.xlsx"
COLUMNS = {
    "case": "Your own number or name of the transfer. It is carried through, as any other column is.",
    "recipient": "The country or organization, by code or English name.",
    "channel": "The way of transfer: choose from the list.",
    "mde_usd": "The value of the major defense equipment in US dollars.",
    "total_usd": "The value of the whole transfer in US dollars.",
    "construction_usd": "The value of design and construction services in US dollars. Empty means unknown, not zero.",
    "on": "The day of the transfer, which decides under which law it falls.",
}
EXAMPLES = (
    ("A-1", "Colombia", 0, 20_000_000, 20_000_000, 0, date(2023, 5, 1)),
    ("A-2", "Japan", 1, 26_000_000, 130_000_000, 0, date(2024, 3, 7)),
)
"""Two example rows; the third value is the index of the channel in the list."""
ROWS = 1_000
"""How many rows offer lists of choices."""


def template() -> bytes:
    """Return the workbook as bytes."""
    with extra("office", "the template of cases"):
        import xlsxwriter  # noqa: F401
    out = io.BytesIO()
    with new_workbook(out) as book:
        _lay(book)
    return out.getvalue()


def _lay(book: Any) -> None:
    book.set_properties({"title": "Cases to be screened"})
    page, lists, notes = (book.add_worksheet(name) for name in ("Cases", "Lists", "Columns"))
    heading = book.add_format({"bold": True, "bg_color": "#E8EDF4"})
    lists.write_column(0, 0, _names())
    lists.write_column(0, 1, list(catalog.CHANNELS))
    lists.hide()
    _write_cases(page, book, heading)
    set_page(notes, False)
    notes.set_column(0, 0, 20)
    notes.set_column(1, 1, 100)
    for at, (name, says) in enumerate(COLUMNS.items()):
        notes.write_string(at, 0, name, heading)
        notes.write_string(at, 1, says)


def _names() -> list[str]:
    return sorted(one.name for one in countries().values() if not ours(one))


def _write_cases(page: Any, book: Any, heading: Any) -> None:
    day, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "#,##0"})
    set_page(page, True)
    page.freeze_panes(1, 0)
    for at, name in enumerate(COLUMNS):
        page.write_string(0, at, name, heading)
        page.set_column(at, at, 22, day if name == "on" else money if name.endswith("_usd") else None)
    channels = list(catalog.CHANNELS)
    for row, (case, country, channel, *amounts, on) in enumerate(EXAMPLES, 1):
        page.write_row(row, 0, [case, country, channels[channel]])
        page.write_row(row, 3, amounts, money)
        page.write_datetime(row, 6, on, day)
    _choose(page, 1, "Choose a country, or write a code or name.", source=f"=Lists!$A$1:$A${len(_names())}")
    _choose(page, 2, "Choose the way of transfer.", source=f"=Lists!$B$1:$B${len(channels)}")
    for column in (3, 4, 5):
        _choose(page, column, "Write an amount in US dollars.", validate="decimal", criteria=">=", value=0)
    _choose(page, 6, "Write a day.", validate="date", criteria=">=", value=date(1974, 1, 1))


def _choose(page: Any, column: int, says: str, validate: str = "list", **among: Any) -> None:
    """Offer or check the cells of a column; other values are accepted after a warning."""
    checked = {"validate": validate, **among, "error_type": "warning", "error_message": says}
    page.data_validation(1, column, ROWS, column, checked)
