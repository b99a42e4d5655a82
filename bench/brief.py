"""Measure the command that writes a brief, in each form, and the part of its time that imports take."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.timing import cpu_seconds


def main() -> None:
    """Print the CPU milliseconds of the command beyond its imports, and of the imports, for each output form."""
    needed = "import click, jinja2, numpy, typst, mnna.interfaces.words.brief"
    imports = cpu_seconds([sys.executable, "-c", needed], runs=5)
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("pdf", "html", "md", "json"):
            out = str(Path(folder, f"mexico.{ending}"))
            took = cpu_seconds([sys.executable, "-m", "mnna", "brief", "MEX", "--vs", "COL", "-o", out], runs=5)
            beyond = f"{(took - imports) * 1e3:.0f} beyond imports ({imports * 1e3:.0f})"
            print(f"{ending:5}{took * 1e3:6.0f} ms of CPU, {beyond}")


if __name__ == "__main__":
    main()
