"""Building a site: questions answered by several processes, in rounds until no page links to one that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mnna.interfaces.http.page_spec import Key, Question
from mnna.interfaces.search import entries
from mnna.interfaces.site import stamp
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.answer_files import Answering, again
from mnna.interfaces.site.plan import Scope, planned
from mnna.interfaces.site.whole import whole_files
from mnna.interfaces.site.written import Folder, Sums
from mnna.with_parent import end_with_parent

BATCH = 6
"""Questions a process takes at a time."""
ROUND = 216
"""Questions after which the processes are replaced: the library for PDF keeps some 50 MB of each long document."""
Said = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    files: int
    written: int
    removed: int
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """What a process made of a batch: the sums of its files, how many were new, and what their pages link to."""

    sums: Sums
    written: int
    answered: int
    found: list[Key]


def build(folder: Path, scope: Scope, base: str = "", workers: int = 2, said: Said = lambda done, all_: None) -> Built:
    """Write the site into a folder; what is there already and the same is left alone, what no longer belongs goes.

    Raises `CannotAnswer` where the folder has files of something else.
    """
    target, scope = Folder(folder), replace(scope, base=base)
    target.check()
    stamp.use(scope.facts)
    known = planned(scope) | _findable(scope)
    with _desk(folder, scope, workers) as work:
        sums, written = _answers(known, work, said)
    for path, content in whole_files(scope, list(known.values()), base):
        written += target.put(path, content, sums)
    removed = target.keep_only(sums)
    return Built(len(sums), written, removed, sum(size for _, size in sums.values()))


Work = Callable[[Iterable[list[Key]]], Iterable["Made"]]


@contextmanager
def _desk(folder: Path, scope: Scope, workers: int) -> Iterator[Work]:
    """What answers batches of questions: this process alone, or several."""
    _begin(folder, scope)  # a process that begins as a copy of this one has all of it already
    if workers == 1:
        yield lambda batches: map(_work, batches)
        return

    def work(batches: Iterable[list[Key]]) -> Iterator[Made]:
        with ProcessPoolExecutor(workers, initializer=_begin_as_copy, initargs=(folder, scope)) as pool:
            yield from (one.result() for one in as_completed([pool.submit(_work, each) for each in batches]))

    yield work


def _answers(known: dict[Key, Question], work: Work, said: Said) -> tuple[Sums, int]:
    """Answer the known questions, then those their pages link to, until there are no more; these become known too."""
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


def _findable(scope: Scope) -> dict[Key, Question]:
    """What the search leads to."""
    places = Places(scope, planned(scope))
    asked = (target.asked for one in entries() if (target := places.target(one.address)) and target.asked)
    return {one.key: one for one in asked}


def _rounds(waiting: list[Question]) -> Iterator[list[Question]]:
    """Parts of about one size, each with some questions of every page, so that long documents are spread evenly."""
    number = max(1, round(len(waiting) / ROUND))
    return (waiting[at::number] for at in range(number))


def _batches(waiting: list[Question]) -> Iterator[list[Key]]:
    """The slow questions one at a time and first, so that no process waits for the other at the end."""
    slow = [one for one in waiting if one.page.endpoint.slow]
    quick = [one for one in waiting if not one.page.endpoint.slow]
    yield from ([one.key] for one in slow)
    for at in range(0, len(quick), BATCH):
        yield [one.key for one in quick[at : at + BATCH]]


# What a process has from its start on.
_DESK: list[tuple[Folder, Answering]] = []


def _begin(folder: Path, scope: Scope) -> None:
    stamp.use(scope.facts)
    _DESK[:] = [(Folder(folder), Answering(Places(scope, planned(scope))))]


def _begin_as_copy(folder: Path, scope: Scope) -> None:
    end_with_parent()
    if not _DESK:
        _begin(folder, scope)


def _work(keys: list[Key]) -> Made:
    folder, answering = _DESK[0]
    sums: Sums = {}
    written = 0
    answering.found.clear()
    for name in keys:
        for path, content in answering.files(again(name)).items():
            written += folder.put(path, content, sums)
    return Made(sums, written, len(keys), [one.key for one in answering.found])
