"""Measure the cost of an Excel workbook: `python -m bench.screen.workbook` screens 100,000 rows to Parquet and Excel.

Each run is a process of its own; CPU seconds and peak memory are of the whole process.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROWS = 100_000
NAMES = ("Kenya", "Japan", "COL", "Mexico", "United Kingdom", "Israel", "Saudi Arabia", "Poland", "KOR", "TWN")


def lines() -> Iterator[str]:
    """Yield the lines of a CSV file of random cases."""
    draw = random.Random(5)
    yield "case,recipient,channel,mde_usd,total_usd,on,note\n"
    for number in range(ROWS):
        mde = draw.randrange(60_000_000)
        day = f"{draw.randrange(2010, 2026)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
        total = mde + draw.randrange(90_000_000)
        yield f"C-{number:06d},{draw.choice(NAMES)},{draw.choice(('fms', 'dcs'))},{mde},{total},{day},a note\n"


def main() -> None:
    """Screen the file to both forms and print the time and memory of each."""
    with TemporaryDirectory() as folder:
        cases = Path(folder) / "cases.csv"
        cases.write_text("".join(lines()), encoding="utf-8")
        for ending in (".parquet", ".xlsx"):
            before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            command = [sys.executable, "-m", "mnna", "screen", str(cases), "-o", str(cases.with_suffix(ending))]
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu, peak = after.ru_utime - before.ru_utime, after.ru_maxrss / 1024
            print(f"{ending:9} {time.perf_counter() - began:5.1f} s {cpu:5.1f} CPU s {peak:5.0f} MB")


if __name__ == "__main__":
    main()
