"""The forecasts that the rule is compared with: fitted hazard models, and simple rivals that a model must beat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import methodcaller

import numpy as np

from mnna.models.forecast import declared_rule
from mnna.models.forecast.conditional_logit import conditional_logit
from mnna.models.forecast.declared_rule import Forecast
from mnna.models.forecast.features import loaded
from mnna.models.forecast.forecast_sets import ForecastSet, History
from mnna.models.forecast.hazard import RIDGE, Hazard, firth, ridge
from mnna.models.panel import World
from mnna.models.tidy import Floats
from mnna.series.uses import forecast


def covariates(world: World) -> tuple[str, ...]:
    """Return the loaded covariates of the fitted models, chosen in advance: the rule's, UN closeness and GDP."""
    there = loaded(world)
    return tuple(name for name in forecast().fitted if name in there)


def naive(history: History) -> dict[str, Forecast]:
    """Return the rivals that need no training, by name; a higher score means a higher place."""
    there = loaded(history.world)
    alone = {says: name for says, name in forecast().alone.items() if name in there}
    found: dict[str, Forecast] = {says: methodcaller("z", name) for says, name in alone.items()}
    found["region of the last designee, then troops"] = lambda field: _region(history, field)
    region, troops = forecast().region, declared_rule.leading()
    found["allies in the region, then troops"] = lambda field: field.z(region) + field.z(troops)
    actors = sorted(history.world.actors, key=lambda code: (history.world.name(code).casefold(), code))
    found["alphabet"] = lambda field: -np.array([float(actors.index(code)) for code in field.countries])
    return found


def _region(history: History, field: ForecastSet) -> Floats:
    """Return scores that put countries of the last designee's region first, each group in order of US troops."""
    before = [event.country for event in history.events if event.on < field.on]
    actors = history.world.actors
    region = actors[before[-1]].region if before else ""
    same = np.array([actors[code].region == region for code in field.countries], dtype=float)
    return 100 * same + np.nan_to_num(field.z(declared_rule.leading()), nan=-50.0)


def fitted(history: History, year: int) -> Mapping[str, Callable[[], Hazard | Floats]]:
    """Return, by title, a function that fits each model to all years before `year` and returns a hazard or slopes."""
    few, more = declared_rule.declared(history.world), covariates(history.world)

    def past(names: Sequence[str]) -> tuple[Floats, Floats]:
        return history.before(year, names)[:2]

    return {
        f"ridge hazard: {', '.join(few)}": lambda: ridge(*past(few)),
        f"ridge hazard: {', '.join(more)}": lambda: ridge(*past(more)),
        f"Firth hazard (FLIC): {', '.join(more)}": lambda: firth(*past(more), 1e-6).hazard(),
        f"conditional logit by year: {', '.join(more)}": lambda: (
            conditional_logit(*history.before(year, more), penalty=RIDGE).slopes
        ),
    }


def applied(model: Hazard | Floats, field: ForecastSet, names: Sequence[str]) -> Floats:
    """Return a fitted model's score for each country in `field.countries`."""
    design = field.design(names)
    return model.log_odds(design) if isinstance(model, Hazard) else np.asarray(design @ model)


def names_of(title: str) -> tuple[str, ...]:
    """Return the covariates that are listed in the title of a fitted model."""
    return tuple(title.split(": ", 1)[1].split(", "))
