"""Standard input: its name in answers and errors, and its bytes."""

from __future__ import annotations

import sys
from typing import BinaryIO

from mnna.errors import CannotAnswer

STDIN = "standard input"


def standard_input() -> BinaryIO:
    """Return standard input as bytes; raises `CannotAnswer` where it is closed."""
    if sys.stdin is None:
        raise CannotAnswer(STDIN, "it is closed", (), "Give a file.")
    return sys.stdin.buffer
