"""Look up the country or channel that each spelling means, once for each distinct spelling.

IS is Iceland in ISO 3166 and Israel in the codes of the Defense Security Cooperation Agency, so a single code does
not tell the system. Where some codes are not in ISO 3166 and another system has more of them, the column is refused
until the user names the system. A single code that no system has is an error in its own row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from mnna.answers.inputs import foreign
from mnna.errors import BadQuestion, MnnaError, UnknownCountry
from mnna.registry.codes import NUMBERED, TITLES, of_code, systems
from mnna.registry.countries import known, name_of
from mnna.screening.cells import MISSING, family
from mnna.screening.columns import CHANNEL, RECIPIENT, folded
from mnna.screening.engines.runner import Runner, trying
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
    found = _few(spellings, RECIPIENT, "countries")
    blank = _blank(found, codes, missing)
    return _recognised([text for text in found if text not in blank], partial(_country, codes), RECIPIENTS)


def _few(spellings: Iterable[str], role: str, what: str) -> list[str]:
    """Return the different spellings in order; raises `BadQuestion` for more than a column of that kind has."""
    found = sorted(set(spellings))
    if len(found) > MOST:
        wrong = f"the column has {len(found):,} different texts, so it holds something other than {what}"
        raise BadQuestion(f"the {role}s", wrong, (), f"Name the right column with --map {role}=COLUMN.")
    return found


def check_constant(role: str, text: str, codes: str | None) -> None:
    """Raise what is wrong with a recipient or channel that the user sets for all rows."""
    if _given([text]):
        (partial(_country, codes) if role == RECIPIENT else _channel)(text, 0)


def _country(system: str | None, text: str, refused: int) -> str:
    """Return the code of the country meant by a code of the system, if one is given, or by a name.

    A word of three letters or fewer that is no code of the system is no name. After `NEAREST_FOR` refusals the error
    suggests no names.
    """
    if system is not None:
        country = of_code(system, text)
        if country is None and len(text.strip()) <= len("ABC"):
            raise UnknownCountry(f"the country {text!r}", f"no code of {TITLES[system]} is written so", (), "")
        text = country or text
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
    return _recognised(_given(_few(spellings, CHANNEL, "channels"), missing), _channel, CHANNELS)


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
    for text in filter(str.strip, found):
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


def _blank(spellings: Collection[str], codes: str | None, missing: Collection[str]) -> set[str]:
    """Return the spellings that mean "not given", in a system of codes (None: ISO codes and names).

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
    return blank


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
    wrong = f"{', '.join(odd[:EXAMPLES])}{more} {are} {but} are of {titles}"
    near = [f"--codes {one}" for one in (fit if numbers else (*fit, "iso"))]
    return BadQuestion("the recipients", wrong, near, "Say which codes they are.")


FIRST_ROWS, FEW = 10_000, 400
"""A column is judged by its first `FIRST_ROWS` rows; with `FEW` or more texts it holds no countries and channels."""
MOST_LOOKED_AT = 40
"""The most columns that are checked for countries."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The columns of a file with their types, as an engine reads them."""

    engine: Runner
    columns: Sequence[tuple[str, str]]

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Return those of the columns that hold only channels, or mostly channels."""
        return [name for name in self._texts(names) if are_channels(self._few(name), mostly)]

    def countries(self, names: Collection[str]) -> list[str]:
        """Return those of the columns of which more than half of the texts are countries."""
        return [name for name in self._texts(names)[:MOST_LOOKED_AT] if mostly_countries(self._few(name))]

    def _texts(self, names: Collection[str]) -> list[str]:
        texts = {name for name, type_ in self.columns if family(type_) == "text"}
        return [name for name in names if name in texts]

    def _few(self, name: str) -> list[str]:
        """Return the different texts in the first rows of a column; an empty list if there are `FEW` or more."""
        engine, column = self.engine, self.engine.sql.name(name)

        def first_values() -> list[tuple[Any, ...]]:
            first = f"(SELECT {column} FROM {engine.relation} LIMIT {FIRST_ROWS}) first_"
            return engine.ask(f"SELECT DISTINCT {column} FROM {first} WHERE {column} IS NOT NULL LIMIT {FEW}")

        found = [text for (text,) in trying(engine, first_values)]
        return found if len(found) < FEW else []
