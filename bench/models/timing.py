"""Timing in CPU seconds, with a wait for the machine to be read honestly: the best of a few runs."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(task: Callable[[], object], runs: int = 1) -> float:
    """The least CPU seconds of some runs of a task."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        task()
        found.append(time.process_time() - start)
    return min(found)


def line(name: str, own: float, theirs: float, note: str = "") -> None:
    """One comparison: the rival's seconds, ours, and how many times as long the rival takes."""
    print(f"{name:<58} {theirs:>10.2f} s {own:>8.3f} s {theirs / own:>9.0f} x  {note}")


def heading(title: str) -> None:
    """The head of a table of comparisons."""
    print(f"\n{title}\n{'':<58} {'theirs':>12} {'ours':>10} {'ratio':>11}")
