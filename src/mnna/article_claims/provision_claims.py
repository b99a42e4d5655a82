"""Claim types about the law itself: when a text was enacted, a notice threshold, whether a status is a commitment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, ruling
from mnna.dates import spoken
from mnna.engine.notice import GENERAL, decide
from mnna.errors import UnknownWord
from mnna.registry.countries import countries
from mnna.rules.nodes import Value
from mnna.statutes import catalog, parameters
from mnna.statutes.citations import Citation, parse, within
from mnna.statutes.enacting import bill_texts, figures_of
from mnna.statutes.texts import texts


def _cited(name: str, asked: object) -> str:
    text = arg.text_of(name, asked)
    parse(text)
    return text


LawArg = Annotated[str, arg.Kind("a citation, like “22 USC 2321k” or “P.L. 104-164”", _cited)]
ChannelArg = Annotated[str, arg.one_of("dcs", "fms")]
BillArg = Annotated[str, arg.Kind("the number of a bill, like “H.R. 3613”", arg.text_of)]
MeasureArg = Annotated[str, arg.one_of("mde", "total", "construction")]
COMMITMENT = "security commitment"
_PUBLIC_LAW = re.compile(r"/us/pl/(\d+)/")
_LARGE = Decimal(10**12)


class Enacted(NamedTuple):
    """A text of law held here: its citation, the Act that wrote it ("" if not recorded), and its first day in force."""

    citation: str
    act: str
    since: date


@claim_type
def enacted_in(here: Here, law: LawArg, year: arg.Year) -> Ruling:
    """That law was enacted, or that provision first written, in that year."""
    wanted = parse(law)
    years = _of_congress(wanted[0])
    if years and year not in years:
        told = f"{law} is a law of the Congress of {years[0]} to {years[-1] - 1}; {year} claimed."
        return ruling(False, told, [law])
    rows = (one for one in _texts() if years is None or one.since.year in years)
    found = sorted((one for one in rows if _names(one, wanted)), key=lambda one: one.since)
    if not found:
        return ruling(None, f"No text of {law} with its first day is held here.", [law])
    first = found[0]
    by = f", written by {first.act}" if first.act else ""
    told = f"The first text of {law} held here is law from {spoken(first.since)}{by}; {year} claimed."
    holds = year in {one.since.year for one in found} if years else year == first.since.year
    return ruling(True if holds else None, told, [first.citation, first.act])


def _of_congress(cited: Citation) -> range | None:
    """Return the three years in which a public law of that Congress can be signed; None if not a public law.

    A Congress sits for two years; its last laws are signed in the January after.
    """
    found = _PUBLIC_LAW.match(f"{cited.id}/")
    first = 1787 + 2 * int(found[1]) if found else 0
    return range(first, first + 3) if found else None


def _texts() -> Iterator[Enacted]:
    for param in parameters.parameters().values():
        yield from (Enacted(one.citation, one.act, one.since) for one in param.history)
    for law in catalog.authorities().values():
        yield from (Enacted(one.citation, "", one.since) for one in law.provisions)
    yield from (Enacted(text.citation, "", text.since) for text in texts() if text.since is not None)


def _names(one: Enacted, wanted: tuple[Citation, ...]) -> bool:
    places: list[Citation] = []
    for text in filter(None, (one.citation, one.act)):
        with suppress(UnknownWord):  # a citation in a form that `parse` does not accept
            places += parse(text)
    return any(within(place.id, asked.id) for place in places for asked in wanted)


@claim_type
def threshold_is(
    here: Here, channel: ChannelArg, measure: MeasureArg, usd: arg.Money, country: arg.Country | None = None
) -> Ruling:
    """From that value on Congress must be told of a government sale (fms) or a commercial one (dcs): of major defense
    equipment (mde), of all articles and services (total), or of construction. Without a country the threshold is that
    for countries the law does not name."""
    code = country or _unnamed(here)
    notice = decide(catalog.case_law(channel), here.registry, code, here.on, _only(measure))
    if notice.verdict != "yes" or notice.measure != measure or notice.usd is None:
        return ruling(None, f"No threshold of {measure} by {channel} is held for {_of(country)}.", notice.citations)
    told = f"The threshold is {float(notice.usd) / 1e6:,.0f} million dollars for {_of(country)}; "
    told += f"{usd / 1e6:,.6g} million claimed."
    return ruling(float(notice.usd) == usd, told, notice.citations)


@claim_type
def bill_threshold_is(here: Here, bill: BillArg, usd: arg.Money, before: arg.Money | None = None) -> Ruling:
    """A bill would set a threshold for notices of arms sales to that value, from the value `before` if the claim gives
    one. It says nothing of what became of the bill."""
    wanted = re.sub(r"[^a-z0-9]", "", bill.lower())
    named = [id_ for id_ in bill_texts() if re.sub(r"-\d+-|-", "", id_) == wanted]
    figures = [one for id_ in named for one in figures_of(id_) if one.parameter.startswith(("36b-", "36c-"))]
    if before is not None:
        figures = [one for one in figures if _now(one.parameter, here.on) == before]
    if not figures:
        return ruling(None, f"What {bill} would set that threshold to is not held here.")
    told = "; ".join(f"{one.parameter}: {_millions(one.value)}" for one in figures)
    holds = any(one.value == usd for one in figures)
    cited = [one.citation for one in figures]
    return ruling(True if holds else None if any(one.value is None for one in figures) else False,
                  f"{bill} would set {told}; {_millions(usd)} claimed.", cited)  # fmt: skip


def _now(parameter: str, on: date) -> float | None:
    found = parameters.param(parameter).at(on)
    return float(found.value) if found and isinstance(found.value, int | Decimal) else None


def _millions(value: object) -> str:
    return f"{float(value) / 1e6:,.6g} million dollars" if isinstance(value, int | float | Decimal) else "not read"


def _of(country: str | None) -> str:
    return name(country) if country else "countries that the law does not name"


def _only(measure: str) -> dict[str, Value]:
    """Return the facts of a sale that is above every threshold by this one measure only."""
    given: dict[str, Value] = {"mde": Decimal(0), "total": _LARGE, "new_sales_territory": False}
    return given | {measure: _LARGE} | ({"services": _LARGE} if measure == "total" else {})


def _unnamed(here: Here) -> str:
    """Return the code of a sovereign country that is in no special group of the notification law on the day."""
    small: dict[str, Value] = {"mde": Decimal(1), "total": Decimal(1)}
    law = catalog.case_law("fms")
    sovereign = (code for code, country in countries().items() if country.sovereign == "yes" and code != "USA")
    return next(code for code in sovereign if decide(law, here.registry, code, here.on, small).group == GENERAL)


@claim_type
def no_security_commitment(here: Here, status: arg.Status) -> Ruling:
    """The status itself does not commit the United States to defend the country."""
    kind = here.registry.kind(status)
    if reading := here.readings.find(status, "gives", COMMITMENT):
        return ruling(reading.holds == "no", f"{kind.title}: {reading.note}", [reading.citation])
    brought = [here.registry.kind(one) for one in kind.brings]
    if treaty := next((one for one in brought if here.readings.find(one.id, "gives", COMMITMENT)), None):
        return ruling(False, f"{kind.title} brings “{treaty.title}”, which is a commitment.", [treaty.citation])
    because = f"No reading of the law says whether “{kind.title}” is a commitment to defend."
    return ruling(None, because, [kind.citation])
