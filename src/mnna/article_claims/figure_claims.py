"""Claim types about numbers: trade, borders and any indicator. Each ruling names the year, source and license.

A claim about the present is judged by the last complete year on its day. Figures are of the vintage held, which may
have been revised after the claim was made. So an equality has a tolerance, and the ruling states it.
"""

from __future__ import annotations

from typing import Annotated

from mnna.article_claims.status_claims import name, named
from mnna.article_claims.types import (
    AnyCountryArg,
    AtLeastOneArg,
    CountryArg,
    IndicatorArg,
    MoneyArg,
    NumberArg,
    ToleranceArg,
    YearArg,
    claim_type,
    one_of,
)
from mnna.article_claims.verdicts import Here, Ruling, ruling, shown
from mnna.dates import spoken
from mnna.errors import BadQuestion, CannotAnswer
from mnna.series.borders import SOURCE
from mnna.series.records import ABSENT_ZERO, Figure

TOTAL, RANK, SHARE = "us_goods_trade_total", "us_goods_trade_rank", "us_goods_trade_share"
SideArg = Annotated[str, one_of("deficit", "surplus")]
ScopeArg = Annotated[str, one_of("goods", "goods and services", "unsaid")]


def year_for(here: Here, indicator: str, country: str, asked: int | None) -> int:
    """Return the year to judge a claim by: the year it names or the latest held, at most the last complete year."""
    over = here.on.year - 1
    if asked is not None:
        return min(asked, over)
    known = [year for year, _ in here.evidence.figures.series(indicator, country) if year <= over]
    return known[-1] if known else over


def _asked(here: Here, indicator: str, country: str, asked: int | None) -> tuple[Figure, str]:
    """Return the figure that a claim is judged by, and a remark if its year is not the expected one (else "")."""
    year = year_for(here, indicator, country, asked)
    figure = here.evidence.figures.figure(indicator, country, year)
    if asked is not None and asked > year:
        return figure, f" {asked} was not over on {spoken(here.on)}; {year} stands in for it."
    if asked is None and year < here.on.year - 1:
        return figure, f" {year} is the latest year held here; `mnna refresh {indicator}` fetches newer ones."
    return figure, ""


def _unknown(figure: Figure, said: str) -> Ruling:
    return ruling(None, f"{figure.because}{said}", [figure.source], [shown(figure)])


def _notes(figure: Figure) -> str:
    return "".join(f" {note}" for note in figure.notes)


def _billions(usd: float) -> str:
    return f"{usd / 1e9:,.1f} billion dollars"


@claim_type
def trade_total_at_least(
    here: Here, country: CountryArg, usd: MoneyArg, year: YearArg | None = None, scope: ScopeArg = "unsaid"
) -> Ruling:
    """Trade of the United States with the country is at least so much a year. Only goods are held here: unless the
    claim says goods, a number that goods alone do not reach cannot be settled."""
    return _trade_total(here, country, usd, year, scope, None)


def _trade_total(here: Here, country: str, usd: float, year: int | None, scope: str, tolerance: float | None) -> Ruling:
    """Return the ruling on a total in US dollars: within `tolerance` percent or, if that is None, at least `usd`."""
    figure, said = _asked(here, TOTAL, country, year)
    if figure.value is None:
        return _unknown(figure, said)
    total = figure.value * 1e6
    allowed = "" if tolerance is None else f" (tolerance {tolerance:g} percent)"
    because = f"Goods trade with {named(country)} was {_billions(total)} in {figure.of_year}, against "
    because += f"{_billions(usd)} claimed{allowed}.{_notes(figure)}{said}"
    holds: bool | None = total >= usd if tolerance is None else abs(total - usd) <= usd * tolerance / 100
    if scope != "goods" and total < usd and not (holds and scope == "unsaid"):
        holds = None
        because += f" Services, which are not held here, would have to make up {_billions(usd - total)}."
    elif tolerance is not None and scope == "goods and services" and holds:
        holds = None
        because += " Services, which are not held here, come on top."
    return ruling(holds, because, [figure.source], [shown(figure)])


@claim_type
def trade_total_is(
    here: Here,
    country: CountryArg,
    usd: MoneyArg,
    year: YearArg | None = None,
    tolerance_percent: ToleranceArg = 2,
    scope: ScopeArg = "unsaid",
) -> Ruling:
    """Trade of the United States with the country is so much, within a tolerance. Only goods are held here: where the
    claim leaves open whether services count and the goods alone fall short, it cannot be settled."""
    return _trade_total(here, country, usd, year, scope, tolerance_percent)


@claim_type
def trade_rank_is(here: Here, country: CountryArg, rank: AtLeastOneArg, year: YearArg | None = None) -> Ruling:
    """The country is the United States' partner of that rank in goods trade (1 is the largest)."""
    figure, said = _asked(here, RANK, country, year)
    if figure.value is None:
        return _unknown(figure, said)
    because = f"{name(country)} ranked {figure.value:.0f} among partners in goods trade in {figure.of_year}"
    because += f", against {rank} claimed; customs territories are counted one by one.{_notes(figure)}{said}"
    return ruling(figure.value == rank, because, [figure.source], [shown(figure)])


@claim_type
def trade_balance_is(
    here: Here,
    country: CountryArg,
    side: SideArg,
    usd: MoneyArg | None = None,
    year: YearArg | None = None,
    tolerance_percent: ToleranceArg = 3,
) -> Ruling:
    """The United States has a deficit, or a surplus, in its goods trade with the country, of so much if the claim says
    so, within a tolerance."""
    sold, said = _asked(here, "us_goods_exports", country, year)
    bought, _ = _asked(here, "us_goods_imports", country, year)
    if sold.value is None or bought.value is None:
        return _unknown(sold if sold.value is None else bought, said)
    balance = (sold.value - bought.value) * 1e6
    because = f"Exports of goods to {named(country)} were {_billions(sold.value * 1e6)} in {sold.of_year} and imports "
    because += (
        f"{_billions(bought.value * 1e6)}: a {'surplus' if balance > 0 else 'deficit'} of {_billions(abs(balance))}"
    )
    because += f"; {_billions(usd)} claimed.{said}" if usd else f".{said}"
    holds = (balance > 0) == (side == "surplus")
    near = usd is None or abs(abs(balance) - usd) <= usd * tolerance_percent / 100
    return ruling(holds and near, because, [sold.source], [shown(sold), shown(bought)])


@claim_type
def trade_share_is(
    here: Here,
    country: CountryArg,
    percent: NumberArg,
    year: YearArg | None = None,
    tolerance_points: ToleranceArg = 0.25,
) -> Ruling:
    """The country makes up so many percent of United States goods trade, within a tolerance in percentage points that
    allows for rounding and revisions."""
    figure, said = _asked(here, SHARE, country, year)
    if figure.value is None:
        return _unknown(figure, said)
    because = f"{name(country)} made up {figure.value:.2f} percent of US goods trade in {figure.of_year}, against "
    because += f"{percent:g} claimed (tolerance {tolerance_points:g} points).{_notes(figure)}{said}"
    return ruling(abs(figure.value - percent) <= tolerance_points, because, [figure.source], [shown(figure)])


@claim_type
def border_rank_at_most(here: Here, country: AnyCountryArg, neighbour: AnyCountryArg, rank: AtLeastOneArg) -> Ruling:
    """The land border of the two countries is among the so many longest in the world, by each measurement of it."""
    if country == neighbour:
        raise BadQuestion("border_rank_at_most", f"{name(country)} is its own neighbor", (), "Name two countries.")
    borders = here.evidence.figures.borders()
    border = next((one for one in borders if {one.a, one.b} == {country, neighbour}), None)
    if border is None:
        return ruling(False, f"{name(country)} and {name(neighbour)} have no land border.", [SOURCE])
    lengths = [km for km in (border.km_under_a, border.km_under_b) if km is not None]
    others = [one.km for one in borders if one is not border]
    ranks = [1 + sum(km > length for km in others) for length in lengths]
    told = " and ".join(f"{km:,.0f} km (rank {place})" for km, place in zip(lengths, ranks, strict=True))
    because = f"The border is {told}, as measured under each neighbor; {rank} claimed."
    holds = True if max(ranks) <= rank else False if min(ranks) > rank else None
    figure = {"indicator": "land border", "country": f"{border.a}-{border.b}", "value": border.km, "unit": "km"}
    figures = [figure | {"rank": min(ranks), "source": border.source}]
    return ruling(holds, because, [border.source], figures)


@claim_type
def figure_is(
    here: Here,
    indicator: IndicatorArg,
    country: AnyCountryArg,
    value: NumberArg,
    year: YearArg | None = None,
    tolerance_percent: ToleranceArg = 2,
) -> Ruling:
    """An indicator has that value for the country, within a tolerance."""
    allowed = abs(value) * tolerance_percent / 100
    return _compared(here, indicator, country, year, value, "is", allowed)


@claim_type
def figure_at_least(
    here: Here, indicator: IndicatorArg, country: AnyCountryArg, value: NumberArg, year: YearArg | None = None
) -> Ruling:
    """An indicator is at least so much for the country."""
    return _compared(here, indicator, country, year, value, "is at least")


@claim_type
def figure_at_most(
    here: Here, indicator: IndicatorArg, country: AnyCountryArg, value: NumberArg, year: YearArg | None = None
) -> Ruling:
    """An indicator is at most so much for the country."""
    return _compared(here, indicator, country, year, value, "is at most")


@claim_type
def figure_exceeds(
    here: Here, indicator: IndicatorArg, country: AnyCountryArg, than: AnyCountryArg, year: YearArg | None = None
) -> Ruling:
    """An indicator is higher for the country than for another, in the year named or the latest both have."""
    if (lacking := _lacking(here, indicator)) is not None:
        return lacking
    both = {year_for(here, indicator, one, year) for one in (country, than)}
    asked = [_asked(here, indicator, one, min(both)) for one in (country, than)]
    unknown = next((figure for figure, _ in asked if figure.value is None), None)
    if unknown is not None:
        return _unknown(unknown, "")
    first, second = (figure for figure, _ in asked)
    assert first.value is not None and second.value is not None
    because = f"{indicator} was {_plain(first.value)} for {named(country)} and {_plain(second.value)} for "
    because += f"{named(than)} in {first.of_year} ({first.unit}).{_notes(first)}{_notes(second)}"
    return ruling(first.value > second.value, because, [first.source], [shown(first), shown(second)])


def _lacking(here: Here, indicator: str) -> Ruling | None:
    """Return a "not verifiable" ruling if the indicator is not held here; None if it is."""
    try:
        here.evidence.figures.indicator(indicator)
    except CannotAnswer as error:
        return ruling(None, f"{indicator}: {error.wrong}. {error.do}")
    return None


def _compared(
    here: Here, indicator: str, country: str, year: int | None, value: float, how: str, allowed: float = 0.0
) -> Ruling:
    if (lacking := _lacking(here, indicator)) is not None:
        return lacking
    figure, said = _asked(here, indicator, country, year)
    if figure.value is None:
        return _unknown(figure, said)
    found = figure.value
    holds = {
        "is": abs(found - value) <= allowed,
        "is at least": found >= value,
        "is at most": found <= value,
    }[how]
    because = f"{indicator} of {named(country)} was {_plain(found)} ({figure.unit}) in {figure.of_year}; claimed: "
    because += f"{how} {_plain(value)}{f' within {_plain(allowed)}' if allowed else ''}.{_notes(figure)}{said}"
    return ruling(holds, because, [figure.source], [shown(figure)])


def _plain(value: float) -> str:
    """Return the number with six significant digits; from 100,000 on as a whole number, never with an exponent."""
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.6g}"


@claim_type
def arms_share_at_most(here: Here, country: CountryArg, percent: NumberArg, years: AtLeastOneArg = 5) -> Ruling:
    """The country takes at most so many percent of all major arms the United States delivers, over so many years. Needs
    the user's own copy of the SIPRI table, which may not be shipped."""
    try:
        panel = here.evidence.figures.panel("us_arms_tiv")
    except CannotAnswer as error:
        return ruling(None, f"No open figure of arms deliveries can be shipped. {error.do}{_surplus(here, country)}")
    of = here.evidence.figures.indicator("us_arms_tiv")
    last = min(of.last_year, here.on.year - 1)
    span = range(last - years + 1, last + 1)
    if of.absent != ABSENT_ZERO:
        return ruling(None, "The table of arms deliveries held is of some recipients only. Export that of all.")
    if span[0] < of.first_year:
        wrong = f"The table of arms deliveries held covers {of.first_year} to {of.last_year}, not {span[0]} to {last}."
        return ruling(None, wrong)
    total = sum(value for (_, year), value in panel.items() if year in span)
    taken = sum(value for (code, year), value in panel.items() if year in span and code == country)
    if not total:
        return ruling(None, f"No deliveries are recorded from {span[0]} to {last}.")
    share = 100 * taken / total
    because = f"{name(country)} took {share:.2f} percent of US deliveries of major arms from {span[0]} to {last}, by "
    because += f"volume (SIPRI trend-indicator values); claimed: at most {percent:g}."
    figure = {"indicator": of.id, "country": country, "year": last, "value": taken, "source": of.source_line()}
    return ruling(share <= percent, because, [of.source_line()], [figure])


def _surplus(here: Here, country: str) -> str:
    """Return a sentence on the value of excess defense articles, the only open series on arms; "" if none is held."""
    held = here.evidence.figures.series("us_eda_current_value", country)
    found = [(year, value) for year, value in held if year < here.on.year]
    if not found:
        return ""
    total, first, last = sum(v for _, v in found) / 1e6, found[0][0], found[-1][0]
    return f" Surplus articles (us_eda_current_value) came to {total:,.1f} million dollars from {first} to {last}."
