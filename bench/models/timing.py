"""Time tasks in CPU seconds, as the best of a few runs, and print the table of comparisons."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(task: Callable[[], object], runs: int = 1) -> float:
    """Return the least CPU seconds of some runs of a task."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        task()
        found.append(time.process_time() - start)
    return min(found)


def line(name: str, own: float, theirs: float, note: str = "") -> None:
    """Print one comparison: the seconds of mnna and of the other library, and their ratio."""
    print(f"{name:<58} {theirs:>10.2f} s {own:>8.3f} s {theirs / own:>9.0f} x  {note}")


def heading(title: str) -> None:
    """Print the heading of a table of comparisons."""
    print(f"\n{title}\n{'':<58} {'theirs':>12} {'ours':>10} {'ratio':>11}")
