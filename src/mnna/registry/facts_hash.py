"""The content hash of facts, quoted in every answer: equal hashes mean the same registry was asked.

To read and hash every table takes a tenth of a short answer's time, so the hash of our own tables is kept in
`facts_hash.txt`, which `./run golden` writes and a test holds true. It counts only for tables as they were then.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from io import FileIO

from mnna.quick import Path

KEPT = Path(__file__).with_name("facts_hash.txt")
UNPACKED = 60
"""Seconds in which the files of a release are written, so that a table may be younger than the hash beside it."""


def facts_hash(folders: Iterable[Path]) -> str:
    """Sixteen hexadecimal digits over the names and bytes of every CSV table in the folders."""
    try:  # `hashlib` loads OpenSSL first, which takes as long as reading every table
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    digest = blake2b(digest_size=8)
    for folder in folders:
        for table in sorted(_tables(folder), key=lambda table: table[0].split("/")):
            with FileIO(table[1].path) as file:  # to make a path for each takes as long as to read it
                digest.update(table[0].encode() + b"\0" + file.readall() + b"\0")
    return digest.hexdigest()


def kept_hash(folder: Path, kept: Path = KEPT) -> str:
    """The same of one folder: as it is kept, or worked out anew where a table was changed since."""
    digits, size = kept.read_text(encoding="utf-8").split()
    found = [table.stat() for _, table in _tables(folder)]
    as_kept = sum(each.st_size for each in found) == int(size)
    latest = kept.stat().st_mtime + UNPACKED
    return digits if as_kept and all(each.st_mtime <= latest for each in found) else facts_hash((folder,))


def to_keep(folder: Path) -> str:
    """The line of `facts_hash.txt`: the hash and the bytes of all tables."""
    return f"{facts_hash((folder,))} {sum(table.stat().st_size for _, table in _tables(folder))}\n"


def _tables(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All tables below a folder by name; every answer asks for them, and `rglob` takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _tables(Path(entry.path), f"{below}{entry.name}/")
            elif entry.name.endswith(".csv"):
                yield below + entry.name, entry
