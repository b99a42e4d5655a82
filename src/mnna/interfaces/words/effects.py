"""`effects`: what designation changed where it happened, and how large a change the test could have found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from mnna.engine.record import Answer
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.model_documents import PROGRESS, Asked, event, named, numbers, picture, rests_on, stamp, world
from mnna.interfaces.params import COUNTRY, FACTS, ON, Given, Param
from mnna.models import api
from mnna.models.api import effects
from mnna.present.document import (
    Block,
    Command,
    Document,
    Facts,
    Items,
    Link,
    Notice,
    Paragraph,
    Picture,
    Section,
    Text,
)
from mnna.present.numbers import NOTHING, between, decimals, share, signed
from mnna.present.places import country as link
from mnna.present.wording import capital
from mnna.registry.countries import the
from mnna.series.ids import OutcomeId
from mnna.series.uses import outcomes, use

if TYPE_CHECKING:
    from mnna.models.effects.country import CountryEffect
    from mnna.models.effects.effect import Effect, EveryEffect, YearEffect

NEAREST = 5
"""So many of the placebos with the largest ratios are listed."""
RARE = 0.05
"""A gap is told from chance where so small a share of placebos shows a ratio as large."""
LEAST = 0.005
"""Weights below this share are not shown."""


def _outcomes() -> list[tuple[str, str]]:
    return [(name, one.label) for name, one in outcomes().items()]


OUTCOME = Param(
    "outcome",
    "What may have changed.",
    choices=_outcomes,
    positional=True,
    needed=True,
    example="us_troops",
    annotation="str",
    default=...,
    label="What may have changed",
)
ONE = COUNTRY._replace(
    positional=False,
    needed=False,
    metavar="COUNTRY",
    says="One designee, against a synthetic control.",
    annotation="str | None",
    label="For",
    hint="One designee, or leave it empty for all.",
)
EVERY = Param("all", "Every outcome there are figures for, with Holm's adjustment.", kind="flag", doors=("cli",))


def _drawn(name: str, says: str, least: int, most: int | None = None) -> Param:
    limits = {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})
    return Param(name, says, limits, kind="integer", keyword=True, doors=("cli", "python"), annotation="int | None")


def _ask(given: Given, facts: Path | None) -> Asked:
    _consistent(given)
    if given.get("all"):
        from_day = {name: given.get(name) for name in ("draws", "seed", "progress", "on")}
        with api.models_needed("the effects"):
            from mnna.models.effects.effect import EveryEffect

            found = api.every_effect(given.get("event") or "determined", facts=facts, **from_day)
            return Asked(EveryEffect(tuple(found.values())), given, facts)
    return Asked(effects(**ENDPOINT.arguments(given, facts)), given, facts)


def _consistent(given: Given) -> None:
    every, outcome, country = given.get("all"), given.get("outcome"), given.get("country")
    if bool(every) == (outcome is not None):
        wrong = "either one outcome or --all" if every else "no outcome is named"
        do = "For example: mnna effects us_troops, or mnna effects --all."
        raise BadQuestion("mnna effects", wrong, get_args(OutcomeId), do)
    if every and country is not None:
        raise BadQuestion("mnna effects --all", "it does not take --country", (), "Name one outcome for that.")
    if country is not None and (given.get("draws") is not None or given.get("seed") is not None):
        wrong = "nothing is drawn there: every other country is a placebo"
        raise BadQuestion("--draws or --seed with --country", wrong, (), "Leave them out.")


def _document(asked: Asked) -> Document:
    if asked.given.get("all"):
        return _every_outcome(asked)
    return _of_country(asked) if asked.given.get("country") else _over_all(asked)


# Over all designees.


def _over_all(asked: Asked) -> Document:
    found: Effect = asked.answer
    sections = [
        *(_estimated(found) if found.att is not None else ()),
        *_excluded(found),
        rests_on(asked, {found.outcome: found.source}),
    ]
    return Document(
        title=f"{outcomes()[found.outcome].label}: {_found(found)}",
        subtitle=f"What designation changed in {found.says}; year 0 is the year it was {found.event}",
        lead=(found.reading,),
        sections=tuple(sections),
        stamp=stamp(asked.facts),
    )


def _found(found: Effect) -> str:
    if found.att is None or found.low is None or found.high is None:
        return "nothing can be estimated"
    if found.low <= 0 <= found.high:
        return "no change was found"
    if found.p_holm is not None and found.p_holm > RARE:
        return "a change is suggested, not established"
    return f"a change of {signed(found.att)} {found.unit}"


def _estimated(found: Effect) -> Iterator[Section]:
    yield _numbers(found)
    yield _event_study(found.event_study)
    yield _size(found.size_check)
    yield _checks(found.checks)
    yield _each(found)
    if found.honest:
        strayed = tuple(_bound(one) for one in found.honest)
        yield Section("parallel", "If trends were not parallel (Rambachan and Roth)", (Items(strayed),))


def _numbers(found: Effect) -> Section:
    before = found.anticipation
    rows: list[tuple[str, Text]] = [
        ("Mean of years 0 to 5 against -5 to -1", f"{signed(found.att)} (95 % set {_set(found)})"),
        ("p by permutation", decimals(found.p, 3)),
        ("p by permutation, Holm over all outcomes", decimals(found.p_holm, 3)),
        ("Size that would be found four times in five", decimals(found.detectable)),
        ("Designations", str(found.n)),
        ("Countries never designated", str(found.controls)),
    ]
    if before:
        ends = between((before["low"], before["high"]), sign=True)
        said = f"{signed(before['estimate'])} ({ends}), p {decimals(before['p'], 3)}"
        rows.insert(4, ("Before it: years -2 and -1 against -6 to -4", said))
    return Section("numbers", f"The numbers, in {found.unit}", (Facts(tuple(rows)),))


def _set(found: Effect) -> str:
    return between((found.low, found.high), sign=True)


def _year(year: int) -> str:
    return f"{year:+d}" if year else "0"


def _event_study(study: Sequence[YearEffect]) -> Section:
    rows = (
        (
            _year(one.year),
            signed(one.estimate),
            between((one.low, one.high), sign=True),
            between((one.placebo_low, one.placebo_high), sign=True),
            str(one.n),
        )
        for one in study
    )
    out = ", ".join(_year(one.year) for one in study if one.low > 0 or one.high < 0) or "none"
    told = (
        f"Outside the placebos' band, each year taken alone: {out}. Of so many years one falls outside by chance about "
        "every other time, and neighboring years move together."
    )
    table = numbers("", ("Year", "Gap", "95 % set", "Placebos stay in", "Designees"), rows)
    return Section("study", "The gap by year, against years -6 to -4 (event study)", (table, Paragraph(told)))


def _size(check: Mapping[str, Any]) -> Section:
    own, right, plain = (f"{100 * check[name]:.1f} %" for name in ("rejected", "nominal", "t_test_rejected"))
    told = [
        f"In {check['draws']} histories in which nothing happened it rejected {own} of the time, where {right} is "
        f"right; a plain t test over designees {plain}."
    ]
    alike, ratio = check["lookalikes"], check["spread_ratio"]
    if alike is not None:
        told.append(
            "That must be so where placebos are drawn from anywhere. Harder: placebo designations given to countries "
            "like the designees, the third of the never designated with most US troops the year before "
            f"({alike['countries']} countries in all). They saw {signed(alike['mean'])} without any designation, and "
            f"the test rejected {100 * alike['rejected']:.1f} %; among theirs the designees' estimate has p "
            f"{decimals(alike['p'], 3)}."
        )
    if ratio is not None and ratio == ratio:
        more = "more, which the test allows for" if ratio > 1 else "less, which the test allows for"
        shown = more if abs(ratio - 1) > 0.1 else "about the same"
        told.append(f"Before designation, designees moved {ratio:.1f} times as much as the never designated ({shown}).")
    return Section(
        "size", "Is the test honest? (how often it rejects when nothing happened)", tuple(map(Paragraph, told))
    )


def _checks(own: Mapping[str, Any]) -> Section:
    cohorts = own["callaway_santanna"]
    rows: tuple[tuple[str, Text], ...] = (
        ("Imputation, every cell counting once", _known(own["imputation"])),
        ("Two-stage (diff-diff), the same", _known(own["two_stage_diff_diff"])),
        (
            "Callaway-Sant'Anna, against year -1 only",
            f"{_known(cohorts['att'])} (standard error {decimals(_number(cohorts['se']))})",
        ),
    )
    return Section("checks", "Other estimators on the same cells", (Facts(rows),))


def _number(value: float | None) -> float | None:
    return None if value is None or value != value else value


def _known(value: float | None) -> str:
    return signed(_number(value))


def _each(found: Effect) -> Section:
    rows = (
        (link(named(code), code), str(year), _known(found.by_designee.get(code)), _known(found.leave_one_out.get(code)))
        for code, year in found.designees
    )
    alone = [Link(named(code), f"/effects?outcome={found.outcome}&country={code}") for code, _ in found.designees]
    blocks: list[Block] = [
        numbers("", ("", "Year", "Its own", "All others"), rows),
        Items(tuple(alone), "run", "One designee by itself, against a synthetic control"),
        Paragraph(
            ("Every outcome, with the adjustment for having looked at all: ", Command("mnna effects --all"), ".")
        ),
    ]
    return Section("each", "By designee, and without it", tuple(blocks))


def _bound(one: Mapping[str, Any]) -> str:
    inside = between((one["low"], one["high"]), sign=True)
    return f"straying after at most {one['relative']:g} times as far in a year as ever before: {inside}"


def _excluded(found: Effect) -> Iterator[Section]:
    if found.excluded:
        left = tuple((named(code), why) for code, why in found.excluded.items())
        yield Section("out", "Designations left out, and why", (Facts(left),))


# Every outcome.


def _every_outcome(asked: Asked) -> Document:
    found: EveryEffect = asked.answer
    each = tuple(Section(one.outcome, capital(one.says), (Paragraph(one.reading),)) for one in found.outcomes)
    return Document(
        title=f"What designation changed: {len(found.outcomes)} outcomes",
        sections=(*each, _together(found), rests_on(asked, {one.outcome: one.source for one in found.outcomes})),
        stamp=stamp(asked.facts),
    )


def _together(found: EveryEffect) -> Section:
    heads = ("", "n", "Estimate", "95 % set", "p", "p Holm", "Found if")
    blocks: list[Block] = [
        Paragraph("With so many, one in twenty would seem to change by chance alone."),
        numbers("", heads, map(_outcome_row, found.outcomes)),
        Paragraph(f"Units: {'; '.join(f'{one.outcome}: {one.unit}' for one in found.outcomes)}."),
    ]
    shown = {one.outcome for one in found.outcomes}
    for name, one in outcomes().items():
        if name not in shown:
            text = f"{name} is not among them: there are no figures of it here. {use(one.indicator).bring}"
            blocks.append(Paragraph(text))
    return Section("together", "All outcomes together", tuple(blocks))


def _outcome_row(one: Effect) -> tuple[Text, ...]:
    if one.att is None:
        return (one.outcome, str(one.n), *[NOTHING] * 5)
    shown = (signed(one.att), _set(one), decimals(one.p, 3), decimals(one.p_holm), decimals(one.detectable))
    return (one.outcome, str(one.n), *shown)


# One designee.


def _of_country(asked: Asked) -> Document:
    found: CountryEffect = asked.answer
    name, test = capital(the(named(found.country))), found.placebo
    rare = test["p"] is not None and test["p"] < RARE
    said = "a change few placebos show" if rare else "no change that can be told from chance"
    own = found.test.real
    miss = sqrt(own.pre_mspe)
    poor = "Before designation the synthetic control missed by more than this gap: nothing can be read from the gap."
    return Document(
        title=f"{name}: {outcomes()[found.outcome].label}, {said}",
        subtitle=f"Against a synthetic control, in {found.unit}; year 0 is {found.year}",
        lead=(found.reading,),
        sections=(
            *([Section("poor", "A warning", (Notice(poor),))] if miss >= abs(own.effect) else []),
            _gap(found, miss),
            _made_of(found),
            _paths(found),
            rests_on(asked, {found.outcome: found.source}),
        ),
        stamp=stamp(asked.facts),
    )


def _gap(found: CountryEffect, miss: float) -> Section:
    own, test, early = found.test.real, found.placebo, found.in_time
    place = NOTHING if test["rank"] is None else f"{test['rank']} of {test['of']}"
    rows: list[tuple[str, Text]] = [
        (f"Mean gap from {found.year} on", f"{signed(own.effect)} (it had missed by {miss:.2f} before)"),
        ("Rank by the ratio of misfit after to before", place),
        ("p by that ratio", decimals(test["p"], 3)),
        ("p by that ratio, among fits as close", decimals(test["p_close_fits"], 3)),
        ("p by the size of the mean gap", decimals(test["p_gap"], 3)),
    ]
    largest = ", ".join(f"{named(one['unit'])} {_ratio(one['ratio'])}" for one in test["placebos"][:NEAREST])
    blocks: list[Block] = [
        Facts(tuple(rows)),
        Paragraph(f"Largest ratios: {largest}; its own is {_ratio(test['ratio'])}."),
    ]
    if test["exact"]:
        left = f"Left out of the ratios, because they were followed exactly before: {len(test['exact'])} countries."
        blocks.append(Paragraph(left))
    if early is None:
        blocks.append(Paragraph("There are too few years for the same at a false, earlier date."))
    else:
        ratio = _ratio(_number(early.ratio))
        at = f"At a false date, {early.treated_from}, the mean gap is {signed(early.effect)} (ratio {ratio})"
        blocks.append(Paragraph(f"{at}; a good design shows none."))
    return Section("rare", "Is that rare? The same for every other country", tuple(blocks))


def _ratio(value: float | None) -> str:
    return "none" if value is None else f"{value:,.1f}"


def _made_of(found: CountryEffect) -> Section:
    weights = sorted(found.test.real.weights.items(), key=lambda one: -one[1])
    rows = ((link(named(code), code), share(part)) for code, part in weights if part >= LEAST)
    told = "The weights make it follow the outcome before designation; they claim no likeness otherwise."
    table = numbers("", ("", "Weight"), rows)
    return Section("made", "What the synthetic control is made of", (table, Paragraph(told)))


def _paths(found: CountryEffect) -> Section:
    own = found.test.real
    rows = (
        (f"{year} after" if year >= found.year else str(year), decimals(real), decimals(made), signed(real - made))
        for year, real, made in zip(own.years, own.path.tolist(), own.synthetic.tolist(), strict=True)
    )
    table = numbers("", ("Year", "Real", "Synthetic", "Gap"), rows)
    return Section("paths", f"Year by year, in {found.unit}", (table,))


# The other forms.


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    told = asked.to_dict()
    of = {name: told[name] for name in ("outcome", "unit", "country") if name in told}
    if "synthetic" in told:
        return [of | one for one in told["synthetic"]["path"]]
    return [of | one for one in told["event_study"]] or [of | {"reading": told["reading"]}]


def _pictures(asked: Asked) -> Iterator[Picture]:
    from mnna.models import pictures

    if asked.given.get("country"):
        drawn = pictures.synthetic_picture(asked.answer, world(asked.facts))
        yield picture("synthetic", "Beside its synthetic control", drawn)
    elif not asked.given.get("all") and asked.answer.event_study:
        yield picture("study", "The gap by year", pictures.event_study_picture(asked.answer))


def _answers() -> tuple[type[Answer], ...]:
    from mnna.models.effects.country import CountryEffect
    from mnna.models.effects.effect import Effect

    return Effect, CountryEffect


ENDPOINT = Endpoint(
    word="effects",
    group="Data and service",
    order=3,
    under="models",
    says="what designation changed where it happened",
    help=f"What designation changed in OUTCOME ({', '.join(get_args(OutcomeId))}), how sure that is, and how large a "
    "change the test could have found.",
    function=effects,
    params=(
        OUTCOME._replace(needed=False),
        ONE,
        event("determined")._replace(keyword=True),
        _drawn("draws", "Placebo assignments; default 1999.", 99, 20_000),
        _drawn("seed", "The seed of the placebo assignments; default 517.", 0),
        PROGRESS._replace(keyword=True),
        FACTS._replace(keyword=True),
        ON._replace(keyword=True),
        EVERY,
    ),
    ask=_ask,
    answers=_answers,
    document=_document,
    rows=_rows,
    pictures=_pictures,
    working="placebo designations",
)
PAGES = (
    ENDPOINT._replace(
        params=(OUTCOME, ONE, event("determined"), ON),
        address="/effects",
        label="Effects",
        asks="What did designation change where it happened?",
        button="What changed?",
        example={"outcome": "us_troops", "on": "2026-06-30"},
        slow=True,
    ),
)
