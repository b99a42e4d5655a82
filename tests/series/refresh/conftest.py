"""A local server that answers as the producers' servers do, well or badly; nothing here leaves the machine."""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from urllib.parse import parse_qs, urlsplit

import pytest

from mnna.series.refresh import Limits

QUICK = Limits(connect=2, silence=1, total=6, size=30_000_000, tries=3, pause=0.01, longest_pause=2)


@dataclass
class Answer:
    """What the server says: status, body, headers; `cut` sends only so many bytes, `drip` pauses between bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0.0
    kind: str = "application/json"


Route = Answer | list[Answer] | Callable[[dict[str, list[str]], dict[str, str]], Answer]


class Server:
    """Routes by path; a list of answers is given out one after the other, the last one for good."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def paths(self) -> list[str]:
        """The paths asked for, in order, without their queries."""
        return [urlsplit(path).path for path, _ in self.asked]

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append((handler.path, headers))
        split = urlsplit(handler.path)
        route = self.routes.get(split.path, Answer(b"no such page", 404))
        if isinstance(route, list):
            route = route.pop(0) if len(route) > 1 else route[0]
        answer = route if isinstance(route, Answer) else route(parse_qs(split.query), headers)
        try:
            self._send(handler, answer, headers)
        except OSError:  # the client had enough
            handler.close_connection = True

    @staticmethod
    def _send(handler: BaseHTTPRequestHandler, answer: Answer, asked: dict[str, str]) -> None:
        tag = f'"{md5(answer.body).hexdigest()}"'
        fresh = answer.status != 200 or asked.get("if-none-match") != tag
        handler.send_response(answer.status if fresh else 304)
        for name, value in {"Content-Type": answer.kind, "ETag": tag, **answer.headers}.items():
            handler.send_header(name, value)
        body = answer.body if fresh and answer.status != 204 else b""
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if answer.drip:
            for at in range(len(body)):
                handler.wfile.write(body[at : at + 1])
                handler.wfile.flush()
                time.sleep(answer.drip)
        else:
            handler.wfile.write(body[: answer.cut])
        handler.close_connection = answer.cut is not None


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of one's own on the loopback interface."""
    found = Server()
    yield found
    found.close()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's data directory, and no key of anybody's."""
    proxies = [name for stem in ("http_proxy", "https_proxy", "all_proxy") for name in (stem, stem.upper())]
    for name in ("MNNA_CENSUS_KEY", "MNNA_UCDP_TOKEN", *proxies):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def quick() -> Limits:
    """Limits that make a test of patience short."""
    return QUICK


@pytest.fixture
def answer() -> type[Answer]:
    """The class of answers, which a test cannot import."""
    return Answer


@pytest.fixture(scope="session")
def shapes() -> ModuleType:
    """The module that makes the producers' documented answers."""
    spec = importlib.util.spec_from_file_location("refresh_shapes", Path(__file__).with_name("shapes.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
