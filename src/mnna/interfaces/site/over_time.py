"""The map over time as one data file: every span of every status, so that no page is needed for each month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mnna.engine.record import to_json
from mnna.interfaces.http.outputs import as_csv, as_json
from mnna.interfaces.site.plan import Scope
from mnna.registry.load import load_registry

STEM = "map/over-time"
COLUMNS = ("country", "status", "holds", "since", "since_by", "until", "until_by", "instrument", "source")
"""Of each span: `until` is the first day on which it is over, and the day in `_by` the first certain one."""


def over_time(scope: Scope) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the spans of the site's countries, as JSON and as CSV."""
    spans = (span for span in load_registry(scope.facts).spans if span.country in scope.codes)
    rows: list[dict[str, Any]] = [{name: to_json(getattr(span, name)) for name in COLUMNS} for span in spans]
    yield f"{STEM}.json", as_json({"spans": rows})
    yield f"{STEM}.csv", as_csv(rows)
