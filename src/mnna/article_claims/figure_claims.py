"""Claim types about numbers: trade, borders and any indicator. Each ruling names the year, source and license.

A claim about the present is judged by the last complete year on its day. Figures are of the vintage held, which may
have been revised after the claim was made. So an equality has a tolerance, and the ruling states it.
"""

from __future__ import annotations

from typing import Annotated

from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name, named
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, Undecided, ruling, shown
from mnna.dates import spoken
from mnna.errors import BadQuestion, CannotAnswer
from mnna.series.borders import SOURCE
from mnna.series.records import ABSENT_ZERO, Figure

TOTAL, RANK, SHARE = "us_goods_trade_total", "us_goods_trade_rank", "us_goods_trade_share"
SideArg = Annotated[str, arg.one_of("deficit", "surplus")]
ScopeArg = Annotated[str, arg.one_of("goods", "goods and services", "unsaid")]


def year_for(here: Here, indicator: str, country: str, asked: int | None) -> int:
    """Return the year to judge a claim by: the year it names or the latest held, at most the last complete year."""
    over = here.on.year - 1
    if asked is not None:
        return min(asked, over)
    known = [year for year, _ in here.evidence.figures.series(indicator, country) if year <= over]
    return known[-1] if known else over


def _asked(here: Here, indicator: str, country: str, asked: int | None) -> tuple[Figure, float, str]:
    """Return the figure that a claim is judged by, its number, and what else is said of it: its notes, and if its year
    is not the expected one. Raise `Undecided` if there is no number."""
    year = year_for(here, indicator, country, asked)
    figure, said = here.evidence.figures.figure(indicator, country, year), ""
    if asked is not None and asked > year:
        said = f" {asked} was not over on {spoken(here.on)}; {year} stands in for it."
    if asked is None and year < here.on.year - 1:
        said = f" {year} is the latest year held here; `mnna refresh {indicator}` fetches newer ones."
    if figure.value is None:
        raise Undecided(f"{figure.because}{said}", [figure.source], [shown(figure)])
    return figure, figure.value, "".join(f" {note}" for note in figure.notes) + said


def _billions(usd: float) -> str:
    return f"{usd / 1e9:,.1f} billion dollars"


@claim_type
def trade_total_at_least(
    here: Here, country: arg.Country, usd: arg.Money, year: arg.Year | None = None, scope: ScopeArg = "unsaid"
) -> Ruling:
    """Trade of the United States with the country is at least so much a year. Only goods are held here: unless the
    claim says goods, a number that goods alone do not reach cannot be settled."""
    return _trade_total(here, country, usd, year, scope, None)


def _trade_total(here: Here, country: str, usd: float, year: int | None, scope: str, tolerance: float | None) -> Ruling:
    """Return the ruling on a total in US dollars: within `tolerance` percent or, if that is None, at least `usd`."""
    figure, millions, said = _asked(here, TOTAL, country, year)
    total = millions * 1e6
    allowed = "" if tolerance is None else f" (tolerance {tolerance:g} percent)"
    because = f"Goods trade with {named(country)} was {_billions(total)} in {figure.of_year}, against "
    because += f"{_billions(usd)} claimed{allowed}.{said}"
    holds: bool | None = total >= usd if tolerance is None else abs(total - usd) <= usd * tolerance / 100
    short = scope != "goods" and total < usd and not (holds and scope == "unsaid")
    if short or (tolerance is not None and scope == "goods and services" and holds):
        more = f"would have to make up {_billions(usd - total)}" if short else "come on top"
        holds, because = None, f"{because} Services, which are not held here, {more}."
    return ruling(holds, because, [figure.source], [shown(figure)])


@claim_type
def trade_total_is(
    here: Here,
    country: arg.Country,
    usd: arg.Money,
    year: arg.Year | None = None,
    tolerance_percent: arg.Tolerance = 2,
    scope: ScopeArg = "unsaid",
) -> Ruling:
    """Trade of the United States with the country is so much, within a tolerance. Only goods are held here: where the
    claim leaves open whether services count and the goods alone fall short, it cannot be settled."""
    return _trade_total(here, country, usd, year, scope, tolerance_percent)


@claim_type
def trade_rank_is(here: Here, country: arg.Country, rank: arg.AtLeastOne, year: arg.Year | None = None) -> Ruling:
    """The country is the United States' partner of that rank in goods trade (1 is the largest)."""
    figure, found, said = _asked(here, RANK, country, year)
    because = f"{name(country)} ranked {found:.0f} among partners in goods trade in {figure.of_year}"
    because += f", against {rank} claimed; customs territories are counted one by one.{said}"
    return ruling(found == rank, because, [figure.source], [shown(figure)])


@claim_type
def trade_balance_is(
    here: Here,
    country: arg.Country,
    side: SideArg,
    usd: arg.Money | None = None,
    year: arg.Year | None = None,
    tolerance_percent: arg.Tolerance = 3,
) -> Ruling:
    """The United States has a deficit, or a surplus, in its goods trade with the country, of so much if the claim says
    so, within a tolerance."""
    sold, exports, said = _asked(here, "us_goods_exports", country, year)
    bought, imports, _ = _asked(here, "us_goods_imports", country, year)
    balance = (exports - imports) * 1e6
    because = f"Exports of goods to {named(country)} were {_billions(exports * 1e6)} in {sold.of_year} and imports "
    because += f"{_billions(imports * 1e6)}: a {'surplus' if balance > 0 else 'deficit'} of {_billions(abs(balance))}"
    because += f"; {_billions(usd)} claimed.{said}" if usd else f".{said}"
    holds = (balance > 0) == (side == "surplus")
    near = usd is None or abs(abs(balance) - usd) <= usd * tolerance_percent / 100
    return ruling(holds and near, because, [sold.source], [shown(sold), shown(bought)])


@claim_type
def trade_share_is(
    here: Here,
    country: arg.Country,
    percent: arg.Number,
    year: arg.Year | None = None,
    tolerance_points: arg.Tolerance = 0.25,
) -> Ruling:
    """The country makes up so many percent of United States goods trade, within a tolerance in percentage points that
    allows for rounding and revisions."""
    figure, found, said = _asked(here, SHARE, country, year)
    because = f"{name(country)} made up {found:.2f} percent of US goods trade in {figure.of_year}, against "
    because += f"{percent:g} claimed (tolerance {tolerance_points:g} points).{said}"
    return ruling(abs(found - percent) <= tolerance_points, because, [figure.source], [shown(figure)])


@claim_type
def border_rank_at_most(here: Here, country: arg.AnyCountry, neighbour: arg.AnyCountry, rank: arg.AtLeastOne) -> Ruling:
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
    indicator: arg.Indicator,
    country: arg.AnyCountry,
    value: arg.Number,
    year: arg.Year | None = None,
    tolerance_percent: arg.Tolerance = 2,
) -> Ruling:
    """An indicator has that value for the country, within a tolerance."""
    allowed = abs(value) * tolerance_percent / 100
    return _compared(here, indicator, country, year, value, "is", allowed)


@claim_type
def figure_at_least(
    here: Here, indicator: arg.Indicator, country: arg.AnyCountry, value: arg.Number, year: arg.Year | None = None
) -> Ruling:
    """An indicator is at least so much for the country."""
    return _compared(here, indicator, country, year, value, "is at least")


@claim_type
def figure_at_most(
    here: Here, indicator: arg.Indicator, country: arg.AnyCountry, value: arg.Number, year: arg.Year | None = None
) -> Ruling:
    """An indicator is at most so much for the country."""
    return _compared(here, indicator, country, year, value, "is at most")


@claim_type
def figure_exceeds(
    here: Here, indicator: arg.Indicator, country: arg.AnyCountry, than: arg.AnyCountry, year: arg.Year | None = None
) -> Ruling:
    """An indicator is higher for the country than for another, in the year named or the latest both have."""
    _insist_held(here, indicator)
    shared = min(year_for(here, indicator, one, year) for one in (country, than))
    (first, one, _), (second, other, _) = (_asked(here, indicator, code, shared) for code in (country, than))
    because = f"{indicator} was {_plain(one)} for {named(country)} and {_plain(other)} for {named(than)} in "
    because += f"{first.of_year} ({first.unit}).{''.join(f' {note}' for note in (*first.notes, *second.notes))}"
    return ruling(one > other, because, [first.source], [shown(first), shown(second)])


def _insist_held(here: Here, indicator: str) -> None:
    """Raise `Undecided` if the indicator is not held here."""
    try:
        here.evidence.figures.indicator(indicator)
    except CannotAnswer as error:
        raise Undecided(f"{indicator}: {error.wrong}. {error.do}") from None


def _compared(
    here: Here, indicator: str, country: str, year: int | None, value: float, how: str, allowed: float = 0.0
) -> Ruling:
    _insist_held(here, indicator)
    figure, found, said = _asked(here, indicator, country, year)
    holds = {"is": abs(found - value) <= allowed, "is at least": found >= value, "is at most": found <= value}[how]
    because = f"{indicator} of {named(country)} was {_plain(found)} ({figure.unit}) in {figure.of_year}; claimed: "
    because += f"{how} {_plain(value)}{f' within {_plain(allowed)}' if allowed else ''}.{said}"
    return ruling(holds, because, [figure.source], [shown(figure)])


def _plain(value: float) -> str:
    """Return the number with six significant digits; from 100,000 on as a whole number, never with an exponent."""
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.6g}"


@claim_type
def arms_share_at_most(here: Here, country: arg.Country, percent: arg.Number, years: arg.AtLeastOne = 5) -> Ruling:
    """The country takes at most so many percent of all major arms the United States delivers, over so many years. Needs
    the user's own copy of the SIPRI table, which may not be shipped."""
    try:
        panel = here.evidence.figures.panel("us_arms_tiv")
    except CannotAnswer as error:
        said = f"No open figure of arms deliveries can be shipped. {error.do}{_surplus(here, country)}"
        raise Undecided(said) from None
    of = here.evidence.figures.indicator("us_arms_tiv")
    last = min(of.last_year, here.on.year - 1)
    span = range(last - years + 1, last + 1)
    if of.absent != ABSENT_ZERO:
        return ruling(None, "The table of arms deliveries held is of some recipients only. Export that of all.")
    if span[0] < of.first_year:
        held = f"The table of arms deliveries held covers {of.first_year} to {of.last_year}"
        return ruling(None, f"{held}, not {span[0]} to {last}.")
    inside = {(code, year): value for (code, year), value in panel.items() if year in span}
    taken = sum(value for (code, _), value in inside.items() if code == country)
    if not (total := sum(inside.values())):
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
