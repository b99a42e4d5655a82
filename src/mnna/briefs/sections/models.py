"""The sections on the models: who is next by past designations, who is first by criteria, what designation changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from mnna.briefs.gather import BriefContext
from mnna.errors import BadQuestion, CannotAnswer, extra
from mnna.models import api
from mnna.models.forecast import in_words
from mnna.present.days import day, prose
from mnna.present.document import Block, Cell, Items, Link, Paragraph, Picture, Row, Said, Section, Table, columns
from mnna.present.numbers import listed
from mnna.present.vega import on_paper
from mnna.registry.countries import countries
from mnna.sentences import capital
from mnna.series.uses import outcomes

if TYPE_CHECKING:
    from mnna.models.effects.effect import Effect
    from mnna.models.forecast.rank import Ranked, Ranking

FIRST, ENOUGH = 10, 10
"""The number of ranks shown, and the fewest designations for which the picture of an effect is drawn."""


def who_is_next(context: BriefContext) -> Section:
    """Return the section on the rank by the rule, the rule's back-test and misses, and how often any country is named.

    Raises `BadDate` before 1997 and for a future day, `BadQuestion` for a territory, and `CannotAnswer` where the
    packages of the models are missing.
    """
    found = api.rank(context.on, country=context.country.iso3, facts=context.facts)
    assert found.country is not None
    texts = [found.cautions[0], in_words.rule(found.rule), in_words.tested(found.backtest), found.origin.says]
    texts += [in_words.missed(found.backtest)]
    texts += [f"Among the first ten for years, and not named: {in_words.waited(found.never_named)}"]
    texts += [in_words.silence(found.when)]
    blocks: list[Block] = [Paragraph(prose(found.country.reading), marked=True), *map(Paragraph, texts)]
    blocks += [_first(found, context.country.iso3)]
    if found.backtest.placings:
        caption = f"The rule tested on designations up to {day(context.on)}. Place 1 comes closest. Gray tick: chance."
        blocks.append(_drawn("backtest", caption, lambda of: of.backtest_picture(found.backtest, _world(context))))
        blocks.append(_every_specification(context))
    own = [f"your own facts: {row}" for row in found.own_facts]
    blocks.append(_sources([*(f"{name}: {source}" for name, source in found.sources.items()), *own]))
    return Section("next", "Who is next, by past designations", tuple(blocks))


def _every_specification(context: BriefContext) -> Block:
    found = api.multiverse(context.on, facts=context.facts)
    caption = "Every rule of up to four features, worst to best. Squares: how many hold a feature. Dashes: the rule."
    return _drawn("multiverse", caption, lambda of: of.multiverse_picture(found))


def what_should_count(context: BriefContext) -> Section:
    """Return the section on how often each candidate takes each rank over all weights of the default criteria.

    A country that can no longer be named is not a candidate; the others are still compared. Raises as `who_is_next`.
    """
    try:
        found = api.criteria(on=context.on, country=context.country.iso3, facts=context.facts)
    except BadQuestion:  # the country is not a candidate, so only the others are compared
        found = api.criteria(on=context.on, facts=context.facts)
    goals = listed([one.goal for one in found.criteria])
    criteria = f"The criteria are ours and only an example: {goals}."
    caption = "The candidates with the best mean rank over 100,000 weightings; a larger square means more often."
    blocks: tuple[Block, ...] = (
        Paragraph(prose(found.reading), marked=True),
        Paragraph(prose(str(found.to_dict()["should"]))),
        Paragraph(f"{criteria} Give your own with `mnna criteria`."),
        _drawn("acceptability", caption, lambda of: of.acceptability_picture(found, _world(context))),
        _sources([f"{name}: {source}" for name, source in found.sources.items()]),
    )
    return Section("criteria", "Who should be next, over all weights", blocks)


def _world(context: BriefContext) -> Any:
    from mnna.models.panel import load_world

    return load_world(context.facts)


def _first(found: Ranking, country: str) -> Table:
    shown = [one for place, one in enumerate(found.ranking) if place < FIRST or one.country == country]
    since = "Years among the first ten since 1996"
    heads = columns(rank=("Rank", 1), who=("Country", 3), score=("Score", 2), years=(since, 4))
    rows = tuple(Row(one.country, _ranked(one)) for one in shown)
    return Table(f"The first of {len(found.ranking)} countries that could be named", heads, rows)


def _ranked(one: Ranked) -> tuple[Cell, ...]:
    score = "no figure" if one.score is None else f"{one.score:.2f}"
    return tuple(map(Said, (f"{one.rank:g}", countries()[one.country].name, score, str(len(one.years_in_top10)))))


def what_it_changed(context: BriefContext) -> Section:
    """Return the section on what designation changed in each outcome with figures, with pictures of larger studies."""
    found = api.every_effect(facts=context.facts)
    note = (
        "Designees before and after, compared with countries never designated. All designations to date count, "
        "whatever the day of this brief. To judge chance, designations are assigned to countries that had none."
    )
    heads = columns(outcome=("Outcome", 2.2), n=("Designations", 1.2), reading=("What can be said", 9))
    rows = tuple(
        Row(id_, (Said(capital(one.says)), Said(str(one.n)), Said(prose(f"{one.reading} {one.limits}".strip()))))
        for id_, one in found.items()
    )
    pictures = [_study(id_, one) for id_, one in found.items() if one.att is not None and one.n >= ENOUGH]
    sources = _sources([f"{one.says}: {one.source}" for one in found.values()])
    own = [one for code in context.codes if (one := _designee(context, code)) is not None]
    blocks: tuple[Block, ...] = (Paragraph(note), Table("Outcome by outcome", heads, rows), *pictures, *own, sources)
    return Section("effects", "What designation changed where it happened", blocks)


def _designee(context: BriefContext, code: str) -> Block | None:
    """Return a picture of the first outcome (US troops) in a designee and its synthetic control.

    None without a designation or enough figures.
    """
    try:
        found = api.effects(next(iter(outcomes())), code, facts=context.facts)
    except (BadQuestion, CannotAnswer):
        return None
    caption = prose(found.reading)
    return _drawn(f"synthetic-{code.lower()}", caption, lambda of: of.synthetic_picture(found, _world(context)))


def _study(id_: str, found: Effect) -> Block:
    caption = (
        f"{found.n} designations; years since designation ({found.unit}). Gray: where 95% of placebo events lie; "
        f"dashes: designation."
    )
    return _drawn(f"effect-{id_.replace('_', '-')}", caption, lambda of: of.event_study_picture(found))


def _sources(lines: Sequence[str]) -> Items:
    return Items(tuple(Link(line.replace("; ", ", ")) for line in lines), "run", "Sources and licenses of the figures")


def _drawn(id_: str, caption: str, chart: Callable[[ModuleType], Any]) -> Picture:
    """Return the picture that `chart` makes with `mnna.models.pictures`; raises `CannotAnswer` without the packages."""
    with extra("charts", "the pictures of the models"):
        from mnna.models import pictures
    return on_paper(id_, chart(pictures).to_dict(), caption)
