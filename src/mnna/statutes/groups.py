"""The groups of recipients that notification law distinguishes."""

from __future__ import annotations

GROUPS = {
    "nato": "a NATO member",
    "nato-plus": "a country the Arms Export Control Act names beside NATO",
    "nato-organization": "the North Atlantic Treaty Organization",
    "general": "a country or organization that the law does not name",
}
"""The name of each group, whose thresholds and review periods apply."""
