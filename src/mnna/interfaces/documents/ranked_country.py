"""One country of the ranking as a document: its place, its features, and how reliable such a place has been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mnna.interfaces.documents.models import Asked, numbers, sources, stamp
from mnna.interfaces.documents.ranking import day, sources_of
from mnna.models.forecast import in_words
from mnna.present.document import Block, Document, Notice, Paragraph, Section, Text
from mnna.present.numbers import NOTHING, rounded
from mnna.registry.countries import name_of, the
from mnna.sentences import capital
from mnna.series.uses import FeatureRow, features, use

if TYPE_CHECKING:
    from mnna.models.forecast.explain import Explained, Trait
    from mnna.models.forecast.rank import Ranking

HEADS = ("Feature", "Figure", "Year", "Percentile", "Lowest", "Middle", "Below")
HEADS_TOLD = (
    "Percentile: the share of the other countries that stand lower (for distances: are farther away); ties count half. "
    "Lowest and middle: the percentiles of past designees, each in its own time. "
    "Below: how many designees stood lower than this country does."
)


def of_country(asked: Asked) -> Document:
    """Return the document on the place of one country, or on why it has none."""
    found: Ranking = asked.answer
    own = found.country
    assert own is not None
    name = capital(the(name_of(own.country)))
    at = [one for one in found.backtest.placings if one.country == own.country]
    then = tuple(f"When it was named in {one.year}, the rule had it at {one.rank:g} of {one.at_risk}." for one in at)
    if own.rank is None:
        title = f"{name} is not ranked"
        source: Text = f"The registry. `mnna status {own.country}` has its statuses and their sources"
        sections: tuple[Section, ...] = (sources(asked, {}, (source,)),)
    else:
        place = f"ranks {own.rank:g} of {len(found.ranking)}, and that alone says little"
        title = f"{name} {place if own.seen else 'has no figure for the rule, and so no place of its own'}"
        sections = (*_explained(found, own), sources_of(asked))
    lead = (own.reading, *then, found.cautions[0])
    return Document(title=title, subtitle=day(found), lead=lead, sections=sections, stamp=stamp(asked.facts))


def _explained(found: Ranking, own: Explained) -> Iterator[Section]:
    name = name_of(own.country)
    blocks: tuple[Block, ...] = (
        numbers("The rule looks only at those marked *", HEADS, map(_trait, own.traits)),
        Paragraph(HEADS_TOLD),
    )
    yield Section("own", f"{name}, feature by feature", blocks)
    years = ", ".join(map(str, own.top10_years)) or "none since 1996"
    yield Section(
        "years", "Years among the first ten on 1 January, without being named", (Paragraph(f"{capital(years)}."),)
    )
    if found.backtest.placings:
        trust = f"{in_words.tested(found.backtest)} `mnna rank` lists every miss and how other rules did."
        yield Section("trust", "How far to trust such a rank", (Paragraph(trust), Notice(found.cautions[-1])))


def _trait(one: Trait) -> tuple[Text, ...]:
    row = features()[one.feature]
    missing = one.value is None or one.value != one.value
    gone = one.percentile is None or one.percentile != one.percentile
    return (
        f"{'* ' if one.in_rule else ''}{capital(row.label)}",
        "none" if missing else read_back(row, one.value or 0.0),
        str(one.of_year or NOTHING),
        *(
            NOTHING if value is None or value != value else f"{100 * value:.0f}"
            for value in (one.percentile, one.designees_lowest, one.designees_median)
        ),
        NOTHING if gone else f"{one.designees_below} of {one.designees}",
    )


def read_back(row: FeatureRow, value: float) -> str:
    """Return a feature's measured value for display: in the units of the row, with its number of digits.

    What these digits would show as 0, without being 0, has more of them.
    """
    from mnna.models.transforms import BACK

    if use(row.indicator).form == "yes or no":
        return "yes" if value else "no"
    number = BACK[row.transform](value) / row.units
    shown = f"{number:,.{row.digits}f}"
    return shown if abs(number) < 1e-9 or float(shown.replace(",", "")) else rounded(number)
