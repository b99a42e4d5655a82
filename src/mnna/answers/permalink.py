"""The stamp in an address: the law, facts and answer that were cited, and whether the answer has changed since.

A stamp in an address is `LAW-FACTS-ANSWER`: the content hashes of the law and of the facts, and that of the answer
itself. `releases.csv` names the release of each pair of law and facts, and says what changed in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from mnna._version import __version__
from mnna.dates import spoken
from mnna.engine.record import CODES
from mnna.errors import BadQuestion
from mnna.tables import table

RELEASES = Path(__file__).with_name("releases.csv")
NO_ANSWER = ("stamp", "day_note", CODES)
"""Keys that are not part of the answer's content: its stamp, the note on its day, and codes of other data sets."""

_STAMP = re.compile(r"([0-9a-f]{16})-([0-9a-f]{16})(?:-([0-9a-f]{12}))?")


class Release(NamedTuple):
    """A release: its version and day, the hashes of its law and facts, and what changed in a sentence or two."""

    version: str
    released_on: str
    law: str
    facts: str
    what: str


class Cited(NamedTuple):
    """Whether the answer is the one that was cited; `same` is None where the stamp is not enough to tell."""

    stamp: str
    same: bool | None
    says: str


@cache
def releases() -> tuple[Release, ...]:
    """Return every release, the first one first."""
    return tuple(Release(**row) for row in table(RELEASES))


def digest(document: Mapping[str, Any]) -> str:
    """Return twelve hexadecimal digits of a hash over the content of an answer, independent of its stamp."""
    said = {name: value for name, value in document.items() if name not in NO_ANSWER}
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def stamp_of(document: Mapping[str, Any]) -> str:
    """Return the stamp for an address; empty for an answer without law and facts."""
    stamp = document.get("stamp")
    return f"{stamp['law']}-{stamp['facts']}-{digest(document)}" if stamp else ""


def compared(document: Mapping[str, Any], asked: str) -> Cited:
    """Return whether an answer is the one that was cited under a stamp; raises `BadQuestion` for an invalid stamp."""
    found = _STAMP.fullmatch(asked.strip())
    if found is None:
        raise BadQuestion(
            f"the stamp {asked!r}",
            "it is not a stamp",
            (),
            "A stamp is the hashes of law, facts and answer with hyphens between; leave it out for today's answer.",
        )
    stamp = document.get("stamp") or {}
    unchanged = found[1] == stamp.get("law") and found[2] == stamp.get("facts")
    same = found[3] == digest(document) if found[3] else unchanged or None
    return Cited(asked, same, _says(found[1], found[2], unchanged, same))


def _says(law: str, facts: str, unchanged: bool, same: bool | None) -> str:
    """Return the sentences shown first to a reader who follows the address of a citation."""
    if unchanged and same:
        return "This is the answer that was cited: law and facts are unchanged."
    cited = next((one for one in releases() if (one.law, one.facts) == (law, facts)), None)
    of = f"of mnna {cited.version} ({spoken(cited.released_on)})" if cited else "which no release in our log had"
    by = f"The citation is of law {law} and facts {facts}, {of}. This is mnna {__version__}."
    said = {
        True: "The answer is the same.",
        False: "The answer is now another.",
        None: "The stamp does not say whether the answer was the same.",
    }[same]
    later = releases()[releases().index(cited) + 1 :] if cited else ()
    since = [f"Since then, mnna {one.version} ({spoken(one.released_on)}): {one.what}" for one in later]
    end = "The changes are listed in CHANGELOG.md, and errors that were mended in docs/corrections.md."
    return " ".join([said, by, *since, end])
