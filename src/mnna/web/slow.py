"""Words that take seconds, such as a back-test: each question is worked out once, in a process of its own, and kept.

A page shows that it is at work and follows; an address of JSON waits. The other pages never wait for either.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mnna.web.page import Question
from mnna.web.problems import Busy, Retold, our_mistake
from mnna.web.processes import environment

KEPT = 48
"""Answers kept; the one asked for longest ago goes first."""
WAITING = 6
"""Questions that may wait at a time."""
LONGEST = 300.0
"""Seconds one may take."""


@dataclass(slots=True)
class Work:
    """One question: its answer and pictures when they are there, or what was wrong."""

    ready: threading.Event = field(default_factory=threading.Event)
    document: dict[str, Any] | None = None
    pictures: list[dict[str, Any]] = field(default_factory=list)
    problem: Retold | None = None

    def result(self) -> Work:
        """This, once it is done; raises what the word raised."""
        if not self.ready.wait(LONGEST):
            raise Busy("the question", "it takes too long", (), "Ask it in the terminal.")
        if self.problem is not None:
            raise self.problem
        return self


class Slow:
    """All such questions of one server, worked out one after the other."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Work] = OrderedDict()
        self._lock = threading.Lock()
        self._one = threading.Semaphore(1)
        self._running: subprocess.Popen[str] | None = None

    def ask(self, question: Question, key: Hashable) -> Work:
        """The work on a question, begun if it is new; raises `Busy` where too many wait."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
            if sum(not work.ready.is_set() for work in self._known.values()) >= WAITING:
                raise Busy("the question", "others are being worked out", (), "Ask again in a minute.")
            self._known[key] = work = Work()
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        threading.Thread(target=self._run, args=(question, key, work), daemon=True).start()
        return work

    def close(self) -> None:
        """Stop what is running."""
        running = self._running
        if running is not None and running.poll() is None:
            running.kill()

    def _run(self, question: Question, key: Hashable, work: Work) -> None:
        with self._one, tempfile.TemporaryDirectory(prefix="mnna-serve-") as folder:
            said = self._said(question, Path(folder))
        if "problem" in said:
            work.problem = Retold(said["problem"], said["code"])
            with self._lock:
                if said["code"] >= 500:
                    self._known.pop(key, None)
        else:
            work.document, work.pictures = said["document"], said["pictures"]
        work.ready.set()

    def _said(self, question: Question, folder: Path) -> Mapping[str, Any]:
        facts = str(question.facts.resolve()) if question.facts else ""
        order = json.dumps({"address": question.page.address, "given": dict(question.given), "facts": facts})
        command = [sys.executable, "-m", "mnna.web.slow_worker"]
        self._running = process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(folder, everything=True),
            text=True,
        )
        try:
            out, _ = process.communicate(order, timeout=LONGEST)
            found: Mapping[str, Any] = json.loads(out)
            return found
        except (subprocess.TimeoutExpired, ValueError):
            process.kill()
            return {"problem": our_mistake("the question").to_dict(), "code": 500}
