"""`serve` and `mcp`, which start a server: what they take and refuse; what they serve is asked elsewhere."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.words.serve import LOOPBACK, bound, settings
from tests.terminal import refused, run


def test_a_port_that_is_taken_is_refused_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = refused("serve", "--port", str(taken.getsockname()[1]))
    assert "it cannot listen there" in told and "try --port 0" in told


def test_a_socket_listens_before_the_address_is_told() -> None:
    with bound("127.0.0.1", 0) as listening:
        socket.create_connection(listening.getsockname(), timeout=5).close()
        assert listening.proto == socket.IPPROTO_TCP, "or each answer waits 40 ms for Nagle's delay"
    with pytest.raises(BadQuestion, match="cannot listen"):
        bound("203.0.113.1", 0)


def test_it_answers_to_this_machine_only_unless_asked_otherwise(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    found = settings(None, "127.0.0.1")
    assert found.config(found.app()).limit_concurrency == 512 and found.hosts == LOOPBACK
    wrong = refused("serve", "--port", "0", "--facts", str(tmp_path / "none"))
    assert str(tmp_path / "none") in wrong


@pytest.mark.parametrize("proxy", ["foo", "10.0.0.300", "10.0.0.1,foo", "", "http://10.0.0.1"])
def test_a_proxy_that_is_no_address_is_refused(proxy: str) -> None:
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    with pytest.raises(BadQuestion, match="no IP address or network"):
        settings(None, "127.0.0.1", proxy=proxy)
    for good in ("*", "127.0.0.1", "10.0.0.0/8, ::1"):
        assert settings(None, "127.0.0.1", proxy=good).proxy == good


def test_the_help_says_the_defaults() -> None:
    told = " ".join(run("serve", "--help").out.split())
    assert "default 127.0.0.1" in told and "default 8000" in told and "--open / --no-open" in told
    assert "--json" not in told and "--json" not in run("mcp", "--help").out
    assert run("serve", "--port", "65536").code == 2
