"""Which questions and texts cite which place of the law: an index, so that one citation need not load all of the law.

`cited_places.txt` has a line for each: its id (a text's begins with `text:`), then the ids of the places it cites.
It is written by `./run golden`, and a test holds it true.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mnna.statutes.citations import within
from mnna.statutes.listing import FOLDER

TABLE = FOLDER / "cited_places.txt"
TEXT = "text:"


@lru_cache(maxsize=1)
def cited_places() -> dict[str, tuple[str, ...]]:
    """Id to the places it cites: the authorities and channels, in the order of the listing, then the texts."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {owner: tuple(places) for owner, *places in (line.split("\t") for line in lines)}


def citing(wanted: Iterable[str]) -> tuple[str, ...]:
    """The ids of what cites one of the places, or a part of one."""
    asked = tuple(wanted)
    return tuple(
        owner for owner, places in cited_places().items() if any(within(id_, one) for id_ in places for one in asked)
    )


def reckoned() -> str:
    """The index as it follows from the law, which loads all of it."""
    from mnna.statutes import catalog
    from mnna.statutes.citations import parse
    from mnna.statutes.pinpoints import cited_texts
    from mnna.statutes.texts import texts

    cited = {id_: cited_texts(catalog.authority(id_)) for id_ in catalog.AUTHORITIES}
    cited |= {channel: cited_texts(catalog.case_law(channel)) for channel in catalog.CHANNELS}
    cited |= {f"{TEXT}{text.id}": (text.citation,) for text in texts()}
    lines = []
    for owner, told in cited.items():
        places = dict.fromkeys(place.id for text in told if text.strip() for place in parse(text))
        lines.append("\t".join((owner, *places)))
    return "\n".join(lines) + "\n"
