"""Screenings under way: who waits, what is heard of them, and what is swept away. No process is started here."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from mnna.interfaces.http import jobs as module
from mnna.interfaces.http.jobs import KEPT, LIFE, Job, Jobs, _heard, new_key
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.problems import Busy, UnknownScreening


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    class Here(PrivateFolder):
        def new(self) -> Path:
            return tmp_path

    return Jobs(Here())


def job(folder: Path, made: float = 0.0, **more: Any) -> Job:
    folder.mkdir(exist_ok=True)
    return Job(new_key(), "cases.csv", folder, 3, "mnna screen", "mnna.screen()", made, **more)


def known(jobs: Jobs, *several: Job) -> None:
    jobs._known.update({one.key: one for one in several})


def test_a_key_cannot_be_guessed() -> None:
    assert len({new_key() for _ in range(100)}) == 100 and len(new_key()) == 24


def test_a_job_is_done_with_a_result_or_a_problem(tmp_path: Path) -> None:
    assert not job(tmp_path).done
    assert job(tmp_path, found={}).done and job(tmp_path, problem={}).done


def test_what_the_worker_says_moves_the_job(tmp_path: Path) -> None:
    one = job(tmp_path)
    _heard(one, {"stage": "looking", "share": 0.5, "rows": None})
    assert (one.stage, one.share, one.rows) == ("looking", 0.5, 3)
    _heard(one, {"stage": "answering", "share": 0.0, "rows": 7})
    assert (one.stage, one.share, one.rows) == ("answering", 0.0, 7)
    _heard(one, {"found": {}})
    assert one.stage == "answering"


def test_no_more_wait_than_half_of_those_kept(jobs: Jobs, tmp_path: Path) -> None:
    known(jobs, *(job(tmp_path, made=1e18) for _ in range(KEPT // 2 - 1)), job(tmp_path, made=1e18, found={}))
    assert jobs.folder() == tmp_path
    known(jobs, job(tmp_path, made=1e18))
    with pytest.raises(Busy, match="others are under way"):
        jobs.folder()


def test_after_an_hour_it_is_gone_with_its_files(jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = job(tmp_path / "old", 0.0, found={}), job(tmp_path / "new", 1.0, found={})
    under_way = job(tmp_path / "running", 0.0)
    known(jobs, old, new, under_way)
    monkeypatch.setattr(module, "monotonic", lambda: LIFE + 0.5)
    assert jobs.job(new.key) is new and jobs.job(under_way.key) is under_way
    with pytest.raises(UnknownScreening, match="it is not here any more"):
        jobs.job(old.key)
    assert not old.folder.exists() and new.folder.exists() and under_way.folder.exists()


def test_the_oldest_that_is_done_makes_room(jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "monotonic", lambda: 100.0)
    several = [job(tmp_path / str(place), float(place), found={}) for place in range(KEPT)]
    known(jobs, *reversed(several))
    jobs._sweep()
    assert {one.key for one in several[1:]} == set(jobs._known) and not several[0].folder.exists()


def test_one_that_is_removed_before_its_turn_never_starts(jobs: Jobs, tmp_path: Path) -> None:
    one = job(tmp_path / "a")
    jobs.remove(one)
    jobs._run(one, {"source": str(tmp_path / "none")})
    assert one.removed and one.stage == "waiting" and not one.done


def test_a_worker_that_cannot_start_is_a_problem_and_the_file_goes(
    jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError("no process")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    one, source = job(tmp_path / "a"), tmp_path / "cases.csv"
    source.write_text("a", encoding="utf-8")
    jobs._run(one, {"source": str(source)})
    assert one.code == 500 and one.problem and one.problem["error"] == "OurMistake" and not source.exists()


def test_closing_removes_all(jobs: Jobs, tmp_path: Path) -> None:
    several = [job(tmp_path / str(place)) for place in range(3)]
    known(jobs, *several)
    jobs.close()
    assert not jobs._known and not any(one.folder.exists() for one in several)
