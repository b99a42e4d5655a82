"""Screenings under way: who waits, what is heard of them, what is swept away, and that any process can tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mnna.interfaces.http import jobs as module
from mnna.interfaces.http.jobs import ALIVE, CASES, KEPT, LIFE, ORDER, Job, Jobs, say
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.problems import Busy, UnknownScreening

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def private() -> Iterator[PrivateFolder]:
    made = PrivateFolder()
    yield made
    Jobs(made).close()
    made.close()


@pytest.fixture
def jobs(private: PrivateFolder) -> Jobs:
    return Jobs(private)


@pytest.fixture(autouse=True)
def _no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does nothing in the place of one that screens."""
    start = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command, **how: start(_instead(command), **how))


def _instead(command: list[str]) -> list[str]:
    return SLEEPS if "mnna.interfaces.http.screening_worker" in command else command


def started(jobs: Jobs, made: float | None = None, **said: Any) -> Job:
    """A screening under way, or one of which something is said."""
    folder = jobs.folder()
    (folder / CASES).touch()
    jobs.start(Job(folder, "cases.csv", 3, "mnna screen", "mnna.screen()", {"dates": "dmy"}), {"look": False})
    if said:
        say(folder, **said)
    if made is not None:
        os.utime(folder / ORDER, (made, made))
    found = module._read(folder)
    assert found is not None
    return found


def killed(job: Job) -> None:
    os.kill(int((job.folder / ALIVE).read_text()), 9)
    while module._held(job.folder):
        time.sleep(0.01)


def test_a_key_cannot_be_guessed(jobs: Jobs) -> None:
    key = started(jobs).key
    assert len(key) == 24 and started(jobs).key != key
    for other in ("", "..", "x", f"{key}/"):
        with pytest.raises(UnknownScreening):
            jobs.job(other)


def test_what_is_asked_and_said_can_be_read_by_every_process(jobs: Jobs, private: PrivateFolder) -> None:
    one = started(jobs)
    assert (one.stage, one.share, one.rows, one.done) == ("waiting", 0.0, 3, False) and one.asked == {"dates": "dmy"}
    say(one.folder, stage="looking", share=0.5, rows=None)
    other = Jobs(PrivateFolder(private.path))
    assert (found := other.job(one.key)).stage == "looking" and (found.share, found.rows) == (0.5, 3)
    say(one.folder, stage="answering", share=0.0, rows=7)
    assert other.job(one.key).rows == 7
    say(one.folder, found={})
    assert other.job(one.key).done and json.loads((one.folder / ORDER).read_text())["order"] == {"look": False}


def test_no_more_wait_than_half_of_those_kept(jobs: Jobs) -> None:
    for _ in range(KEPT // 2):
        started(jobs)
    with pytest.raises(Busy, match="others are under way"):
        jobs.folder()


def test_after_an_hour_it_is_gone_with_its_files(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "time", lambda: 1.0)
    old, new, under_way = started(jobs, 0.0), started(jobs, 1.0, found={}), started(jobs, 0.0)
    say(old.folder, found={})
    monkeypatch.setattr(module, "time", lambda: LIFE + 0.5)
    with pytest.raises(UnknownScreening, match="it is not here any more"):
        jobs.job(old.key)
    assert jobs.job(new.key).done and not jobs.job(under_way.key).done and not old.folder.exists()


def test_the_oldest_that_is_done_makes_room(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "time", lambda: 100.0)
    several = [started(jobs, float(place), found={}) for place in range(KEPT - 1, -1, -1)]
    assert {job.key for job in jobs._swept()} == {job.key for job in several[:-1]} and not several[-1].folder.exists()


def test_a_process_that_ends_without_a_word_is_a_problem_and_the_file_goes(jobs: Jobs) -> None:
    one = started(jobs)
    killed(one)
    found = jobs.job(one.key)
    assert found.code == 500 and found.problem and found.problem["error"] == "OurMistake"
    assert not (one.folder / CASES).exists()


def test_a_worker_that_cannot_start_is_a_problem(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError("no process")

    jobs.folder()
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert started(jobs).code == 500


def test_what_is_removed_is_stopped_and_closing_removes_all(jobs: Jobs, private: PrivateFolder) -> None:
    one, others = started(jobs), [started(jobs) for _ in range(2)]
    process = Path(f"/proc/{(one.folder / ALIVE).read_text()}/cmdline")
    assert process.read_bytes()
    jobs.remove(one)
    assert not one.folder.exists() and not (process.exists() and process.read_bytes()), "at most its end is to be told"
    jobs.close()
    assert not any(job.folder.exists() for job in others) and private.folders("screening-") == []


def test_what_is_said_is_there_whole_or_not_at_all(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    one = started(jobs)

    def cut(self: Path, target: Path) -> None:
        raise OSError("the power fails")

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(OSError, match="the power fails"):
        say(one.folder, found={})
    assert not jobs.job(one.key).done
