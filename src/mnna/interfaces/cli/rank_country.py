"""One country's place in the ranking, explained: `mnna rank COUNTRY`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mnna.interfaces.cli.model_output import named, rests_on, table
from mnna.interfaces.cli.output import heading, wrapped
from mnna.models.transforms import BACK
from mnna.series.uses import FeatureRow, features, use


def country_lines(document: dict[str, Any], facts: Path | None = None) -> Iterator[str]:
    """The answer about one country as lines of text."""
    own, code = document["country"], document["country"]["country"]
    dated = f"designations dated by the day {document['event']}"
    yield f"{named(code)} ({code}), as one would say on {document['on']} ({dated})"
    yield ""
    yield from wrapped(own["reading"], "  ")
    yield from _when_named(document, code)
    yield from wrapped(document["cautions"][0], "  ")
    if own["rank"] is None:
        yield from rests_on([f"the registry: `mnna status {code}` has its spans and their sources"], facts)
        return
    yield from _features(own["traits"])
    yield from _years(own["top10_years"])
    yield from _record(document["backtest"])
    if any(trait["in_rule"] and trait["value"] is None for trait in own["traits"]):
        yield from wrapped(f"{named(code)} has no figure for the rule and ranks with the last.", "  ")
    yield ""
    yield from wrapped(document["cautions"][-1], "  ")
    yield from rests_on([f"{name}: {source}" for name, source in document["sources"].items()], facts)


def _when_named(document: dict[str, Any], code: str) -> Iterator[str]:
    for one in document["backtest"]["designees"]:
        if one["country"] == code:
            place = f"{one['rank']:g} of {one['at_risk']}"
            yield from wrapped(f"When it was named in {one['year']}, the rule had it at {place}.", "  ")


def _features(traits: list[dict[str, Any]]) -> Iterator[str]:
    yield from heading("Each feature; the rule looks only at those marked *")
    rows = [["", "figure", "of", "percentile", "lowest then", "middle", "below it"]]
    rows += [_feature(trait) for trait in traits]
    yield from table(rows)
    yield from wrapped(
        "Percentile: the share of the other countries at risk that stand lower, ties half (for distances: that are "
        "farther). Lowest and middle then: the designees' own, each among those at risk at its time; below it: how "
        "many of them stood lower.",
        "  ",
    )


def read_back(row: FeatureRow, value: float) -> str:
    """Return a feature's measured value as a reader knows it: in the row's units, to its digits."""
    if use(row.indicator).form == "yes or no":
        return "yes" if value else "no"
    return f"{BACK[row.transform](value) / row.units:,.{row.digits}f}"


def _feature(trait: dict[str, Any]) -> list[str]:
    row = features()[trait["feature"]]
    return [
        f"{'* ' if trait['in_rule'] else '  '}{row.label}",
        "none" if trait["value"] is None else read_back(row, trait["value"]),
        str(trait["of_year"] or "-"),
        *(_percent(trait[name]) for name in ("percentile", "designees_lowest", "designees_median")),
        "-" if trait["percentile"] is None else f"{trait['designees_below']} of {trait['designees']}",
    ]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f}"


def _years(years: list[int]) -> Iterator[str]:
    yield from heading("Years among the first ten on 1 January, none of which brought a naming")
    yield from wrapped(", ".join(map(str, years)) or "none since 1996", "  ")


def _record(score: dict[str, Any]) -> Iterator[str]:
    count = len(score["designees"])
    if not count:
        return
    yield from heading("How far to trust such a rank")
    yield from wrapped(
        f"Back-tested on {count} designations, the rule had the next one at median rank {score['median_rank']:g} and "
        f"{score['top10']} of {count} among its first ten. `mnna rank` lists every miss, the rivals, and those that "
        "stood high for years and were not named.",
        "  ",
    )
