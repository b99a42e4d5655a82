"""Screenings in progress: each has its own folder and process, one runs at a time, and all are deleted after an hour.

The options and the progress of a screening are files in its folder, so that each process of a server can read them. The
process that works on a screening holds a lock until it ends, however it ends.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path
from threading import Thread
from time import time
from typing import Any

from mnna.files import put
from mnna.interfaces.http.private_folder import PrivateFolder, environment
from mnna.interfaces.http.problems import Busy, UnknownScreening, our_mistake

KEPT = 8
"""Screenings kept at a time; a new one replaces the oldest that is done."""
LIFE = 3600.0
"""Seconds a screening is kept."""
CASES, ORDER, STATE, ALIVE = "cases", "order.json", "state.json", "alive"
"""The files of a folder: the upload, the instructions, the progress, and the lock with the id of the process."""
_BEGINS = "screening-"


@dataclass(frozen=True, slots=True)
class Job:
    """One screening: its options, its progress, and in the end its result or its error."""

    folder: Path
    name: str
    rows: int
    command: str
    python: str
    asked: Mapping[str, Any]
    made: float = 0.0
    stage: str = "waiting"
    share: float = 0.0
    found: Mapping[str, Any] | None = None
    problem: Mapping[str, Any] | None = None
    code: int = 200

    @property
    def key(self) -> str:
        """The random key in its address, which nobody can guess."""
        return self.folder.name.removeprefix(_BEGINS)

    @property
    def done(self) -> bool:
        """Whether it has a result or an error."""
        return self.found is not None or self.problem is not None


class Jobs:
    """All screenings of one server, across its processes."""

    def __init__(self, private: PrivateFolder) -> None:
        self._private = private

    def folder(self) -> Path:
        """Return a new folder that only this user may read; raises `Busy` where too many screenings wait."""
        if sum(not job.done for job in self._swept()) >= KEPT // 2:
            raise Busy("the screening", "others are under way", (), "Wait until one is done, and send it again.")
        made = self._private.path / f"{_BEGINS}{secrets.token_urlsafe(18)}"
        made.mkdir(0o700)
        return made

    def start(self, job: Job, order: Mapping[str, Any]) -> None:
        """Start a process for the screening; it waits until no other screening runs."""
        asked = {"name": job.name, "rows": job.rows, "command": job.command, "python": job.python, "asked": job.asked}
        command = [sys.executable, "-m", "mnna.interfaces.http.screening_worker", str(job.folder)]
        with (job.folder / ALIVE).open("w") as alive, suppress(OSError):  # then it counts as failed
            flock(alive, LOCK_EX)
            put(job.folder / ORDER, json.dumps({"job": asked, "order": order}).encode())
            (job.folder / STATE).unlink(missing_ok=True)
            own, nothing = environment(job.folder), subprocess.DEVNULL
            process = subprocess.Popen(
                command, stdin=nothing, stdout=nothing, cwd=job.folder, env=own, pass_fds=[alive.fileno()]
            )
            alive.write(str(process.pid))
            Thread(target=process.wait, daemon=True).start()

    def job(self, key: str) -> Job:
        """Return the screening with that key; raises `UnknownScreening` where there is none, or it was deleted."""
        found = next((job for job in self._swept() if job.key == key), None)
        if found is None:
            raise UnknownScreening("the screening", "it is not here any more", (), "Send the file again at /screen.")
        return found

    def remove(self, job: Job) -> None:
        """Stop a screening if it runs, and delete its files."""
        with suppress(OSError, ValueError), (job.folder / ALIVE).open() as alive:
            if _held(job.folder):
                os.kill(int(alive.read()), signal.SIGKILL)
                flock(alive, LOCK_SH)  # until the process has ended
        shutil.rmtree(job.folder, ignore_errors=True)

    def close(self) -> None:
        """Stop and delete all screenings."""
        for job in self._known():
            self.remove(job)

    def _known(self) -> list[Job]:
        """Return the screenings that were started, the oldest first."""
        found = (_read(folder) for folder in self._private.folders(_BEGINS))
        return sorted((job for job in found if job is not None), key=lambda job: job.made)

    def _swept(self) -> list[Job]:
        """Delete the finished screenings that are too old or too many, and return the others, the oldest first."""
        known = self._known()
        done = [job for job in known if job.done]
        over = done[: max(0, len(known) - KEPT + 1)]
        gone = [job for job in done if job in over or time() - job.made > LIFE]
        for job in gone:
            self.remove(job)
        return [job for job in known if job not in gone]


def _read(folder: Path) -> Job | None:
    """Return the screening in a folder; None where it was not started yet, or is just being deleted."""
    with suppress(FileNotFoundError):
        held, order = _held(folder), folder / ORDER  # lock first: one that ends now has not failed
        told = json.loads(order.read_text(encoding="utf-8"))["job"]
        with suppress(FileNotFoundError):
            told |= json.loads((folder / STATE).read_text(encoding="utf-8"))
        job = Job(folder, made=order.stat().st_mtime, **told)
        if job.done or held:
            return job
        (folder / CASES).unlink(missing_ok=True)
        return replace(job, problem=our_mistake("the screening").to_dict(), code=500)
    return None


def _held(folder: Path) -> bool:
    """Return whether a process works on the screening, or waits for its turn."""
    with (folder / ALIVE).open() as alive:
        try:
            flock(alive, LOCK_SH | LOCK_NB)
        except BlockingIOError:
            return True
    return False


def say(folder: Path, **what: Any) -> None:
    """Write the progress or the result of a screening to its folder."""
    told = {name: value for name, value in what.items() if value is not None}
    put(folder / STATE, json.dumps(told).encode())
