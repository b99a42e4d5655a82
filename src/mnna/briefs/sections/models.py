"""What the models say: which countries resemble past designees, with every miss, and what designation changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mnna.briefs.gather import BriefContext
from mnna.briefs.vega import drawn
from mnna.errors import BadQuestion, CannotAnswer
from mnna.models import api
from mnna.present.days import day, prose
from mnna.present.document import Block, Column, Items, Link, Paragraph, Row, Said, Section, Table
from mnna.present.numbers import listed
from mnna.present.wording import capital
from mnna.registry.countries import countries, the
from mnna.series.uses import features, outcomes

if TYPE_CHECKING:
    from mnna.models.effects.effect import Effect
    from mnna.models.forecast.backtest import Score
    from mnna.models.forecast.rank import Ranking

FIRST, WAITED, ENOUGH = 10, 5, 10
"""Places shown; least years of waiting that are listed; least designations for an effect to be drawn."""


def who_is_next(context: BriefContext) -> Section:
    """Write the rank by the declared rule, its back-test with the misses, and the years without a designation.

    Raises `BadDate` before 1997 and for a day to come, `BadQuestion` for a territory, and `CannotAnswer` where the
    packages of the models are missing.
    """
    found = api.rank(context.on, country=context.country.iso3, facts=context.facts)
    assert found.country is not None
    texts = [found.cautions[0], _rule(found), _tested(found.backtest), _missed(found.backtest)]
    texts += [_waiting(found), _silence(found)]
    blocks: list[Block] = [Paragraph(prose(found.country.reading), marked=True), *map(Paragraph, texts)]
    blocks += [_first(found, context.country.iso3)]
    if found.backtest.placings:
        caption = f"Back-test of the rule on the designations up to {day(context.on)}; 1 is nearest, gray tick: chance."
        blocks.append(drawn("backtest", caption, lambda of: of.backtest_picture(found.backtest, _world(context))))
        blocks.append(_every_specification(context))
    own = [f"your own facts: {row}" for row in found.own_facts]
    blocks.append(_sources([*(f"{name}: {source}" for name, source in found.sources.items()), *own]))
    return Section("next", "Who is next, by past designations", tuple(blocks))


def _every_specification(context: BriefContext) -> Block:
    found = api.multiverse(context.on, facts=context.facts)
    caption = (
        "Fitted specifications of up to four features, worst to best; squares: how many hold a feature; dashes: rule."
    )
    return drawn("multiverse", caption, lambda of: of.multiverse_picture(found))


def what_should_count(context: BriefContext) -> Section:
    """Write how often each candidate takes each rank over all weights of ten criteria, and what favors this one.

    A country that can no longer be named is no candidate; the others are still compared. Raises as `who_is_next`.
    """
    found = api.criteria(on=context.on, facts=context.facts)
    code = context.country.iso3
    if code in found.acceptability.candidates:
        found = api.criteria(on=context.on, country=code, facts=context.facts)
    goals = listed([one.goal for one in found.criteria])
    criteria = f"The criteria are ours and only an example: {goals}."
    caption = "The candidates with the best mean rank over 100,000 weightings; a larger square means more often."
    blocks: tuple[Block, ...] = (
        Paragraph(prose(found.reading), marked=True),
        Paragraph(prose(str(found.to_dict()["should"]))),
        Paragraph(f"{criteria} Give your own with `mnna criteria`."),
        drawn("acceptability", caption, lambda of: of.acceptability_picture(found, _world(context))),
        _sources([f"{name}: {source}" for name, source in found.sources.items()]),
    )
    return Section("criteria", "Who should be next, over all weights", blocks)


def _world(context: BriefContext) -> Any:
    from mnna.models.panel import load_world

    return load_world(context.facts)


def _name(code: str) -> str:
    return the(countries()[code].name)


def _rule(found: Ranking) -> str:
    said = listed([f"log {features()[name].in_rule}" for name in found.rule])
    return f"The rule: mean z-score of {said} among those at risk, as known the year before. {found.origin.says}"


def _tested(score: Score) -> str:
    count = len(score.placings)
    if not count:
        return "Back-test: no President had designated anyone by then."
    return (
        f"Back-test over {count} designations since 1996: the country named next had median rank {score.median_rank:g} "
        f"(95% {_span(score.median_interval, '.0f')}; chance {score.chance_median:.0f}). AUC was {score.auc:.2f} "
        f"({_span(score.auc_interval, '.2f')}). Of the {count}, {score.top10} were among the first ten and "
        f"{score.top20} among the first twenty."
    )


def _span(ends: Sequence[float], digits: str) -> str:
    return f"{ends[0]:{digits}} to {ends[1]:{digits}}"


def _missed(score: Score) -> str:
    told = [f"{_name(one.country)} {one.year} (rank {one.rank:g} of {one.at_risk})" for one in score.misses]
    return f"Missed (outside the first ten): {listed(told) or 'none'}."


def _waiting(found: Ranking) -> str:
    told = [f"{_name(one['country'])} ({one['years']})" for one in found.never_named if one["years"] >= WAITED]
    rest = len(found.never_named) - len(told)
    said = f"Years among the first ten without being named by then: {listed(told) or f'none for {WAITED} or more'}"
    return f"{said}; and {rest} others for fewer than {WAITED}." if rest else f"{said}."


def _silence(found: Ranking) -> str:
    when = found.when
    return (
        f"The rank does not say when. There were {when.events} designations in {when.years} years, {when.rate:.1f} a "
        f"year (95% {when.low:.1f} to {when.high:.1f}). The longest run of years without one was "
        f"{when.longest_silence}."
    )


def _first(found: Ranking, country: str) -> Table:
    shown = [one for place, one in enumerate(found.ranking) if place < FIRST or one.country == country]
    columns = (
        Column("rank", "Rank", 1),
        Column("who", "Country", 3),
        Column("score", "Score (mean z)", 2),
        Column("years", "Years among the first ten since 1996", 4),
    )
    rows = [
        Row(
            one.country,
            (
                Said(f"{one.rank:g}"),
                Said(countries()[one.country].name),
                Said("no figure" if one.score is None else f"{one.score:.2f}"),
                Said(str(len(one.years_in_top10))),
            ),
        )
        for one in shown
    ]
    return Table(f"The first of {len(found.ranking)} countries at risk", columns, tuple(rows))


def what_it_changed(context: BriefContext) -> Section:
    """Write what designation changed in each outcome with figures, and draw the larger studies."""
    found = api.every_effect(facts=context.facts)
    note = (
        "Designees before and after, compared with countries never designated. All designations to date count, "
        "whatever the day of this brief. To judge chance, designations are assigned to countries that had none."
    )
    columns = (
        Column("outcome", "Outcome", 2.2),
        Column("n", "Designations", 1.2),
        Column("reading", "What can be said", 9),
    )
    rows = tuple(
        Row(id_, (Said(capital(one.says)), Said(str(one.n)), Said(prose(one.reading)))) for id_, one in found.items()
    )
    pictures = [_study(id_, one) for id_, one in found.items() if one.att is not None and one.n >= ENOUGH]
    sources = _sources([f"{one.says}: {one.source}" for one in found.values()])
    own = [one for code in _looked_at(context) if (one := _designee(context, code)) is not None]
    blocks: tuple[Block, ...] = (Paragraph(note), Table("Outcome by outcome", columns, rows), *pictures, *own, sources)
    return Section("effects", "What designation changed where it happened", blocks)


def _looked_at(context: BriefContext) -> list[str]:
    return [context.country.iso3, *([context.versus.country.iso3] if context.versus else [])]


def _designee(context: BriefContext, code: str) -> Block | None:
    """US troops in one designee, compared with a synthetic control.

    None for a country that no President designated, or with too few figures.
    """
    try:
        found = api.effects(next(iter(outcomes())), code, facts=context.facts)
    except (BadQuestion, CannotAnswer):
        return None
    caption = prose(found.reading)
    return drawn(f"synthetic-{code.lower()}", caption, lambda of: of.synthetic_picture(found, _world(context)))


def _study(id_: str, found: Effect) -> Block:
    caption = (
        f"{found.n} designations; years since designation ({found.unit}). Gray: where 95% of placebo events lie; "
        f"dashes: designation."
    )
    return drawn(f"effect-{id_.replace('_', '-')}", caption, lambda of: of.event_study_picture(found))


def _sources(lines: Sequence[str]) -> Items:
    return Items(tuple(Link(line.replace("; ", ", ")) for line in lines), "run", "Sources and licenses of the figures")
