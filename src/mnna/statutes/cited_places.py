"""An index of the places in the law that each question and text cites, so that a look-up need not load all of the law.

`cited_places.txt` has a line for each question and text: its id (a text's begins with `text:`), then the ids of the
places it cites, with `=` before those of its own provisions. `./run golden` writes the file, and a test checks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from mnna.errors import RuleError
from mnna.quick import QuickTuple
from mnna.statutes.citations import WIDER, within
from mnna.statutes.listing import FOLDER

if TYPE_CHECKING:
    from mnna.statutes.provision import Authority, CaseLaw

TABLE = FOLDER / "cited_places.txt"
TEXT = "text:"
STATED = "="


class Places(QuickTuple):
    """The ids of the places that a question or text cites; `stated` are those of its own provisions."""

    cited: tuple[str, ...]
    stated: tuple[str, ...]


@lru_cache(maxsize=1)
def cited_places() -> dict[str, Places]:
    """Return the cited places by id: of authorities and channels in the order of the listing, then of the texts."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return dict(map(_places, lines))


def _places(line: str) -> tuple[str, Places]:
    """Return the id of a question or text and its places, read from a line in which the stated places come first."""
    owner, *cited = line.replace(f"\t{STATED}", "\t").split("\t")
    return owner, Places(tuple(cited), tuple(cited[: line.count(f"\t{STATED}")]))


def citing(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the questions and texts that cite one of the places, or a part of one."""
    asked = tuple(wanted)
    return tuple(owner for owner, places in cited_places().items() if _any_within(places.cited, asked))


def stating(owners: Iterable[str], wanted: Iterable[str]) -> frozenset[str]:
    """Return the ids in `owners` whose own provisions are one of the places, or a part of one.

    Raise `RuleError` for an id that the index does not have yet.
    """
    asked = tuple(wanted)
    return frozenset(owner for owner in owners if _any_within(_places_of(owner).stated, asked))


def _places_of(owner: str) -> Places:
    try:
        return cited_places()[owner]
    except KeyError:
        raise RuleError(TABLE.name, f"there is no line for {owner!r}", (), "Write it with ./run golden.") from None


def _any_within(places: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    inside = tuple(f"{one}/" for one in asked)
    if any(f"{id_}/".startswith(inside) for id_ in places):
        return True
    return any(within(id_, one) for one in asked if one.startswith(WIDER) for id_ in places)


def reckoned() -> str:
    """Return the text of the index, computed from the provisions; this loads all of the law."""
    from mnna.statutes import catalog
    from mnna.statutes.pinpoints import cited_texts
    from mnna.statutes.texts import texts

    questions: dict[str, Authority | CaseLaw] = {id_: catalog.authority(id_) for id_ in catalog.AUTHORITIES}
    questions |= {channel: catalog.case_law(channel) for channel in catalog.CHANNELS}
    lines = [
        _line(id_, [provision.citation for provision in one.provisions], cited_texts(one))
        for id_, one in questions.items()
    ]
    lines += [_line(f"{TEXT}{text.id}", [text.citation], ()) for text in texts()]
    return "\n".join(lines) + "\n"


def _line(owner: str, own: Iterable[str], others: Iterable[str]) -> str:
    stated = _read(own)
    cited = [place for place in _read(others) if place not in stated]
    return "\t".join((owner, *(f"{STATED}{place}" for place in stated), *cited))


def _read(citations: Iterable[str]) -> list[str]:
    from mnna.statutes.citations import parse

    return list(dict.fromkeys(place.id for text in citations if text.strip() for place in parse(text)))
