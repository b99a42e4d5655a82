"""The effects of designation as a document: one outcome, all outcomes, or one designee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isnan, sqrt
from typing import TYPE_CHECKING, Any

from mnna.interfaces.documents.models import Asked, numbers, sources, stamp
from mnna.models.effects.in_words import FEW, SURER
from mnna.present.document import Block, Command, Document, Facts, Items, Link, Notice, Paragraph, Section, Text
from mnna.present.numbers import NOTHING, between, decimals, listed, share, signed
from mnna.present.places import country as link
from mnna.registry.countries import name_of, the
from mnna.sentences import capital, inside
from mnna.series.uses import outcomes, use

if TYPE_CHECKING:
    from mnna.models.effects.country import CountryEffect
    from mnna.models.effects.effect import Effect, EveryEffect, YearEffect


ALPHA = 0.05
"""A change is established where chance alone gives as large a one less often than this, counting all outcomes."""
P = "p: how often chance alone gives a difference as large, from 0 (never) to 1 (always)."


def over_all(asked: Asked) -> Document:
    """Return the document on one outcome over all designees."""
    found: Effect = asked.answer
    sections = [
        *(_estimated(found) if found.att is not None else ()),
        *_excluded(found),
        sources(asked, {outcomes()[found.outcome].label: found.source}),
    ]
    return Document(
        title=f"{outcomes()[found.outcome].label}: {_found(found)}",
        subtitle=f"Year 0 is the year in which the designation was {found.event}",
        lead=_paragraphs(found),
        sections=tuple(sections),
        stamp=stamp(asked.facts),
    )


def _paragraphs(found: Effect) -> tuple[str, ...]:
    """Return the reading of the result, and its limits."""
    return tuple(part for part in (found.reading, found.limits) if part)


def _found(found: Effect) -> str:
    if found.att is None or found.low is None or found.high is None:
        return "nothing can be estimated"
    if found.low <= 0 <= found.high:
        return "no change was found" if found.n > FEW else f"next to nothing can be said from {found.n} designations"
    if found.p_holm is not None and found.p_holm > ALPHA:
        return "a change is suggested, not established"
    return f"a change of {signed(found.att)} {found.unit}"


def _estimated(found: Effect) -> Iterator[Section]:
    yield _numbers(found)
    yield _event_study(found.event_study)
    yield _size(found.size_check)
    yield _checks(found.checks)
    yield _each(found)
    if found.honest:
        told = "if it strays at most {:g} times as far in a year as ever before: {}"
        strayed = [told.format(one["relative"], between((one["low"], one["high"]), sign=True)) for one in found.honest]
        title = "If designees would have gone their own way anyhow (Rambachan and Roth)"
        yield Section("parallel", title, (Items(tuple(strayed)),))


def _numbers(found: Effect) -> Section:
    before = found.anticipation
    rows: list[tuple[str, Text]] = [
        ("Mean of years 0 to 5 against -5 to -1", f"{signed(found.att)} (95% range {_set(found)})"),
        ("p", decimals(found.p, 3)),
        ("p, counting that all outcomes were looked at (Holm)", decimals(found.p_holm, 3)),
        ("Change that would be found four times in five", decimals(found.detectable)),
        ("Designations", str(found.n)),
        ("Countries never designated", str(found.controls)),
    ]
    if before:
        ends = between((before["low"], before["high"]), sign=True)
        said = f"{signed(before['estimate'])} ({ends}), p {decimals(before['p'], 3)}"
        rows.insert(4, ("Before designation: years -2 and -1 against -6 to -4", said))
    return Section("numbers", f"The numbers, in {found.unit}", (Facts(tuple(rows)), Paragraph(P)))


def _set(found: Effect) -> str:
    return between((found.low, found.high), sign=True)


def _year(year: int) -> str:
    return f"{year:+d}" if year else "0"


def _event_study(study: Sequence[YearEffect]) -> Section:
    rows = []
    for one in study:
        ends = (between(pair, sign=True) for pair in ((one.low, one.high), (one.placebo_low, one.placebo_high)))
        rows.append((_year(one.year), signed(one.estimate), *ends, str(one.n)))
    out = ", ".join(_year(one.year) for one in study if one.low > 0 or one.high < 0) or "none"
    told = (
        f"Years whose range leaves out zero: {out}. Of so many years, one does so by chance about every other time. "
        "By chance: where 95% of the differences lie when countries without a designation are given one at random."
    )
    table = numbers("", ("Year", "Difference", "95% range", "By chance", "Designees"), rows)
    return Section("study", "Year by year, against years -6 to -4 (event study)", (table, Paragraph(told)))


def _size(check: Mapping[str, Any]) -> Section:
    own, right, plain = (f"{100 * check[name]:.1f}%" for name in ("rejected", "nominal", "t_test_rejected"))
    told = [
        f"In {check['draws']} made-up histories in which nothing happened, the test saw a change {own} of the time. "
        f"It should be {right}. A plain t test over designees saw one {plain} of the time."
    ]
    alike, ratio = check["lookalikes"], check["spread_ratio"]
    if alike is not None:
        told.append(
            "A harder test makes up designations only for countries like the designees: the third of the others with "
            f"the most US troops the year before ({alike['countries']} countries in all). They saw "
            f"{signed(alike['mean'])} without any designation, and the test saw a change "
            f"{100 * alike['rejected']:.1f}% of the time. Among them the designees have p {decimals(alike['p'], 3)}."
        )
    if ratio is not None and ratio == ratio:
        more = "more, which the test allows for" if ratio > 1 else "less, which the test allows for"
        shown = more if abs(ratio - 1) > 0.1 else "about the same"
        told.append(f"Before designation, designees moved {ratio:.1f} times as much as the others ({shown}).")
    title = "Is the test sound? How often it sees a change when nothing happened"
    return Section("size", title, tuple(map(Paragraph, told)))


def _checks(own: Mapping[str, Any]) -> Section:
    cohorts = own["callaway_santanna"]
    theirs = f"{signed(cohorts['att'])} (standard error {decimals(cohorts['se'])})"
    rows: tuple[tuple[str, Text], ...] = (
        ("Imputation, every country and year counting once", signed(own["imputation"])),
        ("Two-stage, the same", signed(own["two_stage_diff_diff"])),
        ("Callaway-Sant'Anna, against year -1 only", theirs),
    )
    return Section("checks", "Other methods on the same figures", (Facts(rows),))


def _each(found: Effect) -> Section:
    rows: list[tuple[Text, ...]] = []
    for code, year in found.designees:
        name = Link(name_of(code), f"/effects?outcome={found.outcome}&country={code}")
        rows.append((name, str(year), signed(found.by_designee.get(code)), signed(found.leave_one_out.get(code))))
    one = Command(f"mnna effects {found.outcome} --country {found.designees[0][0]}")
    blocks: list[Block] = [
        numbers("", ("Designee", "Year", "Its own", "All others"), rows),
        Paragraph(("One designee by itself, beside a mix of other countries: ", one, ".")),
        Paragraph(("Every outcome beside the others: ", Command("mnna effects --all"), ".")),
    ]
    return Section("each", "Each designee, and the estimate without it", tuple(blocks))


def _excluded(found: Effect) -> Iterator[Section]:
    if found.excluded:
        left = tuple((name_of(code), why) for code, why in found.excluded.items())
        yield Section("out", "Designations left out, and why", (Facts(left),))


def every_outcome(asked: Asked) -> Document:
    """Return the document on every outcome with figures."""
    found: EveryEffect = asked.answer
    each = tuple(
        Section(one.outcome, capital(one.says), tuple(map(Paragraph, _paragraphs(one)))) for one in found.outcomes
    )
    return Document(
        title=f"What designation changed: {len(found.outcomes)} outcomes",
        lead=(_in_short(found.outcomes),),
        sections=(
            *each,
            _together(found),
            sources(asked, {outcomes()[one.outcome].label: one.source for one in found.outcomes}),
        ),
        stamp=stamp(asked.facts),
    )


def _in_short(every: Sequence[Effect]) -> str:
    """Return the question about all outcomes, the result, how certain it is, and what would change it."""
    told = [one for one in every if one.p is not None and one.p <= ALPHA]
    sure = [outcomes()[one.outcome].label for one in told if one.p_holm is not None and one.p_holm <= ALPHA]
    hints = [outcomes()[one.outcome].label for one in told if outcomes()[one.outcome].label not in sure]
    few = [inside(outcomes()[one.outcome].label) for one in every if one.att is None or one.n <= FEW]
    parts = (
        "The question is what changed with designation, beyond what happened in other countries.",
        f"A change is established in {listed(sure)}." if sure else "No change is established in any outcome.",
        f"One is suggested, but not established, in {listed(hints)}." if hints else "",
        f"Too few were designated to say much of {listed(few)}." if few else "",
        SURER,
    )
    return " ".join(part for part in parts if part)


def _together(found: EveryEffect) -> Section:
    heads = ("Outcome", "Cases", "Estimate", "95% range", "p", "p Holm", "Found if")
    blocks: list[Block] = [
        Paragraph("Of so many outcomes, one in twenty would seem to change by chance alone."),
        numbers("", heads, map(_outcome_row, found.outcomes)),
        Paragraph(
            f"{P} p Holm: the same, counting that all outcomes were looked at. "
            "Found if: the change found four times in five."
        ),
        Paragraph(f"Units: {'; '.join(f'{outcomes()[one.outcome].label}, {one.unit}' for one in found.outcomes)}."),
    ]
    shown = {one.outcome for one in found.outcomes}
    for name, one in outcomes().items():
        if name not in shown:
            blocks.append(Paragraph(f"{capital(one.says)}: there are no figures here. {use(one.indicator).bring}"))
    return Section("together", "All outcomes together", tuple(blocks))


def _outcome_row(one: Effect) -> tuple[Text, ...]:
    if one.att is None:
        return (outcomes()[one.outcome].label, str(one.n), *[NOTHING] * 5)
    shown = (signed(one.att), _set(one), decimals(one.p, 3), decimals(one.p_holm), decimals(one.detectable))
    return (outcomes()[one.outcome].label, str(one.n), *shown)


NEAREST = 5
"""How many of the countries with the largest ratios are listed."""
RARE = 0.05
"""A difference counts as more than chance where a smaller share of other countries has as large a ratio."""
LEAST = 0.005
"""Weights below this share are not shown."""


def in_country(asked: Asked) -> Document:
    """Return the document on one designee in one outcome."""
    found: CountryEffect = asked.answer
    name, test = capital(the(name_of(found.country))), found.placebo
    rare = test["p"] is not None and test["p"] < RARE
    said = "a change that few other countries show" if rare else "no change that can be told from chance"
    own = found.test.real
    miss = sqrt(own.pre_mspe)
    poor = "Before designation the mix of other countries missed by more than this. Nothing can be read from it."
    return Document(
        title=f"{name}: {outcomes()[found.outcome].label}, {said}",
        subtitle=f"Beside a synthetic control, in {found.unit}. Year 0 is {own.treated_from}",
        lead=(found.reading,),
        sections=(
            *([Section("poor", "A warning", (Notice(poor),))] if miss >= abs(own.effect) else []),
            _gap(found, miss),
            _made_of(found),
            _paths(found),
            sources(asked, {outcomes()[found.outcome].label: found.source}),
        ),
        stamp=stamp(asked.facts),
    )


def _gap(found: CountryEffect, miss: float) -> Section:
    own, test, early = found.test.real, found.placebo, found.in_time
    place = NOTHING if test["rank"] is None else f"{test['rank']} of {test['of']}"
    mean = f"{signed(own.effect)} (the mix had missed by {miss:.2f} before)"
    rows: list[tuple[str, Text]] = [
        (f"Mean difference from {own.treated_from} on", mean),
        ("Place by the ratio of misfit after to before", place),
        ("p by that ratio", decimals(test["p"], 3)),
        ("p by that ratio, among matches as close", decimals(test["p_close_fits"], 3)),
        ("p by the size of the mean difference", decimals(test["p_gap"], 3)),
    ]
    largest = ", ".join(f"{name_of(one['unit'])} {_ratio(one['ratio'])}" for one in test["placebos"][:NEAREST])
    blocks: list[Block] = [
        Facts(tuple(rows)),
        Paragraph(f"Largest ratios: {largest}. Its own is {_ratio(test['ratio'])}."),
    ]
    if test["exact"]:
        left = f"Left out of the ratios, because a mix followed them exactly before: {len(test['exact'])} countries."
        blocks.append(Paragraph(left))
    if early is None:
        blocks.append(Paragraph("There are too few years to try a false, earlier date."))
    else:
        ratio = _ratio(early.ratio)
        at = f"At a false date, {early.treated_from}, the mean difference is {signed(early.effect)} (ratio {ratio})"
        blocks.append(Paragraph(f"{at}. A good design shows none."))
    return Section("rare", "Is that rare? The same for every other country", tuple(blocks))


def _ratio(value: float | None) -> str:
    return "none" if value is None or isnan(value) else f"{value:,.1f}"


def _made_of(found: CountryEffect) -> Section:
    weights = sorted(found.test.real.weights.items(), key=lambda one: -one[1])
    rows = ((link(name_of(code), code), share(part)) for code, part in weights if part >= LEAST)
    told = "The weights make the mix follow the outcome before designation. They claim no other likeness."
    table = numbers("", ("Country", "Weight"), rows)
    return Section("made", "What the synthetic control is made of", (table, Paragraph(told)))


def _paths(found: CountryEffect) -> Section:
    own = found.test.real
    rows = [
        (f"{year}{' after' if year >= own.treated_from else ''}", decimals(real), decimals(made), signed(real - made))
        for year, real, made in zip(own.years, own.path.tolist(), own.synthetic.tolist(), strict=True)
    ]
    table = numbers("", ("Year", "Real", "Synthetic", "Difference"), rows)
    return Section("paths", f"Year by year, in {found.unit}", (table,))
