"""Write counts, amounts of money, figures and intervals in words."""

from __future__ import annotations

from collections.abc import Sequence

from mnna.sentences import listed as listed

NOT_KNOWN = "not known"
NOTHING = "–"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """Return a count, in words up to twelve: `no`, `one`, `twelve`, `13`, `1,200`."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """Return a count with its noun: `one answer`, `two answers`, `no countries`; the default plural adds `s`."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def money(dollars: float | int | None) -> str:
    """Return US dollars, exactly: `$14 million`, `$1.5 billion`, `$500,000`, `$14,000,001`; None is `not known`.

    An amount is given in millions or billions only if at most three decimals of that unit state it exactly.
    """
    if dollars is None:
        return NOT_KNOWN
    sign, amount = ("-" if dollars < 0 else ""), abs(dollars)
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if amount >= size and amount * 1000 % size == 0:
            return f"{sign}${amount / size:,.10g} {word}"
    return f"{sign}${amount:,.0f}" if amount == int(amount) else f"{sign}${amount:,.2f}"


def dollars(value: float) -> str:
    """Return US dollars to three digits, for estimates: `$1.79 trillion`; a negative amount has a minus sign."""
    return f"{'-' if value < 0 else ''}${large(abs(value))}"


def large(value: float) -> str:
    """Return a large number to three digits: `1.79 trillion`, `130 million`, `92,300`."""
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{rounded(value / size)}{word}"
    return rounded(value)


def rounded(value: float) -> str:
    """Return a number to three digits, but a whole number below 100,000 exactly."""
    if value == int(value) and abs(value) < 1e5:
        return f"{value:,.0f}"
    from math import floor, log10  # late: most answers round nothing

    places = 2 - floor(log10(abs(value)))
    return f"{round(value, places):,.{max(places, 0)}f}"


def amount(value: float | int, unit: str = "") -> str:
    """Return a number with its unit: `30 days`, `1 day`, `5 percent`, `50,000 pounds`; `usd` gives `money`."""
    if unit == "usd":
        return money(value)
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    if not unit or unit == "percent":
        return f"{shown} {unit}".rstrip()
    return f"{shown} {unit.removesuffix('s') if value == 1 else unit}"


def figure(value: float | None, missing: str = "missing") -> str:
    """Return a figure of a series with about four digits and grouped thousands, or `missing` if it is None."""
    if value is None:
        return missing
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.4g}" if abs(value) < 1e3 else f"{value:,.1f}"


def signed(value: float | None, digits: int = 2) -> str:
    """Return a change with its sign: `+0.31`, `-1.20`, never `-0.00`; a dash if it is None or NaN."""
    return NOTHING if value is None or value != value else f"{value:+z.{digits}f}"


def between(ends: Sequence[float | None] | None, digits: int = 2, sign: bool = False) -> str:
    """Return an interval: `3 to 14`, `-0.42 to +0.11` with `sign`; a dash if an end is None."""
    known = [one for one in ends or () if one is not None]
    if len(known) < 2:
        return NOTHING
    return " to ".join(f"{one:{'+' if sign else ''}z.{digits}f}" for one in known)


def decimals(value: float | None, digits: int = 2) -> str:
    """Return a number with `digits` decimals, never `-0.00`; a dash if it is None or NaN."""
    return NOTHING if value is None or value != value else f"{value:z.{digits}f}"


def share(part: float | None) -> str:
    """Return a share (0 to 1) as a whole percentage: `12%`, `under 1%`; a dash if it is None."""
    if part is None:
        return NOTHING
    return "under 1%" if 0 < part < 0.005 else f"{100 * part:.0f}%"
