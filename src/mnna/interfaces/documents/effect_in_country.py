"""What designation changed for one designee, as a document: beside a synthetic control, a mix of other countries."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from mnna.interfaces.documents.models import Asked, numbers, sources, stamp
from mnna.present.document import Block, Document, Facts, Notice, Paragraph, Section, Text
from mnna.present.numbers import NOTHING, decimals, share, signed
from mnna.present.places import country as link
from mnna.registry.countries import name_of, the
from mnna.sentences import capital
from mnna.series.uses import outcomes

if TYPE_CHECKING:
    from mnna.models.effects.country import CountryEffect

NEAREST = 5
"""So many of the countries with the largest ratios are listed."""
RARE = 0.05
"""A difference is told from chance where so small a share of other countries shows a ratio as large."""
LEAST = 0.005
"""Weights below this share are not shown."""


def in_country(asked: Asked) -> Document:
    """One designee in one outcome."""
    found: CountryEffect = asked.answer
    name, test = capital(the(name_of(found.country))), found.placebo
    rare = test["p"] is not None and test["p"] < RARE
    said = "a change that few other countries show" if rare else "no change that can be told from chance"
    own = found.test.real
    miss = sqrt(own.pre_mspe)
    poor = "Before designation the mix of other countries missed by more than this. Nothing can be read from it."
    return Document(
        title=f"{name}: {outcomes()[found.outcome].label}, {said}",
        subtitle=f"Beside a synthetic control, in {found.unit}. Year 0 is {found.year}",
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
    rows: list[tuple[str, Text]] = [
        (f"Mean difference from {found.year} on", f"{signed(own.effect)} (the mix had missed by {miss:.2f} before)"),
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
        ratio = _ratio(None if early.ratio is None or early.ratio != early.ratio else early.ratio)
        at = f"At a false date, {early.treated_from}, the mean difference is {signed(early.effect)} (ratio {ratio})"
        blocks.append(Paragraph(f"{at}. A good design shows none."))
    return Section("rare", "Is that rare? The same for every other country", tuple(blocks))


def _ratio(value: float | None) -> str:
    return "none" if value is None else f"{value:,.1f}"


def _made_of(found: CountryEffect) -> Section:
    weights = sorted(found.test.real.weights.items(), key=lambda one: -one[1])
    rows = ((link(name_of(code), code), share(part)) for code, part in weights if part >= LEAST)
    told = "The weights make the mix follow the outcome before designation. They claim no other likeness."
    table = numbers("", ("", "Weight"), rows)
    return Section("made", "What the synthetic control is made of", (table, Paragraph(told)))


def _paths(found: CountryEffect) -> Section:
    own = found.test.real
    rows = (
        (f"{year} after" if year >= found.year else str(year), decimals(real), decimals(made), signed(real - made))
        for year, real, made in zip(own.years, own.path.tolist(), own.synthetic.tolist(), strict=True)
    )
    table = numbers("", ("Year", "Real", "Synthetic", "Difference"), rows)
    return Section("paths", f"Year by year, in {found.unit}", (table,))
