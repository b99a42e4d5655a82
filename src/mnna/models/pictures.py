"""Charts of the models' results, made with Vega-Altair and readable in black and white.

Every function returns a chart whose `description` is the alt text (Vega writes it into the SVG as the label that a
screen reader reads out). Shape, dash and position carry the meaning, never color alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt_
import numpy as np

from mnna.models.choice.criteria import CriteriaAnswer
from mnna.models.effects.country import CountryEffect
from mnna.models.effects.effect import Effect
from mnna.models.forecast.backtest import Score
from mnna.models.forecast.multiverse import Multiverse, Specification
from mnna.models.panel import World
from mnna.sentences import capital
from mnna.series.uses import features

INK, GREY, PALE = "#111111", "#777777", "#d0d0d0"
WIDTH = 560
CANDIDATES, RANKS = 15, 20  # the most that a picture of acceptability shows
WORST = 20  # a placebo is not drawn if its error before is more than this many times the country's (Abadie et al. 2010)


def _titled(chart: Any, title: str, subtitle: str, said: str, **more: Any) -> Any:
    heading = alt_.TitleParams(title, subtitle=subtitle, anchor="start", fontSize=14, subtitleFontSize=11)
    return chart.properties(title=heading, description=said, **more).configure_view(stroke=None)


def _finished(chart: Any, title: str, subtitle: str, said: str, height: int) -> Any:
    return _titled(chart, title, subtitle, said, width=WIDTH, height=height).configure_axis(
        gridColor="#ebebeb", labelColor=INK, titleColor=INK, labelFontSize=11, titleFontSize=11
    )


def _short(unit: str) -> str:
    """Return the unit without its explanation in parentheses, so that it fits on an axis."""
    return unit.partition(" (")[0]


def _named(field: str, order: Sequence[str]) -> Any:
    """Return a vertical axis of names in that order, with room for long ones."""
    return alt_.Y(f"{field}:N", sort=list(order), title=None, axis=alt_.Axis(labelLimit=220))


def _data(rows: Sequence[dict[str, Any]]) -> Any:
    return alt_.Data(values=list(rows))  # type: ignore[no-untyped-call]


def backtest_picture(score: Score, world: World) -> Any:
    """Return a chart of each designee's rank by the rule: a dot per designee, with chance and the first ten marked."""
    rows: list[dict[str, Any]] = []
    for one in score.placings:
        who, chance = f"{world.name(one.country)} {one.year}", (one.at_risk + 1) / 2
        rows.append({"who": who, "rank": one.rank, "chance": chance, "of": one.at_risk})
    y = _named("who", [row["who"] for row in rows])
    base, title = alt_.Chart(_data(rows)), "place among countries that could be named (1 is closest)"
    x = alt_.X("rank:Q", title=title, scale=alt_.Scale(domain=[0, 100]))
    dots = base.mark_point(filled=True, size=70, color=INK).encode(x=x, y=y, tooltip=["who:N", "rank:Q", "of:Q"])
    chance = base.mark_tick(color=GREY, thickness=2).encode(x="chance:Q", y=y)
    edge = alt_.Chart(_data([{"x": 10.5}])).mark_rule(strokeDash=[5, 4], color=GREY).encode(x="x:Q")
    low, high = score.median_interval
    misses = ", ".join(f"{world.name(one.country)} {one.rank:g}" for one in score.misses)
    said = (
        f"Rank of each of {len(rows)} designees among the countries that could be named, by the rule. Median "
        f"{score.median_rank:g}, {score.top10} among the first ten. Outside them: {misses or 'none'}."
    )
    median = f"median place {score.median_rank:g} (95% range {low:.0f} to {high:.0f})"
    subtitle = f"{median}; gray tick: chance; dashes: the first ten"
    title = "Where the next designee stood, the year before"
    return _finished(edge + chance + dots, title, subtitle, said, 20 * len(rows))


def multiverse_picture(found: Multiverse) -> Any:
    """Return a chart of all specifications in order of AUC, with the declared rule as a horizontal line.

    The lower chart divides the specifications into twenty groups and shows the share of each group that uses each
    feature. A mark for every specification would make the page several megabytes.
    """
    order = sorted(found.specifications, key=lambda one: one.auc)
    lift = found.auc_change_when_included
    names = [features()[name].name for name in sorted(lift, key=lambda name: -lift[name])]
    better = 100 * found.share_better_than_rule.auc
    said = (
        f"AUC of {len(order)} rules of up to four features, from {order[0].auc:.2f} to "
        f"{order[-1].auc:.2f}; {better:.1f} percent beat the declared rule's {found.rule_auc:.2f}. Including "
        f"{names[0]} raises AUC most, {names[-1]} lowers it most."
    )
    scale = alt_.Scale(domain=[0, len(order) + 1], nice=False)
    whole = alt_.vconcat(_aucs(found, order, scale), _covariates(found, order, names, scale), spacing=6)
    subtitle = f"dashes: the declared rule ({found.rule_auc:.3f}), beaten by {better:.1f}%; gray line: chance"
    # The longest name is drawn in the reader's own font, which may be wider than the font used to measure it.
    room = {"left": 25, "right": 5, "top": 5, "bottom": 5}
    return _titled(whole, "Every specification, so that none can be picked", subtitle, said, padding=room)


def _aucs(found: Multiverse, order: Sequence[Specification], scale: Any) -> Any:
    rows = [{"place": i + 1, "auc": one.auc} for i, one in enumerate(order)]
    y = alt_.Y("auc:Q", title="AUC", scale=alt_.Scale(domain=[0.4, 1.0], clamp=True))
    line = alt_.Chart(_data(rows)).mark_line(interpolate="step-after", strokeWidth=2.5, color=INK)
    curve = line.encode(x=alt_.X("place:Q", title=None, axis=None, scale=scale), y=y)
    own = alt_.Chart(_data([{"auc": found.rule_auc}])).mark_rule(strokeDash=[6, 3], color=INK).encode(y=y)
    chance = alt_.Chart(_data([{"auc": 0.5}])).mark_rule(color=GREY).encode(y=y)
    return (chance + own + curve).properties(width=WIDTH, height=200)


def _covariates(found: Multiverse, order: Sequence[Specification], names: Sequence[str], scale: Any) -> Any:
    marked, legend = alt_.Scale(range=[0, 190], domain=[0, 1]), alt_.Legend(format=".0%", values=[0.25, 0.5, 1.0])
    size = alt_.Size("share:Q", title="held by", scale=marked, legend=legend)
    x = alt_.X("place:Q", title=f"{len(order)} specifications, worst to best", scale=scale)
    y = _named("covariate", names)
    marks = alt_.Chart(_data(_held(found, order))).mark_square(color=INK).encode(x=x, y=y, size=size)
    return marks.properties(width=WIDTH, height=14 * len(names))


def _held(found: Multiverse, order: Sequence[Specification]) -> list[dict[str, Any]]:
    """Return the share of specifications with each covariate, for each twentieth of them from worst to best."""
    size = max(1, len(order) // 20)
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    rows = []
    for i, part in enumerate(parts):
        middle = i * size + (len(part) + 1) / 2
        for name in found.covariates:
            share = sum(name in one.covariates for one in part) / len(part)
            rows.append({"place": middle, "covariate": features()[name].name, "share": share})
    return rows


def acceptability_picture(found: CriteriaAnswer, world: World) -> Any:
    """Return how often each of the best candidates takes each rank over all weights: larger squares mean more often."""
    shares = found.acceptability
    chosen = [int(i) for i in np.argsort(shares.expected_rank, kind="stable")[:CANDIDATES]]
    if found.country in shares.candidates:
        place = shares.candidates.index(str(found.country))
        chosen += [] if place in chosen else [place]
    names = [world.name(shares.candidates[i]) for i in chosen]
    rows = [
        {"who": name, "rank": rank, "share": float(share)}
        for name, i in zip(names, chosen, strict=True)
        for rank, share in enumerate(shares.ranks[i, :RANKS], 1)
        if share >= 0.002
    ]
    scale, legend = alt_.Scale(range=[2, 260]), alt_.Legend(format=".0%")
    chart = alt_.Chart(_data(rows)).mark_square(color=INK)
    chart = chart.encode(
        x=alt_.X("rank:O", title="rank over all weights"),
        y=_named("who", names),
        size=alt_.Size("share:Q", title="share of weights", scale=scale, legend=legend),
        tooltip=["who:N", "rank:O", alt_.Tooltip("share:Q", format=".1%")],
    )
    often = sorted(zip(names, shares.first[chosen], strict=True), key=lambda one: -one[1])[:5]
    first = ", ".join(f"{name} {100 * share:.0f}" for name, share in often)
    said = f"How often {len(names)} candidates take each rank. Percent of weightings that put them first: {first}."
    title = "How often each rank, over all weights of the criteria"
    return _finished(chart, title, "what should count, not who will be named", said, 22 * len(names))


def event_study_picture(found: Effect) -> Any:
    """Return a chart of the gap by year around designation, with the band that holds 95% of placebo events."""
    rows = [
        {"year": one.year, "estimate": one.estimate, "low": one.placebo_low, "high": one.placebo_high, "n": one.n}
        for one in found.event_study
    ]
    base = alt_.Chart(_data(rows))
    x = alt_.X("year:Q", title="years since designation", axis=alt_.Axis(tickMinStep=1, format="d"))
    band = base.mark_area(color=PALE).encode(x=x, y=alt_.Y("low:Q", title=_short(found.unit)), y2="high:Q")
    line = base.mark_line(color=INK).encode(x=x, y="estimate:Q")
    told = ["year:Q", "estimate:Q", "n:Q"]
    dots = base.mark_point(filled=True, size=50, color=INK).encode(x=x, y="estimate:Q", tooltip=told)
    zero = alt_.Chart(_data([{"y": 0}])).mark_rule(color=GREY).encode(y="y:Q")
    when = alt_.Chart(_data([{"x": -0.5}])).mark_rule(strokeDash=[5, 4], color=INK).encode(x="x:Q")
    points = found.event_study
    outside = [str(one.year) for one in points if not one.placebo_low <= one.estimate <= one.placebo_high]
    said = (
        f"{found.says}: mean gap between designees and the never designated by year, against years -6 to -4. "
        f"{'Outside the placebo band in years ' + ', '.join(outside) if outside else 'Never outside the placebo band'}."
    )
    subtitle = f"{found.n} designations; gray: where 95% of placebo events lie; dashes: designation"
    return _finished(band + zero + when + line + dots, capital(found.says), subtitle, said, 260)


def synthetic_picture(found: CountryEffect, world: World) -> Any:
    """Return two charts: the country's path beside its synthetic control's, and its gap among the placebos' gaps."""
    name, years = world.name(found.country), found.test.real.years
    span = alt_.Scale(zero=False, nice=False, domain=[years[0], years[-1]])
    mark = alt_.Chart(_data([{"x": found.test.real.treated_from - 0.5}])).mark_rule(strokeDash=[5, 4], color=GREY)
    when = mark.encode(x=alt_.X("x:Q", scale=span))
    x = alt_.X("year:Q", title=None, axis=alt_.Axis(format="d"), scale=span)
    others, mine = _gaps(found, x)
    top = (when + _paths(found, name, x)).properties(width=WIDTH, height=200)
    bottom = (others + when + mine).properties(width=WIDTH, height=160)
    said = f"{name} and its synthetic self, {years[0]} to {years[-1]}. {found.reading}"
    subtitle = f"dashed rule: designation in {found.year}; pale: the same for countries never designated"
    return _titled(alt_.vconcat(top, bottom), f"{name} and its synthetic self", subtitle, said)


def _paths(found: CountryEffect, name: str, x: Any) -> Any:
    real = found.test.real
    rows = [
        {"year": year, "value": value, "path": path}
        for path, series in ((name, real.path), ("synthetic", real.synthetic))
        for year, value in zip(real.years, series.tolist(), strict=True)
    ]
    dash = alt_.StrokeDash("path:N", title=None, sort=[name, "synthetic"])
    y = alt_.Y("value:Q", title=_short(found.unit), scale=alt_.Scale(zero=False))
    return alt_.Chart(_data(rows)).mark_line(color=INK).encode(x=x, y=y, strokeDash=dash)


def _gaps(found: CountryEffect, x: Any) -> tuple[Any, Any]:
    """Return the charts of the placebos' gaps and of the country's own gap.

    Placebos whose fit before designation was bad (see `WORST`) are left out.
    """
    real = found.test.real
    limit = float("inf") if real.exact else WORST * real.pre_mspe
    rows = [
        {"year": year, "gap": gap, "unit": one.treated}
        for one in found.test.fits.values()
        if one.treated != found.country and one.pre_mspe <= limit
        for year, gap in zip(one.years, one.gap.tolist(), strict=True)
    ]
    own = [{"year": year, "gap": gap} for year, gap in zip(real.years, real.gap.tolist(), strict=True)]
    pale = alt_.Chart(_data(rows)).mark_line(color=PALE, strokeWidth=1)
    others = pale.encode(x=x, y=alt_.Y("gap:Q", title="gap"), detail="unit:N")
    return others, alt_.Chart(_data(own)).mark_line(color=INK, strokeWidth=2.5).encode(x=x, y="gap:Q")
