"""The JSON of a search of the law in parts, each written once a day and reused in other answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from mnna.answers.law import LawAnswer, law
from mnna.engine.record import CODES
from mnna.interfaces.http.kept import Fixed
from mnna.interfaces.http.outputs import as_json
from mnna.registry.codes import named, of_named
from mnna.registry.readings import default_day


class Part(NamedTuple):
    """The JSON of an entry or text, after a comma and as the first of its list; and the countries it names."""

    later: bytes
    first: bytes
    countries: frozenset[str]


def in_parts(answer: LawAnswer) -> tuple[bytes, ...]:
    """Return the JSON of a list of the law as parts, to be sent one after the other."""
    if not answer.found:  # the list of texts comes first then
        return (as_json(answer.to_dict()),)
    kept = _parts(default_day())
    entries = [kept["entries", one.law.id] for one in answer.found]
    texts = [kept["texts", one.text.id] for one in answer.beside]
    codes = of_named(frozenset().union(*(part.countries for part in (*entries, *texts))))
    frame = as_json(replace(answer, found=(), beside=()).to_dict() | ({CODES: codes} if codes else {}))
    made: list[bytes] = []
    for name, parts in ((b'\n  "entries": [', entries), (b'\n  "texts": [', texts)):
        if parts:
            head, end = frame.split(name + b"]", 1)
            made += [head + name, parts[0].first, *(part.later for part in parts[1:])]
            frame = b"\n  ]" + end
    return (*made, frame)


@lru_cache(maxsize=1)
def _parts(day: date) -> dict[tuple[str, str], Part]:
    told = law().to_dict()
    return {(name, row["id"]): _part(row) for name in ("entries", "texts") for row in told[name]}


def _part(row: dict[str, object]) -> Part:
    first = b"\n    " + as_json(row).rstrip().replace(b"\n", b"\n    ")
    return Part(Fixed(b"," + first), Fixed(first), frozenset(named(row)))
