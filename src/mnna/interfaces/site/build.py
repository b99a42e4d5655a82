"""The build of a site: several processes answer questions, in rounds, until every linked page exists.

Files are written only where they differ, each in one step, with a manifest of the whole site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mnna.errors import BadQuestion
from mnna.files import put
from mnna.interfaces.http.declared import Key, Question
from mnna.interfaces.search import entries
from mnna.interfaces.site import stamp
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.answer_files import Answering, again
from mnna.interfaces.site.plan import Scope, planned
from mnna.interfaces.site.whole import whole_files
from mnna.with_parent import end_with_parent

BATCH = 6
"""Questions that a process takes at a time."""
ROUND = 216
"""Questions after which the processes are replaced: the PDF library keeps some 50 MB for each long document."""
Said = Callable[[int, int], None]


class Built(NamedTuple):
    """The result of a build: files in the site, files written and removed, and total bytes."""

    files: int
    written: int
    removed: int
    size: int


class Made(NamedTuple):
    """The result of a batch: the hashes of its files, how many were written, and the questions their pages link to."""

    sums: Sums
    written: int
    answered: int
    found: list[Key]


def build(folder: Path, scope: Scope, base: str = "", workers: int = 2, said: Said = lambda done, all_: None) -> Built:
    """Write the site into a folder; unchanged files are left alone, and files of an earlier build are removed.

    Raises `BadQuestion` where the folder has files of something else.
    """
    target, scope = Folder(folder), replace(scope, base=base)
    target.check()
    stamp.use(scope.facts)
    known = planned(scope) | _search_results(scope)
    sums, written = _answers(known, _answering(folder, scope, workers), said)
    for path, content in whole_files(scope, list(known.values()), base):
        written += target.put(path, content, sums)
    removed = target.keep_only(sums)
    return Built(len(sums), written, removed, sum(size for _, size in sums.values()))


Work = Callable[[Iterable[list[Key]]], Iterable["Made"]]


def _answering(folder: Path, scope: Scope, workers: int) -> Work:
    """Return the function that answers batches of questions, in this process or in several."""
    _begin(folder, scope)  # a forked process has all of it already
    if workers == 1:
        return lambda batches: map(_work, batches)

    def work(batches: Iterable[list[Key]]) -> Iterator[Made]:
        with ProcessPoolExecutor(workers, initializer=_begin_as_copy, initargs=(folder, scope)) as pool:
            yield from (one.result() for one in as_completed([pool.submit(_work, each) for each in batches]))

    return work


def _answers(known: dict[Key, Question], work: Work, said: Said) -> tuple[Sums, int]:
    """Answer the questions in `known`, then those that their pages link to, until there are no more.

    The questions found are added to `known`. Returns the hashes of the files and how many were written.
    """
    sums: Sums = {}
    waiting, written, answered = list(known.values()), 0, 0
    while waiting:
        found: dict[Key, Question] = {}
        for made in (made for part in _rounds(waiting) for made in work(_batches(part))):
            sums |= made.sums
            written += made.written
            answered += made.answered
            found |= {name: again(name) for name in made.found if name not in known}
            said(answered, len(known) + len(found))
        known |= found
        waiting = list(found.values())
    return sums, written


def _search_results(scope: Scope) -> dict[Key, Question]:
    """Return the questions that search results lead to."""
    places = Places(scope, planned(scope))
    asked = (target.asked for one in entries() if (target := places.target(one.address)) and target.asked)
    return {one.key: one for one in asked}


def _rounds(waiting: list[Question]) -> Iterator[list[Question]]:
    """Yield parts of about one size, each with some questions of every page, to spread long documents evenly."""
    number = max(1, round(len(waiting) / ROUND))
    return (waiting[at::number] for at in range(number))


def _batches(waiting: list[Question]) -> Iterator[list[Key]]:
    """Yield the slow questions first, one at a time, so that no process waits for the other at the end."""
    yield from ([one.key] for one in waiting if one.page.endpoint.slow)
    quick = [one.key for one in waiting if not one.page.endpoint.slow]
    yield from (quick[at : at + BATCH] for at in range(0, len(quick), BATCH))


# The state of a worker process, set when it starts.
_WORKER: list[tuple[Folder, Answering]] = []


def _begin(folder: Path, scope: Scope) -> None:
    stamp.use(scope.facts)
    _WORKER[:] = [(Folder(folder), Answering(Places(scope, planned(scope))))]


def _begin_as_copy(folder: Path, scope: Scope) -> None:
    end_with_parent()
    if not _WORKER:
        _begin(folder, scope)


def _work(keys: list[Key]) -> Made:
    folder, answering = _WORKER[0]
    sums: Sums = {}
    written = 0
    answering.found.clear()
    for name in keys:
        for path, content in answering.files(again(name)).items():
            written += folder.put(path, content, sums)
    return Made(sums, written, len(keys), [one.key for one in answering.found])


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
        put(file, content)
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
