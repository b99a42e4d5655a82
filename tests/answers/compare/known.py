"""The day of these tests."""

from __future__ import annotations

TODAY = "2026-11-24"
