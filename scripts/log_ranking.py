"""Add today's rankings, by the rule without and with leaders' meetings, to the prospective log: `./run log`."""

from __future__ import annotations

from datetime import date

from mnna.models.forecast import declared_rule, meetings, prospective
from mnna.models.forecast.forecast_sets import ForecastSet, today
from mnna.models.panel import load_world
from mnna.models.tidy import Floats


def main() -> None:
    """Write both rankings; a second run on the same day is refused."""
    on = date.today()
    world = load_world(on=on)
    field, names = today(world, on), declared_rule.declared(world)
    figures = "; ".join(world.sources[indicator] for indicator in ("us_troops_active_duty",))
    troops = f"z-score of log(1 + {', '.join(names)}), countries barred by the screen left out"
    both = f"sum of z-scores of log(1 + troops) and log(1 + leaders' meetings to {meetings.covered()}), same screen"
    scores = meetings.with_troops(world, field).sum(axis=1)
    for version, rule, found in (("rule", troops, declared_rule.ruled(names)(field)), ("meetings-day", both, scores)):
        print(version, prospective.add(on, version, rule, figures, _places(field, found), prospective.FOLDER))


def _places(field: ForecastSet, scores: Floats) -> list[tuple[str, float]]:
    found = zip(field.countries, declared_rule.ranks(scores).tolist(), strict=True)
    return sorted(found, key=lambda one: (one[1], one[0]))


if __name__ == "__main__":
    main()
