"""Findings of law arranged for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Found = Mapping[str, Any]


def split(findings: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """What the law gives, and what restricts it, where `yes` means that the bar applies."""
    everything = list(findings)
    bars = [one for one in everything if one["topic"] == "restrictions"]
    return [one for one in everything if one["topic"] != "restrictions"], bars
