"""Suspensions: bars on record that stop what the law would otherwise give, since when, and under which law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mnna.briefs.gather import Contrast
from mnna.engine.finding import Finding
from mnna.present.days import prose
from mnna.present.document import Items
from mnna.present.numbers import listed
from mnna.sentences import capital, inside
from mnna.statutes.listing import subject

_WORDS = re.compile(r"(?:^No\.|\.) (Suspended[^:]* under [^:]+):")
"""The words in the reason of a finding for each bar, in the order of its `suspended_by`."""


class Suspension(NamedTuple):
    """A bar on record: its id, and words such as "Suspended since 3 July 2024 under 22 USC 2378d"."""

    bar: str
    words: str


def suspensions(finding: Finding) -> tuple[Suspension, ...]:
    """Return the bars on record that stop a finding; empty where none does."""
    if not finding.suspended_by:
        return ()
    said = _WORDS.findall(finding.because)
    return tuple(Suspension(bar, prose(words)) for bar, words in zip(finding.suspended_by, said, strict=True))


def named(found: Iterable[Suspension]) -> str:
    """Return the bars in words: "military coup (suspended since 3 July 2024 under 22 USC 2378d)"."""
    return listed([f"{subject(one.bar)} ({inside(one.words)})" for one in found])


def on_record(contrast: Contrast) -> Items | None:
    """Return a list of each bar on record with what it stops for the country; None without a bar."""
    stopped: dict[str, dict[str, list[str]]] = {}
    for authority, one in _all(contrast):
        stopped.setdefault(one.bar, {}).setdefault(one.words, []).append(subject(authority))
    lines = [
        f"{capital(subject(bar))}. {' '.join(f'{words}: {listed(given)}.' for words, given in by_words.items())}"
        for bar, by_words in stopped.items()
    ]
    return Items(tuple(lines), "small", "Bars on record, and what each of them stops") if lines else None


def _all(contrast: Contrast) -> Iterator[tuple[str, Suspension]]:
    for pair in contrast.grants:
        for one in dict.fromkeys((*suspensions(pair.without), *suspensions(pair.having))):
            yield pair.id, one
