"""Look up the country or channel that each spelling means, once for each distinct spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mnna.answers.inputs import foreign
from mnna.errors import BadQuestion, MnnaError, UnknownCountry
from mnna.registry.countries import known
from mnna.screening.cells import MISSING
from mnna.screening.code_columns import decided, meaning
from mnna.screening.columns import CHANNEL, RECIPIENT, folded
from mnna.screening.sql import CHANNELS, RECIPIENTS
from mnna.statutes import catalog

MOST = 50_000
"""A column with more spellings than this does not hold countries."""

NEAREST_FOR = 500
"""The number of unknown spellings for which the nearest names are suggested; each takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The countries or channels meant, in order of their numbers; each spelling's number; and why the others are
    refused.

    Refused spellings are numbered downwards from the base of their kind. Blank spellings are left out: nothing was
    given.
    """

    meant: tuple[str, ...]
    numbers: Mapping[str, int]
    refused: Mapping[int, str]


def recipients(spellings: Iterable[str], codes: str | None = None, missing: Collection[str] = ()) -> Recognised:
    """Return the countries meant, by code. `codes` is the system of codes; `missing` are the user's own marks for "not
    given", in lower case.

    Raises `BadQuestion` for too many spellings to be countries, and for codes of another system.
    """
    found = sorted(set(spellings))
    _few(found, RECIPIENT, "countries")
    blank, system = decided(found, codes, missing)
    return _recognised([text for text in found if text not in blank], meaning(system, _country), RECIPIENTS)


def _few(found: list[str], role: str, what: str) -> None:
    if len(found) > MOST:
        raise BadQuestion(
            f"the {role}s",
            f"the column has {len(found):,} different texts, so it holds something other than {what}",
            (),
            f"Name the right column with --map {role}=COLUMN.",
        )


def check_constant(role: str, text: str, codes: str | None) -> None:
    """Raise what is wrong with a recipient or channel that the user sets for all rows."""
    if text.strip() and text.strip().lower() not in MISSING:
        (meaning(codes, _country) if role == RECIPIENT else _channel)(text, 0)


def _country(text: str, refused: int) -> str:
    """Return the code of the country meant; after `NEAREST_FOR` refusals the error suggests no names."""
    if folded(text) in TOTALS:
        raise UnknownCountry(f"the recipient {text!r}", "this looks like a row of totals, not a transfer", (), "")
    if refused >= NEAREST_FOR and known(text) is None:
        raise UnknownCountry(f"the country {text!r}", "no country has that code or name", (), SPELL)
    return foreign(text).iso3


TOTALS = ("total", "totals", "grand total", "subtotal", "sub total", "sum", "all countries")
"""Words in the recipient's column of a row that adds up other rows."""

SPELL = "Give an ISO 3166 alpha-3 code or an English name."


def channels(spellings: Iterable[str], missing: Collection[str] = ()) -> Recognised:
    """Return the channels meant, by id; raises `BadQuestion` for too many spellings to be channels."""
    found = sorted(set(spellings))
    _few(found, CHANNEL, "channels")
    return _recognised(_given(found, missing), _channel, CHANNELS)


def _given(spellings: Iterable[str], missing: Collection[str] = ()) -> list[str]:
    """Return the texts without blank ones and those that mean "not given"."""
    return [text for text in spellings if text.strip() and text.strip().lower() not in (*missing, *MISSING)]


def are_channels(spellings: Collection[str], mostly: bool = False) -> bool:
    """Return whether all of these texts, at least one, name channels; with `mostly`, whether more than half do."""
    given = _given(spellings)
    named = sum(_channel_id(text) is not None for text in given)
    return 2 * named > len(given) if mostly else named == len(given) > 0


def mostly_countries(spellings: Collection[str]) -> bool:
    """Return whether more than half of these texts name foreign countries."""
    home, given = known("USA"), _given(spellings)
    return 2 * sum(known(text) not in (None, home) for text in given) > len(given) > 0


def _channel(text: str, refused: int) -> str:
    return catalog.case_law(_channel_id(text) or text).channel


def _channel_id(text: str) -> str | None:
    """The channel that a text names, also with its letters beside its name: `Foreign Military Sales (FMS)`."""
    plain = text.replace(".", "")
    parts = (_BESIDE.sub("", plain), *_BESIDE.findall(plain))
    meant = {_channel_names().get(folded(part)) for part in parts if part.strip()}
    return meant.pop() if len(meant) == 1 else None


_BESIDE = re.compile(r"[(]([^()]*)[)]")


@cache
def _channel_names() -> dict[str, str]:
    """Return the id of the channel for each of its names, without case, blanks and punctuation."""
    return {folded(name): id_ for id_, row in catalog.CHANNELS.items() for name in (id_, *row.aliases)}


def _recognised(found: list[str], meaning: Callable[[str, int], str], base: int) -> Recognised:
    means: dict[str, str] = {}
    refused: dict[str, str] = {}
    for text in found:
        if text.strip():
            try:
                means[text] = meaning(text, len(refused))
            except MnnaError as error:
                refused[text] = str(error)
    meant = tuple(sorted(set(means.values())))
    numbers = {text: meant.index(what) for text, what in means.items()}
    wrong = {base - place: refused[text] for place, text in enumerate(refused)}
    return Recognised(meant, numbers | {text: base - place for place, text in enumerate(refused)}, wrong)
