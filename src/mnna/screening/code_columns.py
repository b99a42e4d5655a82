"""Decide in which system of country codes a column of recipients is written, from the whole column.

IS is Iceland in ISO 3166 and Israel in the codes of the Defense Security Cooperation Agency, so a single code does
not tell the system. Where some codes are not in ISO 3166 and another system has more of them, the column is refused
until the user names the system. A single code that no system has is an error in its own row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from mnna.errors import BadQuestion, UnknownCountry
from mnna.registry.code_systems import NUMBERED, TITLES, of_code, systems
from mnna.registry.countries import known, name_of
from mnna.screening.cells import MISSING

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
