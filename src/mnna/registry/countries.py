"""Find countries by code or any usual English name, and suggest the nearest names if none matches.

Matching ignores case, accents, punctuation, a leading "the" and "government of". A name may have an abbreviation of the
same country in brackets after it ("Kingdom of Saudi Arabia (KSA)"), its code before it ("GBR: UNITED KINGDOM"), its
first word after a comma ("Macedonia, North"), and a territory its sovereign after it ("PUERTO RICO [UNITED STATES]").
An ambiguous name is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from mnna.as_typed import typed
from mnna.errors import UnknownCountry, alike
from mnna.quick import quick_pattern
from mnna.registry import read_tables
from mnna.registry.records import Country
from mnna.tables import table

_PREFIX = quick_pattern("^(?:(?:the|government of|govt of) )+")
_BRACKETED = quick_pattern(r"(.+)\(([^()]+)\)")
_CODED = quick_pattern(r"([A-Za-z]{2,3})(?::| ?[-\u2013] ?) *(\S.*)")
_OWNED = quick_pattern(r"(.+)\[([^][]+)\]")
SINGLY = 2
"""The most countries whose lines are read one by one; most answers name one country, and a third needs them all."""

FEW = 4
"""The most countries that a shared name may mean: two Koreas, two Congos, three Guineas; not every “republic”."""

LIKE = 0.61
"""The least similarity of a suggested name: AUKUS and Nauru have 0.6."""

LESS_LIKE = 0.1
"""How much less similar than the nearest name a suggested one may be: for “Thialand” Thailand alone, no island."""

LONG = 4
"""The fewest letters of a name that is looked for inside the text: not “US” or “CAR”."""

_HOME = "United States"
"""The region of the United States and its territories in the table of countries."""

_BETWEEN = quick_pattern(r",|;|/|&|\band\b", re.IGNORECASE)


class _Countries(Mapping[str, Country]):
    """The countries by alpha-3 code; until more than `SINGLY` are asked for, only the lines that name them are read.

    Safe for threads: no dictionary is replaced after it was read in full.
    """

    def __init__(self) -> None:
        self._few: dict[str, Country] = {}
        self._every: dict[str, Country] = {}

    def __getitem__(self, code: str) -> Country:
        if not self._every and code not in self._few and len(self._few) < SINGLY:
            self._few |= _lines_with(f"{code},")
        return self._few[code] if code in self._few else self._all()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Country]:
        self._every = self._every or _lines_with("")
        return self._every


def _lines_with(text: str) -> dict[str, Country]:
    rows = read_tables.read(read_tables.TABLES, "countries", Country, having=text)
    return {country.iso3: country for country in rows}


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """Return every country by its alpha-3 code."""
    return _Countries()


def ours(country: Country) -> bool:
    """Return whether it is the United States or its territory, to US law no foreign country (22 CFR 120.60)."""
    return country.iso3 == "USA" or (country.sovereign == "no" and country.region == _HOME)


def the(name: str) -> str:
    """Return a country's everyday name as in a sentence: `the Philippines`, `Mexico`; any other text unchanged."""
    return f"the {name}" if name in _with_article() else name


@lru_cache(maxsize=1)
def _with_article() -> frozenset[str]:
    return frozenset(country.name for country in _lines_with(",the").values() if country.article)


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Return the alpha-3 code for every folded name."""
    found: dict[str, str] = {}
    for country in countries().values():
        for text in (country.name, country.name_us_government):
            found[fold(text)] = country.iso3
    found |= {fold(row["name"]): row["country"] for row in table(read_tables.TABLES / "country_names.csv")}
    found.pop("", None)
    return found


def fold(text: str) -> str:
    """Return a name in lower case, without accents, punctuation and extra spaces, so that spellings compare equal."""
    bare = text if text.isascii() else _unaccented(text)
    plain = bare.casefold().replace("&", " and ").replace("+", " and ").translate({ord(mark): None for mark in "'’‘ʻ`"})
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    if "." in bare and max(map(len, words), default=0) == 1:
        return "".join(words)  # C.A.R. is CAR
    return _PREFIX.sub("", " ".join("st" if word == "saint" else word for word in words))


def _unaccented(text: str) -> str:
    import unicodedata  # late: few names have accents

    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def resolve(text: str | Country) -> Country:
    """Return the country with that code or name; raises `UnknownCountry` with the nearest names if none matches."""
    if isinstance(text, Country):
        return text
    if not isinstance(text, str):
        raise UnknownCountry(f"the country {text!r}", "it is not a name or code", (), "Give a code such as COL.")
    if (country := known(text) or known(typed(text))) is not None:
        return country
    if (state := former_states().get(fold(text))) is not None:
        near = [f"{countries()[code].name} ({code})" for code in state["now"].split()]
        wrong = f"it ended in {state['ended']}"
        raise UnknownCountry(f"the country {text!r}", wrong, near, "Ask about a country of today.")
    if (of := parts().get(fold(text))) is not None:
        whole = [countries()[code] for code in of.split()]
        wrong = f"the United States places it in {' and '.join(the(one.name) for one in whole)}"
        near = [f"{one.name} ({one.iso3})" for one in whole]
        raise UnknownCountry(f"the country {text!r}", wrong, near, "Ask about the whole.")
    named = [_exactly(part) for part in _BETWEEN.split(text) if part.strip()]
    several = dict.fromkeys(named)
    if len(several) == 1 and (same := named[0]) is not None:
        return same
    if len(several) > 1 and None not in several:
        near, wrong = [f"{one.name} ({one.iso3})" for one in several if one], f"it names {len(several)} countries"
        raise UnknownCountry(f"the country {text!r}", wrong, near, "Ask about each one separately.")
    if text.strip().isdecimal() and text.isascii():
        raise _of_number(text)
    if len(meant := _meant(text)) > 1:
        raise UnknownCountry(f"the country {text!r}", f"it may mean any of {len(meant)}", meant, "Say which one.")
    raise UnknownCountry(f"the country {text!r}", "no country has that code or name", nearest(text.strip()), GIVE)


def name_of(code: str) -> str:
    """Return the everyday English name of a code; a code that is no country's, such as a body's, unchanged."""
    found = countries().get(code)
    return found.name if found else code


def known(text: str) -> Country | None:
    """Return the country with that code or name, or None."""
    if (country := _exactly(text)) is not None:
        return country
    if coded := _CODED.fullmatch(text.strip()):
        return _of_code_and_name(*coded.groups())
    if owned := _OWNED.fullmatch(text.strip()):
        return _exactly(owned[1]) if _exactly(owned[2]) else None
    if bracketed := _BRACKETED.fullmatch(text.strip()):
        meant = {_exactly(part) for part in bracketed.groups()}
        return meant.pop() if len(meant) == 1 else None
    first, _, last = text.partition(",")
    return _exactly(f"{last} {first}") if last.strip() and _exactly(last) is None else None  # “Macedonia, North”


def _of_code_and_name(code: str, name: str) -> Country | None:
    """Return the country of a code; None if the name beside it is another's. Unknown names are accepted."""
    country, named = countries().get(code.upper()), known(name)
    if len(code) == 2 and named is not None:
        theirs = code.upper() in (named.iso2, named.gec) or dsca_codes().get(code.upper()) == named.iso3
        return named if theirs else None
    return country if named in (None, country) else None


@lru_cache(maxsize=1)
def dsca_codes() -> Mapping[str, str]:
    """Return the alpha-3 code of each buyer's country by its code of the Defense Security Cooperation Agency."""
    return {row["code"]: row["country"] for row in table(read_tables.TABLES / "dsca_codes.csv")}


@lru_cache(maxsize=1)
def former_states() -> Mapping[str, Mapping[str, str]]:
    """Return the states that are no country of today, by folded name: the year of their end, and who came after."""
    return {fold(row["name"]): row for row in table(read_tables.TABLES / "former_states.csv")}


@lru_cache(maxsize=1)
def parts() -> Mapping[str, str]:
    """Return the parts of countries that people ask about, by folded name, with the alpha-3 codes of the whole."""
    return {fold(row["name"]): row["of"] for row in table(read_tables.TABLES / "parts.csv")}


@lru_cache(maxsize=1)
def iso_numbers() -> Mapping[str, str]:
    """Return the alpha-3 code of each country by its numeric code of ISO 3166 without leading zeros."""
    return {row["code"].lstrip("0"): row["country"] for row in table(read_tables.TABLES / "iso_numeric.csv")}


def _of_number(asked: str) -> UnknownCountry:
    """Return the error for a number: it is never read as a country, because 484 is Mexico or Congo."""
    number = asked.strip().lstrip("0")
    iso = countries().get(iso_numbers().get(number, ""))
    cow = next((one for one in countries().values() if number and str(one.cow) == number), None)
    meant = {name: one for name, one in (("ISO 3166", iso), ("the Correlates of War", cow)) if one}
    said = " and ".join(f"{the(one.name)} in {name}" for name, one in meant.items())
    wrong = f"it is a number, and data sets number countries differently: it means {said}"
    if not meant:
        wrong = "neither ISO 3166 nor the Correlates of War has that number"
    return UnknownCountry(f"the country {asked!r}", wrong, [f"{one.name} ({one.iso3})" for one in meant.values()], GIVE)


GIVE = "Give an ISO 3166 alpha-3 code or an English name."


def _exactly(text: str) -> Country | None:
    """Return the country with exactly that code or folded name, or None."""
    asked = text.strip()
    country = countries().get(asked.upper())
    if country is None and len(asked) == 2:
        country = _by_iso2().get(asked.upper())
    if country is None and (iso3 := names().get(fold(asked))):
        country = countries()[iso3]
    return country


def _meant(text: str) -> list[str]:
    """Return the countries whose names contain the whole text (`Korea`, `Virgin Islands`), unless they exceed `FEW`."""
    folded = fold(text)
    codes = {iso3 for name, iso3 in names().items() if folded and f" {folded} " in f" {name} "}
    found = [country for code, country in countries().items() if code in codes]
    return [f"{country.name} ({country.iso3})" for country in found] if len(found) <= FEW else []


@lru_cache(maxsize=1)
def _by_iso2() -> dict[str, Country]:
    return {country.iso2: country for country in countries().values() if country.iso2}


def nearest(text: str) -> list[str]:
    """Return up to five countries whose names or codes are similar to the text, nearest first."""
    folded = fold(text)
    known = names()
    close = _sharing_words(folded, known) or (_similar(folded, known) if len(folded) > len("EU") else [])
    codes = alike(text.upper(), countries(), 2, 0.6 if len(text) == 3 else 0.8) if 3 <= len(text) <= 4 else []
    found = [countries()[known[name]] for name in close] + [countries()[code] for code in codes]
    return list(dict.fromkeys(f"{country.name} ({country.iso3})" for country in found))[:5]


def _sharing_words(folded: str, known: Mapping[str, str]) -> list[str]:
    """Return the names that hold the whole text as words (`Salvador`), or are held by it (`Red China`)."""
    if not folded:
        return []
    held = [name for name in known if len(name) >= LONG and f" {name} " in f" {folded} "]
    return [name for name in known if f" {folded} " in f" {name} "] + held


def _similar(folded: str, known: Mapping[str, str]) -> list[str]:
    """Return the names of the text's letters, or else those about as similar to it as the nearest one is."""
    from difflib import SequenceMatcher  # late: only errors need it

    if not (best := alike(folded, known, 1, LIKE)):
        return []
    likeness = SequenceMatcher(None, best[0], folded).ratio()
    letters = sorted(folded)
    same = [name for name in known if len(name) == len(folded) and sorted(name) == letters]  # Lybia is Libya
    return same or alike(folded, known, 8, max(LIKE, likeness - LESS_LIKE))
