"""Answers shortened for an assistant: the decisive fields, and how to ask for the rest.

A token is four UTF-8 bytes. An answer over its budget loses first the trees of reasons and empty fields, then the
largest fields of each list, then rows. `left_out` names what is missing, and the arguments `detail`, `fields`, `limit`
and `offset` ask for it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mnna.engine.record import CODES
from mnna.errors import BadQuestion
from mnna.quick import QuickTuple

TOKEN = 4
BUDGET = 3_700
"""Tokens of a short answer; with the sentence and hints around it, it stays below 4,000."""

KEPT = (
    *("id", "name", "country", "iso3", "recipient", "recipients", "on", "year", "since", "notified_on", "transmittal"),
    *("status", "verdict", "notify", "citation", "kind", "what", "title", "text", "total_usd"),
)
"""Fields that identify a row and its result: they are left out last."""
LONGEST = 400
"""Characters of one text in a short answer."""
MOST_ITEMS = 6
"""Items of a list inside a row of a short answer."""
MOST_NAMED = 20
"""The most fields of one list that are named when they are left out."""
FEW_ROWS = 10
"""Rows that every list keeps while other lists can still be shortened."""
SHORT_ROW = 60
"""Tokens of a row below which rows are left out before fields."""


class Ask(QuickTuple):
    """How much of an answer is wanted: all of it (`full`), `fields` by name, `limit` rows of lists from `offset`."""

    full: bool = False
    fields: tuple[str, ...] = ()
    offset: int = 0
    limit: int | None = None


def size(document: Any) -> int:
    """Return the tokens of a value as it is sent."""
    return -(-len(written(document).encode()) // TOKEN)


def written(document: Any) -> str:
    """Return a value as JSON without spaces between its parts."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def fitted(document: Mapping[str, Any], ask: Ask, budget: int = BUDGET) -> dict[str, Any]:
    """Return the answer as asked for, within the budget unless all of it is wanted.

    `left_out` names the fields that are missing, and the number of rows of each list that was shortened. Raises
    `BadQuestion` for fields that the answer does not have.
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
    """Return the names of the fields; for a list that lost more than `MOST_NAMED`, only how many, to save tokens."""
    lost = Counter(field.partition(".")[0] for field in fields)
    named = [field for field in fields if lost[field.partition(".")[0]] <= MOST_NAMED]
    return named + [f"{count} fields of {head}" for head, count in lost.items() if count > MOST_NAMED]


def _left_out(fields: list[str], rows: dict[str, dict[str, int]]) -> dict[str, Any]:
    told = ({"fields": _named(fields)} if fields else {}) | ({"rows": rows} if rows else {})
    return {"left_out": told} if told else {}


def _rows(shown: int, of: int, offset: int) -> dict[str, int]:
    return {"shown": shown, "of": of, "offset": offset}


def _paged(document: dict[str, Any], ask: Ask) -> tuple[dict[str, Any], dict[str, dict[str, int]]]:
    """Return the answer with `limit` rows of each list from `offset`, and the number of rows of each list."""
    if not ask.offset and ask.limit is None:
        return document, {}
    end = None if ask.limit is None else ask.offset + ask.limit
    lists = [name for name, value in document.items() if _is_rows(value)]
    cut = {name: document[name][ask.offset : end] for name in lists}
    return document | cut, {name: _rows(len(cut[name]), len(document[name]), ask.offset) for name in lists}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1


def _only(document: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """Return only the named fields; `findings.verdict` is that field of every row of `findings`."""
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
    """An answer that is being shortened: its remaining fields, the rows shown of each list, and the fields left out."""

    def __init__(self, document: Mapping[str, Any], budget: int) -> None:
        self.document: dict[str, Any] = dict(document)
        self.budget = budget
        self.left_out: list[str] = []
        self.shown: dict[str, int] = {}

    def fit(self) -> None:
        """Shorten until the answer fits, the decisive fields last."""
        small = (self.codes, self.explanations, self.empty, self.long_texts)
        for step in (*small, self.largest_fields, self.rows, self.parts):
            if self.over() <= 0:
                return
            step()

    def over(self) -> int:
        """Return the tokens above the budget, including the list of fields left out."""
        return size(self.document) + size(_named(self.left_out)) + 40 - self.budget

    def codes(self) -> None:
        """Leave out the codes that other data sets give countries."""
        if self.document.pop(CODES, None):
            self._dropped(CODES)

    def explanations(self) -> None:
        """Leave out the trees that explain a verdict, at every level."""
        self.document = {name: _without_trees(value, name, self._dropped) for name, value in self.document.items()}

    def empty(self) -> None:
        """Leave out the empty fields of rows."""
        for name, value in self.document.items():
            if isinstance(value, list):
                self.document[name] = [_said(row) if isinstance(row, Mapping) else row for row in value]

    def long_texts(self) -> None:
        """Shorten long texts, and lists inside rows."""
        self.document = {name: _shortened(value, 0) for name, value in self.document.items()}

    def largest_fields(self) -> None:
        """Leave out the largest field of a list's rows, one field after the other."""
        while self.over() > 0 and (found := self._largest()):
            name, field = found
            rows = self.document[name]
            self.document[name] = [{key: each for key, each in row.items() if key != field} for row in rows]
            self._dropped(f"{name}.{field}")

    def rows(self) -> None:
        """Leave out rows, of the largest list first; below `FEW_ROWS` only where all lists are that short."""
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
            self._dropped(name)

    def _largest(self) -> tuple[str, str] | None:
        """Return the largest field of the lists of objects whose rows have more than `SHORT_ROW` tokens on average."""
        sizes = Counter[tuple[str, str]]()
        for name, value in self.document.items():
            objects = _is_rows(value) and all(isinstance(row, Mapping) for row in value)
            if objects and size(value) > SHORT_ROW * len(value):
                for row in value:
                    sizes.update({(name, field): size(row[field]) for field in row.keys() - set(KEPT)})
        return max(sizes, key=lambda one: (sizes[one], one), default=None)

    def _longest(self, least: int) -> str | None:
        """Return the name of the largest list with more than `least` rows; None where there is none."""
        lists = [name for name, value in self.document.items() if _is_rows(value) and len(value) > least]
        return max(lists, key=lambda one: size(self.document[one]), default=None)

    def _dropped(self, field: str) -> None:
        if field not in self.left_out:
            self.left_out.append(field)


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "", [], {})}


def _without_trees(value: Any, path: str, went: Callable[[str], None]) -> Any:
    """Return the value without its trees of reasons (`says`, `value`, `of`); `went` gets the path of each."""
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
