"""`serve`: the pages in a browser on this machine."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mnna.errors import BadQuestion, extra
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import params_of

if TYPE_CHECKING:
    from mnna.interfaces.http.serving import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOST, PORT = "127.0.0.1", 8000
RATE = 600
"""Requests a minute from one address, where the server has a public name."""
NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


def _run(
    facts: Path | None, host: str | None, port: int | None, opens: bool, workers: int | None, **given: Any
) -> None:
    host, port = host or HOST, PORT if port is None else port
    with extra("web", "mnna serve"):
        from mnna.interfaces.http.serving import server
    listening = bound(host, port)
    found = settings(facts, host, given["public_name"], given["proxy"], given["rate"], given["access_log"], workers)
    answering = server(found, several=workers is not None)
    address = f"http://{'[::1]' if ':' in host else host}:{listening.getsockname()[1]}/"
    click.echo(f"mnna is at {address} (Ctrl-C stops it)", err=True)
    if host not in LOOPBACK:
        click.echo("mnna: anyone who can reach this address can ask it and upload files to it.", err=True)
    if opens:
        click.launch(address)
    answering(listening)


def settings(
    facts: Path | None,
    host: str,
    names: tuple[str, ...] = (),
    proxy: str | None = None,
    rate: int | None = None,
    log: str | None = None,
    workers: int | None = None,
) -> Settings:
    """Return the settings; raises `BadQuestion` for an invalid name, `CannotAnswer` where packages are missing."""
    with extra("web", "mnna serve"):
        from mnna.interfaces.http.serving import Settings
    for name in names:
        if not NAME.fullmatch(name):
            raise BadQuestion(f"--public-name {name!r}", "it is no host name", (), "Give one such as mnna.example.org.")
    if proxy is not None and not all(map(_trusted, proxy.split(","))):
        do = "Give one such as 127.0.0.1 or 10.0.0.0/8."
        raise BadQuestion(f"--proxy {proxy}", "it is no IP address or network", (), do)
    known = (*LOOPBACK, *(name.lower() for name in names)) if names or host in LOOPBACK else None
    if names:
        proxy, rate = proxy or HOST, RATE if rate is None else rate
    return Settings(str(facts) if facts else None, known, proxy, rate, log, workers or 1)


def _trusted(proxy: str) -> bool:
    """Return whether uvicorn can compare this with an address; it would take any other text for a name of a socket."""
    from ipaddress import ip_network  # few servers stand behind a proxy

    try:
        return proxy.strip() == "*" or bool(ip_network(proxy.strip(), strict=False))
    except ValueError:
        return False


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address.

    Raises `BadQuestion` for an address of another machine or a port in use.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # else asyncio leaves Nagle's delay on
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
    try:
        found.bind((host, port))
        found.listen(2048)
    except (OSError, OverflowError) as error:
        found.close()
        why = getattr(error, "strerror", None) or str(error)
        raise BadQuestion(
            f"--host {host} --port {port}",
            f"it cannot listen there: {why}",
            (),
            "Another program may hold the port: try --port 0, which takes any free one.",
        ) from None
    return found


ENDPOINT = Endpoint(
    word="serve",
    group="Data and service",
    order=3,
    says="everything in a browser on this machine",
    help="Serve every command as web pages and as JSON, on this machine only unless --host says otherwise.",
    params=params_of("serve"),
    run=_run,
)
