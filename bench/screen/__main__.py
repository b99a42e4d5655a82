"""Compare screening with other tools on random cases: `./run bench screen [--rows N] [--rounds N] [--only JOBS]`.

Each job runs in a process of its own, all jobs in turn in each round; the figures are medians. The answers of all jobs
are first checked to be equal. `--growth N,N,...` measures instead how time and memory grow with the rows.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from bench.screen.generate import generate

NAMES = {
    "scan": "pure scan of the columns", "hand": "hand-written DuckDB SQL", "ours": "mnna screen, counted",
    "hand-writing": "hand-written SQL, writing Parquet", "ours-writing": "mnna screen, writing Parquet with reasons",
    "openfisca": "OpenFisca-Core 46", "pandas": "pandas, nullable types", "loop": "plain Python loop",
    "spark": "mnna screen on Spark, local[2], warm",
}  # fmt: skip
SAMPLE = 200_000
"""The number of rows on which the plain loop is timed; its time is scaled to all rows."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a job: the seconds of its work, CPU seconds and peak memory of its process, and its counts."""

    seconds: float
    cpu: float
    megabytes: float
    counts: Counter[Any]


def once(job: str, path: Path, rows: int) -> Run:
    """Run a job in a process of its own and return its figures; print its standard error if it fails."""
    command = [sys.executable, "-m", "bench.screen.jobs", job, str(path), str(rows)]
    with TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said)
        assert process.stdout is not None
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"bench: {job} failed\n{said.read().decode()[-2000:]}")
    found = json.loads(out)
    counts = Counter({tuple(key) if isinstance(key, list) else key: n for key, n in found["counts"]})
    return Run(found["seconds"], usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, counts)


def measure(rows: int, rounds: int, jobs: list[str], path: Path) -> None:
    """Run every job `rounds` times, in turn, then print the table."""
    runs: dict[str, list[Run]] = {job: [] for job in jobs}
    for number in range(rounds):
        for job in jobs:
            sample = min(rows, SAMPLE) if job == "loop" else rows
            runs[job].append(once(job, path, sample))
            print(f"  round {number + 1}: {job} {runs[job][-1].seconds:.2f} s", file=sys.stderr, flush=True)
    agree(runs, path, rows)
    show(runs, rows)


def agree(runs: dict[str, list[Run]], path: Path, rows: int) -> None:
    """Exit unless every job counted the same answers; the loop is compared with the hand-written SQL on its rows."""
    for job, found in runs.items():
        counts = found[0].counts
        if job in ("scan", "hand-writing"):
            continue
        wanted = answers(path, min(rows, SAMPLE) if job == "loop" else None)
        if job == "ours":
            wanted = by_verdict(wanted)
        if counts != wanted:
            apart = {key: (counts[key], wanted[key]) for key in {*counts, *wanted} if counts[key] != wanted[key]}
            sys.exit(f"bench: {job} does not agree with the hand-written SQL (counted, wanted): {apart}")
    print(f"All agree on verdict, measure, threshold, days and group of {rows:,} rows.\n")


def answers(path: Path, rows: int | None) -> Counter[Any]:
    """Return the counts of answers of the hand-written SQL for the first `rows`, or for all if None."""
    from bench.screen import by_hand

    connection, query = by_hand.prepared(str(path), rows)
    found = connection.sql(by_hand.COUNTED.format(query=query)).fetchall()
    return Counter({(v, m, None if u is None else int(u), d, g): n for v, m, u, d, g, n in found})


def by_verdict(counts: Counter[Any]) -> Counter[Any]:
    """Return the counts of answers summed by verdict."""
    found: Counter[Any] = Counter()
    for key, n in counts.items():
        found[key[0]] += n
    return found


def show(runs: dict[str, list[Run]], rows: int) -> None:
    """Print the table: seconds, their ratio to another tool's, CPU seconds and peak memory of the process."""
    scale = {job: rows / min(rows, SAMPLE) if job == "loop" else 1.0 for job in runs}
    seconds = {job: median(run.seconds for run in found) * scale[job] for job, found in runs.items()}
    print("| | s | million rows/s | to mnna screen | CPU s | peak MB |\n|---|---|---|---|---|---|")
    for job, found in runs.items():
        cpu = f"{median(run.cpu for run in found):.1f}" if job not in ("spark", "loop") else ""
        peak = f"{max(run.megabytes for run in found):,.0f}" if job not in ("spark", "loop") else ""
        writing = job.endswith("writing") or job == "spark"
        base = seconds.get("ours-writing" if writing else "ours")
        ratio = f"{seconds[job] / base:.2f}" if base else ""
        name = NAMES[job] + (f" ({SAMPLE:,} rows, scaled)" if scale[job] > 1 else "")
        print(f"| {name} | {seconds[job]:.2f} | {rows / seconds[job] / 1e6:.2f} | {ratio} | {cpu} | {peak} |")


def grow(sizes: list[int], folder: Path) -> None:
    """Print time and peak memory of writing Parquet with reasons, for each number of rows."""
    print("| rows | s | million rows/s | CPU s | peak MB |\n|---|---|---|---|---|")
    for rows in sizes:
        path = folder / "growth.parquet"
        generate(rows, path)
        run = once("ours-writing", path, rows)
        rate = rows / run.seconds / 1e6
        print(f"| {rows:,} | {run.seconds:.1f} | {rate:.2f} | {run.cpu:.1f} | {run.megabytes:,.0f} |", flush=True)


def main() -> None:
    """Read the options and run the measurements."""
    parser = argparse.ArgumentParser("bench screen")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", help="jobs, with commas between them", default=",".join(NAMES))
    parser.add_argument("--growth", help="numbers of rows, with commas between them")
    parser.add_argument("--folder", type=Path, help="where the files go; they are removed afterwards")
    asked = parser.parse_args()
    with TemporaryDirectory(dir=asked.folder) as folder:
        if asked.growth:
            grow([int(one) for one in asked.growth.split(",")], Path(folder))
            return
        path = Path(folder) / "cases.parquet"
        generate(asked.rows, path)
        measure(asked.rows, asked.rounds, asked.only.split(","), path)


main()
