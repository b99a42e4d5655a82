"""Write the tables and findings of a document as CSV; paragraphs and pictures are left out.

Verdicts are `yes`, `no` and `unknown` as in JSON, numbers are plain numbers, days are ISO days. No spreadsheet reads a
cell as a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category

from mnna.present import document as doc
from mnna.present.findings import Laid, lay_out
from mnna.present.inline import Inline, runs
from mnna.present.plain import clean, one_line

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Co")
"""The Unicode categories of blanks and of invisible characters, which may hide a formula sign after them."""
WIDE = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The full-width forms of the formula signs, which spreadsheets read like the ASCII signs."""
_TOLD = ("suspended", "steps", "routes", "needs", "presumes", "caveats", "own", "unchecked", "practice")


_ROWS = doc.Table | doc.FindingBlock | doc.Change


def to_csv(document: doc.Document) -> str:
    """Return the rows of the document as CSV under one line of headings.

    If the document has several tables or sections with rows, the columns `section` and `table` name those of each row.
    """
    found = list(rows(document))
    names = list(dict.fromkeys(name for row in found for name in row))
    return table(names, ({name: clean(cell) for name, cell in row.items()} for row in found))


def table(names: Sequence[str], found: Iterable[Mapping[str, str]]) -> str:
    """Return rows as CSV under one line of headings, with every cell made `harmless`; a missing cell is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([harmless(name) for name in names])
    writer.writerows([harmless(row.get(name, "")) for name in names] for row in found)
    return text.getvalue()


def rows(document: doc.Document) -> Iterator[dict[str, str]]:
    """Yield each table row and each finding of the document, in order, as a dictionary from heading to cell."""
    held = [(section, block) for section in document.sections for block in section.blocks if isinstance(block, _ROWS)]
    tables = sum(isinstance(block, doc.Table) for _, block in held)
    several = tables > 1 or len({id(section) for section, _ in held}) > 1
    for section, block in held:
        where = {"section": section.id} if several else {}
        if isinstance(block, doc.Table):
            where |= {"table": one_line(block.caption)} if several else {}
            for row in block.rows:
                cells = {column.id: _cell(cell) for column, cell in zip(block.columns, row.cells, strict=True)}
                yield {**where, "id": row.id} | cells
        else:
            yield where | _finding(lay_out(block))


def _finding(laid: Laid) -> dict[str, str]:
    told = {kind: [doc.spelled(item) for one in laid.told if one.kind == kind for item in one.items] for kind in _TOLD}
    before = {"before": laid.before.value, "after": laid.verdict.value} if laid.before else {}
    return {
        "id": laid.id,
        "question": laid.question,
        **(before or {"verdict": laid.verdict.value}),
        "answer": doc.spelled(laid.verdict),
        "because": laid.reason,
        "terms": "; ".join(f"{label}: {value}" for label, value in laid.terms),
        **{kind: "; ".join(items) for kind, items in told.items()},
        "citations": "; ".join(doc.spelled(one) for one in laid.citations),
        "notes": "; ".join(laid.notes),
    }


def _cell(cell: doc.Cell) -> str:
    match cell:
        case doc.Said(head, body):
            return doc.in_a_line(_text(head), _text(body))
        case doc.Lines(items):
            return "; ".join(_text(item) for item in items)
        case _:
            return _text(cell)


def _text(text: doc.Text) -> str:
    return "".join(piece if isinstance(piece, str) else _data(piece) for piece in runs(text))


def _data(piece: Inline) -> str:
    match piece:
        case doc.Verdict(value, _):
            return value
        case doc.Number(value, words):
            return words if value is None else f"{value}"
        case doc.Day(iso):
            return f"{iso}"
        case _:
            return doc.spelled(piece)


def harmless(text: str) -> str:
    """Return the text, with an apostrophe before it if a spreadsheet would run it as a formula; numbers stay as is."""
    first_seen = next((letter for letter in text if category(letter) not in UNSEEN), "")
    risky = text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") or first_seen in ("=", "@", *WIDE)
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text
