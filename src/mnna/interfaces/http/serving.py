"""Several processes on one port: settings they share, what supervises them, and one desk for what is sent.

A file that somebody sends is screened by one process, the desk; the others hand it on (`hand_on.py`).
"""

from __future__ import annotations

import gc
import json
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.connection import Connection
from mnna.interfaces.http.desks import Desks, end_when_idle
from mnna.with_parent import end_with_parent

logger = logging.getLogger("uvicorn.error")
SETTINGS = "MNNA_SERVING"
"""The variable that tells a process how it is to serve."""
GARBAGE = 1000
"""New objects after which garbage is looked for. The command looks for none, which a server would pay with memory."""
PATIENCE = 30
"""Seconds a process may take to begin, to say that it is alive, or to finish what it is at, before it is ended."""


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
            log_level="error",  # a request that is none writes no line, so that nobody fills the log with them
            access_log=False,
            ws="none",
            server_header=False,
            timeout_keep_alive=15,
            limit_concurrency=512,
            timeout_graceful_shutdown=PATIENCE if self.desk else 3,
            timeout_worker_healthcheck=PATIENCE,
            proxy_headers=self.proxy is not None,
            forwarded_allow_ips=self.proxy,
            **more,
        )

    def app(self) -> FastAPI:
        """The application; raises `BadFacts` for an invalid folder of facts."""
        hosts = None if self.hosts is None else frozenset(self.hosts)
        rate = None if self.rate is None else max(1, self.rate // self.workers)
        made = create_app(Path(self.facts) if self.facts else None, hosts, rate, self.log, self.desk)
        gc.freeze()  # what stays to the end is not looked through again and again
        gc.set_threshold(GARBAGE)
        return made


def app() -> FastAPI:
    """The application of a process that another started."""
    end_with_parent()
    return Settings(**json.loads(os.environ[SETTINGS])).app()


class Supervisor(Multiprocess):
    """Keeps the processes and the desk alive; a signal HUP replaces them all, one by one."""

    def __init__(self, settings: Settings, listening: socket.socket) -> None:
        os.environ[SETTINGS] = json.dumps(asdict(settings))
        os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # threads share the memory that one of them gives back
        super().__init__(settings.config("mnna.interfaces.http.serving:app"), [listening])
        self.desks = Desks(settings.desk)

    def keep_subprocess_alive(self) -> None:
        """Start again what has ended."""
        super().keep_subprocess_alive()
        if not self.should_exit.is_set():
            self.desks.keep_alive()

    def handle_hup(self) -> None:
        """Replace the processes one by one, and the desk."""
        super().handle_hup()
        if not self.should_exit.is_set() and not self.desks.reload():
            logger.error("The new desk did not begin in time. The earlier one stays.")

    def run(self) -> None:
        """Serve until a signal ends it."""
        try:
            super().run()
        finally:
            self.desks.close()


def server(settings: Settings) -> Callable[[socket.socket], None]:
    """What answers on a socket until a signal ends it, in this process or in several; raises `BadFacts` before that."""
    found = settings.app()
    if not settings.desk:
        return lambda listening: Server(settings.config(found)).run(sockets=[listening])
    return lambda listening: Supervisor(settings, listening).run()


def with_desk(settings: Settings) -> Settings:
    """The same with a place for the desk to listen at, which only this user can reach."""
    return Settings(**asdict(settings) | {"desk": str(Path(tempfile.mkdtemp(prefix="mnna-desk-")) / "desk")})


def _desk(place: str) -> None:
    """The process that takes in what is sent."""
    end_with_parent()
    settings = Settings(**json.loads(os.environ[SETTINGS]) | {"desk": "", "workers": 1, "rate": None, "log": None})
    app = settings.app()
    desk = Server(settings.config(app, uds=place))
    end_when_idle(lambda: app.state.jobs.none and not desk.server_state.connections, lambda: _leave(desk))
    desk.run()


def _leave(desk: Server) -> None:
    desk.should_exit = True


if __name__ == "__main__":
    _desk(sys.argv[1])
