"""Findings of law arranged for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mnna.statutes.listing import is_bar

Found = Mapping[str, Any]


def split(findings: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """What the law gives, and what restricts it, where `yes` means that the bar applies."""
    everything = list(findings)
    return [one for one in everything if not is_bar(one["id"])], [one for one in everything if is_bar(one["id"])]
