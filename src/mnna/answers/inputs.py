"""What every question shares: a day, a country, an amount, and the stamp with the hashes of law and facts.

One pattern of amounts serves the single case and a file of cases: `20e6`, `$20,000,000`, `60 000 000`, `60'000'000`,
`US$1.2bn`, `350 million USD`, `$350M`, `~$350 million`, `$350 million (est.)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from numbers import Real

from mnna._version import __version__
from mnna.engine.law_hash import law_hash
from mnna.errors import BadQuestion
from mnna.quick import quick_pattern
from mnna.registry.countries import ours, resolve, the
from mnna.registry.load import Registry
from mnna.registry.readings import question_day
from mnna.registry.records import Country

day = question_day


def foreign(asked: str) -> Country:
    """Return the foreign country or organization with that code or name.

    Raises `UnknownCountry`, or `BadQuestion` for the United States and their territories: the law here is about others.
    """
    country = resolve(asked)
    if ours(country):
        theirs = "" if country.iso3 == "USA" else f", which counts {the(country.name)} as its own (22 CFR 120.60)"
        raise BadQuestion(
            f"the country {asked!r}",
            f"these are questions about foreign countries, asked of United States law{theirs}",
            (),
            f"Name another country; `mnna status {country.iso3}` shows what the registry holds.",
        )
    return country


def dollars(asked: object, name: str) -> Decimal:
    """Return an amount in US dollars, to the cent.

    Takes numbers and text such as `20e6`, `$20,000,000`, `60 000 000`, `20 million` and `$350M`. Raises `BadQuestion`
    for any value that is not a finite amount of at least zero.
    """
    try:
        if isinstance(asked, bool) or not isinstance(asked, (str, Real, Decimal)):
            raise ValueError
        amount = read_amount(asked) if isinstance(asked, str) else Decimal(str(asked))
        if not amount.is_finite() or amount >= Decimal(10) ** 16:
            raise InvalidOperation
    except (InvalidOperation, ValueError):
        raise BadQuestion(f"{name} {asked!r}", "it is not an amount of money", (), "Write 20000000 or 20e6.") from None
    if amount < 0:
        raise BadQuestion(f"{name} {asked!r}", "it is below zero", (), "Amounts are US dollars, zero or more.")
    return amount.quantize(Decimal("0.01"))


def stamp(registry: Registry) -> dict[str, str]:
    """Return the content hashes of law and facts, and the version of the package."""
    return {"law": law_hash(), "facts": registry.hash, "version": __version__}


def word(given: str, what: str) -> str:
    """Return one word, such as an id; raises `BadQuestion` for a value that is not text."""
    if not isinstance(given, str):
        raise BadQuestion(f"the {what} {given!r}", "it is not text", (), "Give its id.")
    return given


def names(given: Iterable[str] | str | None) -> tuple[str, ...]:
    """Return names given as a list or as one text; an empty tuple for None.

    Raises `BadQuestion` for a name that is not text.
    """
    alone = isinstance(given, str) or not isinstance(given, Iterable)
    found = () if given is None else (given,) if alone else tuple(given)
    for one in found:
        if not isinstance(one, str):
            raise BadQuestion(f"the name {one!r}", "it is not text", (), "Give a name or a list of names.")
    return tuple(str(one) for one in found)


SCALES = {
    "": "",
    **dict.fromkeys(("k", "thousand", "thousands"), "e3"),
    **dict.fromkeys(("m", "mm", "mn", "mil", "million", "millions"), "e6"),
    **dict.fromkeys(("b", "bn", "billion", "billions"), "e9"),
}
"""Words and letters after a number, each with its exponent of ten."""

_ABOUT = r"(?:~|approx(?:imately|[.])?|about|est[.]) *"
ESTIMATE = rf"(?i)^(?:{_ABOUT}[0-9a-z$., ]+|[0-9a-z$. ]+[ (]est(?:imated|[.])?[)]?)$"
"""The pattern of an amount that is marked as an estimate."""

_WORDS = "|".join(sorted((word for word in SCALES if word), key=len, reverse=True))
WRITTEN = (
    rf"(?i)^(?:{_ABOUT})?(?:(?:usd)? *[$]?|us *[$]) *"
    r"([+-]?[0-9_, ]*[.]?[0-9]*(?:e[+-]?[0-9]+)?) *"
    rf"({_WORDS})?[.]? *"
    r"(?:usd|(?:us *)?[$]|us dollars|dollars)? *(?:[(]est(?:imated|[.])?[)]|est[.])?$"
)
"""The pattern of a whole amount: group 1 is the number, group 2 the word of scale. It works in Python, RE2 and Java."""

COMMAS = r"^[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?$"
SPACES = r"^[+-]?[0-9]{1,3}( [0-9]{3})+([.][0-9]*)?$"
HARD_SPACES = "\u00a0\u2009\u202f'\u2019"
"""Blanks and apostrophes that typesetters put between thousands."""

_WRITTEN, _COMMAS, _SPACES = quick_pattern(WRITTEN), quick_pattern(COMMAS), quick_pattern(SPACES)


def read_amount(text: str) -> Decimal:
    """Return the amount in a text; raises `InvalidOperation` for other text."""
    found = _WRITTEN.match(text.strip().translate(dict.fromkeys(map(ord, HARD_SPACES), " ")))
    if found is None:
        raise InvalidOperation
    number = found[1].strip()
    if _COMMAS.match(number):
        number = number.replace(",", "")
    if _SPACES.match(number):
        number = number.replace(" ", "")
    return Decimal(number + SCALES[(found[2] or "").lower()])
