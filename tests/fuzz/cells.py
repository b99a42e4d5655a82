"""Random cases cell by cell: what a cell holds, what the single case is asked for it, and how a text may write it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from mnna.dates import MONTHS
from mnna.registry.countries import countries, ours
from mnna.statutes import catalog
from tests.screening.cases import COLUMNS, STATUTES, THRESHOLDS

MONEY = ("mde", "total", "construction", "firearms")
MISSING = ("", "", "", "n/a", "NaN", "-", "unknown", " ")
RECIPIENTS = sorted(code for code, one in countries().items() if not ours(one))
JUNK = {
    "recipient": ("Freedonia", "USA", "Mexiko or so", "=1+1", "\u200b", "Côte", "M\u00e9xico\u0301", "12"),
    "channel": ("barter", "f\u200bms", "=cmd", "lease or dcs"),
    "on": ("soon", "2023-02-30", "45358", "2023-05-01T25:61:61", "0000-01-01", "2023-13-01", "10000-01-01", "\u0661"),
    "amount": ("12 apples", "-5", "1e400", "\u0663\u0660", "20 thousand thousand", "1,2,3", "0x10", "$", "--5", "1_0_"),
    "lease_months": ("twelve", "-1", "1.5", "1e400", "999999999999999999999"),
    "truth": ("maybe", "2", "ja", "TRUE-ish"),
    "origin": ("both", "govt", "0"),
}
NOTES = ("", "x", 'say "so", twice', "a,b;c|d\te", "=2+3", "\u00a0=1", "ü日本🛰", "'", "\\", "NULL", "\ufffd", "0012")


class Cell(NamedTuple):
    """A cell: its value as typed files have it, its text, and whether it is junk, given to both as it is."""

    value: Any
    text: str
    junk: bool = False


Row = dict[str, Cell]


class Manner(NamedTuple):
    """How one text file writes days and amounts: `days` is iso, words, dmy, mdy or clock; `comma` for the cents."""

    days: str = "iso"
    comma: bool = False

    def options(self) -> dict[str, str]:
        """The options of `screen` without which the file would be refused."""
        order = {"dates": self.days} if self.days in ("dmy", "mdy") else {}
        return order | ({"decimal": "comma"} if self.comma else {})


def rows(rng: Random, columns: list[str], manner: Manner, dirt: float, most: int = 14) -> list[Row]:
    """Up to `most` rows of those columns; `dirt` is the share of cells that are junk."""
    return [{name: cell(rng, name, manner, dirt) for name in columns} for _ in range(rng.randint(1, most))]


def columns(rng: Random) -> list[str]:
    """Recipient, channel and day, most times all three, some facts, in any order, and a note."""
    heads = ["recipient", "channel", "on"] if rng.random() < 0.9 else rng.sample(["recipient", "channel", "on"], 2)
    others = rng.sample(COLUMNS[3:], rng.randint(1, 6))
    found = [*heads, *others, "note"]
    rng.shuffle(found)
    return found


def cell(rng: Random, name: str, manner: Manner, dirt: float) -> Cell:
    """One cell: a note, junk, nothing, or a value."""
    if name == "note":
        text = rng.choice(NOTES)
        return Cell(text, text)
    if rng.random() < dirt:
        text = rng.choice(JUNK[_family(name)])
        return Cell(text, text, True)
    if rng.random() < 0.15:
        return Cell(None, rng.choice(MISSING))
    value = _value(rng, name)
    return Cell(value, _padded(rng, _written(rng, name, value, manner)))


def _family(name: str) -> str:
    return "amount" if name in MONEY else name if name in JUNK else "truth"


def _value(rng: Random, name: str) -> Any:
    if name == "recipient":
        return rng.choice(RECIPIENTS)
    if name == "channel":
        return rng.choice(tuple(catalog.CHANNELS))
    if name == "on":
        turn = rng.choice(STATUTES) + timedelta(days=rng.choice((-1, 0, 1)))
        return turn if rng.random() < 0.6 else date(1970, 1, 1) + timedelta(days=rng.randint(0, 22_000))
    if name in MONEY:
        near = rng.choice(THRESHOLDS) + rng.choice((Decimal("-0.01"), Decimal(0), Decimal("0.01")))
        return near if rng.random() < 0.6 else Decimal(rng.randint(0, 40_000_000_000)) / 100
    if name == "lease_months":
        return rng.choice((0, 1, 11, 12, 13, 59, 60, 61))
    return rng.choice(("government", "commercial")) if name == "origin" else rng.random() < 0.5


def _written(rng: Random, name: str, value: Any, manner: Manner) -> str:
    if name == "recipient":
        return rng.choice((value, value.lower(), countries()[value].name, countries()[value].name.upper()))
    if name in ("channel", "origin"):
        return str(rng.choice((value, value.upper(), value.title())))
    if name == "on":
        return _day(rng, value, manner.days)
    if name in MONEY:
        return _amount(rng, value, manner.comma)
    if isinstance(value, bool):
        return rng.choice(("yes", "YES", "true", "True") if value else ("no", "No", "false", "FALSE"))
    return str(value)


def _day(rng: Random, on: date, form: str) -> str:
    if form in ("dmy", "mdy"):
        first, second = (on.day, on.month) if form == "dmy" else (on.month, on.day)
        return f"{first}{(mark := rng.choice('/.-'))}{second:02}{mark}{on.year}"
    if form == "clock":
        return _instant(rng, on)
    if form == "words":
        month = rng.choice((MONTHS[on.month], MONTHS[on.month][:3].lower()))
        return rng.choice(
            (f"{on.day} {month} {on.year}", f"{month} {on.day}, {on.year}", f"{on.day}-{month}-{on.year}")
        )
    return rng.choice((on.isoformat(), on.strftime("%Y%m%d"), f"{on.year}/{on.month}/{on.day}"))


def _instant(rng: Random, on: date) -> str:
    """An instant of that day in UTC, in a zone of any place."""
    minutes = rng.choice((0, -240, 330, 840, -720))
    clock = datetime.combine(on, time(rng.randint(0, 23), rng.randint(0, 59)), UTC)
    there = clock.astimezone(timezone(timedelta(minutes=minutes)))
    return there.isoformat().replace("+00:00", rng.choice(("Z", "+00:00"))).replace("T", rng.choice(" T"), 1)


def _amount(rng: Random, value: Decimal, comma: bool) -> str:
    plain = f"{value:.2f}".removesuffix(".00") if rng.random() < 0.5 else f"{value:.2f}"
    forms = [plain, f"{value:,.2f}", f"${value:,.2f}", f"USD {plain}"]
    if value and value % 1_000_000 == 0:
        forms += [f"{value / 1_000_000:f} million", f"${value / 1_000_000:f}M"]
    text = rng.choice(forms)
    return text.translate(str.maketrans(".,", ",.")) if comma else text


def _padded(rng: Random, text: str) -> str:
    return rng.choice((text, text, text, f" {text}", f"{text} ", f"\u00a0{text}"))
