"""Writing a file in one step: whenever the program is killed, there is the old file or the whole new one.

And standard input, with its name in answers and errors, and the refusal of devices.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from mnna.errors import BadQuestion, CannotAnswer

PART = ".part"
A_DAY = 86_400


def check(path: Path, endings: Iterable[str]) -> None:
    """Raise `BadQuestion`, before long work, for what is no file, for another ending, or for a folder that is missing.

    A pipe or device is refused because `put` would replace it.
    """
    asked = f"the file {path}"
    if path.is_dir():
        raise BadQuestion(asked, "it is a folder", (), "Name a file in it.")
    if path.exists() and not path.is_file():
        raise BadQuestion(asked, "it is a pipe or a device", (), "Name a file.")
    if path.suffix.lower() not in (known := tuple(endings)):
        raise BadQuestion(asked, "its ending is no known file format", known, "Use one of these.")
    if not path.absolute().parent.is_dir():
        raise BadQuestion(asked, f"there is no folder {path.parent}", (), "Make it first.")


def save(path: Path, content: bytes) -> None:
    """Write a file that the user named; raises `CannotAnswer` where it cannot be written."""
    try:
        put(path, content)
    except OSError as error:
        wrong = f"it cannot be written ({error.strerror or error})"
        raise CannotAnswer(f"the file {path}", wrong, (), "Choose another place.") from None


def keep(path: Path, content: bytes, asked: str) -> None:
    """Write a file of the user's data directory, so that it outlasts a power failure; its folder is made if needed.

    Raises `CannotAnswer` about what was `asked` where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        put(path, content, lasting=True)
    except OSError as error:
        wrong = f"{path.parent} cannot be written ({error.strerror or error})"
        raise CannotAnswer(asked, wrong, (), "Set MNNA_DATA to a directory you may write to.") from None


def put(path: Path, content: bytes, lasting: bool = False) -> None:
    """Write a temporary file beside `path` and rename it to `path`; `lasting` also flushes both steps to disk."""
    beside = path.with_name(f".{path.name}.{token_hex(4)}{PART}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    if lasting and os.name == "posix":  # other systems cannot open a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _sweep(path: Path) -> None:
    """Remove temporary files of `path` that are more than a day old, which killed processes left."""
    for part in path.parent.glob(f".{path.name}.*{PART}"):
        with suppress(FileNotFoundError):  # another process has just renamed its temporary file
            if time.time() - part.stat().st_mtime > A_DAY:
                part.unlink()


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
