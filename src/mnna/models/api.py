"""The functions of the models that Python, the terminal and the browser call.

    rank(on=, event=, country=)                  which countries the rule ranks next
    criteria(use, country=, order=, bounds=)     how candidates compare over all weights
    effects("us_troops", country=, progress=)    what designation changed in an outcome

Each takes `facts`, a folder of the user's own tables laid over the registry: designations and NATO members in it count.
Only the standard library is imported until one of them is called. Where the packages of the models are missing, each
raises `CannotAnswer`, which says how to install them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnna.as_typed import meant
from mnna.dates import spoken
from mnna.errors import BadDate, BadQuestion, CannotAnswer, extra
from mnna.registry.countries import countries, resolve
from mnna.registry.load import load_registry
from mnna.series import uses as catalog

if TYPE_CHECKING:
    from mnna.models.choice.criteria import CriteriaAnswer, Criterion
    from mnna.models.effects.country import CountryEffect
    from mnna.models.effects.effect import Effect
    from mnna.models.forecast.multiverse import Multiverse
    from mnna.models.forecast.rank import Ranking
    from mnna.models.forecast.resemblance import Placed
    from mnna.models.forecast.risk_set import RiskSet
    from mnna.models.panel import World

Progress = Callable[[int, int], None]


models_needed = partial(extra, "models")
"""Return a context that turns a missing package into a `CannotAnswer` that says how to install the packages."""


def _world(facts: Path | None, on: date | None = None) -> World:
    from mnna.models.panel import load_world

    return load_world(facts, on)


def rank(
    on: date | str | None = None, event: str = "announced", country: str | None = None, facts: Path | None = None
) -> Ranking:
    """Return which countries the rule ranks next on a day (default: today), with its back-test.

    `event` dates designations by their day `announced` or `determined`; `country` (code or name) adds that country's
    own explanation, or why it is not ranked. Raises `BadDate` before 1997 and after today, `BadQuestion` for another
    event, `UnknownCountry`, and `CannotAnswer` where the packages of the models are missing.
    """
    code = None if country is None else foreign(country)
    with models_needed("the ranking"):
        from mnna.models.forecast.rank import rank as ranked

        return ranked(past_day(on), event, code, world=_world(facts))


def placed(on: date | str | None, country: str, facts: Path | None = None) -> tuple[Placed | None, str]:
    """Return a country's place by the declared rule on a day and "", or None and the reason in a sentence.

    Raises `BadDate` after today, and `CannotAnswer` where the packages of the models are missing.
    """
    with models_needed("the rank"):
        from mnna.models.forecast import placed as places
        from mnna.models.forecast.risk_set import why_not

        world, day = _world(facts), past_day(on)
        if found := places.placed(world, day, country):
            return found, ""
        why = why_not(world, country, day) or "nobody had been named by then"
        return None, f"No rank: {why}.{places.when_named(world, day, country)}"


def multiverse(
    on: date | str | None = None,
    event: str = "announced",
    progress: Progress | None = None,
    facts: Path | None = None,
) -> Multiverse:
    """Return the back-test of every model of up to four features, so that nobody can pick the best one afterwards.

    Takes some ten seconds; `progress(done, all)` is called after each. Raises as `rank` does.
    """
    with models_needed("the multiverse"):
        from mnna.models.forecast import multiverse as every
        from mnna.models.forecast import risk_set as sets
        from mnna.models.forecast.forecast_sets import Choices, history

        past = history(_world(facts), past_day(on), Choices(sets.check(event)))
        if not past.tested:
            raise BadDate("the multiverse", f"no President had designated anyone by {past.on}", (), "Ask for later.")
        return every.multiverse(past, progress=progress)


def risk_set(on: date | str | None = None, event: str = "announced", facts: Path | None = None) -> RiskSet:
    """Return the countries that could be designated on a day (default: today), with the rule in words."""
    with models_needed("the risk set"):
        from mnna.models.forecast import risk_set as sets

        return sets.whole(_world(facts), past_day(on), sets.check(event))


def criteria(
    use: Sequence[str | Criterion] = (),
    *,
    country: str | None = None,
    candidates: Sequence[str] | None = None,
    on: date | str | None = None,
    order: Sequence[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
    draws: int = 100_000,
    seed: int = 2321,
    screen: bool = False,
    facts: Path | None = None,
) -> CriteriaAnswer:
    """Return how often each candidate takes each rank, over all weights of the criteria.

    The `candidates` are all countries that could be designated, unless some are named. `use` holds criteria as
    `us_trade:up` or `homicide_rate:down:log` (default: the criteria of `indicators.toml`). `order` names criteria from
    the most to the least important, `bounds` gives the lowest and highest share of the total weight for some criteria.
    `country` is a candidate whose result the answer explains.
    `screen` leaves out countries that the registry bars, such as state sponsors of terrorism; the answer names them.
    Raises `UnknownWord`, `BadQuestion` for a country that could not be designated, and `CannotAnswer`.
    """
    with models_needed("the comparison by criteria"):
        from mnna.models.choice import criteria as weighing
        from mnna.models.choice import preferences

        world = _world(facts)
        chosen = [preferences.criterion(one) if isinstance(one, str) else one for one in _several(use)] or None
        shares = {preferences.indicator(name): share for name, share in (bounds or {}).items()}
        preferences.check(chosen or ())
        for one in chosen or ():
            if not world.has(one.indicator):
                do = catalog.use(one.indicator).bring or "Leave it out."
                raise CannotAnswer(f"the criterion {one.indicator}", "there are no figures for it here", (), do)
        names = None if candidates is None else [foreign(one) for one in _several(candidates)]
        code = None if country is None else _candidate(world, country, names, past_day(on))
        ranked = [preferences.indicator(name) for name in _several(order)]
        return weighing.criteria(
            chosen,
            candidates=names,
            country=code,
            on=past_day(on),
            order=ranked,
            bounds=shares or None,
            draws=draws,
            seed=seed,
            screen=screen,
            world=world,
        )


def _several(given: Any) -> tuple[Any, ...]:
    """Return the given names as a tuple; a single text is one name. Raises `BadQuestion` for any other single value."""
    if isinstance(given, str):
        return (given,)
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise BadQuestion(f"the names {given!r}", "they are not text", (), "Give a name or a list of names.")
    return tuple(given)


def effects(
    outcome: str,
    country: str | None = None,
    *,
    event: str = "determined",
    draws: int | None = None,
    seed: int | None = None,
    progress: Progress | None = None,
    facts: Path | None = None,
    on: date | str | None = None,
) -> Effect | CountryEffect:
    """Return the estimated effect of designation on an outcome, over all designees or for one `country`.

    The estimate over all designees is compared with `draws` placebo assignments made from `seed`. One country is
    compared with a synthetic control; every country never designated is a placebo, and `progress(done, all)` is called
    after each placebo.
    `on` leaves out designations and figures after that day (default: today). Raises `UnknownWord` for an unknown
    outcome, `BadQuestion` for a country no President designated, `CannotAnswer` where figures or packages are missing.
    """
    outcome = meant(outcome, catalog.outcomes())
    with models_needed(f"the effect on {outcome}"):
        from mnna.models.effects import effects as studied
        from mnna.models.effects.country import country_effect

        world = _world(facts, past_day(on))
        if country is not None:
            return country_effect(outcome, foreign(country), event=event, world=world, progress=progress)
        return studied.effects(outcome, event=event, draws=draws, seed=seed, world=world)


def every_effect(
    event: str = "determined",
    draws: int | None = None,
    seed: int | None = None,
    progress: Progress | None = None,
    facts: Path | None = None,
    on: date | str | None = None,
) -> dict[str, Effect]:
    """Return the effect on every outcome that has figures, by outcome id, with p values adjusted by Holm.

    Parameters are those of `effects`; `progress(done, all)` is called after each outcome.
    """
    with models_needed("the effects"):
        from mnna.models.effects import effects as studied
        from mnna.models.effects.outcomes import loaded

        world = _world(facts, past_day(on))
        names, found = loaded(world), {}
        for done, name in enumerate(names, start=1):
            found[name] = studied.effects(name, event=event, draws=draws, seed=seed, world=world)
            if progress is not None:
                progress(done, len(names))
        return found


def past_day(on: date | str | None) -> date:
    """Return the day asked for (default: today); raises `BadDate` for a day in the future."""
    from mnna.registry.days import today
    from mnna.registry.readings import question_day

    day = question_day(on)
    if day > today():
        wrong = "the day is in the future: what will happen by then is not known"
        raise BadDate(f"the models on {spoken(day)}", wrong, (), "Ask for today or an earlier day.")
    return day


def foreign(asked: str) -> str:
    """Return the code of a state that could ever be designated, by code or name.

    Raises `UnknownCountry`, and `BadQuestion` for the United States, an organization or a territory.
    """
    code = asked if asked in countries() else resolve(asked).iso3
    name, sovereign = countries()[code].name, countries()[code].sovereign
    if code == "USA":
        raise BadQuestion(f"the country {asked!r}", "the United States designates others", (), "Name another country.")
    if sovereign != "yes" and code != "TWN":
        why = load_registry().undesignable(countries()[code])
        raise BadQuestion(f"the country {asked!r}", f"{name} {why}", (), "Name a country.")
    return code


def _candidate(world: World, country: str, candidates: Sequence[str] | None, on: date) -> str:
    from mnna.models.forecast import risk_set as sets

    code = foreign(country)
    if candidates is not None and code not in candidates:
        raise BadQuestion(f"the country {code}", "it is not among the candidates", tuple(candidates), "Add it.")
    if why := sets.why_not(world, code, on):
        raise BadQuestion(f"the candidate {code}", why, (), "Ask about a country that could still be named.")
    return code
