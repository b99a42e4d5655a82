"""Measure whole processes of the quick commands, as ratios to bare Python and to Python that only imports click."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.timing import cpu_seconds

WORDS = {
    "mnna --version": ["--version"],
    "mnna status COL": ["status", "COL"],
    "mnna case COL ...": ["case", "COL", "--channel", "fms", "--mde", "20e6", "--total", "20e6", "--on", "2023-05-01"],
    "mnna law 22 USC 2378a": ["law", "depleted-uranium-rounds"],
    "mnna authorities MEX": ["authorities", "MEX"],
    "mnna what-if MEX": ["what-if", "MEX", "--designate", "mnna"],
}


def main() -> None:
    """Print CPU milliseconds and ratios, one command a line."""
    mnna = str(Path(sys.executable).with_name("mnna"))
    bare = cpu_seconds([sys.executable, "-c", "pass"])
    click = cpu_seconds([sys.executable, "-c", "import click"])
    print(f"{'':28}{'ms':>7}{'to bare Python':>17}{'to Python + click':>20}")
    print(f"{'bare Python':28}{bare * 1e3:7.0f}{1:17.1f}")
    print(f"{'Python, import click':28}{click * 1e3:7.0f}{click / bare:17.1f}{1:20.1f}")
    for name, words in WORDS.items():
        took = cpu_seconds([mnna, *words])
        print(f"{name:28}{took * 1e3:7.0f}{took / bare:17.1f}{took / click:20.1f}")


if __name__ == "__main__":
    main()
