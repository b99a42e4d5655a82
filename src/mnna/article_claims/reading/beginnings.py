"""When a status began, by whom, and for whom the law only treats as holders."""

from __future__ import annotations

from typing import Any

from mnna.article_claims.reading.spoken_days import SpokenDay
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL


def began(code: str, status: str, day: SpokenDay) -> tuple[str, dict[str, Any]]:
    """A status that began on a day, or in a month or year; before it existed, the list that preceded it."""
    status = _of_that_time(status, day)
    if day.date is not None and status == USUAL:
        return "designated_on", {"country": code, "status": status, "day": day.date}
    args: dict[str, Any] = {"country": code, "status": status, "year": day.year}
    return "status_began_in", args | ({"month": day.month} if day.month else {})


def _of_that_time(status: str, day: SpokenDay) -> str:
    registry = load_registry()
    first = min((span.since.year for span in registry.spans if span.status == status), default=day.year)
    before = registry.kind(status).preceded_by
    return before if before and day.year < first else status


def under(code: str, status: str, president: str) -> tuple[str, dict[str, Any]]:
    """A status that began under a President."""
    return "designated_by", {"country": code, "status": status, "president": president}


def likened(status: str) -> str:
    """The status of those that the law only treats as holders."""
    kinds = load_registry().kinds
    return next((kind.id for kind in kinds.values() if kind.treated_as == status), status)
