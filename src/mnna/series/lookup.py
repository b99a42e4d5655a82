"""Functions that look up figures; a value, zero, missing and outside the coverage are four different answers."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import SupportsIndex

from mnna.errors import BadDate, CannotAnswer, UnknownWord, alike
from mnna.series import coverage_codes, figures, metadata, vintages
from mnna.series.coverage_codes import Place
from mnna.series.figures import Written, number
from mnna.series.records import (
    ABSENT_NOT_TOP_FIVE,
    ABSENT_ZERO,
    EMBEDDED,
    CountrySeries,
    Figure,
    Indicator,
    State,
    YearsNote,
)


def indicators() -> tuple[Indicator, ...]:
    """Return every indicator that has figures here; the user's own and refreshed ones replace the embedded ones."""
    return tuple(indicator for indicator, _ in _catalogue().values())


def indicator(name: str) -> Indicator:
    """Return the indicator with the id `name`.

    Raises `UnknownWord` with the nearest ids. Raises `CannotAnswer` for an indicator whose license forbids shipping its
    figures and whose figures the user has not added; the error says how to add them.
    """
    return _held(name)[0]


def _held(name: str) -> tuple[Indicator, Path | None]:
    """Return the indicator with the id `name` and the path of its vintage, None for embedded figures.

    Raises as `indicator` does.
    """
    if (found := _catalogue().get(name)) is not None:
        return found
    if (record := metadata.records().get(name)) is not None:
        wrong = f"its figures are not shipped ({record['licence']})"
        raise CannotAnswer(f"the indicator {name}", wrong, (), record["bring"])
    near = alike(name, _catalogue(), 5, 0.5)
    near = near or [one for one in _catalogue() if name and name in one][:5]
    do = "`mnna indicators` lists them all."
    raise UnknownWord(f"the indicator {name!r}", "there is no such indicator", near, do)


def _catalogue() -> Mapping[str, tuple[Indicator, Path | None]]:
    if not (own := vintages.held()):
        return _shipped()
    found: dict[str, tuple[Indicator, Path | None]] = dict(_shipped())
    for vintage in own:
        found.update({name: (one, vintage.path) for name, one in vintage.indicators.items()})
    return found


@cache
def _shipped() -> Mapping[str, tuple[Indicator, None]]:
    return {name: (one, None) for name, one in metadata.embedded().items()}


def panel(name: str) -> Written:
    """Return every figure in an indicator's table by (alpha-3 code, year).

    Zeros that the table implies are not included: where `Indicator.absent` is `zero inside coverage`, a state and year
    inside the coverage without a row means zero. Raises as `indicator` does.
    """
    return _panel(name, _held(name)[1])


def _panel(name: str, path: Path | None) -> Written:
    return figures.embedded(name) if path is None else vintages.panel(path, name)


def figure(name: str, country: str, year: int) -> Figure:
    """Return the figure of an indicator for a country and calendar year (US fiscal year where the indicator says so).

    A static indicator has one figure for any year; `of_year` is then its year. Raises as `indicator` does,
    `UnknownCountry`, and `BadDate` for a year that is not one. A year or country without a figure is not an error.
    """
    (of, path), where = _held(name), coverage_codes.place(country)
    year = _year(of, year)
    known = _panel(name, path).of_country(where.iso3)
    own = tuple(known)
    of_year = own[-1] if of.kind == "static" and own else year
    value = known.get(of_year)
    cautions = tuple(one for one in _warnings(of, where.iso3) if one.applies(where.iso3, year))
    unusable = next((caution.note for caution in cautions if caution.effect == "unusable"), "")
    state = _state(of, where, year, value, unusable)
    number = _number(state, value)
    because = _because(of, where, year, state, value, own, unusable)
    notes = tuple(caution.note for caution in cautions if caution.effect == "caution")
    dated = None if number is None else of_year
    covers = of.first_year, of.last_year, own[0] if own else None, own[-1] if own else None
    answered = of.id, where.iso3, year, state, number, of.unit, because, dated  # in the order of the fields of `Figure`
    return Figure(*answered, *covers, of.source_line(), of.licence, notes)


def numbers(name: str, asked: Iterable[tuple[str, int]]) -> list[float | None]:
    """Return `figure(...).value` for each alpha-3 code and year asked, in order; None where there is no number.

    This is much faster than `figure`. Raises as `indicator` does.
    """
    of, path = _held(name)
    table = _panel(name, path)
    pairs = list(asked)
    if of.kind == "static":
        known = [table.of_country(country) for country, _ in pairs]
        found = [each[max(each)] if each else None for each in known]
    else:
        of_years = {year: table.of_year(year) for year in {year for _, year in pairs}}
        found = [of_years[year].get(country) for country, year in pairs]
    if of.absent != ABSENT_ZERO:
        return found
    unusable = [one for one in _about(of) if one.effect == "unusable"]
    return [_absent(of, unusable, *pair) if value is None else value for pair, value in zip(pairs, found, strict=True)]


def _absent(of: Indicator, unusable: Sequence[metadata.Caution], country: str, year: int) -> float | None:
    """Return the number that an absent row means: 0 or None."""
    why = next((one.note for one in unusable if one.applies(country, year)), "")
    return _number(_state(of, coverage_codes.place(country), year, None, why), None)


def _number(state: State, value: float | None) -> float | None:
    return {"value": value, "zero": 0.0}.get(state)


def _year(of: Indicator, year: SupportsIndex) -> int:
    try:
        plain = operator.index(year)  # numpy integers are accepted
    except TypeError:
        plain = 0
    if isinstance(year, bool) or not 1 <= plain <= 9999:
        raise BadDate(f"the year {year!r}", "not a year", (), f"{of.id} covers {of.first_year} to {of.last_year}.")
    return plain


def _state(of: Indicator, where: Place, year: int, value: float | None, unusable: str) -> State:
    if value is not None:
        return "zero" if value == 0 and not of.zero_means else "value"
    if of.kind != "static" and not of.first_year <= year <= of.last_year:
        return "outside"
    implied = of.absent == ABSENT_ZERO and where.kind == "state" and where.existed(year) and not unusable
    return "zero" if implied else "missing"


def _warnings(of: Indicator, country: str) -> tuple[metadata.Caution, ...]:
    """Return the cautions that apply to an indicator's figures of a country."""
    return tuple(one for one in _about(of) if one.country in ("*", country))


def _about(of: Indicator) -> tuple[metadata.Caution, ...]:
    """Return the cautions about an indicator whose scope includes the origin of its figures."""
    scopes = {EMBEDDED: ("embedded", "producer"), vintages.OWN: ()}.get(of.origin, ("producer",))
    return tuple(one for one in metadata.cautions_of(of.id) if one.scope in scopes)


def withheld(name: str) -> frozenset[tuple[str, int]]:
    """Return the pairs of country and year whose figures were left out of the table as wrong."""
    bad = (one for one in _about(indicator(name)) if one.effect == "unusable")
    return frozenset((one.country, year) for one in bad for year in range(one.from_year, one.to_year + 1))


def series(name: str, country: str) -> tuple[tuple[int, float], ...]:
    """Return the country's figures as (year, value) in order of year, including zeros that an absent row means.

    Years without a figure are left out. Raises as `indicator` does, and `UnknownCountry`.
    """
    (of, path), where = _held(name), coverage_codes.place(country)
    if of.absent != ABSENT_ZERO:
        return tuple(_panel(name, path).of_country(where.iso3).items())
    span = range(of.first_year, of.last_year + 1)
    found = zip(span, numbers(name, ((where.iso3, year) for year in span)), strict=True)
    return tuple((year, value) for year, value in found if value is not None)


def of_country(name: str, country: str) -> CountrySeries:
    """Return a country's figures by year with warnings; raises `UnknownWord`, `CannotAnswer` or `UnknownCountry`."""
    of, where = indicator(name), coverage_codes.place(country)
    points = series(name, where.iso3)
    because = "" if points else figure(name, where.iso3, of.last_year).because
    first, last = of.first_year, of.last_year
    cautions = _warnings(of, where.iso3)
    notes = tuple(YearsNote(max(one.from_year, first), min(one.to_year, last), one.note) for one in cautions)
    return CountrySeries(of, where.iso3, points, because, notes)


def latest(name: str, country: str) -> Figure | None:
    """Return the country's figure of the latest year that has one (a zero counts); None if no year has one."""
    known = series(name, country)
    return figure(name, country, known[-1][0]) if known else None


def figures_hash() -> str:
    """Return a hash (16 hexadecimal digits) of the embedded figures, their records, cautions and intervals."""
    ours = figures.FOLDER / "coverage.csv", metadata.FILE, metadata.FILE.with_name("cautions.csv")
    files = (*ours, *sorted(metadata.INTERVALS.glob("*.csv")))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _because(
    of: Indicator, where: Place, year: int, state: State, value: float | None, own: Sequence[int], unusable: str
) -> str:
    """Return the sentence that explains one answer; `own` are the years for which the country has figures."""
    if value is not None:
        return _given(of, where, year, value, own)
    if state == "zero":
        return f"No row for {where.name} in {year}. In this series a missing row within the years covered means zero."
    if unusable:
        return unusable
    if state == "outside":
        return f"The series covers {_span(of.first_year, of.last_year)}; {_own(where, own)}."
    return _missing(of, where, year, own)


def _given(of: Indicator, where: Place, year: int, value: float, own: Sequence[int]) -> str:
    if of.kind == "static":
        return f"One figure for all years, as of {own[-1]}."
    if value == 0 and of.zero_means:
        return f"Printed as 0, which here means {of.zero_means}."
    said = "zero, as a figure of its own" if value == 0 else number(value)
    return f"The series has {said} for {where.name} in {year}."


def _missing(of: Indicator, where: Place, year: int, own: Sequence[int]) -> str:
    if of.absent == ABSENT_NOT_TOP_FIVE:
        return _not_top_five(of, where, own)
    if of.absent == ABSENT_ZERO and where.kind == "state":
        return f"{where.name} did not exist as a state in {year}, so an absent row says nothing."
    if not own:
        return f"{where.name} is not in the series in any year{_what(where)}."
    if own[0] <= year <= own[-1]:
        return f"A gap: {where.name} has figures for {_span(own[0], own[-1])}, but none for {year}."
    return f"The series covers the year ({_span(of.first_year, of.last_year)}), but {_own(where, own)}."


def _not_top_five(of: Indicator, where: Place, own: Sequence[int]) -> str:
    if own:
        return f"The series gives one year for each country: {own[-1]} for {where.name}."
    return (
        f"Not listed for {where.name}{_what(where)}: the source names a partner only where it is among the first five, "
        "so the share is unknown, not zero."
    )


def _own(where: Place, own: Sequence[int]) -> str:
    if not own:
        return f"{where.name} is not in it in any year{_what(where)}"
    return f"its figures for {where.name} are of {_span(own[0], own[-1])}"


def _what(where: Place) -> str:
    words = {"territory": "a territory or associated state", "organisation": "an organization, not a country"}
    return f" ({words[where.kind]})" if where.kind in words else ""


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
