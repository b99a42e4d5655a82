"""The ranking as a document: the first countries, how often the rule was wrong, and its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mnna.interfaces.documents.models import Asked, by_reason, numbers, sources, stamp
from mnna.models.forecast import in_words
from mnna.present import days
from mnna.present.document import Block, Document, Items, Link, Notice, Paragraph, Section, Text
from mnna.present.numbers import NOTHING, between, counted, decimals, listed, rounded, signed
from mnna.present.places import country as link
from mnna.registry.countries import name_of, the
from mnna.sentences import capital
from mnna.series.uses import FeatureRow, features, shorter, use

if TYPE_CHECKING:
    from mnna.models.forecast.backtest import Score
    from mnna.models.forecast.prospective import Prospect
    from mnna.models.forecast.rank import Explained, Ranking, Trait
    from mnna.models.forecast.versions import Version


SHOWN = 20
"""How many countries of the ranking are listed unless all are asked for."""
FEW = 5
"""With fewer designations than this an interval means little."""
SCORES = ("Rule", "Median rank", "AUC", "Top 10", "Top 20")
MEDIAN_AND_AUC = (
    "Median rank: the place of the middle designee among the countries that could be named; 1 is the first. "
    "AUC: how often a designee stood before a country that was not named; a coin toss has 0.5."
)
TOLD = (
    f"{MEDIAN_AND_AUC} Top 10 and Top 20: how many designees stood there. In parentheses: the 95% range, "
    "found by drawing the designees again and again."
)
WAITED = "Among the first ten for years, and not named"
FITTED = (
    "A hazard model estimates each country's chance to be named in a year; ridge and Firth keep it stable with few "
    "cases. Conditional logit compares only countries in the same year."
)


def ranked(asked: Asked) -> Document:
    """Return the document of the ranking of all countries that could be designated."""
    found: Ranking = asked.answer
    first = [the(name_of(one.country)) for one in found.ranking[:3]]
    return Document(
        title=f"{capital(listed(first))} resemble past designees most; the rule has often been wrong",
        subtitle=day(found),
        lead=(found.reading, found.cautions[0]),
        sections=(
            _misses(found),
            Section("versions", "The rule beside the same with leaders' meetings", tuple(beside_meetings(found))),
            Section("rule", "The rule, and where it comes from", (Paragraph(found.origin.says), *_rule(found))),
            _rivals(found),
            Section("waited", WAITED, (Paragraph(in_words.waited(found.never_named)),)),
            _when(found),
            _calibration(found),
            _ranking(asked),
            Section("bear", "Limits", (Items(found.cautions[1:]),)),
            sources_of(asked),
        ),
        stamp=stamp(asked.facts),
    )


def day(found: Any) -> str:
    """Return the day of the answer, and which day of a designation counts."""
    return f"As of {days.day(found.on)}. Designations are dated by the day they were {found.event}."


def sources_of(asked: Asked) -> Section:
    """Return the section with the sources of the figures that the rule uses."""
    return sources(asked, {features()[name].label: source for name, source in asked.answer.sources.items()})


def _rule(found: Ranking) -> Iterator[Block]:
    yield Paragraph(in_words.rule(found.rule))
    yield from map(Paragraph, in_words.without_figures(found.rule))
    for name, codes in found.missing.items():
        gone = counted(len(codes), "country has", "countries have")
        yield Paragraph(f"{capital(gone)} no figure for {features()[name].in_rule}. They rank behind all others.")
    older = [
        f"{row['countries']} by {counted(row['years_older'], 'year')} ({features()[row['feature']].shorter})"
        for row in found.carried
    ]
    if older:
        yield Paragraph(f"Where the latest figure is missing, an older one is used: {', '.join(older)}.")


def _misses(found: Ranking) -> Section:
    score, count = found.backtest, len(found.backtest.placings)
    title = "How often it was wrong"
    if not count:
        none = "No President had designated anyone by then: there is nothing to test against. Ask for a later day."
        return Section("misses", title, (Paragraph(none),))
    chance = [sum(top / one.at_risk for one in score.placings) for top in (10, 20)]
    luck = ("chance", f"{score.chance_median:.0f}", "0.500", *(f"{one:.1f} of {count}" for one in chance))
    few = "So few designations say next to nothing; the ranges mean little."
    stood = "Where each designee stood among the countries that could be named, by what was known the year before."
    heads = ("Designee", "Year", "Rank", "Countries ranked", "Note")
    blocks: tuple[Block, ...] = (
        Paragraph(stood),
        numbers("The rule and chance", SCORES, (_score(score, "the rule", count), luck)),
        Paragraph(TOLD),
        *([Paragraph(few)] if count < FEW else []),
        numbers("Each designee", heads, map(_placing, score.placings)),
        Paragraph(in_words.missed(score)),
    )
    return Section("misses", title, blocks)


def _placing(one: Any) -> tuple[Text, ...]:
    blind = "no figure of its own" if one.rank > one.at_risk - one.missing else "missed" if one.rank > 10 else ""
    return (link(name_of(one.country), one.country), str(one.year), f"{one.rank:g}", str(one.at_risk), blind)


def _score(one: Score, name: str, count: int) -> tuple[Text, ...]:
    return (
        name,
        f"{one.median_rank:g} ({between(one.median_interval, 0)})",
        f"{one.auc:.3f} ({between(one.auc_interval)})",
        f"{one.top10} of {count} ({between(one.top10_interval, 0)})",
        f"{one.top20} of {count} ({between(one.top20_interval, 0)})",
    )


def _rival(one: Score, name: str) -> tuple[Text, ...]:
    """Return the row of a rule in a table of many: the median rank and AUC with shorter ranges."""
    shown = f"{one.median_rank:g} ({between(one.median_interval, 0)})", f"{one.auc:.3f} ({between(one.auc_interval)})"
    return (name, *(text.replace(" to ", "-") for text in shown), str(one.top10), str(one.top20))


def _rivals(found: Ranking) -> Section:
    rows = [_rival(one, shorter(one.name)) for one in found.rivals if one.name != "chance" and one.auc == one.auc]
    blocks = (numbers("", SCORES, rows), Paragraph(FITTED)) if rows else ()
    return Section("rivals", "Other rules, tested the same way", blocks)


def _when(found: Ranking) -> Section:
    title = "How often a place in the ranking led to a designation"
    often = Items(tuple(one.says for one in found.frequencies), title=title)
    return Section("when", "Who comes next is not when", (Paragraph(in_words.silence(found.when)), often))


def _calibration(found: Ranking) -> Section:
    base, fitted = found.forecasts[0], found.forecasts[1]
    heads = ("A fitted model gave about", "to so many cases", "so it expected", "named")
    rows = [(f"1 in {round(1 / mean)}", str(n), f"{mean * n:.1f}", str(hit)) for mean, n, hit in fitted.bins]
    best, brier = (min(getattr(one, name) for one in found.forecasts[1:]) for name in ("log_loss", "brier"))
    shown = "A case is one country in one year. The probabilities are too unsure to be shown for any country."
    told = (
        f"Two scores measure the error; less is better. Log loss: {best:.0f} at best, against {base.log_loss:.0f} for "
        f"the same average chance for all. Brier score: {brier:.2f} at best, against {base.brier:.2f}."
    )
    blocks = (Paragraph(shown), numbers("", heads, rows), Paragraph(told))
    return Section("calibration", "Were fitted probabilities right?", blocks)


def _ranking(asked: Asked) -> Section:
    found: Ranking = asked.answer
    own = asked.given.get("country") and found.country
    rows = found.ranking if asked.given.get("all") else found.ranking[:SHOWN]
    rows += tuple(one for one in found.ranking[SHOWN:] if own and one.country == own.country and one not in rows)
    cells: list[tuple[Text, ...]] = []
    for one in rows:
        name = Link(name_of(one.country), f"/rank?country={one.country}")
        cells.append((name, f"{one.rank:g}", signed(one.score), str(len(one.years_in_top10))))
    title = f"The ranking: {len(rows)} of {len(found.ranking)} countries"
    return Section("ranking", title, (numbers("", ("Country", "Rank", "Score", "Years in the first ten"), cells),))


def other_choices(asked: Asked) -> Document:
    """Return the document on the test of the rule under other choices."""
    found: Ranking = asked.answer
    rows = [_rival(found.backtest, "as declared")] if found.backtest.placings else []
    rows += [_rival(one, _renamed(one.name)) for one in found.sensitivity if one.auc == one.auc]
    blocks = (Paragraph(_depends(found)), numbers("", SCORES, rows), Paragraph(TOLD))
    return Document(
        title="How the rule does under other choices",
        subtitle=day(found),
        sections=(Section("choices", "Other choices", blocks),),
        stamp=stamp(asked.facts),
    )


def _depends(found: Ranking) -> str:
    """Return how far the result of the test depends on the choices made."""
    asked = "The question is how much the test of the rule depends on the choices that had to be made."
    known = sorted(one.median_rank for one in found.sensitivity if one.auc == one.auc)
    if known:
        asked += (
            f" The middle designee stands at place {known[0]:g} to {known[-1]:g} under {len(known)} other choices, and "
            f"at {found.backtest.median_rank:g} as declared."
        )
    return f"{asked} None of these may be picked now."


def _renamed(name: str) -> str:
    word, _, code = name.partition(" ")
    return f"without {name_of(code)}" if word == "without" else name


HEADS = ("Rule", "Median rank", "AUC", "Top 10", "Log score", "First today")
LOG_SCORE = (
    "Log score: a model fitted to all other designees made each designee so many times likelier than chance would."
)


def beside_meetings(found: Ranking) -> Iterator[Block]:
    """Yield the versions of the rule, the countries left out with the reason, and the log."""
    if found.backtest.placings:
        yield numbers("", HEADS, map(_version, found.versions))
    yield Paragraph(f"{LOG_SCORE} {found.why_headline}")
    out = by_reason((f"{name_of(one.country)} ({one.rank:g})", one.why) for one in found.left_out)
    if out:
        yield Items(out, title="Left out of the ranking: why, and in parentheses where each would stand")
    if found.calendar.says:
        yield Paragraph(found.calendar.says)
    if found.prospective:
        yield from _log(found.prospective, {one.id: one.says for one in found.versions})


def _log(rankings: Sequence[Prospect], says: Mapping[str, str]) -> Iterator[Block]:
    """Yield the rankings that were recorded before the event, and how well each did."""
    yield Paragraph("Each ranking below was written down before any later designation, and is scored on the next one.")
    heads = ("Rule", "Written down on", "SHA-256 begins", "Designations since")
    rows = (
        (capital(says.get(one.version, one.rule)), days.day(one.made_on), one.sha256[:12], _scored(one))
        for one in rankings
    )
    yield numbers("Rankings written down beforehand", heads, rows)


def _scored(one: Prospect) -> str:
    """Return the designations since, each with its place in the recorded ranking."""
    places = [(hit.country, "not ranked" if hit.rank is None else f"{hit.rank:g} of {hit.of}") for hit in one.hits]
    return ", ".join(f"{name_of(country)}: {place}" for country, place in places) or "none yet"


def _version(one: Version) -> tuple[Text, ...]:
    return (
        f"{capital(one.says)}{' (headline)' if one.headline else ''}",
        f"{one.median_rank:g}",
        decimals(one.auc, 3),
        f"{one.top10} of {one.designations}",
        decimals(one.log_score, 1),
        ", ".join(map(name_of, one.first[:3])),
    )


TRAIT_HEADS = ("Feature", "Figure", "Year", "Percentile", "Lowest", "Middle", "Below")
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
        numbers("The rule looks only at those marked *", TRAIT_HEADS, map(_trait, own.traits)),
        Paragraph(HEADS_TOLD),
    )
    yield Section("own", f"{name}, feature by feature", blocks)
    years = ", ".join(map(str, own.top10_years)) or "none since 1996"
    title = "Years among the first ten on 1 January, without being named"
    yield Section("years", title, (Paragraph(f"{capital(years)}."),))
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
