"""The table of sentences, each drafted among the others of its article, and judged as of the article's day."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from itertools import groupby
from typing import NamedTuple

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes, types
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.grammar import Draft
from mnna.article_claims.verdicts import Here, combined
from tests.conftest import ROOT

TABLE = ROOT / "tests" / "data" / "article_sentences.csv"


class Told(NamedTuple):
    """A sentence of the table: its row, what was drafted of it and by which family, and the verdicts."""

    row: dict[str, str]
    families: tuple[str, ...]
    drafts: tuple[Draft, ...]
    verdicts: tuple[str, ...]


@cache
def table() -> tuple[Told, ...]:
    """Every row of the table, read."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    groups = groupby(rows, key=lambda row: (row["article"], row["dated"], row["title"]))
    return tuple(told for (_, dated, title), each in groups for told in _article(list(each), dated, title))


def _article(rows: list[dict[str, str]], dated: str, title: str) -> list[Told]:
    day = date.fromisoformat(dated)
    text = "\n".join([*([title] if title else []), *(row["sentence"] for row in rows)])
    here = Here(evidence(), statute_notes.embedded(), day)
    found = read(text, title, day)
    return [_told(row, text.index(row["sentence"]), found, here) for row in rows]


def _told(row: dict[str, str], start: int, found: object, here: Here) -> Told:
    inside = [one for one in found if start <= one.sentence.start < start + len(row["sentence"])]  # type: ignore[attr-defined]
    drafts = [pair for one in inside for pair in one.drafts]
    verdicts = [_verdict(draft, here) for _, draft in drafts]
    return Told(row, tuple(family for family, _ in drafts), tuple(draft for _, draft in drafts), tuple(verdicts))


def _verdict(draft: Draft, here: Here) -> str:
    return combined([types.find(type_).ask(here, args) for type_, args in draft.parts]).verdict


@pytest.fixture(scope="session")
def sentences() -> tuple[Told, ...]:
    """Every row of the table, read."""
    return table()


def judged(lead: str, said: str, dated: date) -> list[str]:
    """The verdicts on what is drafted of a sentence that follows `lead` in an article of that day."""
    here = Here(evidence(), statute_notes.embedded(), dated)
    text = f"{lead} {said}".lstrip()
    found = [one for one in read(text, "", dated) if one.sentence.start >= len(lead)]
    return [_verdict(draft, here) for one in found for _, draft in one.drafts]
