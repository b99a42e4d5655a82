"""Decide in which system of country codes a column of recipients is written, from the whole column.

IS is Iceland in ISO 3166 and Israel in the codes of the Defense Security Cooperation Agency, so a single code does not
tell the system. If some codes are not in ISO 3166 and another system has all of them, the column is refused until the
user names the system. A single code that no system has is an error in its own row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from mnna.errors import BadQuestion, UnknownCountry
from mnna.registry.code_systems import TITLES, of_code, systems
from mnna.registry.countries import known
from mnna.screening.cells import MISSING

MISSING_OR_NAMIBIA = "na"
"""The one word for a missing value that is also a code of ISO 3166 alpha-2."""
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9]")
_NUMBER = re.compile(r"[0-9]{1,3}")
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
    """Raise `BadQuestion` if some codes are unknown here and another system has all codes of the column."""
    for shape in (_SHORT, _NUMBER):
        coded = {text for text in given if shape.fullmatch(text)}
        odd = sorted(text for text in coded if known(text) is None)
        if not odd or 2 * len(coded) <= len(given):
            continue
        fit = [one for one in ("dsca", "fips", "cow") if all(of_code(one, text) for text in coded)]
        if fit:
            raise _asked(odd, fit)


def _asked(odd: list[str], fit: list[str]) -> BadQuestion:
    more = f" and {len(odd) - EXAMPLES} more" if len(odd) > EXAMPLES else ""
    titles = " or ".join(TITLES[one] for one in fit)
    return BadQuestion(
        "the recipients",
        f"{', '.join(odd[:EXAMPLES])}{more} are no ISO 3166 codes, but all codes of the column are of {titles}",
        [f"--codes {one}" for one in (*fit, "iso")],
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
