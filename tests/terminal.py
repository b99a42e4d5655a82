"""Running the command line inside the test's own process: what it printed, what it said on the side, how it ended."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from mnna.interfaces.cli.main import main


@dataclass(frozen=True)
class Ran:
    """The exit code, standard output and standard error of one command."""

    code: int
    out: str
    err: str


def run(*words: str) -> Ran:
    """`mnna` with those words, on a terminal a hundred columns wide."""
    out, err, code = _stream(), _stream(), 0
    wide = patch.dict("os.environ", {"COLUMNS": "100", "MNNA_DEBUG": ""})
    with wide, patch.object(sys, "argv", ["mnna", *words]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
    return Ran(code, _text(out), _text(err))


def document(*words: str) -> dict[str, Any]:
    """The JSON document of a command that succeeds, asserting that it is one and all there is."""
    ran = run(*words, "--json")
    assert (ran.code, ran.err) == (0, ""), ran
    found: dict[str, Any] = json.loads(ran.out)
    return found


def said(*words: str) -> str:
    """The text of a command that succeeds, folded onto one line."""
    ran = run(*words)
    assert (ran.code, ran.err) == (0, ""), ran
    assert max(map(len, ran.out.splitlines())) <= 100
    return " ".join(ran.out.split())


def refused(*words: str, code: int = 2) -> str:
    """The message of a command that fails as it should, with nothing on standard output."""
    ran = run(*words)
    assert (ran.code, ran.out) == (code, ""), ran
    return " ".join(ran.err.split())


def _stream() -> io.TextIOWrapper:
    """What a program finds in the place of a terminal: text over bytes."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode("utf-8")
