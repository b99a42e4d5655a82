"""Measure the CPU seconds of whole processes, the least of several runs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from resource import RUSAGE_CHILDREN, getrusage


def cpu_seconds(command: Sequence[str], runs: int = 15) -> float:
    """Return the user and system seconds of the command, the least of `runs`; its output is discarded.

    Raise `CalledProcessError` if the command fails, so that no failure is measured.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return min(_once(command, environment) for _ in range(runs))


def _once(command: Sequence[str], environment: dict[str, str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
