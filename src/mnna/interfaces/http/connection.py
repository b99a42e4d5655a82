"""One connection: closed where a request does not come whole in time, the oldest first where too many wait."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS = 10.0
"""Seconds from the first byte of a request, or from the connection, to the end of its headers."""
WAITING = 128
"""Connections that may wait for a request at a time; a new one takes the place of the oldest."""
_WAITING: OrderedDict[int, Connection] = OrderedDict()


class Connection(H11Protocol):
    """A connection that holds no place for whoever sends half a request and stops."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take in what came; a request that is whole waits no longer, and half of one begins to."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._done()
        elif self._late is None:
            self._wait()

    def on_response_complete(self) -> None:
        """Nothing is waited for between requests: the time-out of idle connections is uvicorn's own."""
        self._done()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._done()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._late = self.loop.call_later(HEADERS, self._close)
        _WAITING[id(self)] = self
        if len(_WAITING) > WAITING:
            next(iter(_WAITING.values()))._close()

    def _done(self) -> None:
        _WAITING.pop(id(self), None)
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self._done()
        self.transport.abort()


def waiting() -> int:
    """How many connections wait for a request."""
    return len(_WAITING)
