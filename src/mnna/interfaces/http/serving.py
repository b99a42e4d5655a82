"""The server in one process or in several on one port: its settings, and the private folder that they share."""

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
"""The environment variable with the settings of a server process."""
GARBAGE = 1000
"""New objects after which garbage is collected. The command line collects none; a server would need too much memory."""
PATIENCE = 30
"""Seconds that a process may take to start, to report that it is alive, or to finish a request, before it is killed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server answers: its host names, the trusted proxy, the rate limit, the log, and the number of processes."""

    facts: str | None = None
    hosts: tuple[str, ...] | None = None
    proxy: str | None = None
    rate: int | None = None
    log: str | None = None
    workers: int = 1
    shared: str = ""

    def config(self, app: FastAPI | str, **more: Any) -> Config:
        """Return the uvicorn settings for the application, or for the factory with that name."""
        return Config(
            app,
            factory=isinstance(app, str),
            http=Connection,
            workers=self.workers,
            log_level="error",  # an invalid request writes no line, so that nobody can fill the log with them
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
        """Return the application; raises `BadFacts` for an invalid folder of facts."""
        hosts = None if self.hosts is None else frozenset(self.hosts)
        rate = None if self.rate is None else max(1, self.rate // self.workers)
        made = create_app(Path(self.facts) if self.facts else None, hosts, rate, self.log, self.shared)
        gc.freeze()  # objects that stay until the end are not collected: do not examine them again
        gc.set_threshold(GARBAGE)
        return made


def app() -> FastAPI:
    """Return the application, in a process that another process started."""
    end_with_parent()
    return Settings(**json.loads(os.environ[SETTINGS])).app()


def server(settings: Settings, several: bool = False) -> Callable[[socket.socket], None]:
    """Return a function that answers on a socket until a signal ends it.

    `several` uses several processes. Raises `BadFacts` before anything is served.
    """
    found = settings.app()
    if several:
        return partial(_in_several, settings)
    return lambda listening: Server(settings.config(found)).run(sockets=[listening])


def _in_several(settings: Settings, listening: socket.socket) -> None:
    """Run the processes until a signal ends them; the signal HUP replaces them one by one."""
    private = PrivateFolder()
    shared = replace(settings, shared=str(private.path))
    os.environ[SETTINGS] = json.dumps(asdict(shared))
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # threads share the memory that one of them frees
    try:
        Multiprocess(shared.config("mnna.interfaces.http.serving:app"), [listening]).run()
    finally:
        Jobs(private).close()
        private.close()
