"""`mnna criteria`: what should count, over all weights at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from mnna.interfaces.cli.model_output import check, draw, named, output_option, rests_on, table, world
from mnna.interfaces.cli.output import facts_option, heading, json_option, on_option, show, wrapped
from mnna.models import api
from mnna.series.uses import use

SHOWN = 15


@click.command("criteria")
@click.argument("country", required=False)
@click.option("--use", metavar="NAME:up,NAME:down", help="The criteria, each with the better direction; default ten.")
@click.option("--order", metavar='"A>B>C"', help="Criteria from the most to the least important (in quotes).")
@click.option("--bounds", multiple=True, metavar="NAME=LOW..HIGH", help="Lowest and highest share; may be repeated.")
@click.option("--candidates", metavar="COUNTRY,...", help="Who is compared; default everybody who could be named.")
@click.option(
    "--draws", type=click.IntRange(100, 1_000_000), default=100_000, show_default=True, help="How many weightings."
)
@click.option("--seed", type=click.IntRange(0), default=2321, show_default=True, help="Of the weightings drawn.")
@click.option("--all", "everyone", is_flag=True, help="List every candidate, not the first fifteen.")
@on_option
@output_option
@facts_option
@json_option
def command(
    country: str | None,
    use: str | None,
    order: str | None,
    bounds: tuple[str, ...],
    candidates: str | None,
    draws: int,
    seed: int,
    everyone: bool,
    on: str | None,
    output: Path | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """What should count: how often each candidate comes first, over all weights of the criteria; not a forecast.

    With COUNTRY, what one must value for it to come first.
    """
    check(output)
    found = api.criteria(
        _listed(use),
        country=country,
        candidates=_listed(candidates) or None,
        on=on,
        order=_listed((order or "").replace(">", ",")),
        bounds=_bounds(bounds),
        draws=draws,
        seed=seed,
        facts=facts,
    )
    if output is not None:
        draw(output, lambda pictures: pictures.acceptability_picture(found, world(facts)))
    if as_json or output is None:
        show(as_json, found.to_dict(), lambda document: _lines(document, everyone, facts))


def _listed(text: str | None) -> list[str]:
    return [one.strip() for one in (text or "").split(",") if one.strip()]


def _bounds(texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    if not texts:
        return {}
    with api.models_needed("the comparison by criteria"):
        from mnna.models.choice.preferences import share

        return dict(share(part) for text in texts for part in _listed(text))


def _lines(document: dict[str, Any], everyone: bool, facts: Path | None) -> Iterator[str]:
    count, size = len(document["candidates"]), len(document["criteria"])
    yield f"What should count: {count} candidates by {size} criteria, on {document['on']}"
    yield ""
    yield from wrapped(document["should"], "  ")
    yield from wrapped(document["reading"], "  ")
    yield from wrapped(
        "Which criteria are chosen is a weighting too: several of one kind make that kind count more.", "  "
    )
    yield from _criteria(document)
    yield from _acceptability(document, everyone)
    yield from _central(document)
    yield from _topsis(document)
    yield from rests_on([f"{name}: {source}" for name, source in document["sources"].items()], facts)


def _criteria(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("The criteria")
    rows = [["", "name", "better", "scale", "no figure"]]
    for one in document["criteria"]:
        missing = len(document["missing"].get(one["indicator"], ()))
        name = use(one["indicator"]).short or one["indicator"]
        rows.append([one["goal"] or name, name, one["better"], one["scale"], str(missing)])
    yield from table(rows, left=2)
    yield from wrapped("A missing figure is drawn anew for every weight from the other candidates' figures.", "  ")
    if document["order"]:
        yield from wrapped(f"Your order, the most important first: {' > '.join(document['order'])}.", "  ")
    for name, (low, high) in document["bounds"].items():
        yield f"  Your bounds: {name} counts for {low:g} to {high:g} of the whole."


def _acceptability(document: dict[str, Any], everyone: bool) -> Iterator[str]:
    rows = document["candidates"] if everyone else _first(document)
    yield from heading(f"Of {document['draws']:,} weightings, the share that put it ... ({len(rows)} shown)")
    order = sorted(document["candidates"], key=lambda one: -one["topsis"])
    place = {one["candidate"]: i for i, one in enumerate(order, start=1)}
    cells = [["", "first", "in top 5", "in top 10", "mean rank", "confidence", "TOPSIS", "its place"]]
    cells += [_row(one, place[one["candidate"]]) for one in rows]
    yield from table(cells)
    yield from wrapped(
        "Confidence: how often it comes first at its own central weights, the missing figures being as uncertain as "
        "they are; a dash where no weighting puts it first.",
        "  ",
    )


def _first(document: dict[str, Any]) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = document["candidates"][:SHOWN]
    return kept + [one for one in document["candidates"][SHOWN:] if one["candidate"] == document["country"]]


def _row(one: dict[str, Any], place: int) -> list[str]:
    shares = [_share(one[name]) for name in ("first", "top5", "top10")]
    sure = "-" if one["confidence"] is None else f"{one['confidence']:.2f}"
    return [named(one["candidate"]), *shares, f"{one['expected_rank']:.1f}", sure, f"{one['topsis']:.2f}", str(place)]


def _share(value: float) -> str:
    if 0 < value < 0.005:
        return "<1 %"
    return f"{100 * value:.0f} %"


def _central(document: dict[str, Any]) -> Iterator[str]:
    own = next((one for one in document["candidates"] if one["candidate"] == document["country"]), None)
    if own is None:
        return
    name = named(own["candidate"])
    yield from heading(f"For {name} to come first one must value")
    if own["central_weights"] is None:
        yield from wrapped(f"nothing that was tried: of {document['draws']:,} weightings none put it first.", "  ")
        return
    goals = {one["indicator"]: one["goal"] or one["indicator"] for one in document["criteria"]}
    weights = sorted(own["central_weights"].items(), key=lambda one: -one[1])
    equal = 1 / len(goals)
    rows = [["", "central weight", "times an equal share"]]
    yield from table(rows + [[goals[code], f"{100 * w:.0f} %", f"{w / equal:.1f}"] for code, w in weights])
    sure = f"{100 * own['confidence']:.0f} of 100 draws of the missing figures"
    text = (
        f"These are the mean of the {_share(own['first'])} of weightings that put {name} first; at exactly these it is"
    )
    yield from wrapped(f"{text} first in {sure}.", "  ")


def _topsis(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Another method beside it")
    likeness = document["rank_correlation_with_topsis"]
    text = "TOPSIS at equal weights, missing figures at the middle"
    if likeness is not None:
        text = f"{text}, agrees with the mean ranks to {likeness:.2f} (Spearman; 1 is alike)"
    yield from wrapped(f"{text}. Who comes first is uncertain by {document['entropy']:.1f} bits (0: always one).", "  ")
