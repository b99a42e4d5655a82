"""Slow commands, such as a back-test: each question is answered once, in its own process, and the answer is cached.

A page shows that the answer is being computed, and follows the progress; an address of JSON waits. The other pages
never wait for either.
"""

from __future__ import annotations

import asyncio
import pickle
import shutil
import subprocess
import sys
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from mnna.errors import MnnaError
from mnna.interfaces.http.declared import Question
from mnna.interfaces.http.private_folder import PrivateFolder, environment
from mnna.interfaces.http.problems import Busy, code, our_mistake
from mnna.interfaces.params import Given
from mnna.present.document import Document as Shown
from mnna.registry.days import today

KEPT = 128
"""Answers kept; the least recently used is dropped first."""
WAITING = 48
"""Questions that may wait at a time: more tabs than a person opens, and some minutes of work."""
LONGEST = 300.0
"""Seconds that one question may take, and seconds that an address of JSON waits for its answer."""
Order = tuple[str, Given, Path | None]
"""The address of a page, what was given, and the folder of the user's own facts, if there is one."""


@dataclass(frozen=True, slots=True)
class Worked:
    """The answer to one question as JSON, its pictures, its document, the document of its page, and its CSV."""

    document: dict[str, Any]
    pictures: list[dict[str, Any]]
    shown: Shown
    page: Shown
    csv: bytes


class Packed:
    """A cached answer, compressed: an answer of 3 MB takes a thirtieth of that."""

    __slots__ = ("_bytes",)

    def __init__(self, worked: Worked) -> None:
        self._bytes = zlib.compress(pickle.dumps(worked, -1), 1)

    def opened(self) -> Worked:
        """Return the answer."""
        found: Worked = pickle.loads(zlib.decompress(self._bytes))
        return found


class Slow:
    """The slow questions of one server, answered one after the other."""

    def __init__(self, private: PrivateFolder) -> None:
        self._private = private
        self._known: OrderedDict[Hashable, Future[Packed]] = OrderedDict()
        self._lock = Lock()
        self._desk = ThreadPoolExecutor(1)
        self._running: subprocess.Popen[bytes] | None = None

    def ask(self, question: Question) -> Future[Packed]:
        """Return the future answer to a question of today; raises `Busy` where too many questions wait."""
        key = (question.key, today())
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
            waiting = sum(not work.done() for work in self._known.values())
            if waiting >= WAITING:
                wrong = f"{waiting} others wait to be worked out already"
                raise Busy("the question", wrong, (), "Ask again in some minutes, or in the terminal.")
            self._known[key] = work = self._desk.submit(self._work, question)
            for old in [one for one, kept in self._known.items() if kept.done()][: max(0, len(self._known) - KEPT)]:
                del self._known[old]
        work.add_done_callback(lambda done: self._forget(key, done))
        return work

    def others(self, work: Future[Packed]) -> int:
        """Return how many other questions are not answered yet."""
        with self._lock:
            return sum(not other.done() for other in self._known.values() if other is not work)

    async def answer(self, question: Question) -> Worked:
        """Return the answer without blocking other requests.

        Raises what the command raises, and `Busy` after `LONGEST`.
        """
        work = asyncio.wrap_future(self.ask(question))
        work.add_done_callback(lambda done: done.cancelled() or done.exception())  # the client may be gone by then
        try:
            return (await asyncio.wait_for(asyncio.shield(work), LONGEST)).opened()
        except TimeoutError:
            raise Busy("the question", "it takes too long", (), "Ask it in the terminal.") from None

    def close(self) -> None:
        """Stop the running question and drop those that wait; later questions are answered again."""
        closed, self._desk = self._desk, ThreadPoolExecutor(1)
        closed.shutdown(wait=False, cancel_futures=True)
        running = self._running
        if running is not None and running.poll() is None:
            running.kill()

    def _forget(self, key: Hashable, work: Future[Packed]) -> None:
        """Remove a question from the cache where it failed through a mistake of ours."""
        wrong = None if work.cancelled() else work.exception()
        if wrong is not None and (not isinstance(wrong, MnnaError) or code(wrong) >= 500):
            with self._lock:
                self._known.pop(key, None)

    def _work(self, question: Question) -> Packed:
        folder = self._private.new()
        try:
            said = self._said((question.page.address, question.given, question.facts), folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(said, MnnaError):
            raise said
        return said

    def _said(self, order: Order, folder: Path) -> Packed | MnnaError:
        self._running = process = subprocess.Popen(
            [sys.executable, "-m", "mnna.interfaces.http.background_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(folder, everything=True),
        )
        try:
            found: Packed | MnnaError = pickle.loads(process.communicate(pickle.dumps(order), timeout=LONGEST)[0])
            return found
        except (subprocess.TimeoutExpired, EOFError, pickle.UnpicklingError):
            process.kill()
            return our_mistake("the question")
