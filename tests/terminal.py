"""Running the command line inside the test's own process: what it printed, what it said on the side, how it ended."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from mnna.cli import main


@dataclass(frozen=True)
class Ran:
    """The exit code, standard output and standard error of one command."""

    code: int
    out: str
    err: str


def run(*words: str) -> Ran:
    """`mnna` with those words, on a terminal a hundred columns wide."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    wide = patch.dict("os.environ", {"COLUMNS": "100", "MNNA_DEBUG": ""})
    with wide, patch.object(sys, "argv", ["mnna", *words]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
    return Ran(code, out.getvalue(), err.getvalue())


def document(*words: str) -> dict[str, Any]:
    """The JSON document of a command that succeeds, asserting that it is one and all there is."""
    ran = run(*words, "--json")
    assert (ran.code, ran.err) == (0, ""), ran
    found: dict[str, Any] = json.loads(ran.out)
    return found
