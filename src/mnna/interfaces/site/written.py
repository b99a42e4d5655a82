"""Files written to a folder only where they differ, each in one step, with a manifest of the whole site."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from mnna.errors import BadQuestion

MANIFEST = "manifest.json"
"""Every file of the site with its hash, for comparison by a later build or by a copy to another place."""
KEPT = "v/"
"""The folders of earlier stamps are kept, so that an address with a stamp stays valid."""
_SUM = re.compile("[0-9a-f]{64}")
Sums = dict[str, tuple[str, int]]
"""Path to content hash and size."""


class Folder:
    """The folder that a site is written to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def check(self) -> None:
        """Raise `BadQuestion` where the folder is a file, or has files that are not a site of ours."""
        if not self.root.exists():
            return
        wrong = "it is a file" if not self.root.is_dir() else ""
        if not wrong and any(self.root.iterdir()) and not self._earlier():
            wrong = "it has files that are no site of mnna"
        if wrong:
            raise BadQuestion(f"the folder {self.root}", wrong, (), "Name an empty or a new folder.")

    def put(self, path: str, content: bytes, sums: Sums) -> int:
        """Write a file unless it has that content already, and add it to `sums`; return 1 if it was written, else 0."""
        if path in sums:
            raise ValueError(f"two answers would be the file {path}")
        sums[path] = (sha256(content).hexdigest(), len(content))
        return self._write(self.root / PurePosixPath(path), content)

    def _write(self, file: Path, content: bytes) -> int:
        if file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content:
            return 0
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.part")
        beside.write_bytes(content)
        beside.replace(file)
        return 1

    def keep_only(self, sums: Sums) -> int:
        """Remove files of an earlier build that are not in `sums`, and write the manifest.

        Return how many were removed.
        """
        gone = [path for path in self._earlier() if path not in sums and not path.startswith(KEPT)]
        for path in gone:
            with suppress(FileNotFoundError):
                (self.root / path).unlink()
        listed = {path: digest for path, (digest, _) in sorted(sums.items())}
        self._write(self.root / MANIFEST, json.dumps(listed, indent=0).encode())
        return len(gone)

    def _earlier(self) -> list[str]:
        """Return the files of an earlier build; none where `manifest.json` is another program's, as of a web app."""
        try:
            found = json.loads((self.root / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        if not isinstance(found, dict) or not all(isinstance(s, str) and _SUM.fullmatch(s) for s in found.values()):
            return []
        return [path for path in found if ".." not in PurePosixPath(path).parts and not path.startswith("/")]
