"""Look up the encoded law by id; the module of a question is imported only when the question is looked up."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Never, TypeVar

from mnna.as_typed import meant, near
from mnna.errors import RuleError, UnknownWord
from mnna.statutes.listing import AUTHORITIES, CHANNELS, is_bar, subject

if TYPE_CHECKING:
    from mnna.statutes.provision import Authority, CaseLaw

__all__ = [
    "AUTHORITIES",
    "CHANNELS",
    "asked",
    "authorities",
    "authority",
    "bars_of",
    "case_law",
    "channel_asked",
    "is_bar",
    "subject",
]

Kind = TypeVar("Kind")


@lru_cache(maxsize=1)
def authorities() -> dict[str, Authority]:
    """Return every authority by id, in the order of the listing."""
    return {id_: authority(id_) for id_ in AUTHORITIES}


@cache
def authority(id_: str) -> Authority:
    """Return the authority with that id; raise `UnknownWord` with the nearest ids if there is none."""
    if id_ not in AUTHORITIES:
        raise UnknownWord(
            f"the authority {id_!r}", "there is no such authority", near(id_, AUTHORITIES), "`mnna law` lists them all."
        )
    from mnna.statutes.provision import Authority

    found = _held("authorities.csv", id_, AUTHORITIES[id_].module, Authority)
    return next((one for one in found if one.id == id_), None) or _absent(
        "authorities.csv", id_, AUTHORITIES[id_].module
    )


def asked(id_: str) -> Authority:
    """Return the authority that a text means, whatever its capitals, blanks and hyphens; raises as `authority` does."""
    return authority(id_ if id_ in AUTHORITIES else meant(id_, AUTHORITIES))


def bars_of(id_: str) -> tuple[Authority, ...]:
    """Return the bars that cut off the authority with that id on some day, in the order of the listing."""
    return _bars().get(id_, ())


@cache
def _bars() -> dict[str, tuple[Authority, ...]]:
    found: dict[str, tuple[Authority, ...]] = {}
    for bar in map(authority, filter(is_bar, AUTHORITIES)):
        cuts = (cut for provision in bar.provisions for cut in provision.cuts)
        for id_ in dict.fromkeys(id_ for cut in cuts for id_ in cut.authorities):
            found[id_] = (*found.get(id_, ()), bar)
    return found


def channel_asked(text: str) -> CaseLaw:
    """Return the law of the channel that a text means, by its id or another usual name; raises as `case_law` does."""
    if text in CHANNELS:
        return case_law(text)
    return case_law(meant(text, CHANNELS, ((name, row.id) for row in CHANNELS.values() for name in row.aliases)))


@cache
def case_law(channel: str) -> CaseLaw:
    """Return the notification law of that channel; raise `UnknownWord` with all channels if there is none."""
    if channel not in CHANNELS:
        raise UnknownWord(f"the channel {channel!r}", "there is no such channel", sorted(CHANNELS), "")
    from mnna.statutes.provision import CaseLaw

    found = (one for one in _held("channels.csv", channel, CHANNELS[channel].module, CaseLaw) if one.channel == channel)
    return next(found, None) or _absent("channels.csv", channel, CHANNELS[channel].module)


def _held(table: str, id_: str, module: str, kind: type[Kind]) -> list[Kind]:
    """Return every object of a class in a module; raise `RuleError` if the module does not exist."""
    try:
        found = import_module(f"mnna.statutes.{module}")
    except ModuleNotFoundError as error:
        raise RuleError(
            f"{table}, row {id_}", f"there is no module {module}", (), "Write the module, or correct the row."
        ) from error
    return [value for value in vars(found).values() if isinstance(value, kind)]


def _absent(table: str, id_: str, module: str) -> Never:
    wrong = f"the module {module} holds nothing of that id"
    raise RuleError(f"{table}, row {id_}", wrong, (), "Correct the id there or here.")
