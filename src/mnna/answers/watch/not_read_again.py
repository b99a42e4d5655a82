"""The changes that the law watch found, kept in the user's data directory until the texts are read again.

They change nothing in the law. Where a paragraph that a provision cites is listed, `mnna law` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from mnna.dates import spoken
from mnna.errors import BadFacts
from mnna.quick import Path, QuickTuple
from mnna.registry.data_directory import data_directory

FORMAT = 1


class Changed(QuickTuple):
    """A paragraph whose text changed: its USLM id, the day, and whether by `law` or by the `editors`."""

    place: str
    on: date | None
    cause: str


class Found(QuickTuple):
    """The result of the last watch: its day, the release it read, and every paragraph that changed."""

    looked_on: date
    release: str
    places: tuple[Changed, ...]


def path() -> Path:
    """Return the path of the file, which need not exist."""
    return data_directory() / "law" / "changed.json"


def keep(found: Found) -> Path:
    """Write the result in one step; raises `CannotAnswer` where the directory cannot be written."""
    import json  # imported only for the law watch

    from mnna.engine.record import as_object
    from mnna.files import keep as write

    target, told = path(), {"format": FORMAT} | as_object(found)
    write(target, (json.dumps(told, indent=1) + "\n").encode(), "keeping what changed")
    return target


def kept() -> Found | None:
    """Return the result of the last watch; None where there was none. Raises `BadFacts` for a damaged file."""
    file = path()
    try:
        stamp = file.stat()
    except OSError:
        return None
    return _read(file, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=2)
def _read(file: Path, *_: int) -> Found:
    import json  # few users have such a file

    try:
        told = json.loads(file.read_bytes())
        rows = tuple(
            Changed(str(one["place"]), date.fromisoformat(one["on"]) if one["on"] else None, str(one["cause"]))
            for one in told["places"]
        )
        return Found(date.fromisoformat(told["looked_on"]), str(told["release"]), rows)
    except (KeyError, TypeError, ValueError) as error:
        do = f"Delete {file}, or run `mnna refresh law` again."
        raise BadFacts("what the watch over the law found", f"the file is damaged ({error})", (), do) from None


def said(ids: Iterable[str]) -> str:
    """Return the note for a text that cites those paragraphs; empty where none of them changed."""
    if (found := kept()) is None:
        return ""
    pairs = ((one, f"{one.place}/", f"{id_}/") for id_ in ids for one in found.places)
    touched = {one for one, place, cited in pairs if place.startswith(cited) or cited.startswith(place)}
    return "; ".join(dict.fromkeys(_said(one) for one in found.places if one in touched))


def _said(one: Changed) -> str:
    when = f"changed on {spoken(one.on)}" if one.on else "changed"
    return f"text {when}{' by the editors only' if one.cause == 'editors' else ''}, not read again"
