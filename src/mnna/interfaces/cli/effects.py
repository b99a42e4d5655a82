"""`mnna effects`: what designation changed, and how large a change would have had to be to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from mnna.errors import BadQuestion
from mnna.interfaces.cli.model_output import (
    check,
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
from mnna.interfaces.cli.synthetic import synthetic_lines
from mnna.models import api
from mnna.series.ids import OutcomeId
from mnna.series.uses import outcomes, use

if TYPE_CHECKING:
    from mnna.models.effects.effect import Effect

HELP = f"""What designation changed in OUTCOME ({", ".join(get_args(OutcomeId))}).

The reading comes first: what can be said, what cannot, how large an effect would have had to be to be seen.
"""


@click.command("effects", help=HELP)
@click.argument("outcome", required=False)
@click.option("--all", "every", is_flag=True, help="Every outcome there are figures for, with Holm's adjustment.")
@click.option("--country", metavar="COUNTRY", help="One designee, by a synthetic control.")
@click.option("--draws", type=click.IntRange(99, 20_000), help="Placebo assignments; default 1999.")
@click.option("--seed", type=click.IntRange(0), help="Of the placebo assignments; default 517.")
@event_option("determined")
@on_option
@output_option
@facts_option
@json_option
def command(
    outcome: str | None,
    every: bool,
    country: str | None,
    draws: int | None,
    seed: int | None,
    event: str,
    on: str | None,
    output: Path | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """Print what designation changed in an outcome."""
    check(output)
    _consistent(outcome, every, country, draws, seed, output)
    if every:
        with working("every outcome") as progress:
            found = api.every_effect(event, draws, seed, progress, facts, on)
        return show(
            as_json,
            {"outcomes": [one.to_dict() for one in found.values()]},
            lambda document: _all_lines(document, facts),
        )
    if country is not None:
        return _country(str(outcome), country, event, on, output, facts, as_json)
    with working("placebo designations"):
        effect: Any = api.effects(str(outcome), event=event, draws=draws, seed=seed, facts=facts, on=on)
    if output is not None:
        _picture(effect, output)
    if as_json or output is None:
        show(as_json, effect.to_dict(), lambda document: _lines(document, facts))


def _consistent(
    outcome: str | None, every: bool, country: str | None, draws: int | None, seed: int | None, output: Path | None
) -> None:
    if every == (outcome is not None):
        wrong = "either one outcome or --all" if every else "no outcome is named"
        do = "For example: mnna effects us_troops, or mnna effects --all."
        raise BadQuestion("mnna effects", wrong, get_args(OutcomeId), do)
    if every and (country is not None or output is not None):
        raise BadQuestion("mnna effects --all", "it takes neither --country nor -o", (), "Name one outcome for that.")
    if country is not None and (draws is not None or seed is not None):
        wrong = "nothing is drawn there: every other country is a placebo"
        raise BadQuestion("--draws or --seed with --country", wrong, (), "Leave them out.")


def _picture(effect: Effect, output: Path) -> None:
    if not effect.event_study:
        raise BadQuestion(f"a picture of {effect.outcome}", "there is no estimate to draw", (), effect.reading)
    draw(output, lambda pictures: pictures.event_study_picture(effect))


def _country(
    outcome: str, country: str, event: str, on: str | None, output: Path | None, facts: Path | None, as_json: bool
) -> None:
    with working("placebo test") as progress:
        found: Any = api.effects(outcome, country, event=event, progress=progress, facts=facts, on=on)
    if output is not None:
        draw(output, lambda pictures: pictures.synthetic_picture(found, world(facts)))
    if as_json or output is None:
        show(as_json, found.to_dict(), lambda document: synthetic_lines(document, facts))


def _lines(document: dict[str, Any], facts: Path | None) -> Iterator[str]:
    yield f"What designation changed: {document['says']} (year 0 is the year {document['event']})"
    yield ""
    yield from wrapped(document["reading"], "  ")
    if document["att"] is not None:
        yield from _numbers(document)
        yield from _event_study(document)
        yield from _size(document["size_check"])
        yield from _checks(document)
        yield from _leave_one_out(document)
        yield from _honest(document["honest"])
    yield from _excluded(document)
    yield from rests_on([f"{document['outcome']}: {document['source']}"], facts)


def _numbers(document: dict[str, Any]) -> Iterator[str]:
    yield from heading(f"The numbers, in {document['unit']}")
    before = document["anticipation"]
    rows = [
        ["mean of years 0 to 5 against -5 to -1", f"{document['att']:+.2f} {_set(document)}"],
        ["p by permutation", f"{document['p']:.3f}"],
        ["p by permutation, Holm over all outcomes", _number(document["p_holm"], ".3f")],
        ["size that would be seen four times in five", _number(document["detectable"], ".2f")],
    ]
    if before:
        said = f"{before['estimate']:+.2f} {span((before['low'], before['high']), '+.2f')}, p {before['p']:.3f}"
        rows.append(["before it: years -2 and -1 against -6 to -4", said])
    rows.append(["designations, countries never designated", f"{document['n']}, {document['controls']}"])
    yield from table(rows)


def _set(document: dict[str, Any]) -> str:
    return span((document["low"], document["high"]), "+.2f")


def _number(value: float | None, digits: str) -> str:
    return "-" if value is None else format(value, digits)


def _event_study(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Event study: the gap by year, against years -6 to -4")
    rows = [["year", "gap", "95 % set", "placebos stay in", "designees"]]
    for one in document["event_study"]:
        inside = span((one["placebo_low"], one["placebo_high"]), "+.2f")
        own = span((one["low"], one["high"]), "+.2f")
        year = f"{one['year']:+d}" if one["year"] else "0"
        rows.append([year, f"{one['estimate']:+.2f}", own, inside, str(one["n"])])
    yield from table(rows, left=0)
    out = [one for one in document["event_study"] if one["low"] > 0 or one["high"] < 0]
    years = ", ".join(f"{one['year']:+d}" if one["year"] else "0" for one in out) or "none"
    yield from wrapped(
        f"Outside the placebos' band, each year taken alone: {years}. Of so many years one falls outside by chance "
        "about every other time, and neighbouring years move together.",
        "  ",
    )


def _size(check: dict[str, Any]) -> Iterator[str]:
    yield from heading("Is the test honest? (how often it rejects when nothing happened)")
    own, right, plain = (f"{100 * check[name]:.1f} %" for name in ("rejected", "nominal", "t_test_rejected"))
    text = f"In {check['draws']} placebo histories it rejected {own} of the time, where {right} is right"
    yield from wrapped(f"{text}; a plain t test over designees {plain}.", "  ")
    alike = check["lookalikes"]
    if alike is not None:
        yield from wrapped(
            "That must be so where placebos are drawn from anywhere. Harder: placebo designations given to countries "
            "like the designees, the third of the never designated with most US troops the year before "
            f"({alike['countries']} countries in all). They saw {alike['mean']:+.2f} without any designation, and "
            f"the test rejected {100 * alike['rejected']:.1f} %; among theirs the designees' estimate has p "
            f"{alike['p']:.3f}.",
            "  ",
        )
    ratio = check["spread_ratio"]
    if ratio is not None:
        lively = "livelier: its p is somewhat too small" if ratio > 1 else "quieter: its p is somewhat too large"
        text = f"Before designation, designees moved {ratio:.1f} times as much as the never designated"
        yield from wrapped(f"{text} ({lively if abs(ratio - 1) > 0.1 else 'alike'}).", "  ")


def _checks(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("Other estimators on the same cells")
    own = document["checks"]
    cohorts = own["callaway_santanna"]
    text = f"{_number(cohorts['att'], '+.2f')} (standard error {_number(cohorts['se'], '.2f')})"
    yield from table(
        [
            ["imputation, every cell counting once", _number(own["imputation"], "+.2f")],
            ["two-stage (diff-diff), the same", _number(own["two_stage_diff_diff"], "+.2f")],
            ["Callaway-Sant'Anna, against year -1 only", text],
        ]
    )


def _leave_one_out(document: dict[str, Any]) -> Iterator[str]:
    yield from heading("By designee, and without it")
    rows = [["", "year", "its own", "all others"]]
    for one in document["designees"]:
        own, rest = document["by_designee"][one["country"]], document["leave_one_out"][one["country"]]
        rows.append([named(one["country"]), str(one["year"]), _number(own, "+.2f"), _number(rest, "+.2f")])
    yield from table(rows)


def _honest(bounds: list[dict[str, Any]]) -> Iterator[str]:
    if not bounds:
        return
    yield from heading("If trends were not parallel (Rambachan and Roth)")
    for one in bounds:
        inside = span((one["low"], one["high"]), "+.2f")
        text = f"straying after at most {one['relative']:g} times as far in a year as ever before: {inside}"
        yield from wrapped(text, "  ", "      ")


def _excluded(document: dict[str, Any]) -> Iterator[str]:
    if document["excluded"]:
        yield from heading("Designations left out, and why")
        for code, why in document["excluded"].items():
            yield from wrapped(f"{named(code)}: {why}", "  ", "      ")


def _all_lines(document: dict[str, Any], facts: Path | None) -> Iterator[str]:
    found = document["outcomes"]
    yield f"What designation changed: {len(found)} outcomes"
    for one in found:
        yield from heading(one["says"])
        yield from wrapped(one["reading"], "  ")
    yield from heading("All outcomes together: with so many, one in twenty would seem to change by chance alone")
    rows = [["", "n", "estimate", "95 % set", "p", "p Holm", "seen if"]]
    for one in found:
        if one["att"] is None:
            rows.append([one["outcome"], str(one["n"]), *["-"] * 5])
            continue
        numbers = [f"{one['att']:+.2f}", _set(one), f"{one['p']:.3f}", _number(one["p_holm"], ".2f")]
        rows.append([one["outcome"], str(one["n"]), *numbers, _number(one["detectable"], ".2f")])
    yield from table(rows)
    units = "; ".join(f"{one['outcome']}: {one['unit']}" for one in found)
    yield from wrapped(f"Units: {units}.", "  ", "      ")
    for name, one in outcomes().items():
        if name not in {shown["outcome"] for shown in found}:
            text = f"{name} is not among them: there are no figures of it here. {use(one.indicator).bring}"
            yield from wrapped(text, "  ")
    yield from rests_on([f"{one['outcome']}: {one['source']}" for one in found], facts)
