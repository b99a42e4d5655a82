"""Look up the country or channel that each spelling means, once for each distinct spelling.

IS is Iceland in ISO 3166 and Israel in the codes of the Defense Security Cooperation Agency, so a single code does
not tell the system. Where some codes are not in ISO 3166 and another system has more of them, the column is refused
until the user names the system. A single code that no system has is an error in its own row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mnna.answers.inputs import foreign
from mnna.errors import BadQuestion, MnnaError, UnknownCountry
from mnna.registry.codes import NUMBERED, TITLES, of_code, systems
from mnna.registry.countries import known, name_of
from mnna.screening.cells import MISSING
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
    return catalog.channel_asked(_channel_id(text) or text).channel


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


MISSING_OR_NAMIBIA = "na"
"""The one word for a missing value that is also a code of ISO 3166 alpha-2."""
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9]")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.0)?")
EXAMPLES = 5


def decided(spellings: Collection[str], codes: str | None, missing: Collection[str]) -> tuple[set[str], str | None]:
    """Return the spellings that mean "not given", and the system of codes (None: ISO codes and names).

    Raises `BadQuestion` for an unknown system, and for a column whose codes are those of another system than ISO 3166.
    """
    if codes is not None and codes not in systems():
        raise BadQuestion(f"the codes {codes!r}", "there is no such system", tuple(TITLES), "")
    blank = {text for text in spellings if _absent(text, missing)}
    given = {text.strip() for text in spellings if text.strip()} - {text.strip() for text in blank}
    namibia = {text for text in spellings if text.strip().lower() == MISSING_OR_NAMIBIA} - blank
    others = given - {text.strip() for text in namibia}
    if (codes is None and not _alpha2(others)) or codes not in (None, "iso"):
        blank, given = blank | namibia, others
    if codes is None:
        _ask_if_other(given)
    return blank, codes


def _absent(text: str, missing: Collection[str]) -> bool:
    word = text.strip().lower()
    return word in missing or (word in MISSING and word != MISSING_OR_NAMIBIA)


def _alpha2(given: Collection[str]) -> bool:
    """Return whether more than half of the spellings are codes of ISO 3166 alpha-2."""
    fit = sum(len(text) == 2 and of_code("iso", text) is not None for text in given)
    return 2 * fit > len(given)


def _ask_if_other(given: Collection[str]) -> None:
    """Raise `BadQuestion` if another system has more of the codes of a column than ISO 3166, and nearly all of them."""
    for coded in _codes(given):
        odd = [text for text in coded if known(text) is None]
        unread = {one: [text for text in coded if not of_code(one, text)] for one in OTHERS}
        least = min(map(len, unread.values()))
        if least < len(odd) and 4 * least <= len(coded):
            raise _asked(odd, {one: rest for one, rest in unread.items() if len(rest) == least})


OTHERS = ("dsca", "fips", "cow", "m49")
"""The systems besides the letters of ISO 3166."""


def _codes(given: Collection[str]) -> list[list[str]]:
    """The spellings that are codes of two letters, and those that are numbers, where they are most of all."""
    found = [sorted(text for text in given if shape.fullmatch(text)) for shape in (_SHORT, _NUMBER)]
    return [coded for coded in found if 2 * len(coded) > len(given)]


def read_as_iso(spellings: Collection[str], codes: str | None) -> tuple[str, ...]:
    """What to say where every code of a column is of ISO 3166, and every one is another country's elsewhere too."""
    given = {text.strip() for text in spellings if text.strip()}
    for coded in _codes(given) if codes is None else ():
        iso = [of_code("iso", text) for text in coded]
        for one in OTHERS:
            other = [of_code(one, text) for text in coded]
            if None not in (*iso, *other) and iso != other:
                at = next(place for place, both in enumerate(zip(iso, other, strict=True)) if both[0] != both[1])
                here, there = name_of(iso[at] or ""), name_of(other[at] or "")
                return (f"the codes are read as ISO 3166: {coded[at]} is {here}, and not {there} (--codes {one})",)
    return ()


def _asked(odd: list[str], fit: Mapping[str, list[str]]) -> BadQuestion:
    more = f" and {len(odd) - EXAMPLES} more" if len(odd) > EXAMPLES else ""
    numbers = set(fit) <= set(NUMBERED)
    of_iso = ("is no code" if len(odd) == 1 else "are no codes") + " of ISO 3166, but"
    are = ("is a number, and" if len(odd) == 1 else "are numbers, and") if numbers else of_iso
    titles = " or ".join(TITLES[one] for one in fit)
    rest = sorted({text for texts in fit.values() for text in texts})
    but = f"all codes of the column but {', '.join(rest[:EXAMPLES])}" if rest else "all codes of the column"
    return BadQuestion(
        "the recipients",
        f"{', '.join(odd[:EXAMPLES])}{more} {are} {but} are of {titles}",
        [f"--codes {one}" for one in (fit if numbers else (*fit, "iso"))],
        "Say which codes they are.",
    )


def meaning(system: str | None, otherwise: Callable[[str, int], str]) -> Callable[[str, int], str]:
    """Return a function that reads one spelling in a system of codes; without a system, `otherwise` itself.

    The function reads a code of the system, or a name of more than three letters with `otherwise`, and raises
    `UnknownCountry` for the rest.
    """
    if system is None:
        return otherwise

    def read(text: str, refused: int) -> str:
        if (country := of_code(system, text)) is not None:
            return otherwise(country, refused)
        if len(text.strip()) > len("ABC"):
            return otherwise(text, refused)
        raise UnknownCountry(f"the country {text!r}", f"no code of {TITLES[system]} is written so", (), "")

    return read
