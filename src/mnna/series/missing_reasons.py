"""Why a figure has its value or is missing, in one sentence."""

from __future__ import annotations

from mnna.series.coverage_codes import Place
from mnna.series.figures import number
from mnna.series.records import ABSENT_NOT_TOP_FIVE, ABSENT_ZERO, Indicator, State


def because(
    of: Indicator, where: Place, year: int, state: State, value: float | None, own: tuple[int, ...], unusable: str
) -> str:
    """Return the sentence for one answer; `own` are the years the country has figures for."""
    if value is not None:
        return _given(of, where, year, value, own)
    if state == "zero":
        return f"No row for {where.name} in {year}. In this series a missing row within the years covered means zero."
    if unusable:
        return unusable
    if state == "outside":
        return f"The series covers {_span(of.first_year, of.last_year)}; {_own(where, own)}."
    return _missing(of, where, year, own)


def _given(of: Indicator, where: Place, year: int, value: float, own: tuple[int, ...]) -> str:
    if of.kind == "static":
        return f"One figure for all years, as of {own[-1]}."
    if value == 0 and of.zero_means:
        return f"Printed as 0, which here means {of.zero_means}."
    said = "zero, as a figure of its own" if value == 0 else number(value)
    return f"The series has {said} for {where.name} in {year}."


def _missing(of: Indicator, where: Place, year: int, own: tuple[int, ...]) -> str:
    if of.absent == ABSENT_NOT_TOP_FIVE:
        return _not_top_five(of, where, own)
    if of.absent == ABSENT_ZERO and where.kind == "state":
        return f"{where.name} did not exist as a state in {year}, so an absent row says nothing."
    if not own:
        return f"{where.name} is not in the series in any year{_what(where)}."
    if own[0] <= year <= own[-1]:
        return f"A gap: {where.name} has figures for {_span(own[0], own[-1])}, but none for {year}."
    return f"The series covers the year ({_span(of.first_year, of.last_year)}), but {_own(where, own)}."


def _not_top_five(of: Indicator, where: Place, own: tuple[int, ...]) -> str:
    if own:
        return f"The series gives one year for each country: {own[-1]} for {where.name}."
    return (
        f"Not listed for {where.name}{_what(where)}: the source names a partner only where it is among the first five, "
        "so the share is unknown, not zero."
    )


def _own(where: Place, own: tuple[int, ...]) -> str:
    if not own:
        return f"{where.name} is not in it in any year{_what(where)}"
    return f"its figures for {where.name} are of {_span(own[0], own[-1])}"


def _what(where: Place) -> str:
    words = {"territory": "a territory or associated state", "organisation": "an organization, not a country"}
    return f" ({words[where.kind]})" if where.kind in words else ""


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
