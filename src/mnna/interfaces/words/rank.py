"""`rank`: which country resembles past designees most, by a fixed rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mnna.engine.record import Answer
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.model_documents import Asked, event, named, numbers, picture, rests_on, stamp, world
from mnna.interfaces.params import COUNTRY, FACTS, ON, Given, Param
from mnna.models import api
from mnna.models.api import rank
from mnna.present import days
from mnna.present.document import Block, Document, Items, Link, Notice, Paragraph, Picture, Section, Text
from mnna.present.numbers import NOTHING, between, counted, decimals, listed, signed
from mnna.present.places import country as link
from mnna.present.wording import capital
from mnna.registry.countries import the
from mnna.series.uses import FeatureRow, features, forecast, shorter, use

if TYPE_CHECKING:
    from mnna.models.forecast.backtest import Score
    from mnna.models.forecast.explain import Explained, Trait
    from mnna.models.forecast.multiverse import Multiverse, Spread
    from mnna.models.forecast.rank import Ranking

SHOWN = 20
"""So many countries of the ranking are listed unless all are asked for."""
WAITED = 5
"""Years among the first ten that make a country worth naming among those never named."""
FEW = 5
"""Designations below which an interval says nothing."""
EVENT = event("announced")
SCORES = ("", "Median rank", "AUC", "Top 10", "Top 20")


def _flag(name: str, says: str) -> Param:
    return Param(name, says, kind="flag", doors=("cli",))


VIEWS = (
    _flag("multiverse", "Back-test every specification of up to four features."),
    _flag("sensitivity", "The back-test under other choices."),
    _flag("risk_set", "Print who could be named on the day."),
)


def _option(name: str) -> str:
    return name.replace("_", "-")


def _ask(given: Given, facts: Path | None) -> Asked:
    views = [param.name for param in VIEWS if given.get(param.name)]
    if views and given.get("country"):
        wrong = "that looks at all countries"
        raise BadQuestion(f"mnna rank {given['country']} --{_option(views[0])}", wrong, (), "Leave one of them out.")
    if len(views) > 1:
        raise BadQuestion(
            f"mnna rank --{' --'.join(map(_option, views))}", "these are two questions", (), "Ask one of them."
        )
    on, dated = given.get("on"), given.get("event") or EVENT.default
    found: Any
    if "multiverse" in views:
        found = api.multiverse(on, str(dated), given.get("progress"), facts)
    elif "risk_set" in views:
        found = api.risk_set(on, str(dated), facts)
    else:
        found = rank(on, str(dated), given.get("country"), facts)
    return Asked(found, given, facts)


def _ask_all(given: Given, facts: Path | None) -> Asked:
    return _ask(given | {"multiverse": True}, facts)


def _document(asked: Asked) -> Document:
    if asked.given.get("multiverse"):
        return _every_specification(asked)
    if asked.given.get("risk_set"):
        return _who_could_be_named(asked)
    if asked.given.get("sensitivity"):
        return _other_choices(asked)
    return _ranked(asked) if asked.answer.country is None else _of_country(asked)


def _page(asked: Asked) -> Document:
    """The page tells of one country above all that it tells without one."""
    found: Ranking = asked.answer
    if not hasattr(found, "ranking"):
        return _document(asked)
    whole, other = _ranked(asked), _other_choices(asked)
    choices = replace(other.sections[0], title="The rule under other choices", folded=True, level=2)
    at = next(place for place, one in enumerate(whole.sections, start=1) if one.id == "rivals")
    sections = (*whole.sections[:at], choices, *_onward(asked), *whole.sections[at:])
    if found.country is None:
        return replace(whole, sections=sections)
    own = _of_country(asked)
    top = [one for one in own.sections if one.id in ("own", "years")]
    return replace(own, sections=(*top, *sections))


def _onward(asked: Asked) -> Iterator[Section]:
    if asked.answer.backtest.placings:
        given = [(name, asked.given[name]) for name in ("event", "on") if asked.given.get(name)]
        address = f"/rank/multiverse?{urlencode(given)}".rstrip("?")
        link_ = Link("Every specification of up to four features, back-tested alike", address)
        told = Paragraph((link_, ", so that nobody can pick the best one afterwards."))
        yield Section("every", "Every other rule", (told,), level=2)


def _day(found: Any) -> str:
    return f"As one would say on {days.day(found.on)}; designations dated by the day they were {found.event}."


# The ranking.


def _ranked(asked: Asked) -> Document:
    found: Ranking = asked.answer
    first = [the(named(one.country)) for one in found.ranking[:3]]
    return Document(
        title=f"{capital(listed(first))} resemble past designees most; the rule has often been wrong",
        subtitle=_day(found),
        lead=(found.reading, found.cautions[0]),
        sections=(
            _misses(found),
            _versions(found),
            Section("rule", "The rule, and where it comes from", (Paragraph(found.origin.says), *_rule(found))),
            _rivals(found),
            _waited(found),
            _when(found),
            _calibration(found),
            _ranking(asked),
            Section("bear", "To bear in mind", (Items(found.cautions[1:]),)),
            rests_on(asked, found.sources),
        ),
        stamp=stamp(asked.facts),
    )


def _versions(found: Ranking) -> Section:
    heads = ("", "Median rank", "AUC", "Top 10", "Log score", "First today")
    rows = [
        (
            f"{capital(one.says)}{' (headline)' if one.headline else ''}",
            f"{one.median_rank:g}",
            decimals(one.auc, 3),
            f"{one.top10} of {one.designations}",
            decimals(one.log_score, 1),
            ", ".join(map(named, one.first[:3])),
        )
        for one in found.versions
    ]
    told = "Log score: how many times likelier than chance each designee was made by a model fitted to all the others."
    out = [f"{capital(the(named(one.country)))} ({one.rank:g}): {one.why}." for one in found.left_out]
    blocks: list[Block] = [
        numbers("", heads, rows if found.backtest.placings else ()),
        Paragraph(f"{told} {found.why_headline}"),
        Items(tuple(out), title="Left out of the ranking, where they would stand, and why"),
    ]
    if found.calendar.says:
        blocks.append(Paragraph(found.calendar.says))
    if found.prospective:
        made = ", ".join(f"{days.day(one.made_on)} ({one.version}, {one.sha256[:12]})" for one in found.prospective)
        hits = sum(len(one.hits) for one in found.prospective)
        blocks.append(
            Paragraph(f"Rankings written down beforehand: {made}. Designations they can be scored on: {hits}.")
        )
    return Section("versions", "The rule beside the same with leaders' meetings", tuple(blocks))


def _rule(found: Ranking) -> Iterator[Block]:
    said = " and ".join(f"log {features()[name].in_rule}" for name in found.rule)
    yield Paragraph(f"Mean z-score of {said} among the countries that could be named, as known the year before.")
    for row in (features()[name] for name in forecast().rule if name not in found.rule):
        told = f"There are no figures here of {row.in_rule}; with them they join the rule."
        yield Paragraph(f"{told} {use(row.indicator).bring}")
    for name, codes in found.missing.items():
        gone = counted(len(codes), "country", "countries")
        yield Paragraph(f"{capital(gone)} without a figure for {features()[name].in_rule} rank behind all others.")
    older = [
        f"{row['countries']} by {counted(row['years_older'], 'year')} ({features()[row['feature']].shorter})"
        for row in found.carried
    ]
    if older:
        yield Paragraph(f"Older figures stand in where there is none: {'; '.join(older)}.")


def _misses(found: Ranking) -> Section:
    score, count = found.backtest, len(found.backtest.placings)
    if not count:
        none = "No President had designated anyone by then: there is nothing to test against. Ask for a later day."
        return Section("misses", "How often it was wrong", (Paragraph(none),))
    chance = [sum(top / one.at_risk for one in score.placings) for top in (10, 20)]
    luck = ("chance", f"{score.chance_median:.0f}", "0.500", *(f"{one:.1f} of {count}" for one in chance))
    missed = ", ".join(f"{named(one.country)} {one.year} ({one.rank:g})" for one in score.misses)
    few = "So few designations say next to nothing; the intervals mean little."
    blocks: list[Block] = [
        Paragraph("Where each designee stood among those that could be named, by what was known the year before."),
        numbers("The rule and chance; in parentheses 95 % intervals", SCORES, (_score(score, "the rule", count), luck)),
        *([Paragraph(few)] if count < FEW else []),
        numbers("Each designee", ("", "Year", "Rank", "Of", "Note"), map(_placing, score.placings)),
        Paragraph(f"Missed, that is not among the first ten: {missed or 'none'}."),
    ]
    return Section("misses", "How often it was wrong", tuple(blocks))


def _placing(one: Any) -> tuple[Text, ...]:
    blind = "no figure of its own" if one.rank > one.at_risk - one.missing else "missed" if one.rank > 10 else ""
    return (link(named(one.country), one.country), str(one.year), f"{one.rank:g}", str(one.at_risk), blind)


def _score(one: Score, name: str, count: int | None = None) -> tuple[Text, ...]:
    of = "" if count is None else f" of {count}"
    return (
        name,
        f"{one.median_rank:g} ({between(one.median_interval, 0)})",
        f"{one.auc:.3f} ({between(one.auc_interval)})",
        f"{one.top10}{of} ({between(one.top10_interval, 0)})",
        f"{one.top20}{of} ({between(one.top20_interval, 0)})",
    )


def _rival(one: Score, name: str) -> tuple[Text, ...]:
    """The same in fewer words, for a table of many."""
    ends = [
        between(found, digits).replace(" to ", "-")
        for found, digits in ((one.median_interval, 0), (one.auc_interval, 2))
    ]
    return (name, f"{one.median_rank:g} ({ends[0]})", f"{one.auc:.3f} ({ends[1]})", str(one.top10), str(one.top20))


def _rivals(found: Ranking) -> Section:
    rows = [_rival(one, shorter(one.name)) for one in found.rivals if one.name != "chance" and one.auc == one.auc]
    table = numbers("In parentheses: 95 % bootstrap intervals over designees", SCORES, rows)
    return Section("rivals", "Other rules, back-tested alike", (table,) if rows else ())


def _waited(found: Ranking) -> Section:
    long = [one for one in found.never_named if one["years"] >= WAITED]
    said = "; ".join(f"{named(one['country'])} {one['years']} years ({_span(one)})" for one in long)
    rest = f"And {len(found.never_named) - len(long)} others for less than {WAITED} years."
    title = "Among the first ten for years, and not named by then"
    return Section("waited", title, (Paragraph(f"{said or 'None for five years or more'}."), Paragraph(rest)))


def _span(one: Mapping[str, Any]) -> str:
    joined = one["in_nato_since"]
    return f"{one['first']}-{one['last']}{f'; in NATO from {joined}' if joined else ''}"


def _when(found: Ranking) -> Section:
    when = found.when
    told = (
        f"{capital(counted(when.events, 'designation'))} in {counted(when.years, 'year')}: {when.rate:.1f} a year "
        f"(95 % interval {when.low:.1f} to {when.high:.1f}), for all countries together; the longest time without one "
        f"was {counted(when.longest_silence, 'year')}. Nothing here says when the next one comes."
    )
    often = Items(tuple(map(_in_full, found.frequencies)), title="How often such a place was followed by a naming")
    return Section("when", "When is another question than who", (Paragraph(told), often))


def _in_full(one: Any) -> str:
    """How often in words, those named within five years included even where none was in the year itself."""
    if one.named or not one.named_in_five:
        return str(one.says)
    return f"{one.says} Within five years {one.named_in_five} of {one.followed}."


def _calibration(found: Ranking) -> Section:
    base, fitted = found.forecasts[0], found.forecasts[1]
    heads = ("The first fitted hazard gave about", "country-years", "so it expected", "named")
    rows = [(f"1 in {round(1 / mean)}", str(n), f"{mean * n:.1f}", str(hit)) for mean, n, hit in fitted.bins]
    best, brier = (min(getattr(one, name) for one in found.forecasts[1:]) for name in ("log_loss", "brier"))
    told = (
        f"Summed log loss {best:.0f} at best, of the mere base rate {base.log_loss:.0f}; Brier score {brier:.2f} at "
        f"best, of the base rate {base.brier:.2f}; less is better."
    )
    shown = Paragraph("They are shown for no country: they are not sure enough for that.")
    blocks = (shown, numbers("", heads, rows), Paragraph(told))
    return Section("calibration", "Were fitted probabilities right?", blocks)


def _ranking(asked: Asked) -> Section:
    found: Ranking = asked.answer
    own = asked.given.get("country") and found.country
    rows = found.ranking if asked.given.get("all") else found.ranking[:SHOWN]
    rows += tuple(one for one in found.ranking[SHOWN:] if own and one.country == own.country and one not in rows)
    cells = (
        (
            Link(named(one.country), f"/rank?country={one.country}"),
            f"{one.rank:g}",
            signed(one.score),
            str(len(one.years_in_top10)),
        )
        for one in rows
    )
    title = f"The ranking: {len(rows)} of {len(found.ranking)} that could be named"
    return Section("ranking", title, (numbers("", ("", "Rank", "Score", "Years in the first ten"), cells),))


def _other_choices(asked: Asked) -> Document:
    found: Ranking = asked.answer
    own = [_rival(found.backtest, "as declared")] if found.backtest.placings else []
    rows = [_rival(one, _renamed(one.name)) for one in found.sensitivity if one.auc == one.auc]
    told = Paragraph("How much depends on the choices that had to be made; none of these may be picked now.")
    return Document(
        title="The rule's back-test under other choices",
        subtitle=_day(found),
        sections=(Section("choices", "Other choices", (told, numbers("", SCORES, (*own, *rows)))),),
        stamp=stamp(asked.facts),
    )


def _renamed(name: str) -> str:
    word, _, code = name.partition(" ")
    return f"without {named(code)}" if word == "without" else name


# One country.


def _of_country(asked: Asked) -> Document:
    found: Ranking = asked.answer
    own = found.country
    assert own is not None
    name = capital(the(named(own.country)))
    at = [one for one in found.backtest.placings if one.country == own.country]
    then = tuple(f"When it was named in {one.year}, the rule had it at {one.rank:g} of {one.at_risk}." for one in at)
    if own.rank is None:
        title = f"{name} is not ranked"
        source: Text = f"the registry: `mnna status {own.country}` has its statuses and their sources"
        sections: tuple[Section, ...] = (rests_on(asked, {}, (source,)),)
    else:
        title = f"{name} ranks {own.rank:g} of {len(found.ranking)}, and that alone says little"
        sections = (*_explained(found, own), rests_on(asked, found.sources))
    lead = (own.reading, *then, found.cautions[0])
    return Document(title=title, subtitle=_day(found), lead=lead, sections=sections, stamp=stamp(asked.facts))


def _explained(found: Ranking, own: Explained) -> Iterator[Section]:
    name = named(own.country)
    heads = ("", "Figure", "Of", "Percentile", "Lowest", "Middle", "Below")
    told = (
        "Percentile: the share of the other countries that could be named that stand lower, ties half (for distances: "
        "that are farther). Lowest and middle: the percentiles of the designees, each among those that could be named "
        "at its time. Below: how many of them stood lower than this country does."
    )
    blocks: list[Block] = [
        numbers("The rule looks only at those marked *", heads, map(_trait, own.traits)),
        Paragraph(told),
    ]
    if any(trait.in_rule and trait.value != trait.value for trait in own.traits):
        blocks.append(Paragraph(f"{name} has no figure for the rule and ranks with the last."))
    blocks.append(Paragraph(own.frequency))
    yield Section("own", f"{name}, feature by feature", tuple(blocks))
    years = ", ".join(map(str, own.top10_years)) or "none since 1996"
    title = "Years among the first ten on 1 January, none of which brought a naming"
    yield Section("years", title, (Paragraph(f"{capital(years)}."),))
    score, count = found.backtest, len(found.backtest.placings)
    if count:
        trust = (
            f"Back-tested on {count} designations, the rule had the next one at median rank {score.median_rank:g} and "
            f"{score.top10} of {count} among its first ten. `mnna rank` lists every miss, the rivals, and those that "
            "stood high for years and were not named."
        )
        yield Section("trust", "How far to trust such a rank", (Paragraph(trust), Notice(found.cautions[-1])))


def _trait(one: Trait) -> tuple[Text, ...]:
    row = features()[one.feature]
    missing = one.value is None or one.value != one.value
    gone = one.percentile is None or one.percentile != one.percentile
    return (
        f"{'* ' if one.in_rule else ''}{row.label}",
        "none" if missing else read_back(row, one.value or 0.0),
        str(one.of_year or NOTHING),
        *(
            NOTHING if value is None or value != value else f"{100 * value:.0f}"
            for value in (one.percentile, one.designees_lowest, one.designees_median)
        ),
        NOTHING if gone else f"{one.designees_below} of {one.designees}",
    )


def read_back(row: FeatureRow, value: float) -> str:
    """A feature's measured value as a reader knows it: in the row's units, to its digits."""
    from mnna.models.transforms import BACK

    if use(row.indicator).form == "yes or no":
        return "yes" if value else "no"
    return f"{BACK[row.transform](value) / row.units:,.{row.digits}f}"


# Every specification, and who could be named.


def _every_specification(asked: Asked) -> Document:
    found: Multiverse = asked.answer
    size, beaten = len(found.specifications), 100 * found.better()[1]
    told = (
        f"Of {size:,} ways to tell which country is next some look brilliant by luck. Here are all of them, the poor "
        "ones too, beside the rule."
    )
    change = sorted(found.inclusion().items(), key=lambda one: -one[1])
    return Document(
        title=f"{beaten:.1f} % of {size:,} specifications beat the rule; none may be picked now",
        subtitle=_day(found),
        lead=(told, found.reading),
        sections=(
            Section("spread", "How far apart they are", tuple(_spreads(found))),
            Section(
                "features",
                "What a feature adds",
                (
                    Paragraph("Mean AUC of the specifications that include a feature, less that of those that do not."),
                    numbers(
                        "",
                        ("", "Change of AUC"),
                        ((capital(found.names[name]), signed(value, 3)) for name, value in change),
                    ),
                ),
            ),
        ),
        stamp=stamp(asked.facts),
    )


def _spreads(found: Multiverse) -> Iterator[Block]:
    heads = ("", "Best", "Nine in ten", "Worst", "The rule", "Beat the rule")
    ranks, aucs = found.better()
    yield numbers(
        "",
        heads,
        (
            (
                "Median rank of the designees",
                *_spread(found.median_rank, 0),
                f"{found.rule_median_rank:g}",
                f"{100 * ranks:.1f} %",
            ),
            ("AUC", *_spread(found.auc, 2), f"{found.rule_auc:.3f}", f"{100 * aucs:.1f} %"),
        ),
    )
    yield Paragraph(
        f"Each of {len(found.specifications):,} specifications of up to four of {len(found.covariates)} features is "
        f"fitted anew for each of {counted(found.designations, 'designation')} on what was known before. "
        "Median rank: where the middle designee stood among those that could be named; 1 is the first. "
        "AUC: how often a designee stood before a country that was not named; a coin has 0.5. "
        "The CSV has every specification."
    )


def _spread(one: Spread, digits: int) -> tuple[str, str, str]:
    shown = decimals if digits else (lambda value, _: f"{value:g}")
    return shown(one.best, digits), between(one.middle90, digits), shown(one.worst, digits)


def _who_could_be_named(asked: Asked) -> Document:
    found = asked.answer
    names = ", ".join(f"{named(code)} ({code})" for code in found.countries)
    return Document(
        title=f"{found.n} countries could be named on {days.day(found.on)}",
        subtitle=_day(found),
        lead=(found.rule,),
        sections=(Section("countries", "Who they are", (Paragraph(f"{names}."),)),),
        stamp=stamp(asked.facts),
    )


# The other forms.


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    told = asked.to_dict()
    of = {"on": told["on"], "event": told["event"]}
    if "all" in told:
        return [of | one for one in told["all"]]
    return [
        of | {name: one[name] for name in ("country", "rank", "score", "years_in_top10")} for one in told["ranking"]
    ]


def _pictures(asked: Asked) -> Iterator[Picture]:
    from mnna.models import pictures

    if asked.given.get("multiverse"):
        yield picture("specifications", "Every specification", pictures.multiverse_picture(asked.answer))
    elif not asked.given.get("risk_set"):
        drawn = pictures.backtest_picture(asked.answer.backtest, world(asked.facts))
        yield picture("backtest", "The back-test", drawn)


def _foot(question: Any) -> tuple[str, str]:
    call = question.python().partition("(")[2]
    return f"{question.command()} --multiverse", f"from mnna.models import api; api.multiverse({call}"


def _answers() -> tuple[type[Answer], ...]:
    from mnna.models.forecast.rank import Ranking, RankingOfCountry

    return Ranking, RankingOfCountry


def _every_answer() -> tuple[type[Answer], ...]:
    from mnna.models.forecast.multiverse import Multiverse

    return (Multiverse,)


ENDPOINT = Endpoint(
    word="rank",
    group="Data and service",
    order=1,
    under="models",
    says="which country resembles past designees most, by a declared and back-tested rule",
    help="Which country resembles past designees most, by a fixed rule, with all its misses.",
    function=rank,
    params=(
        ON,
        EVENT,
        COUNTRY._replace(
            needed=False, annotation="str | None", label="Explain a country", hint="Leave it empty for the ranking."
        ),
        FACTS,
        _flag("all", "List every country that could be named, not the first twenty."),
        *VIEWS,
    ),
    ask=_ask,
    answers=_answers,
    document=_document,
    page=_page,
    rows=_rows,
    address="/rank",
    label="Rank",
    button="Rank",
    example={"country": "MEX", "on": "2026-06-30"},
    pictures=_pictures,
    slow=True,
    working="back-testing",
)
PAGES = (
    ENDPOINT._replace(
        help="Every specification of up to four features back-tested, so that nobody can pick the best afterwards.",
        params=(ON, EVENT),
        ask=_ask_all,
        answers=_every_answer,
        page=None,
        address="/rank/multiverse",
        label="Every specification",
        button="Back-test all",
        example={"on": "1999-06-30"},
        foot=_foot,
    ),
)
