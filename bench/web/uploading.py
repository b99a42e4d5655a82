"""Send files of cases to be screened, one after the other, in the background of another measurement."""

from __future__ import annotations

import http.client
import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, sleep

CODES = ("COL", "KEN", "MEX", "JPN", "DEU", "IND", "TWN", "Atlantis")


def cases(rows: int) -> bytes:
    """Return a CSV file of `rows` cases, always the same; about one row in eight has an unknown country."""
    chance = random.Random(517)
    lines = ["recipient,channel,mde_usd,total_usd,construction_usd,on"]
    for _ in range(rows):
        total = chance.randrange(10**5, 2 * 10**8)
        day = f"{chance.randrange(1980, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        lines.append(f"{chance.choice(CODES)},{chance.choice(('fms', 'dcs'))},{total // 2},{total},,{day}")
    return ("\n".join(lines) + "\n").encode()


@dataclass(slots=True)
class Uploads:
    """The seconds from sending each file until its answers were ready."""

    seconds: list[float] = field(default_factory=list)


@contextmanager
def uploading(port: int, content: bytes) -> Iterator[Uploads]:
    """Screen files without a pause in the context; on exit wait for the last one."""
    found, stop = Uploads(), threading.Event()
    thread = threading.Thread(target=_again, args=(port, content, found, stop))
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join()


def _again(port: int, content: bytes, found: Uploads, stop: threading.Event) -> None:
    while not stop.is_set():
        began = perf_counter()
        place = _sent(port, content)
        while (said := _asked(port, "GET", f"{place}.json"))[0] == 202:
            sleep(0.2)
        assert said[0] == 200 and json.loads(said[1])["rows"] == content.count(b"\n") - 1, said
        found.seconds.append(perf_counter() - began)
        _asked(port, "POST", f"{place}/remove")


def _sent(port: int, content: bytes) -> str:
    """Send a file and return the address of its screening; retry while the server answers 503."""
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="cases.csv"\r\n\r\n'
    body = head + content + b"\r\n--b--\r\n"
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port)
        line.request("POST", "/screen", body, {"Content-Type": "multipart/form-data; boundary=b"})
        answer = line.getresponse()
        answer.read()
        if answer.status != 503:
            break
        sleep(1)
    assert answer.status == 303, answer.status
    return answer.headers["location"]


def _asked(port: int, method: str, address: str) -> tuple[int, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request(method, address)
    answer = line.getresponse()
    return answer.status, answer.read()
