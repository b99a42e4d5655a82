"""The content hash of the tables of facts, quoted in every answer: equal hashes mean equal tables.

Reading and hashing every table takes a tenth of a short answer's time. So the hash of the package's own tables is
stored in `facts_hash.txt`, which `./run golden` writes and a test checks. It is used only if the tables are unchanged.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from io import FileIO

from mnna.quick import Path

KEPT = Path(__file__).with_name("facts_hash.txt")
UNPACKED = 60
"""Seconds within which the files of a release are written, so a table may be that much newer than the stored hash."""


def facts_hash(folders: Iterable[Path]) -> str:
    """Return sixteen hexadecimal digits over the names and bytes of every CSV table in the folders."""
    try:  # `hashlib` loads OpenSSL, which takes as long as reading every table
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    digest = blake2b(digest_size=8)
    for folder in folders:
        for table in sorted(_tables(folder), key=lambda table: table[0].split("/")):
            with FileIO(table[1].path) as file:  # making a path takes as long as reading the file
                digest.update(table[0].encode() + b"\0" + file.readall() + b"\0")
    return digest.hexdigest()


def kept_hash(folder: Path, kept: Path = KEPT) -> str:
    """Return the hash of one folder: the stored one, or computed anew if a table has changed since."""
    digits, size = kept.read_text(encoding="utf-8").split()
    found = [table.stat() for _, table in _tables(folder)]
    as_kept = sum(each.st_size for each in found) == int(size)
    latest = kept.stat().st_mtime + UNPACKED
    return digits if as_kept and all(each.st_mtime <= latest for each in found) else facts_hash((folder,))


def to_keep(folder: Path) -> str:
    """Return the line of `facts_hash.txt`: the hash, and the total bytes of the tables."""
    return f"{facts_hash((folder,))} {sum(table.stat().st_size for _, table in _tables(folder))}\n"


def _tables(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the name and entry of every table below a folder; `rglob` takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _tables(Path(entry.path), f"{below}{entry.name}/")
            elif entry.name.endswith(".csv"):
                yield below + entry.name, entry
