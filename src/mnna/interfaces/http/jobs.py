"""Screenings under way: each in a private folder and a process of its own, one at a time, gone after an hour."""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from mnna.errors import BadQuestion
from mnna.interfaces.http.desks import own_key
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.problems import Busy, UnknownScreening, our_mistake
from mnna.interfaces.http.processes import environment

KEPT = 8
"""Screenings kept at a time; a new one takes the place of the oldest that is done."""
LIFE = 3600.0
"""Seconds a screening is kept."""
LONGEST = 900.0
"""Seconds a screening may run."""


@dataclass(slots=True)
class Job:
    """One screening: how far it is, then what it found or what was wrong."""

    key: str
    name: str
    folder: Path
    rows: int
    command: str
    python: str
    made: float = field(default_factory=monotonic)
    stage: str = "waiting"
    share: float = 0.0
    found: Mapping[str, Any] | None = None
    problem: Mapping[str, Any] | None = None
    code: int = 200
    process: subprocess.Popen[str] | None = None
    removed: bool = False
    asked: Mapping[str, Any] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        """Whether there is a result or a problem."""
        return self.found is not None or self.problem is not None


class Jobs:
    """All screenings of one server."""

    def __init__(self, private: PrivateFolder) -> None:
        self._private = private
        self._known: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._one = threading.Semaphore(1)

    def folder(self) -> Path:
        """A new folder that only this user may read; raises `Busy` where too many are waiting."""
        self._sweep()
        with self._lock:
            if sum(not job.done for job in self._known.values()) >= KEPT // 2:
                raise Busy("the screening", "others are under way", (), "Wait until one is done, and send it again.")
        return self._private.new()

    def start(self, job: Job, order: Mapping[str, Any]) -> None:
        """Run the screening as soon as no other does."""
        with self._lock:
            self._known[job.key] = job
        threading.Thread(target=self._run, args=(job, order), daemon=True).start()

    @property
    def none(self) -> bool:
        """Whether nothing is under way or kept."""
        self._sweep()
        return not self._known

    def job(self, key: str) -> Job:
        """The screening of that key; raises `UnknownScreening` where there is none any more."""
        self._sweep()
        with self._lock:
            found = self._known.get(key)
        if found is None:
            raise UnknownScreening("the screening", "it is not here any more", (), "Send the file again at /screen.")
        return found

    def remove(self, job: Job) -> None:
        """Stop it if it runs, and remove its files."""
        with self._lock:
            self._known.pop(job.key, None)
        job.removed = True
        if job.process is not None and job.process.poll() is None:
            job.process.kill()
        shutil.rmtree(job.folder, ignore_errors=True)

    def close(self) -> None:
        """Stop and remove everything."""
        for job in list(self._known.values()):
            self.remove(job)

    def _sweep(self) -> None:
        with self._lock:
            done = sorted((job for job in self._known.values() if job.done), key=lambda job: job.made)
            late = [job for job in done if monotonic() - job.made > LIFE]
            over = done[: max(0, len(self._known) - KEPT + 1)]
        for job in {job.key: job for job in late + over}.values():
            self.remove(job)

    def _run(self, job: Job, order: Mapping[str, Any]) -> None:
        with self._one:
            if job.removed:
                return
            job.stage = "starting"
            try:
                self._work(job, order)
            except OSError:
                _fail(job)
            finally:
                if not job.done:
                    _fail(job)
                if not (order.get("look") and job.found):
                    Path(order["source"]).unlink(missing_ok=True)

    def _work(self, job: Job, order: Mapping[str, Any]) -> None:
        command = [sys.executable, "-m", "mnna.interfaces.http.screening_worker"]
        job.process = process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=job.folder,
            env=environment(job.folder),
            text=True,
        )
        watch = threading.Timer(LONGEST, process.kill)
        watch.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            with process.stdin as sink:
                json.dump(dict(order), sink)
            said: Mapping[str, Any] = {}
            for line in process.stdout:
                said = json.loads(line)
                _heard(job, said)
            process.wait()
            job.problem, job.code = said.get("problem"), said.get("code", 200)
            job.found = said.get("found")
        finally:
            watch.cancel()


def _heard(job: Job, line: Mapping[str, Any]) -> None:
    if "stage" in line:
        job.stage, job.share = line["stage"], line["share"]
        job.rows = line["rows"] or job.rows


def _fail(job: Job) -> None:
    wrong = our_mistake("the screening") if not job.removed else BadQuestion("the screening", "it was removed", (), "")
    job.problem, job.code = wrong.to_dict(), 500


def new_key() -> str:
    """A key nobody can guess."""
    return own_key(secrets.token_urlsafe(18))
