"""The process that takes in what is sent, the desk, and its place in a folder that only this user can reach.

A reload starts another desk beside it. What was sent to the earlier one is followed there until it is gone, so each
desk has a number, which the keys of what it took in begin with.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

PATIENCE = 30.0
"""Seconds a desk may take to begin before a reload gives it up."""
NUMBER = "MNNA_DESK"
"""The variable that tells a desk its number."""
_KEY = re.compile(r"/screen/([0-9]+)-")


def own_key(secret: str) -> str:
    """The key of something this process takes in: where it is a desk, its number first."""
    number = os.environ.get(NUMBER, "")
    return f"{number}-{secret}" if number else secret


def place_of(desk: str, path: str) -> str:
    """Where the desk that an address belongs to listens: that of its key, if it is still there, else the one of now."""
    found = _KEY.match(path)
    earlier = Path(desk).with_name(found[1]) if found else None
    return str(earlier) if earlier is not None and earlier.exists() else desk


class Desks:
    """The desk in service and those before it; `place` is a link to where the one in service listens."""

    def __init__(self, place: str) -> None:
        self.place, self._number = Path(place), 0
        self._retired: list[tuple[subprocess.Popen[bytes], Path]] = []
        self._desk, self._socket = self._start()
        self._link()

    def reload(self) -> bool:
        """Put a new desk in service, and let the earlier one end when it has nothing left; whether it came up."""
        desk, place = self._start()
        if not _answers(desk, place):
            _end(desk, place)
            return False
        self._retired.append((self._desk, self._socket))
        self._desk.send_signal(signal.SIGUSR1)
        self._desk, self._socket = desk, place
        self._link()
        return True

    def keep_alive(self) -> None:
        """Start another where the desk has ended, and forget those before it that have."""
        if self._desk.poll() is not None:
            _end(self._desk, self._socket)
            self._desk, self._socket = self._start()
            self._link()
        for one in [one for one in self._retired if one[0].poll() is not None]:
            _end(*one)
            self._retired.remove(one)

    def close(self) -> None:
        """End all of them, and remove their folder."""
        for one in [(self._desk, self._socket), *self._retired]:
            _end(*one)
        shutil.rmtree(self.place.parent, ignore_errors=True)

    def _start(self) -> tuple[subprocess.Popen[bytes], Path]:
        self._number += 1
        place = self.place.with_name(str(self._number))
        command = [sys.executable, "-m", "mnna.interfaces.http.serving", str(place)]
        return subprocess.Popen(command, env={**os.environ, NUMBER: place.name}), place

    def _link(self) -> None:
        beside = self.place.with_name(".desk")
        beside.symlink_to(self._socket.name)
        beside.replace(self.place)


def _answers(desk: subprocess.Popen[bytes], place: Path) -> bool:
    """Whether the desk listens before the patience with it ends."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and desk.poll() is None:
        with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
            line.connect(str(place))
            return True
        sleep(0.1)
    return False


def _end(desk: subprocess.Popen[bytes], place: Path) -> None:
    if desk.poll() is None:
        desk.terminate()
    desk.wait()
    place.unlink(missing_ok=True)


def end_when_idle(idle: Callable[[], bool], end: Callable[[], None]) -> None:
    """At signal USR1, end this desk as soon as it is idle."""

    def watch() -> None:
        while not idle():
            sleep(1)
        end()

    signal.signal(signal.SIGUSR1, lambda number, frame: Thread(target=watch, daemon=True).start())
