"""Which questions and texts cite which place of the law: an index, so that one citation need not load all of the law.

`cited_places.txt` has a line for each: its id (a text's begins with `text:`), then the ids of the places it cites, with
`=` before those that its own law states.
It is written by `./run golden`, and a test holds it true.
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
    """Every place that a question or text cites, and those of them that its own law states: the others support it."""

    cited: tuple[str, ...]
    stated: tuple[str, ...]


@lru_cache(maxsize=1)
def cited_places() -> dict[str, Places]:
    """Id to the places it cites: the authorities and channels, in the order of the listing, then the texts."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return dict(map(_places, lines))


def _places(line: str) -> tuple[str, Places]:
    """The owner of a line and its places: those that its law states stand first."""
    owner, *cited = line.replace(f"\t{STATED}", "\t").split("\t")
    return owner, Places(tuple(cited), tuple(cited[: line.count(f"\t{STATED}")]))


def citing(wanted: Iterable[str]) -> tuple[str, ...]:
    """The ids of what cites one of the places, or a part of one."""
    asked = tuple(wanted)
    return tuple(owner for owner, places in cited_places().items() if _any_within(places.cited, asked))


def stating(owners: Iterable[str], wanted: Iterable[str]) -> frozenset[str]:
    """Those of the owners that are themselves the law of one of the places, or of a part of one.

    Raises `RuleError` for an owner that the index does not have yet.
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
    """The index as it follows from the law, which loads all of it."""
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
