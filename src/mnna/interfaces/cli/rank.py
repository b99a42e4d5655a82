"""`mnna rank`: who history says is next, and how often it was wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from mnna.errors import BadQuestion
from mnna.interfaces.cli.model_output import (
    check,
    counted,
    draw,
    event_option,
    named,
    output_option,
    rests_on,
    span,
    table,
    working,
    world,
)
from mnna.interfaces.cli.output import facts_option, heading, json_option, on_option, show, wrapped
from mnna.interfaces.cli.rank_country import country_lines
from mnna.models import api
from mnna.series.uses import features, forecast, shorter, use

Lines = Callable[[dict[str, Any]], Iterator[str]]
SHOWN = 20
WAITED = 5  # years in the first ten that make a country worth naming among those never named
FEW = 5  # designations below which an interval says nothing


@click.command("rank")
@click.argument("country", required=False)
@click.option("--all", "everyone", is_flag=True, help="List every country at risk, not the first twenty.")
@click.option("--multiverse", "view", flag_value="multiverse", help="Back-test every specification of four features.")
@click.option("--sensitivity", "view", flag_value="sensitivity", help="The back-test under other choices.")
@click.option("--risk-set", "view", flag_value="risk-set", help="Print who could be named on the day.")
@event_option("announced")
@on_option
@output_option
@facts_option
@json_option
def command(
    country: str | None,
    everyone: bool,
    view: str | None,
    event: str,
    on: str | None,
    output: Path | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """Who history says is next, by a rule declared before looking, with every miss of its back-test.

    With COUNTRY, why that one stands where it stands.
    """
    check(output)
    if view and country:
        raise BadQuestion(f"mnna rank {country} --{view}", "that looks at all countries", (), "Leave one of them out.")
    if view == "multiverse":
        return _multiverse(on, event, output, facts, as_json)
    if view == "risk-set":
        if output is not None:
            raise BadQuestion("a picture of the risk set", "there is none", (), "Leave -o out.")
        return show(as_json, api.risk_set(on, event, facts), _at_risk)
    found = api.rank(on, event, country, facts)
    if output is not None:
        draw(output, lambda pictures: pictures.backtest_picture(found.backtest, world(facts)))
    if as_json or output is None:
        show(as_json, found.to_dict(), _view(country, view, everyone, facts))


def _view(country: str | None, view: str | None, everyone: bool, facts: Path | None) -> Lines:
    if country:
        return lambda document: country_lines(document, facts)
    return _sensitivity if view else lambda document: _lines(document, everyone, facts)


def _multiverse(on: str | None, event: str, output: Path | None, facts: Path | None, as_json: bool) -> None:
    with working("back-testing every specification") as progress:
        found = api.multiverse(on, event, progress, facts)
    if output is not None:
        draw(output, lambda pictures: pictures.multiverse_picture(found))
    if as_json or output is None:
        show(as_json, found.to_dict(), _specifications)


def _lines(document: dict[str, Any], everyone: bool, facts: Path | None) -> Iterator[str]:
    first, *others, of_the_source = document["cautions"]
    yield f"Who is next, as one would say on {document['on']} (designations dated by the day {document['event']})"
    yield ""
    for text in (document["reading"], first, of_the_source):
        yield from wrapped(text, "  ")
    yield from _rule(document)
    yield from _backtest(document["backtest"])
    yield from _rivals(document)
    yield from _never_named(document)
    yield from _when(document)
    yield from _frequencies(document)
    yield from _ranking(document, everyone)
    yield from heading("To bear in mind")
    for caution in others:
        yield from wrapped(f"- {caution}", "  ", "    ")
    yield from rests_on([f"{name}: {source}" for name, source in document["sources"].items()], facts)


def _rule(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("The rule, declared before looking")
    said = " and ".join(f"log {features()[name].in_rule}" for name in document["rule"])
    yield from wrapped(f"Mean z-score of {said} among the countries at risk, as known the year before.", "  ")
    for row in (features()[name] for name in forecast().rule if name not in document["rule"]):
        text = f"There are no figures here of {row.in_rule}; with them they join the rule. {use(row.indicator).bring}"
        yield from wrapped(text, "  ")
    for name, codes in document["missing"].items():
        yield from wrapped(
            f"{len(codes)} countries without a figure for {features()[name].in_rule} rank behind all others.", "  "
        )
    older = [
        f"{row['countries']} by {counted(row['years_older'], 'year')} ({features()[row['feature']].shorter})"
        for row in document["carried"]
    ]
    if older:
        yield from wrapped(f"Older figures stand in where there is none: {'; '.join(older)}.", "  ")


def _backtest(score: dict[str, Any]) -> Iterator[str]:
    yield from heading("Back-test: where each designee stood among those at risk, by what was known before")
    count = len(score["designees"])
    if not count:
        yield "  no President had designated anyone by then"
        return
    yield from table([_measures(), _score({**score, "name": "the rule"}, count), _chance(score, count)])
    if count < FEW:
        yield "  So few designations say next to nothing; the intervals are empty form."
    yield ""
    yield from _placings(score["designees"])
    misses = ", ".join(f"{named(one['country'])} {one['year']} ({one['rank']:g})" for one in score["misses"])
    yield ""
    yield from wrapped(f"Missed, that is not among the first ten: {misses or 'none'}.", "  ")


def _measures() -> list[str]:
    return ["", "median rank", "AUC", "first 10", "first 20"]


def _score(one: dict[str, Any], count: int | None = None) -> list[str]:
    of = "" if count is None else f" of {count}"
    return [
        one["name"],
        f"{one['median_rank']:g} {span(one['median_interval'], '.0f')}",
        f"{one['auc']:.3f} {span(one['auc_interval'])}",
        f"{one['top10']}{of} {span(one['top10_interval'], '.0f')}",
        f"{one['top20']}{of} {span(one['top20_interval'], '.0f')}",
    ]


def _chance(score: dict[str, Any], count: int) -> list[str]:
    first = [sum(top / one["at_risk"] for one in score["designees"]) for top in (10, 20)]
    return ["chance", f"{score['chance_median']:.0f}", "0.500", *(f"{one:.1f} of {count}" for one in first)]


def _placings(designees: list[dict[str, Any]]) -> Iterator[str]:
    rows = [["", "year", "rank", "of", ""]]
    for one in designees:
        blind = "no figure of its own" if one["rank"] > one["at_risk"] - one["missing"] else ""
        rows.append([named(one["country"]), str(one["year"]), f"{one['rank']:g}", str(one["at_risk"]), blind])
    yield from table(rows)


def _rivals(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Rivals, back-tested alike (brackets: 95 % bootstrap over designees)")
    rows = [_rival(one) for one in document["rivals"] if one["name"] != "chance" and one["auc"] is not None]
    yield from table([["", "median", *_measures()[2:]], *rows])


def _rival(one: dict[str, Any]) -> list[str]:
    name = shorter(one["name"])
    auc = f"{one['auc']:.3f} {span(one['auc_interval'])}"
    return [name, f"{one['median_rank']:g}", auc, str(one["top10"]), str(one["top20"])]


def _never_named(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Stood among the first ten for years and were not named by then")
    long = [one for one in document["never_named"] if one["years"] >= WAITED]
    said = [f"{named(one['country'])} {one['years']} years ({_span(one)})" for one in long]
    yield from wrapped(("; ".join(said) or "none for five years or more") + ".", "  ")
    yield from wrapped(f"And {len(document['never_named']) - len(long)} others for less than {WAITED} years.", "  ")


def _span(one: dict[str, Any]) -> str:
    joined = one["in_nato_since"]
    return f"{one['first']}-{one['last']}{f'; in NATO from {joined}' if joined else ''}"


def _when(document: dict[str, Any]) -> Iterator[str]:
    when = document["when"]
    yield from heading("When is another question than who")
    yield from wrapped(
        f"{counted(when['events'], 'designation')} in {counted(when['years'], 'year')}: {when['rate']:.1f} a year "
        f"(95 % interval {when['low']:.1f} to {when['high']:.1f}), for all countries together; the longest silence "
        f"lasted {counted(when['longest_silence'], 'year')}. Nothing here says when the next one comes.",
        "  ",
    )


def _frequencies(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("How often such a place was followed by a naming")
    for one in document["frequencies"]:
        yield from wrapped(said_in_full(one), "  ", "    ")
    yield from _calibration(document["forecasts"])


def _calibration(forecasts: list[dict[str, Any]]) -> Iterator[str]:
    base, fitted = forecasts[0], forecasts[1]
    yield from heading("Were fitted probabilities right? (they are shown for no country: nobody has earned two digits)")
    rows = [["the first fitted hazard gave about", "country-years", "so it expected", "named"]]
    for mean, count, named_ in fitted["bins"]:
        rows.append([f"1 in {round(1 / mean)}", str(count), f"{mean * count:.1f}", str(named_)])
    yield from table(rows)
    best = min(one["log_loss"] for one in forecasts[1:])
    brier = min(one["brier"] for one in forecasts[1:])
    yield from wrapped(
        f"Summed log loss {best:.0f} at best, of the mere base rate {base['log_loss']:.0f}; Brier score {brier:.2f} "
        f"at best, of the base rate {base['brier']:.2f}; less is better.",
        "  ",
    )


def said_in_full(one: dict[str, Any]) -> str:
    """A natural frequency in words, those named within five years included even where none was in the year itself."""
    if one["named"] or not one["named_in_five"]:
        return str(one["says"])
    return f"{one['says'].rstrip('.')}; within five years {one['named_in_five']} of {one['followed']}."


def _ranking(document: dict[str, Any], everyone: bool) -> Iterator[str]:
    rows = document["ranking"] if everyone else document["ranking"][:SHOWN]
    yield from heading(f"The ranking: {len(rows)} of {len(document['ranking'])} at risk")
    cells = [["", "rank", "score", "years in first 10"]]
    for one in rows:
        score = "-" if one["score"] is None else f"{one['score']:+.2f}"
        cells.append([named(one["country"]), f"{one['rank']:g}", score, str(one["years_in_top10"])])
    yield from table(cells)


def _sensitivity(document: dict[str, Any]) -> Iterator[str]:
    yield f"The rule's back-test under other choices, on {document['on']}"
    yield ""
    yield from wrapped("How much hangs on the choices that had to be made; none of these may be picked now.", "  ")
    yield ""
    own = _score({**document["backtest"], "name": f"as declared (events {document['event']})"})
    rows = [_score(_renamed(one)) for one in document["sensitivity"] if one["auc"] is not None]
    yield from table([_measures(), own, *rows] if document["backtest"]["designees"] else [_measures()])


def _renamed(one: dict[str, Any]) -> dict[str, Any]:
    word, _, code = one["name"].partition(" ")
    return {**one, "name": f"without {named(code)}"} if word == "without" else one


def _specifications(document: dict[str, Any]) -> Iterator[str]:
    yield f"Every specification of up to four of {len(document['covariates'])} features: {document['specifications']}"
    yield ""
    yield from wrapped(document["reading"], "  ")
    yield from heading("Mean change of AUC where a feature is included")
    change = sorted(document["auc_change_when_included"].items(), key=lambda one: -one[1])
    yield from table([[document["names"][name], f"{value:+.3f}"] for name, value in change])


def _at_risk(document: dict[str, Any]) -> Iterator[str]:
    yield f"Who could be named on {document['on']}: {document['n']} countries (by the day {document['event']})"
    yield ""
    yield from wrapped(document["rule"], "  ")
    yield ""
    yield from wrapped(", ".join(f"{named(code)} ({code})" for code in document["countries"]) + ".", "  ")
