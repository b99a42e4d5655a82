"""The server in one process or in several on one port: its settings, its connections, and the folder they share.

A connection is closed where a request is late, and the oldest first where too many wait.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import socket
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import h11
from fastapi import FastAPI
from uvicorn import Config, Server
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.supervisors import Multiprocess

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.jobs import Jobs
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.ready import Ready, Trusted
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


HEADERS = 10.0
"""Seconds from the first byte of a request, or from the connection, to the end of its headers."""
WAITING = 128
"""Connections that may wait for a request at a time; a new one replaces the oldest."""
TURNS = 4
"""Turns of the event loop until the first data of a new connection has been read, where many came at once."""
_WAITING: OrderedDict[int, Connection] = OrderedDict()


class Connection(H11Protocol):
    """A connection that is closed where a client sends half a request and stops."""

    _late: asyncio.TimerHandle | None = None

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._trusted, self._ready = _behind(self.app)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the time limit for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read data: a whole request stops the time limit, the beginning of one starts it."""
        if (given := self._at_once(data)) is not None:
            first, head, body = given
            date = b"".join(b"%s: %s\r\n" % pair for pair in self.server_state.default_headers)
            # Leave out empty parts: from Python 3.12 on they are never done, and the event loop would run forever.
            self.transport.writelines([part for part in (first, date, head, body) if part])
            return self.on_response_complete()
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._done()
        elif self._late is None:
            self._wait()

    def _at_once(self, data: bytes) -> tuple[bytes, ...] | None:
        """Return a cached or quick answer, where no other request of this connection is in progress; else None."""
        idle = self.conn.our_state is self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]
        if self._ready is None or not idle or self.flow.write_paused or self.transport.is_closing():
            return None
        return self._ready.answer(data, self.scheme or "http", self.client[0] if self.client else "", self._trusted)

    def on_response_complete(self) -> None:
        """Stop the time limit between requests: uvicorn has its own for idle connections."""
        self._done()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the time limit."""
        self._done()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._late = self.loop.call_later(HEADERS, self._close)
        _WAITING[id(self)] = self
        if len(_WAITING) > WAITING:
            oldest = _WAITING.popitem(last=False)[1]
            if not oldest.loop.is_closed():  # a server that has ended in this process may have left it
                oldest._give_way(oldest._late, TURNS)

    def _give_way(self, late: asyncio.TimerHandle | None, turns: int) -> None:
        """Close the connection, unless an arrived request is read within `turns` turns of the event loop."""
        if late is not None and self._late is late:
            if turns:
                self.loop.call_soon(self._give_way, late, turns - 1)
            else:
                self._close()

    def _done(self) -> None:
        _WAITING.pop(id(self), None)
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self._done()
        self.transport.abort()


def _behind(app: Any) -> tuple[Trusted | None, Ready | None]:
    """Return the trusted proxies and the cached answers of an application; None for each that it does not have."""
    trusted = app.trusted_hosts if isinstance(app, ProxyHeadersMiddleware) else None
    inner = app if trusted is None else app.app
    return trusted, getattr(getattr(inner, "state", None), "ready", None)
