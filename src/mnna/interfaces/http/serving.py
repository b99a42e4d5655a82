"""Several processes on one port: settings they share, what supervises them, and one desk for what is sent.

A file that somebody sends is screened by one process, the desk; the others hand it on (`hand_on.py`).
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.connection import Connection
from mnna.interfaces.http.processes import end_with_parent

SETTINGS = "MNNA_SERVING"
"""The variable that tells a process how it is to serve."""
PATIENCE = 30
"""Seconds a process may take to begin, or to say that it is alive, before another takes its place."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server answers: whose names it has, whom it trusts, how much one client may ask, and where the log is."""

    facts: str | None = None
    hosts: tuple[str, ...] | None = None
    proxy: str | None = None
    rate: int | None = None
    log: str | None = None
    workers: int = 1
    desk: str = ""

    def config(self, app: FastAPI | str, **more: Any) -> Config:
        """How uvicorn runs the application, or the factory of that name."""
        return Config(
            app,
            factory=isinstance(app, str),
            http=Connection,
            workers=self.workers,
            log_level="warning",
            access_log=False,
            ws="none",
            server_header=False,
            timeout_keep_alive=15,
            limit_concurrency=256,
            timeout_graceful_shutdown=3,
            timeout_worker_healthcheck=PATIENCE,
            proxy_headers=self.proxy is not None,
            forwarded_allow_ips=self.proxy,
            **more,
        )

    def app(self) -> FastAPI:
        """The application; raises `BadFacts` for an invalid folder of facts."""
        hosts = None if self.hosts is None else frozenset(self.hosts)
        rate = None if self.rate is None else max(1, self.rate // self.workers)
        return create_app(Path(self.facts) if self.facts else None, hosts, rate, self.log, self.desk)


def app() -> FastAPI:
    """The application of a process that another started."""
    end_with_parent()
    return Settings(**json.loads(os.environ[SETTINGS])).app()


class Supervisor(Multiprocess):
    """Keeps the processes and the desk alive; a signal HUP replaces them one by one."""

    def __init__(self, settings: Settings, listening: socket.socket) -> None:
        os.environ[SETTINGS] = json.dumps(asdict(settings))
        super().__init__(settings.config("mnna.interfaces.http.serving:app"), [listening])
        self.place = settings.desk
        self.desk = _start_desk(self.place)

    def keep_subprocess_alive(self) -> None:
        """Start again what has ended."""
        super().keep_subprocess_alive()
        if self.desk.poll() is not None and not self.should_exit.is_set():
            self.desk = _start_desk(self.place)

    def run(self) -> None:
        """Serve until a signal ends it."""
        try:
            super().run()
        finally:
            self.desk.terminate()
            self.desk.wait()
            shutil.rmtree(Path(self.place).parent, ignore_errors=True)


def server(settings: Settings) -> Callable[[socket.socket], None]:
    """What answers on a socket until a signal ends it, in this process or in several; raises `BadFacts` before that."""
    found = settings.app()
    if not settings.desk:
        return lambda listening: Server(settings.config(found)).run(sockets=[listening])
    return lambda listening: Supervisor(settings, listening).run()


def with_desk(settings: Settings) -> Settings:
    """The same with a place for the desk to listen at, which only this user can reach."""
    return Settings(**asdict(settings) | {"desk": str(Path(tempfile.mkdtemp(prefix="mnna-desk-")) / "desk")})


def _start_desk(place: str) -> subprocess.Popen[bytes]:
    with suppress(FileNotFoundError):
        Path(place).unlink()
    return subprocess.Popen([sys.executable, "-m", "mnna.interfaces.http.serving", place])


def _desk(place: str) -> None:
    """The process that takes in what is sent."""
    end_with_parent()
    settings = Settings(**json.loads(os.environ[SETTINGS]) | {"desk": "", "workers": 1, "rate": None, "log": None})
    Server(settings.config(settings.app(), uds=place)).run()


if __name__ == "__main__":
    _desk(sys.argv[1])
