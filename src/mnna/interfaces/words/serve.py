"""`serve`: the product in a browser on this machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mnna.errors import BadQuestion, extra
from mnna.interfaces.cli.build import options
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, Param

if TYPE_CHECKING:
    from uvicorn import Config

LOOPBACK = ("127.0.0.1", "localhost", "::1")


HOST, PORT = "127.0.0.1", 8000


def _command() -> click.Command:
    return click.Command("serve", params=options(ENDPOINT, as_json=False), help=ENDPOINT.help, callback=_run)


def _run(host: str | None, port: int | None, opens: bool, facts: Path | None) -> None:
    host, port = host or HOST, PORT if port is None else port
    listening = bound(host, port)
    config = configured(facts, host)
    address = f"http://{'[::1]' if ':' in host else host}:{listening.getsockname()[1]}/"
    click.echo(f"mnna is at {address} (Ctrl-C stops it)", err=True)
    if host not in LOOPBACK:
        click.echo("mnna: anyone who can reach this address can ask it and upload files to it.", err=True)
    if opens:
        click.launch(address)
    from uvicorn import Server

    Server(config).run(sockets=[listening])


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there, so that whoever is told of it can ask at once and waits for the answer.

    Raises `BadQuestion` for an address that is not ours or a port that is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
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


def configured(facts: Path | None, host: str) -> Config:
    """How the server runs; raises `CannotAnswer` where the packages it needs are missing, `BadFacts` for bad facts."""
    with extra("web", "mnna serve"):
        from uvicorn import Config

        from mnna.interfaces.http.app import create_app
    hosts = frozenset(LOOPBACK) if host in LOOPBACK else None
    return Config(
        create_app(facts, hosts),
        log_level="warning",
        access_log=False,
        ws="none",
        server_header=False,
        timeout_keep_alive=15,
        limit_concurrency=256,
        timeout_graceful_shutdown=3,
    )


ENDPOINT = Endpoint(
    word="serve",
    group="Data and service",
    order=3,
    says="everything in a browser on this machine",
    help="Serve every command as web pages and as JSON, on this machine only unless --host says otherwise.",
    params=(
        Param("host", f"The address to answer on; default {HOST}.", doors=("cli",)),
        Param(
            "port",
            f"The port to answer on, 0 for any free one; default {PORT}.",
            {"type": "integer", "minimum": 0, "maximum": 65535},
            kind="integer",
            doors=("cli",),
        ),
        Param("opens", "Open the browser too.", kind="flag", flags=("--open/--no-open",), doors=("cli",)),
        FACTS,
    ),
    command=_command,
)
