"""`changes`: what changed between two days, and what is to come, as text, feed, calendar, CSV or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mnna import files
from mnna.answers.changes import ChangesAnswer, changes
from mnna.answers.changes_by_kind import KINDS
from mnna.engine.record import json_text
from mnna.interfaces.documents.changes import document, feed
from mnna.interfaces.endpoint import FORMS, Endpoint
from mnna.interfaces.http.outputs import as_csv
from mnna.interfaces.params import Given, params_of
from mnna.present import feeds


def _rows(answer: ChangesAnswer) -> list[Mapping[str, Any]]:
    names = ("on", "on_by", "kind", "country", "id", "what", "before", "after", "citation", "source")
    told = answer.to_dict()
    found = [{name: row.get(name) for name in names} for row in told["changes"]]
    return found + [{name: row.get(name) for name in names} | {"kind": "ahead"} for row in told["ahead"]]


def as_atom(answer: ChangesAnswer) -> bytes:
    """Return the changes as an Atom feed."""
    return feeds.atom(feed(answer, with_ahead=False))


def as_calendar(answer: ChangesAnswer) -> bytes:
    """Return the changes and what is to come as a calendar."""
    return feeds.calendar(feed(answer, with_ahead=True))


def _save(answer: ChangesAnswer, given: Given) -> None:
    target: Path = given["output"]
    files.save(target, FILES[target.suffix.lower()](answer))


ENDPOINT = Endpoint(
    word="changes",
    group="Law",
    order=2,
    says="what changed between two days, and what lies ahead",
    help="What changed between two days: statuses, steps, law, figures, lists, texts, proposals, notices of arms sales "
    "and corrections of our own tables, and what lies ahead. For COUNTRY it also says which answers of the law "
    "changed.",
    function=changes,
    params=params_of("changes", kind={"choices": KINDS.items}),
    answer=ChangesAnswer,
    document=document,
    rows=_rows,
    check=lambda target: files.check(target, FILES),
    save=_save,
    address="/changes",
    button="Show what changed",
    forms=(*FORMS, "atom", "ics"),
    writes={"atom": as_atom, "ics": as_calendar},
    example={"country": "MEX", "since": "2026-01-01", "until": "2026-11-24"},
)

FILES: Mapping[str, Callable[[ChangesAnswer], bytes]] = {
    ".atom": as_atom,
    ".ics": as_calendar,
    ".csv": lambda answer: as_csv(ENDPOINT.table(answer)),
    ".json": lambda answer: json_text(answer.to_dict()).encode(),
}
"""Ending of a file to the function that writes it."""
