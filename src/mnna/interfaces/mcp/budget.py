"""An answer short enough for an assistant: the fields that decide, and how to ask for the rest.

A token is four UTF-8 bytes. An answer that is longer than its budget loses first the trees that explain and what is
empty, then in each list the fields that take most room, then rows. What was left out is named, and `detail`, `fields`,
`limit` and `offset` ask for it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mnna.engine.record import CODES
from mnna.errors import BadQuestion
from mnna.quick import QuickTuple

TOKEN = 4
BUDGET = 3_700
"""Tokens of an answer that nobody asked in full; what is said around it has room beside it below 4,000."""

KEPT = (
    *("id", "name", "country", "iso3", "recipient", "recipients", "on", "year", "since", "notified_on", "transmittal"),
    *("status", "verdict", "notify", "citation", "kind", "what", "title", "text", "total_usd"),
)
"""Fields that say what a row is of and how it was decided: they go last."""
LONGEST = 400
"""Characters of one text in a short answer."""
MOST_ITEMS = 6
"""Items of a list inside a row of a short answer."""
MOST_NAMED = 20
"""Fields of one list that are named where they are left out."""
FEW_ROWS = 10
"""Rows that every list keeps while other lists can be cut."""
SHORT_ROW = 60
"""Tokens of a row below which rows go before fields do."""


class Ask(QuickTuple):
    """How much of an answer is wanted: `full` for all of it, `fields` by name, the rows of lists from `offset` on."""

    full: bool = False
    fields: tuple[str, ...] = ()
    offset: int = 0
    limit: int | None = None


def size(document: Any) -> int:
    """The tokens of a value as it is sent."""
    return -(-len(written(document).encode()) // TOKEN)


def written(document: Any) -> str:
    """A value as text, without space between its parts."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def fitted(document: Mapping[str, Any], ask: Ask, budget: int = BUDGET) -> dict[str, Any]:
    """The answer as asked for, within the budget unless all of it is wanted.

    `left_out` names the fields that are not there, and of each list that was cut how many rows are.

    Raises `BadQuestion` for fields that the answer does not have.
    """
    chosen = _only(document, ask.fields) if ask.fields else dict(document)
    paged, rows = _paged(chosen, ask)
    if ask.full or size(paged) <= budget:
        return paged | _left_out([], rows)
    cut = _Cut(paged, budget)
    cut.fit()
    rows |= {name: _rows(shown, len(chosen[name]), ask.offset) for name, shown in cut.shown.items()}
    return cut.document | _left_out(cut.left_out, rows)


def _named(fields: list[str]) -> list[str]:
    """The fields by name, and of a list that lost very many how many they are: their names would take the room."""
    lost = Counter(field.partition(".")[0] for field in fields)
    named = [field for field in fields if lost[field.partition(".")[0]] <= MOST_NAMED]
    return named + [f"{count} fields of {head}" for head, count in lost.items() if count > MOST_NAMED]


def _left_out(fields: list[str], rows: dict[str, dict[str, int]]) -> dict[str, Any]:
    told = ({"fields": _named(fields)} if fields else {}) | ({"rows": rows} if rows else {})
    return {"left_out": told} if told else {}


def _rows(shown: int, of: int, offset: int) -> dict[str, int]:
    return {"shown": shown, "of": of, "offset": offset}


def _paged(document: dict[str, Any], ask: Ask) -> tuple[dict[str, Any], dict[str, dict[str, int]]]:
    """The lists of rows from `offset` on, `limit` of them, and how many there are."""
    if not ask.offset and ask.limit is None:
        return document, {}
    end = None if ask.limit is None else ask.offset + ask.limit
    lists = [name for name, value in document.items() if _is_rows(value)]
    cut = {name: document[name][ask.offset : end] for name in lists}
    return document | cut, {name: _rows(len(cut[name]), len(document[name]), ask.offset) for name in lists}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1


def _only(document: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """The named fields; `findings.verdict` is that field of every row of `findings`."""
    found: dict[str, Any] = {}
    for field in fields:
        name, _, below = field.partition(".")
        if name not in document:
            raise BadQuestion(f"the field {field!r}", "the answer has no such field", tuple(document), "")
        found[name] = _merged(found.get(name), _picked(document[name], below)) if below else document[name]
    return found


def _picked(value: Any, path: str) -> Any:
    name, _, below = path.partition(".")
    if isinstance(value, list):
        return [_picked(one, path) for one in value]
    if not isinstance(value, Mapping) or name not in value:
        return {}
    return {name: _picked(value[name], below) if below else value[name]}


def _merged(before: Any, more: Any) -> Any:
    if isinstance(before, list) and isinstance(more, list):
        return [_merged(one, two) for one, two in zip(before, more, strict=True)]
    return {**before, **more} if isinstance(before, dict) and isinstance(more, dict) else more


class _Cut:
    """An answer while it is being cut: what is left of it, how many rows of each list, and which fields went."""

    def __init__(self, document: Mapping[str, Any], budget: int) -> None:
        self.document: dict[str, Any] = dict(document)
        self.budget = budget
        self.left_out: list[str] = []
        self.shown: dict[str, int] = {}

    def fit(self) -> None:
        """Cut until the answer fits, what decides last."""
        small = (self.codes, self.explanations, self.empty, self.long_texts)
        for step in (*small, self.largest_fields, self.rows, self.parts):
            if self.over() <= 0:
                return
            step()

    def over(self) -> int:
        """The tokens above the budget, with what will be said of what was left out."""
        return size(self.document) + size(_named(self.left_out)) + 40 - self.budget

    def codes(self) -> None:
        """Leave out the codes that other data sets give countries."""
        if self.document.pop(CODES, None):
            self._went(CODES)

    def explanations(self) -> None:
        """Leave out the trees that explain a verdict, wherever they stand."""
        self.document = {name: _without_trees(value, name, self._went) for name, value in self.document.items()}

    def empty(self) -> None:
        """Leave out of rows what says nothing."""
        for name, value in self.document.items():
            if isinstance(value, list):
                self.document[name] = [_said(row) if isinstance(row, Mapping) else row for row in value]

    def long_texts(self) -> None:
        """Shorten long texts, and lists inside of rows."""
        self.document = {name: _shortened(value, 0) for name, value in self.document.items()}

    def largest_fields(self) -> None:
        """Leave out of the rows of a list the field that takes most room, one after the other."""
        while self.over() > 0 and (found := self._largest()):
            _, name, field = found
            rows = self.document[name]
            self.document[name] = [{key: each for key, each in row.items() if key != field} for row in rows]
            self._went(f"{name}.{field}")

    def rows(self) -> None:
        """Leave out rows, of the longest list first; down to one only where the first ten of all are still too many."""
        for least in (FEW_ROWS, 1):
            while self.over() > 0 and (name := self._longest(least)):
                rows = self.document[name]
                keep = max(least, min(len(rows) - 1, int(len(rows) * (1 - self.over() / max(1, size(rows))))))
                self.document[name], self.shown[name] = rows[:keep], keep

    def parts(self) -> None:
        """Leave out whole parts, the largest first."""
        while self.over() > 0 and len(self.document) > 1:
            name = max(self.document, key=lambda one: size(self.document[one]))
            del self.document[name]
            self.shown.pop(name, None)
            self._went(name)

    def _largest(self) -> tuple[int, str, str] | None:
        found = [
            (sum(size(row[field]) for row in value if field in row), name, field)
            for name, value in self._wide_rows()
            for field in {field for row in value for field in row} - set(KEPT)
        ]
        return max(found, default=None)

    def _wide_rows(self) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
        """The lists of objects whose rows are wider than a short row has to be."""
        for name, value in self.document.items():
            objects = _is_rows(value) and all(isinstance(row, Mapping) for row in value)
            if objects and size(value) > SHORT_ROW * len(value):
                yield name, value

    def _longest(self, least: int) -> str | None:
        """The list of more rows than that which takes most room."""
        lists = [name for name, value in self.document.items() if _is_rows(value) and len(value) > least]
        return max(lists, key=lambda one: size(self.document[one]), default=None)

    def _went(self, field: str) -> None:
        if field not in self.left_out:
            self.left_out.append(field)


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "", [], {})}


def _without_trees(value: Any, path: str, went: Callable[[str], None]) -> Any:
    """The value without its trees of reasons (`says`, `value`, `of`), each named once."""
    if isinstance(value, list):
        return [_without_trees(one, path, went) for one in value]
    if not isinstance(value, Mapping):
        return value
    kept = {}
    for name, each in value.items():
        if isinstance(each, Mapping) and {"says", "value", "of"} <= each.keys():
            went(f"{path}.{name}")
        else:
            kept[name] = _without_trees(each, f"{path}.{name}", went)
    return kept


def _shortened(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value if len(value) <= LONGEST else f"{value[:LONGEST]} ..."
    if isinstance(value, Mapping):
        return {name: _shortened(each, depth + 1) for name, each in value.items()}
    if isinstance(value, list):
        whole = depth == 0 or len(value) <= MOST_ITEMS
        kept = value if whole else [*value[:MOST_ITEMS], f"and {len(value) - MOST_ITEMS} more"]
        return [_shortened(one, depth + 1) for one in kept]
    return value
