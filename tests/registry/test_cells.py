"""A cell is read by its column: an empty one only where it may be empty, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.registry.cells import cell_readers
from mnna.registry.records import Correction, Event, Leader, Practice, Proposal, Span, StatusKind


def read(record: type, column: str, cell: str) -> Any:
    """The cell as the reader of that column reads it."""
    (reader,) = cell_readers((column,), record)
    return reader(cell)


@pytest.mark.parametrize(
    ("record", "column", "cell", "value"),
    [
        (Span, "since", "2026-06-01", date(2026, 6, 1)),
        (Span, "until", "", None),
        (Span, "source", "a; b;", ("a", "b")),
        (Span, "holds", "unknown", "unknown"),
        (StatusKind, "headline", "2", 2),
        (StatusKind, "lane", "", None),
        (Practice, "on", "", None),
        (Correction, "source", "", ()),
        (Event, "on", "1962", "1962"),
        (Event, "on", "1962-05", "1962-05"),
        (Event, "on", "1962-05-30", "1962-05-30"),
        (Leader, "until", "", ""),
        (Proposal, "outcome_on", "", ""),
    ],
)
def test_read(record: type, column: str, cell: str, value: object) -> None:
    assert read(record, column, cell) == value


@pytest.mark.parametrize(
    ("record", "column", "cell", "wrong"),
    [
        (Span, "since", "", "is not a date"),
        (Span, "since", "20260601", "is not a date"),
        (Span, "source", " ; ", "every fact names its source"),
        (Span, "holds", "no", "is none of yes, unknown"),
        (StatusKind, "headline", "0", "is not a place"),
        (StatusKind, "title", " ", "is empty"),
        (Event, "on", "spring of 1962", "is not a date"),
        (Event, "on", "", "is not a date"),
        (Event, "on", "5/1/2024", "is not a date"),
        (Proposal, "on", "2024-13-01", "is not a date"),
        (Leader, "since", "2024-13", "is not a date"),
        (Leader, "until", "now", "is not a date"),
        (Event, "precision", "week", "is none of day, month, year"),
    ],
)
def test_refused(record: type, column: str, cell: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read(record, column, cell)
