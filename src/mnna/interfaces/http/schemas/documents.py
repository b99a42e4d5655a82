"""The shapes of sources and of the brief."""

from __future__ import annotations

from typing import Any

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape, Stamp
from mnna.interfaces.http.schemas.findings import Partition


class BriefSection(Shape):
    """A part of the brief; each block has a `kind`: paragraph, items, table or picture."""

    id: str
    title: str
    blocks: list[dict[str, Any]]


class Brief(Shape):
    """Everything about one country on one day."""

    country: str
    name: str
    versus: str | None
    versus_name: str | None
    on: str = ISO_DAY
    status: str
    title: str
    subtitle: str
    bottom_line: list[str]
    sections: list[BriefSection]
    checked: str
    partition: Partition
    stamp: Stamp
