"""The arguments of claim types: what each may be, in words, and its parser, which raises an error that lists this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from mnna.answers.inputs import day, dollars, foreign
from mnna.article_claims import statute_notes
from mnna.as_typed import meant
from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.registry.countries import resolve
from mnna.registry.load import load_registry
from mnna.statutes import catalog


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of argument: its description `says`, and its parser `read`, which takes a name for errors and a value."""

    says: str
    read: Callable[[str, Any], Any]


def _insist(good: bool, name: str, asked: object, wrong: str, do: str, near: tuple[str, ...] = ()) -> None:
    if not good:
        raise BadQuestion(f"{name} = {asked!r}", wrong, near, do)


def text_of(name: str, asked: Any) -> str:
    """Return `asked` if it is a text that is not blank; raise `BadQuestion` for anything else."""
    _insist(isinstance(asked, str) and bool(asked.strip()), name, asked, "it is not a text", "Write it in quotes.")
    return str(asked)


def _countries(name: str, asked: Any) -> tuple[str, ...]:
    listed = asked if isinstance(asked, list | tuple) else [asked]
    if not listed:
        raise BadQuestion(f"{name} []", "the list is empty", (), 'Write a list like ["MEX", "COL"].')
    return tuple(dict.fromkeys(resolve(text_of(name, one)).iso3 for one in listed))


def _status(name: str, asked: Any) -> str:
    """Return the id of the status that is meant; other text unchanged, since it may be a status of the user's own."""
    text = text_of(name, asked)
    try:
        return load_registry().asked(text).id
    except UnknownWord:
        return text


def _day(name: str, asked: Any) -> date:
    _insist(isinstance(asked, date | str), name, asked, "it is not a day", "Write 2022-05-23.")
    return day(asked)


def _whole(low: int, high: int) -> Callable[[str, Any], int]:
    def read(name: str, asked: Any) -> int:
        good = isinstance(asked, int) and not isinstance(asked, bool) and low <= asked <= high
        _insist(good, name, asked, "it is not a whole number in range", f"Write a whole number, {low} to {high}.")
        return int(asked)

    return read


def _number(name: str, asked: Any) -> float:
    good = isinstance(asked, int | float) and not isinstance(asked, bool) and -1e18 < float(asked) < 1e18
    _insist(good, name, asked, "it is not a number", "Write a number without quotes.")
    return float(asked)


def _zero_or_more(name: str, asked: Any) -> float:
    number = _number(name, asked)
    _insist(number >= 0, name, asked, "it is below zero", "Write zero or more.")
    return number


def _truth(name: str, asked: Any) -> bool:
    _insist(isinstance(asked, bool), name, asked, "it is neither true nor false", "Without quotes.", ("true", "false"))
    return bool(asked)


def one_of(*allowed: str) -> Kind:
    """Return the kind of an argument that accepts only the words in `allowed`; its parser raises `UnknownWord`."""

    def read(name: str, asked: Any) -> str:
        asked = meant(asked, allowed) if isinstance(asked, str) else asked
        if asked not in allowed:
            near = alike(str(asked), allowed) or allowed
            raise UnknownWord(f"{name} = {asked!r}", "it is none of the words allowed", near, "")
        return str(asked)

    return Kind(f"one of {', '.join(allowed)}", read)


def thing_of(*aspects: str) -> Kind:
    """Return the kind of an argument that names a thing; its description lists those with a reading under `aspects`.

    Its parser accepts the spelling of files written before 0.2.0, which have `export licence`.
    """
    things = "; ".join(statute_notes.embedded().things(*aspects))
    return Kind(f"one of: {things}", lambda name, asked: text_of(name, asked).replace("licence", "license"))


_A_COUNTRY = "country, by code or English name"
Country = Annotated[str, Kind(f"a foreign {_A_COUNTRY}", lambda name, asked: foreign(text_of(name, asked)).iso3)]
AnyCountry = Annotated[str, Kind(f"a {_A_COUNTRY}", lambda name, asked: resolve(text_of(name, asked)).iso3)]
Countries = Annotated[tuple[str, ...], Kind("a list of countries, by code or English name", _countries)]
Status = Annotated[str, Kind("a status id (`mnna status --list`)", _status)]
Authority = Annotated[
    str, Kind("an authority id (`mnna law`)", lambda name, asked: catalog.asked(text_of(name, asked)).id)
]
Indicator = Annotated[str, Kind("an indicator id (`mnna indicators`)", text_of)]
Verdict = Annotated[str, one_of("yes", "no", "unknown")]
Day = Annotated[date, Kind("a day, like 2022-05-23", _day)]
Year = Annotated[int, Kind("a year, like 2021", _whole(1900, 2200))]
Month = Annotated[int, Kind("a month, 1 to 12", _whole(1, 12))]
Count = Annotated[int, Kind("a whole number", _whole(0, 1_000_000))]
AtLeastOne = Annotated[int, Kind("a whole number, 1 or more", _whole(1, 1_000_000))]
Number = Annotated[float, Kind("a number", _number)]
Tolerance = Annotated[float, Kind("a number, zero or more", _zero_or_more)]
Money = Annotated[
    float, Kind("an amount of US dollars, like 615e9 or '615 billion'", lambda name, asked: float(dollars(asked, name)))
]
Truth = Annotated[bool, Kind("true or false", _truth)]
