"""What every question shares: a day, a country, and the stamp that says which law and facts answered it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from numbers import Number

from mnna._version import __version__
from mnna.engine.law_hash import law_hash
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import resolve
from mnna.registry.load import Registry
from mnna.registry.readings import question_day
from mnna.registry.records import Country

day = question_day


def foreign(asked: str) -> Country:
    """The foreign country or organization of that code or name.

    Raises `UnknownCountry`, or `BadQuestion` for the United States: the law here is about others.
    """
    country = resolve(asked)
    if country.iso3 == "USA":
        raise BadQuestion(
            f"the country {asked!r}",
            "these are questions about foreign countries, asked of United States law",
            (),
            "Name another country; `mnna status USA` shows what the registry holds.",
        )
    return country


def dollars(asked: object, name: str) -> Decimal:
    """An amount in US dollars, to the cent.

    Takes numbers and text such as `20e6`, `20000000`, `$20,000,000` and `20 million`. Raises `BadQuestion` for what is
    not a finite amount of at least zero.
    """
    try:
        amount = _decimal(asked)
        if not amount.is_finite() or amount >= Decimal(10) ** 16:
            raise InvalidOperation
    except (InvalidOperation, ValueError):
        raise BadQuestion(f"{name} {asked!r}", "it is not an amount of money", (), "Write 20000000 or 20e6.") from None
    if amount < 0:
        raise BadQuestion(f"{name} {asked!r}", "it is below zero", (), "Amounts are US dollars, zero or more.")
    return amount.quantize(Decimal("0.01"))


def _decimal(asked: object) -> Decimal:
    if isinstance(asked, bool) or not isinstance(asked, (str, Number)):
        raise ValueError
    text = str(asked).strip().lower().removeprefix("usd").removeprefix("us$").strip().removeprefix("$").strip()
    for word, factor in (("thousand", 3), ("million", 6), ("billion", 9)):
        if text.endswith(word):
            return _decimal(text.removesuffix(word).strip()) * Decimal(10) ** factor
    return Decimal(text.replace(",", "") if _grouped(text) else text)


def _grouped(text: str) -> bool:
    """Whether commas stand where thousands are grouped, so that `1,5` is refused and not read as 15."""
    head, *rest = text.split(".")[0].split(",")
    return bool(rest) and 1 <= len(head) <= 3 and all(len(part) == 3 and part.isdigit() for part in rest)


def stamp(registry: Registry) -> dict[str, str]:
    """Which law, facts and version answered: content hashes and the package's version."""
    return {"law": law_hash(), "facts": registry.hash, "version": __version__}


def names(given: Iterable[str] | str | None) -> tuple[str, ...]:
    """Names given as a list, or one name alone; nothing where none is given.

    Raises `BadQuestion` for what is no name.
    """
    found = (given,) if isinstance(given, str) else () if given is None else tuple(given)
    for one in found:
        if not isinstance(one, str):
            raise BadQuestion(f"the name {one!r}", "it is not text", (), "Give a name or a list of names.")
    return tuple(str(one) for one in found)


def assumed(assumptions: Iterable[Assumption]) -> list[dict[str, str]]:
    """Assumptions as JSON, in the order they were made."""
    return [assumption.to_dict() for assumption in assumptions]
