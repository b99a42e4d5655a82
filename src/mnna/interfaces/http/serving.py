"""The server in one process or in several on one port: its settings, and the private folder that all of them share."""

from __future__ import annotations

import gc
import json
import os
import socket
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.connection import Connection
from mnna.interfaces.http.jobs import Jobs
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.with_parent import end_with_parent

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
    shared: str = ""

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
            timeout_graceful_shutdown=PATIENCE if self.shared else 3,
            timeout_worker_healthcheck=PATIENCE,
            proxy_headers=self.proxy is not None,
            forwarded_allow_ips=self.proxy,
            **more,
        )

    def app(self) -> FastAPI:
        """The application; raises `BadFacts` for an invalid folder of facts."""
        hosts = None if self.hosts is None else frozenset(self.hosts)
        rate = None if self.rate is None else max(1, self.rate // self.workers)
        made = create_app(Path(self.facts) if self.facts else None, hosts, rate, self.log, self.shared)
        gc.freeze()  # what stays to the end is not looked through again and again
        gc.set_threshold(GARBAGE)
        return made


def app() -> FastAPI:
    """The application of a process that another started."""
    end_with_parent()
    return Settings(**json.loads(os.environ[SETTINGS])).app()


def server(settings: Settings, several: bool = False) -> Callable[[socket.socket], None]:
    """What answers on a socket until a signal ends it, in this process or in several; raises `BadFacts` before that."""
    found = settings.app()
    if several:
        return partial(_in_several, settings)
    return lambda listening: Server(settings.config(found)).run(sockets=[listening])


def _in_several(settings: Settings, listening: socket.socket) -> None:
    """Keep the processes alive until a signal ends them; a signal HUP replaces them one by one."""
    private = PrivateFolder()
    shared = replace(settings, shared=str(private.path))
    os.environ[SETTINGS] = json.dumps(asdict(shared))
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # threads share the memory that one of them gives back
    try:
        Multiprocess(shared.config("mnna.interfaces.http.serving:app"), [listening]).run()
    finally:
        Jobs(private).close()
        private.close()
