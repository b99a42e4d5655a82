"""One designee against its synthetic self, as text: `mnna effects OUTCOME --country COUNTRY`."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

from mnna.interfaces.cli.model_output import named, rests_on, table
from mnna.interfaces.cli.output import heading, wrapped

NEAREST = 5  # placebos with the largest ratios that are listed


def synthetic_lines(document: dict[str, Any], facts: Path | None = None) -> Iterator[str]:
    """The synthetic control of one designee as lines of text."""
    own = document["synthetic"]
    name = named(document["country"])
    yield f"What designation changed in {document['outcome']} for {name} (year 0 is {own['treated_from']})"
    yield ""
    yield from wrapped(document["reading"], "  ")
    miss = sqrt(own["pre_mspe"])
    if miss >= abs(own["effect"]):
        text = "The synthetic self had missed by more than the gap it now shows: nothing can be read from the gap."
        yield from wrapped(text, "  ")
    yield from _made_of(own)
    yield from _path(document)
    yield from _placebos(document)
    yield from rests_on([f"{document['outcome']}: {document['source']}"], facts)


def _made_of(own: dict[str, Any]) -> Iterator[str]:
    yield from heading("What the synthetic self is made of")
    rows = [[named(code), f"{100 * weight:.0f} %"] for code, weight in own["weights"].items() if weight >= 0.005]
    yield from table(rows)
    yield from wrapped(
        "The weights make it follow the outcome before designation; they claim no likeness otherwise.", "  "
    )


def _path(document: dict[str, Any]) -> Iterator[str]:
    yield from heading(f"The paths, in {document['unit']}")
    rows = [["year", "real", "synthetic", "gap"]]
    for one in document["synthetic"]["path"]:
        after = " after" if one["year"] >= document["designated"] else ""
        rows.append([f"{one['year']}{after}", f"{one['real']:.2f}", f"{one['synthetic']:.2f}", f"{one['gap']:+.2f}"])
    yield from table(rows)


def _placebos(document: dict[str, Any]) -> Iterator[str]:
    test, false_date = document["placebo"], document["in_time_placebo"]
    yield from heading("Is that rare? The same for every other country")
    place = "-" if test["rank"] is None else f"{test['rank']} of {test['of']}"
    yield from table(
        [
            ["place by ratio of misfit after to before", place],
            ["p by that ratio", _p(test["p"])],
            ["p by that ratio, among fits as close", _p(test["p_close_fits"])],
            ["p by the size of the mean gap", _p(test["p_gap"])],
        ]
    )
    largest = [f"{named(one['unit'])} {_ratio(one['ratio'])}" for one in test["placebos"][:NEAREST]]
    yield from wrapped(f"Largest ratios: {', '.join(largest)}; its own is {_ratio(test['ratio'])}.", "  ")
    if test["exact"]:
        text = f"Left out of the ratios, being followed exactly before: {len(test['exact'])}"
        yield from wrapped(f"{text}. An endless ratio compares nothing.", "  ")
    if false_date is None:
        yield from wrapped("There are too few years for the same at a false, earlier date.", "  ")
        return
    text = f"At a false date, {false_date['year']}, the mean gap is {false_date['effect']:+.2f}"
    yield from wrapped(f"{text} (ratio {_ratio(false_date['ratio'])}); a good design shows none.", "  ")


def _p(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _ratio(value: float | None) -> str:
    return "none" if value is None else f"{value:,.1f}"
