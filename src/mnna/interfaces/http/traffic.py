"""Request counts, a request log that leaves out the questions, and a rate limit for each client."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, OrderedDict
from contextlib import suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from time import monotonic

from starlette.requests import Request

from mnna._version import __version__
from mnna.interfaces.http.problems import TooMany
from mnna.interfaces.http.security import Answer, App, Message, Receive, Scope, Send

CLIENTS = 10_000
"""Clients remembered; the one that has been silent longest is forgotten first."""
UNLIMITED = ("/health", "/metrics")
LIMITS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0)
"""Upper bounds of the buckets of the histogram of response times, in seconds."""


class Bucket:
    """A token bucket: `rate` requests a minute are added, and at most `rate` can be saved up."""

    def __init__(self, rate: int) -> None:
        self.rate, self.left, self.at = rate, float(rate), monotonic()

    def take(self) -> bool:
        """Take one request from the bucket; return whether there was one."""
        now = monotonic()
        self.left = min(self.rate, self.left + (now - self.at) * self.rate / 60)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Limits:
    """A rate limit for each client; `rate` None limits nobody."""

    def __init__(self, rate: int | None) -> None:
        self.rate = rate
        self._known: OrderedDict[str, Bucket] = OrderedDict()

    def allows(self, client: str) -> bool:
        """Count one request of the client, and return whether it is allowed."""
        if self.rate is None:
            return True
        name = _network(client)
        bucket = self._known.setdefault(name, Bucket(self.rate))
        self._known.move_to_end(name)
        if len(self._known) > CLIENTS:
            self._known.popitem(last=False)
        return bucket.take()


def _network(client: str) -> str:
    """Return the name a client is counted under: its IPv4 address, or the /64 network of its IPv6 address."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    return client if address.version == 4 else address.exploded[:19]


class Counts:
    """Counts of what this process has answered since it started."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[str, int]] = Counter()
        self.within: Counter[float] = Counter()
        self.seconds, self.sent, self.open = 0.0, 0, 0

    def add(self, page: str, status: int, seconds: float, sent: int) -> None:
        """Count one answer."""
        self.answers[page, status] += 1
        self.seconds += seconds
        self.sent += sent
        for limit in LIMITS:
            if seconds <= limit:
                self.within[limit] += 1

    def told(self, kept: int = 0) -> str:
        """Return the counts in the text format of Prometheus; `kept` is the size of the cached answers in bytes."""
        who = f'process="{os.getpid()}"'
        all_ = sum(self.answers.values())
        rows = ["# TYPE mnna_answers_total counter"]
        rows += [
            f'mnna_answers_total{{{who},page="{page}",status="{status}"}} {number}'
            for (page, status), number in sorted(self.answers.items())
        ]
        rows += ["# TYPE mnna_answer_seconds histogram"]
        rows += [f'mnna_answer_seconds_bucket{{{who},le="{limit}"}} {self.within[limit]}' for limit in LIMITS]
        rows += [f'mnna_answer_seconds_bucket{{{who},le="+Inf"}} {all_}']
        rows += [f"mnna_answer_seconds_sum{{{who}}} {self.seconds:.3f}", f"mnna_answer_seconds_count{{{who}}} {all_}"]
        rows += ["# TYPE mnna_sent_bytes_total counter", f"mnna_sent_bytes_total{{{who}}} {self.sent}"]
        rows += ["# TYPE mnna_open_requests gauge", f"mnna_open_requests{{{who}}} {self.open}"]
        rows += ["# TYPE mnna_kept_bytes gauge", f"mnna_kept_bytes{{{who}}} {kept}"]
        rows += [f'mnna_version{{{who},version="{__version__}"}} 1']
        return "\n".join(rows) + "\n"


class Tally:
    """The rate limit, the counts and the log. `pages` are the first parts of addresses that are counted separately.

    The log goes to the file `log`, or to standard error for `-`.
    """

    def __init__(self, pages: frozenset[str], rate: int | None = None, log: str | None = None) -> None:
        self.pages, self.limits, self.counts, self.log = pages, Limits(rate), Counts(), log
        self._sink = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640) if log and log != "-" else None

    def note(self, method: str, path: str, status: int, seconds: float, sent: int) -> None:
        """Count a response, and write its line of the log."""
        page = self._page(path)
        self.counts.add(page, status, seconds, sent)
        if self.log is not None:
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            row: dict[str, object] = {"at": at, "method": method, "page": page, "status": status, "bytes": sent}
            line = f"{json.dumps(row | {'ms': round(1000 * seconds, 1)})}\n".encode()
            with suppress(OSError):  # one call for a line, so that lines of several processes are not mixed
                os.write(sys.stderr.fileno() if self._sink is None else self._sink, line)

    def _page(self, path: str) -> str:
        """Return the first part of an address, which names the page and nothing of the question.

        `other` for an unknown page.
        """
        first = path.split("/")[1] if path.startswith("/") else ""
        name = first.split(".")[0]
        return f"/{name}" if name in self.pages or not name else "other"


class Traffic:
    """ASGI middleware that runs before all others: it limits and counts the requests."""

    def __init__(self, app: App, answer: Answer, tally: Tally) -> None:
        self.app, self.answer, self.tally = app, answer, tally

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it above the rate limit; count it either way."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        counts = self.tally.counts
        began, status, sent = monotonic(), 500, 0

        async def counted(message: Message) -> None:
            nonlocal status, sent
            status = message.get("status", status)
            sent += len(message.get("body", b""))
            await send(message)

        scope.setdefault("state", {})["counts"] = counts
        counts.open += 1
        try:
            client = (scope.get("client") or ("", 0))[0]
            if scope["path"] in UNLIMITED or self.tally.limits.allows(client):
                await self.app(scope, receive, counted)
            else:
                wrong = f"more than {self.tally.limits.rate} requests a minute came from this address"
                response = self.answer(Request(scope), TooMany("the request", wrong, (), "Wait a minute."), 429)
                response.headers["retry-after"] = "60"
                await response(scope, receive, counted)
        finally:
            counts.open -= 1
            self.tally.note(scope["method"], scope["path"], status, monotonic() - began, sent)
