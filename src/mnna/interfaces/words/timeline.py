"""`timeline`: the dated political record of a country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mnna.answers.timeline import KINDS, Entry, Timeline, timeline
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import Given, params_of, statuses
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Document, Lines, Paragraph, Row, Said, Section, Table, heads
from mnna.present.numbers import counted
from mnna.present.wording import CONFIDENCE, own_mark, sentence
from mnna.quick import Path
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day
from mnna.sentences import capital


def _ask(given: Given, facts: Path | None) -> Timeline:
    found = timeline(**ENDPOINT.arguments(given, facts))
    kinds = given.get("kind") or KINDS
    return replace(found, entries=tuple(entry for entry in found.entries if entry.kind in kinds))


def _document(answer: Timeline) -> Document:
    own = sum(entry.country == answer.country.iso3 for entry in answer.entries)
    whom, count = the(answer.name), counted(own, "entry", "entries")
    others = len(answer.entries) - own
    beside = f", with {counted(others, 'entry', 'entries')} of the United States" if others else ""
    return Document(
        title=f"The record of {whom}: {count} up to {days.day(answer.on)}",
        subtitle=f"{answer.name} ({answer.country.iso3}){beside}",
        sections=tuple(_sections(answer, own)),
    )


def _sections(answer: Timeline, own: int) -> Iterator[Section]:
    if not own:
        said = f"The registry holds no entry of its own for {the(answer.name)} in that time."
        yield Section(
            "none", "No entries", (Paragraph(f"{said} An empty record does not mean that nothing happened."),)
        )
    decades: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        decades.setdefault(f"{entry.on[:3]}0s", []).append(entry)
    columns = heads({"When": 2, "Kind": 1, "What happened": 5, "Rests on": 2}, strong="What happened")
    for decade, entries in decades.items():
        rows = tuple(_row(entry, answer.country.iso3) for entry in entries)
        yield Section(decade, decade, (Table("", columns, rows),), count=len(rows))


def _row(entry: Entry, country: str) -> Row:
    who = f"{countries()[entry.country].name}: " if entry.country != country else ""
    when = f"On {a_day(entry.on, entry.on_by)}" if entry.on_by else days.day(entry.on)
    return Row(entry.kind, (when, entry.kind, Said(f"{who}{_what(entry)}", _more(entry)), _rests(entry)))


def _what(entry: Entry) -> str:
    """Return what happened; in a step, the title of its status replaces the id."""
    if entry.kind != "step":
        return prose(entry.what)
    titles = dict(statuses())
    return _OF_STATUS.sub(lambda found: f"({titles.get(found[1], found[1])}):", prose(entry.what))


_OF_STATUS = re.compile(r"\(([\w-]+)\):")


def _more(entry: Entry) -> str:
    """Return how long it lasted, how it bears on designation, the instrument, and the note."""
    until = f"until {days.day(entry.until)}" if entry.until and entry.until != entry.on else ""
    bears = f"bears on designation: {entry.bearing}" if entry.bearing else ""
    told = (until, bears, entry.instrument, prose(entry.note))
    return " ".join(sentence(each) for each in told if each)


def _rests(entry: Entry) -> Lines:
    sure = f"{CONFIDENCE[entry.confidence]}{own_mark(entry.own)}"
    return Lines((sure, *map(places.source, entry.source)))


def _rows(answer: Timeline) -> list[Mapping[str, Any]]:
    names = ("on", "on_by", "until", "precision", "kind", "country", "what", "bearing", "instrument", "confidence")
    told = answer.to_dict()["entries"]
    return [{name: entry.get(name) for name in (*names, "source", "note", "own")} for entry in told]


ENDPOINT = Endpoint(
    word="timeline",
    under="status",
    says="the dated political record of a country",
    help="COUNTRY's leaders, events, frameworks, determinations, statuses, steps and proposals in one dated list.",
    function=timeline,
    params=params_of(
        "timeline",
        kind={"choices": lambda: [(kind, capital(kind)) for kind in KINDS]},
        us_leaders={"default": True},
    ),
    ask=_ask,
    answer=Timeline,
    document=_document,
    rows=_rows,
    address="/timeline",
    asks="What happened, and when?",
    button="Show the record",
    example={"country": "MEX", "since": "2020-01-01", "on": "2026-06-01"},
)
