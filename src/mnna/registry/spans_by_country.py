"""The spans, read country by country: most questions are about one country, which few of the files name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from mnna.errors import BadFacts
from mnna.quick import Path
from mnna.registry.consequences import Spans, lay_consequences
from mnna.registry.read_tables import files_of, rows_of
from mnna.registry.records import Span
from mnna.registry.statuses import Kinds

Key = tuple[str, str]
"""A country and a status."""


class SpansByKey(Mapping[Key, tuple[Span, ...]]):
    """The spans by country and status, oldest first, with their consequences for other lists.

    The package's spans of a country are read at first use. Raises `BadFacts` for an invalid row. Safe for threads: no
    data that one thread iterates over is changed by another.
    """

    def __init__(self, kinds: Kinds, ours: Path | None, read: Iterable[Span] = ()) -> None:
        """Use the spans of a folder of the package's tables, or else those given in `read`."""
        self._kinds = kinds
        self._files = [] if ours is None else files_of(ours, "spans")
        self._of: dict[str, Spans] = self._laid(read)
        self._without: set[str] = set()
        self._whole = ours is None

    @classmethod
    def as_given(cls, spans: Mapping[Key, tuple[Span, ...]]) -> SpansByKey:
        """Return an object for spans that are already sorted and have their consequences."""
        made = cls({}, None)
        for key, rows in spans.items():
            made._of.setdefault(key[0], {})[key] = rows
        return made

    def of(self, country: str) -> Spans:
        """Return the spans of one country, by country and status; empty if there are none."""
        found = self._of.get(country)
        if found is None and not self._whole and country not in self._without:
            found = self._read(country)
            if found:
                self._of.setdefault(country, found)
            else:
                self._without.add(country)
        return found or {}

    def _read(self, country: str) -> Spans:
        start, rows = f"\n{country},".encode(), list[Span]()
        for name, text in self._files:
            if start in text:  # true of few files; no cell has a line break
                before, *found = text.split(start)
                lines = [start + one.partition(b"\n")[0] for one in found]
                try:
                    rows += rows_of(name, b"".join([before.partition(b"\n")[0], *lines]), Span)
                except BadFacts:
                    list(rows_of(name, text, Span))  # tells the line in the whole file
                    raise
        return self._laid(rows).get(country, {})

    def with_country(self, country: str, spans: Spans) -> SpansByKey:
        """Return a copy with other spans for one country; this object does not change."""
        made = SpansByKey(self._kinds, None)
        made._files, made._whole, made._of = self._files, self._whole, self._of | {country: spans}
        return made

    def __getitem__(self, key: Key) -> tuple[Span, ...]:
        return self.of(key[0])[key]

    def spans(self, country: str, status: str) -> tuple[Span, ...]:
        """Return the spans of a country's status, empty if there are none; the most frequent call of all."""
        return self.of(country).get((country, status), ())

    def __iter__(self) -> Iterator[Key]:
        return (key for spans in self._all().values() for key in spans)

    def __len__(self) -> int:
        return sum(map(len, self._all().values()))

    def __reduce__(self) -> tuple[object, ...]:
        return SpansByKey.as_given, (dict(self),)

    def _all(self) -> dict[str, Spans]:
        """Return the spans of every country; at the first call it reads all files."""
        if not self._whole:
            rows = [row for file in self._files for row in rows_of(*file, Span)]
            self._of = self._laid(rows) | self._of
            self._whole = True
        return self._of

    def _laid(self, rows: Iterable[Span]) -> dict[str, Spans]:
        """Return the rows by country and key, with their consequences for other lists."""
        found: dict[str, dict[Key, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            found[row.country][row.country, row.status].append(row)
        laid = {country: _in_order(spans) for country, spans in found.items()}
        for spans in laid.values():
            lay_consequences(spans, self._kinds)
        return laid


def _in_order(spans: Mapping[Key, list[Span]]) -> Spans:
    return {key: tuple(sorted(group, key=attrgetter("since", "instrument"))) for key, group in spans.items()}
