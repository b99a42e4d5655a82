"""Screenings under way: each has a folder and a process of its own, one runs at a time, and all go after an hour.

What was asked and how far it is stand in the folder, so that each process of a server can say it. The process that
works on a screening holds a lock as long as it lives, however it ends.
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

from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.problems import Busy, UnknownScreening, our_mistake
from mnna.interfaces.http.processes import environment

KEPT = 8
"""Screenings kept at a time; a new one takes the place of the oldest that is done."""
LIFE = 3600.0
"""Seconds a screening is kept."""
CASES, ORDER, STATE, ALIVE = "cases", "order.json", "state.json", "alive"
"""The files of a folder: what was sent, what is to be done, how far it is, and the lock with the process's number."""
_BEGINS = "screening-"


@dataclass(frozen=True, slots=True)
class Job:
    """One screening: what is asked, how far it is, then what it found or what was wrong."""

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
        """What its address has, which nobody can guess."""
        return self.folder.name.removeprefix(_BEGINS)

    @property
    def done(self) -> bool:
        """Whether there is a result or a problem."""
        return self.found is not None or self.problem is not None


class Jobs:
    """All screenings of one server, of whichever of its processes."""

    def __init__(self, private: PrivateFolder) -> None:
        self._private = private

    def folder(self) -> Path:
        """A new folder that only this user may read; raises `Busy` where too many are waiting."""
        if sum(not job.done for job in self._swept()) >= KEPT // 2:
            raise Busy("the screening", "others are under way", (), "Wait until one is done, and send it again.")
        made = self._private.path / f"{_BEGINS}{secrets.token_urlsafe(18)}"
        made.mkdir(0o700)
        return made

    def start(self, job: Job, order: Mapping[str, Any]) -> None:
        """Screen it as soon as no other is screened."""
        asked = {"name": job.name, "rows": job.rows, "command": job.command, "python": job.python, "asked": job.asked}
        command = [sys.executable, "-m", "mnna.interfaces.http.screening_worker", str(job.folder)]
        with (job.folder / ALIVE).open("w") as alive, suppress(OSError):  # then nobody holds the lock: it has failed
            flock(alive, LOCK_EX)
            _put(job.folder / ORDER, {"job": asked, "order": order})
            (job.folder / STATE).unlink(missing_ok=True)
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                cwd=job.folder,
                env=environment(job.folder),
                pass_fds=[alive.fileno()],
            )
            alive.write(str(process.pid))
            Thread(target=process.wait, daemon=True).start()

    def job(self, key: str) -> Job:
        """The screening of that key; raises `UnknownScreening` where there is none any more."""
        found = next((job for job in self._swept() if job.key == key), None)
        if found is None:
            raise UnknownScreening("the screening", "it is not here any more", (), "Send the file again at /screen.")
        return found

    def remove(self, job: Job) -> None:
        """Stop it if it runs, and remove its files."""
        with suppress(OSError, ValueError), (job.folder / ALIVE).open() as alive:
            if _held(job.folder):
                os.kill(int(alive.read()), signal.SIGKILL)
                flock(alive, LOCK_SH)  # until it is gone
        shutil.rmtree(job.folder, ignore_errors=True)

    def close(self) -> None:
        """Stop and remove everything."""
        for job in self._known():
            self.remove(job)

    def _known(self) -> list[Job]:
        """Those that were started, the oldest first."""
        found = (_read(folder) for folder in self._private.folders(_BEGINS))
        return sorted((job for job in found if job is not None), key=lambda job: job.made)

    def _swept(self) -> list[Job]:
        """Those that are left when each has gone whose hour is over or whose place another takes."""
        known = self._known()
        done = [job for job in known if job.done]
        over = done[: max(0, len(known) - KEPT + 1)]
        gone = [job for job in done if job in over or time() - job.made > LIFE]
        for job in gone:
            self.remove(job)
        return [job for job in known if job not in gone]


def _read(folder: Path) -> Job | None:
    """The screening of a folder; None where it was not started, or is removed in this moment."""
    with suppress(FileNotFoundError):
        held, order = _held(folder), folder / ORDER  # first, or one that ends meanwhile would seem to have failed
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
    """Whether a process works on it, or waits for its turn."""
    with (folder / ALIVE).open() as alive:
        try:
            flock(alive, LOCK_SH | LOCK_NB)
        except BlockingIOError:
            return True
    return False


def say(folder: Path, **what: Any) -> None:
    """Write down how far a screening is, or what came of it."""
    _put(folder / STATE, {name: value for name, value in what.items() if value is not None})


def _put(path: Path, told: Mapping[str, Any]) -> None:
    """Write a file whole, so that nobody reads a half."""
    beside = path.with_name(f".{path.name}")
    beside.write_text(json.dumps(told), encoding="utf-8")
    beside.replace(path)
