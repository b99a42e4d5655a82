"""The partition of all questions of law by what a change does to them, and the pairs of findings that differ.

Every interface prints these numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from mnna.engine.finding import Finding
from mnna.engine.record import FIRST, Record, passed_on
from mnna.quick import quick_dataclass

GROUPS = {
    "gain": "Would gain",
    "lose": "Would lose",
    "open": "Would depend on a fact not known here",
    "terms": "Same answer with other terms or steps",
    "same": "Would not change",
}
"""The groups with their headings, in the order of every listing."""
_WORSE = {"grant": "no", "bar": "yes"}
_BETTER = {"grant": "yes", "bar": "no"}


@quick_dataclass(frozen=True, repr=False)
class Partition(Record):
    """The ids of the questions in each group, in the order of the listing; every question is in one group.

    `gain`: the law then gives what it did not, or a bar ends. `lose`: the reverse. `open`: an answer that was known is
    unknown, or one that was unknown turns against the country. `terms`: the same answer with other terms or steps.
    """

    gain: tuple[str, ...] = ()
    lose: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    same: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many questions there are."""
        return sum(len(ids) for _, ids in self.groups())

    def groups(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Return each group with its ids, in the order of every listing."""
        return ((name, getattr(self, name)) for name in GROUPS)

    def group(self, id_: str) -> str:
        """Return the group of one question; raises `StopIteration` for an id that is in none."""
        return next(name for name, ids in self.groups() if id_ in ids)


def partition(before: Iterable[Finding], after: Iterable[Finding]) -> Partition:
    """Return the partition of questions by their findings before and after a change; both list the same questions."""
    found: dict[str, list[str]] = {name: [] for name in GROUPS}
    for one, other in zip(before, after, strict=True):
        found[_group(one, other)].append(one.id)
    return Partition(**{name: tuple(ids) for name, ids in found.items()})


def _group(before: Finding, after: Finding) -> str:
    one, other, kind = before.verdict, after.verdict, before.bears
    if one == other:
        return "same" if (dict(before.terms), before.steps) == (dict(after.terms), after.steps) else "terms"
    if other == _BETTER[kind]:
        return "gain"
    return "lose" if (one, other) == (_BETTER[kind], _WORSE[kind]) else "open"


@quick_dataclass(frozen=True, repr=False)
class Change(Record):
    """One finding before and after the assumption."""

    before: Finding
    after: Finding

    id: ClassVar[str] = passed_on("before.id", "The authority's id.", after=FIRST)


def changes(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """Return the pairs that differ between two lists of the same questions, and the findings that do not."""
    pairs = [Change(b, a) for b, a in zip(before, after, strict=True)]
    differ = tuple(pair for pair in pairs if _differs(pair))
    return differ, tuple(pair.after for pair in pairs if not _differs(pair))


def _differs(pair: Change) -> bool:
    """Return whether verdict, terms, steps or routes differ; the wording of the reason does not count."""
    b, a = pair.before, pair.after
    return (b.verdict, dict(b.terms), b.steps, b.routes) != (a.verdict, dict(a.terms), a.steps, a.routes)


def ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The ids of findings, which stand in JSON where they are too many to be shown."""
    return tuple(finding.id for finding in findings)


def gain_and_loss(found: Partition, gained: str = "", lost: str = "") -> str:
    """Return a text that follows "would": `get a better answer on 6 of 40 legal questions and a worse answer on none`.

    What there is comes first: `get a worse answer on 8 of 53 legal questions and a better answer on none`. `gained` and
    `lost` name the questions, each in parentheses after its count.
    """
    better, worse = ("better", found.gain, gained), ("worse", found.lose, lost)
    (how, ids, names), (other, rest, others) = (worse, better) if found.lose and not found.gain else (better, worse)
    first = f"a {how} answer on {_many(ids)} of {found.total} legal questions{_in_brackets(names)}"
    return f"get {first} and a {other} answer on {_many(rest)}{_in_brackets(others)}"


def counted(found: Partition, gained: str = "", lost: str = "") -> str:
    """Return every count as a text that follows "would": what gets better or worse, what is open, what stays."""
    rest = (
        f"{_many(found.open)} would depend on a fact not known here, "
        f"{_many(found.terms)} would keep the answer with other terms or steps"
    )
    return f"{gain_and_loss(found, gained, lost)}. Of the rest, {rest}, and {_many(found.same)} would stay the same"


def _in_brackets(names: str) -> str:
    return f" ({names})" if names else ""


def _many(ids: tuple[str, ...]) -> str:
    return str(len(ids)) if ids else "none"
