"""Standard input, with its name in answers and errors, and the refusal of devices."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from mnna.errors import BadQuestion, CannotAnswer

STDIN = "standard input"


def standard_input() -> BinaryIO:
    """Return standard input as bytes; raises `CannotAnswer` where it is closed."""
    if sys.stdin is None:
        raise CannotAnswer(STDIN, "it is closed", (), "Give a file.")
    return sys.stdin.buffer


def refuse_device(file: Path) -> None:
    """Raise `BadQuestion` for a device such as /dev/zero, which might never end."""
    if file.is_char_device() or file.is_block_device():
        raise BadQuestion(f"the file {file}", "it is a device and no file", (), "Give a file.")
