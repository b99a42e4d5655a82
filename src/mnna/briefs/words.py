"""How a brief puts days, amounts, lists and the law's questions into words."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mnna.errors import UnknownWord
from mnna.statutes.citations import parse

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ISO = re.compile(r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_ASSUMED = re.compile(r": assumed (?:designation|termination) of [\w-]+ on [\w -]+$")


_WITH_ARTICLE = re.compile(
    r"^(United |Central African|Dominican R|Republic of|Czech R|DR Congo)|"
    r"(Islands|Territories)$|^(Bahamas|Gambia|Philippines|Netherlands|Maldives|Comoros|Seychelles)$"
)


def the(name: str) -> str:
    """A country's name as a sentence uses it: `the Philippines`, `Mexico`."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return capital(text) + ("" if text.endswith((".", "?")) else ".")


def spoken(day: date) -> str:
    """A day as `23 May 2022`, which no reader takes for another."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def spoken_part(text: str) -> str:
    """A date known to the day, month or year (`2022-05-23`, `2022-05`, `2022`) in words."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    if len(parts) == 3:
        return spoken(date.fromisoformat(text))
    return f"{month_name[int(parts[1])]} {parts[0]}" if len(parts) == 2 else text


def prose(text: str) -> str:
    """Text with every ISO day in it written out."""
    return _ISO.sub(lambda found: spoken(date.fromisoformat(found[0])), text)


def need(text: str) -> str:
    """What would settle an unknown; that the status was assumed is said by the table, not by each need."""
    return prose(_ASSUMED.sub("", text))


def start(since: date, since_by: date | None) -> str:
    """The first day of a span, or as much of it as is known: `23 May 2022`, `some day in 1987`.

    `since_by` is the first day on which the status is certain, so that the day before is the last that may be open.
    """
    return happened(since, None if since_by is None else since_by - timedelta(days=1))


def happened(day: date, last: date | None) -> str:
    """The day of an event, or as much of it as is known, where `last` is the last day it may have been."""
    if last is None or last == day:
        return spoken(day)
    if (day.month, day.day, last.month, last.day, last.year) == (1, 1, 12, 31, day.year):
        return f"some day in {day.year}"
    return f"a day between {spoken(day)} and {spoken(last)}"


def days_between(since: date, since_by: date | None, until: date | None) -> str:
    """A span in words: `since 23 May 2022`, `since some day in 1987`, `from 6 July 2012 until 23 September 2022`."""
    first = start(since, since_by)
    return f"since {first}" if until is None else f"from {first} until {spoken(until)}"


def number(count: int) -> str:
    """A count in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """`one answer`, `two answers`."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def listed(items: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def money(dollars: float) -> str:
    """US dollars as `$14 million`."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if dollars >= size:
            return f"${dollars / size:,.10g} {word}"
    return f"${dollars:,.10g}"


_LABELS = {"mde": "major defense equipment"} | {name.lower(): name for name in ("Israel", "Korea", "Thailand")}
_UNITS = {"days": "days", "years": "years", "percent": "percent", "pounds": "pounds", "months": "months"}


def terms(values: Mapping[str, object], only: Sequence[str] | None = None) -> str:
    """The values the law attaches, in words: `annual cap $500 million; wait 30 days`."""
    return "; ".join(_term(name, value) for name, value in values.items() if only is None or name in only)


def _term(name: str, value: object) -> str:
    stem, _, unit = name.rpartition("_")
    if unit not in _UNITS and unit != "usd":
        stem, unit = name, ""
    label = " ".join(_LABELS.get(word, word) for word in stem.split("_"))
    if value is None:
        return f"{label} unknown"
    if isinstance(value, bool):
        return f"{label}: {'yes' if value else 'no'}"
    if unit == "usd" and isinstance(value, (int, float)):
        return f"{label} {money(value)}"
    return f"{label} {value} {_UNITS[unit]}" if unit else f"{label}: {prose(str(value))}"


def links(text: str) -> list[tuple[str, str]]:
    """A citation with its official address, piece by piece where each piece of a list can be read by itself."""
    pieces = [piece.strip() for piece in text.split(";")]
    found = [(piece, _link(piece)) for piece in pieces]
    return found if all(link for _, link in found) else [(text, _link(text) or next((x for _, x in found if x), ""))]


def _link(citation: str) -> str:
    try:
        return next((cited.link for cited in parse(citation) if cited.link), "")
    except UnknownWord:
        return ""
