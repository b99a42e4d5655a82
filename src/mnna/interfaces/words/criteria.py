"""`criteria`: which candidate comes first by chosen criteria, over all weights that they may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mnna.errors import extra
from mnna.interfaces.documents.models import Asked, by_reason, numbers, sources, stamp, world
from mnna.interfaces.endpoint import Endpoint, classes
from mnna.interfaces.params import Given, once, params_of
from mnna.models import api
from mnna.models.api import criteria
from mnna.present import days
from mnna.present.document import Block, Column, Document, Items, Notice, Paragraph, Picture, Row, Section, Table
from mnna.present.inline import Command, Link, Text
from mnna.present.numbers import decimals, share
from mnna.present.vega import picture
from mnna.present.wording import note
from mnna.quick import Path
from mnna.registry.countries import name_of, the
from mnna.sentences import capital
from mnna.series.uses import use

if TYPE_CHECKING:
    from mnna.models.choice.criteria import Candidate, CriteriaAnswer, Criterion

SHOWN = 15
"""How many candidates are listed unless all are asked for."""


def listed(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the parts of a list written with commas or `>`."""
    if text is None or isinstance(text, str):
        return tuple(part.strip() for part in (text or "").replace(">", ",").split(",") if part.strip())
    return tuple(text)


def _bounds(texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    with api.models_needed("the comparison by criteria"):
        from mnna.models.choice.preferences import share as bound

        return once("bounds", (bound(part) for text in texts for part in listed(text)))


def _ask(given: Given, facts: Path | None) -> Asked:
    return Asked(criteria(**ENDPOINT.arguments(given, facts)), given, facts)


def _whole(answer: CriteriaAnswer) -> Asked:
    """Return an answer of Python with its question, as far as the answer has it."""
    from mnna.models.choice.criteria import default

    used = () if answer.criteria == default() else answer.criteria
    told = {
        "use": ",".join(f"{one.indicator}:{one.better}:{one.scale}" for one in used),
        "order": ">".join(answer.order),
        "bounds": tuple(f"{name}={low:g}..{high:g}" for name, (low, high) in answer.bounds.items()),
        "screen": answer.screened,
    }
    return Asked(answer, told | {"on": answer.on, "country": answer.country}, None)


def _document(asked: Asked) -> Document:
    found: CriteriaAnswer = asked.answer
    candidates = found.candidates
    own = next((one for one in candidates if one.candidate == found.country), None)
    first = own or max(candidates, key=lambda one: one.first)
    name = capital(the(name_of(first.candidate)))
    return Document(
        title=f"{name} comes first in {share(first.first)} of all weightings",
        subtitle=f"{len(candidates)} candidates by {len(found.criteria)} criteria, on {days.day(found.on)}",
        lead=(found.reading,),
        sections=(
            Section("not", "What this is not", (Notice(note(found.should)),)),
            *([_central(found, own)] if own else []),
            _often(asked, candidates),
            _criteria(found),
            _other_method(found),
            sources(asked, {_goal(one): found.sources[one.indicator] for one in found.criteria}),
        ),
        stamp=stamp(asked.facts),
    )


def _goal(one: Criterion) -> str:
    return one.goal or use(one.indicator).short or one.indicator


def _goals(found: CriteriaAnswer) -> dict[str, str]:
    return {one.indicator: _goal(one) for one in found.criteria}


def _central(found: CriteriaAnswer, own: Candidate) -> Section:
    name, goals = name_of(own.candidate), _goals(found)
    title = f"For {the(name)} to come first one must value"
    if own.central_weights is None:
        none = f"Nothing that was tried: none of {found.draws:,} weightings puts it first."
        return Section("own", title, (Paragraph(none),))
    weights = sorted(own.central_weights.items(), key=lambda one: -one[1])
    rows = ((capital(goals[id_]), share(weight), decimals(weight * len(goals), 1)) for id_, weight in weights)
    told = f"These are the mean weights of the {share(own.first)} of weightings that put {the(name)} first."
    if own.confidence is not None:
        often = f"{_holds(own.confidence)} of the draws of what is missing or uncertain"
        told += f" With exactly these weights it is first in {often}."
    table = numbers("", ("Criterion", "Central weight", "Times an equal share"), rows)
    return Section("own", title, (table, Paragraph(told)))


def _often(asked: Asked, candidates: Sequence[Candidate]) -> Section:
    found: CriteriaAnswer = asked.answer
    rows = list(candidates if asked.given.get("all") else candidates[:SHOWN])
    rows += [one for one in candidates if one.candidate == found.country and one not in rows]
    by_topsis = sorted(candidates, key=lambda one: -one.topsis)
    rank = {one.candidate: place for place, one in enumerate(candidates, 1)}
    place = {one.candidate: place for place, one in enumerate(by_topsis, 1)}
    heads = ("Country", "First", "In top 5", "In top 10", "Mean rank", "Holds", "TOPSIS", "Its place")
    cells = (_row(asked, one, rank[one.candidate], place[one.candidate]) for one in rows)
    told = (
        "Holds: how often a candidate comes first with the weights that suit it best, while what is missing or "
        "uncertain varies; 1 is always. A dash: no weighting puts it first, or nothing that varies matters. "
        "TOPSIS: the score of another method, and the place it gives."
    )
    title = f"How often each comes first, of {found.draws:,} weightings"
    table = numbers(f"{len(rows)} of {len(candidates)} candidates", heads, cells)
    return Section("often", title, (table, Paragraph(told), *_missing_figures(rows)))


def _missing_figures(shown: Sequence[Candidate]) -> Iterator[Block]:
    """Yield how far the missing figures of the candidates shown could move them."""
    rows = [
        (name_of(one.candidate), share(one.imputed), share(one.first_worst), share(one.first_best))
        for one in shown
        if one.imputed or one.first_worst != one.first_best
    ]
    if rows:
        heads = ("Country", "No figures", "First at worst", "First at best")
        yield numbers("Whatever the missing figures are", heads, rows)
        yield Paragraph(
            "No figures: the share of the weights on criteria the candidate has no figure for. At worst: its missing "
            "figures are the worst of all, and those of the others the best. At best: the other way round. Both take "
            "the figures there are as exact."
        )


def _row(asked: Asked, one: Candidate, rank: int, place: int) -> tuple[Text, ...]:
    kept = {name: asked.given.get(name) for name in ("use", "order", "on", "bounds", "screen")}
    more = {name: value for name, value in kept.items() if isinstance(value, (str, tuple)) and value}
    address = f"/criteria?{urlencode({'country': one.candidate} | more, doseq=True)}"
    return (
        (f"{rank}. ", Link(name_of(one.candidate), address)),
        *map(share, (one.first, one.top5, one.top10)),
        decimals(one.expected_rank, 1),
        _holds(one.confidence),
        decimals(one.topsis),
        str(place),
    )


def _holds(confidence: float | None) -> str:
    """Return the share with two decimals; above 0.99 in words, so that it never reads as 1.00."""
    if confidence is None or confidence != confidence:
        return decimals(None)
    return "over 0.99" if confidence > 0.99 else decimals(confidence)


def _errors(found: CriteriaAnswer) -> str:
    """Return which criteria vary with their measurement error, and how many have no known error."""
    goals = _goals(found)
    varied = [
        f"{capital(goals[name])} varies within {whose}; later years keep the width."
        for name, whose in found.measured.items()
    ]
    left = len(goals) - len(varied)
    none = f"The sources held here give no interval for {'the other ' if varied else 'these '}{left} criteria"
    return " ".join([*varied, f"{none}: their errors are not in the result."] if left else varied)


def _criteria(found: CriteriaAnswer) -> Section:
    columns = (
        Column("goal", "Criterion", 3, strong=True),
        Column("name", "Name to ask by", 2),
        Column("better", "Better"),
        Column("scale", "Scale"),
        Column("missing", "No figure", number=True),
    )
    goals = _goals(found)
    rows = []
    for one in found.criteria:
        goal = Link(capital(goals[one.indicator]), f"/indicators/{one.indicator}")
        asked, missing = Command(use(one.indicator).short or one.indicator), len(found.missing.get(one.indicator, ()))
        rows.append(Row(one.indicator, (goal, asked, one.better, one.scale, str(missing))))
    barred = by_reason((name_of(code), why) for code, why in found.barred.items())
    title = "Left out by the legal screen" if found.screened else "Compared here, but the legal screen would leave out"
    blocks: list[Block] = [
        Table("", columns, tuple(rows)),
        *([Items(barred, title=title)] if barred else []),
        Paragraph("A missing figure is drawn at random from the other candidates' figures, anew for every weighting."),
        Paragraph(_errors(found)),
        Paragraph("The choice of criteria is a weighting too: several of one kind make that kind count more."),
    ]
    if found.order:
        blocks.append(Paragraph(f"Your order, the most important first: {' > '.join(found.order)}."))
    for name, (low, high) in found.bounds.items():
        blocks.append(Paragraph(f"Your bounds: {name} counts for {low:g} to {high:g} of the whole."))
    return Section("criteria", "The criteria", tuple(blocks))


def _other_method(found: CriteriaAnswer) -> Section:
    text = "TOPSIS gives every criterion the same weight and puts missing figures at the middle."
    if found.agreement == found.agreement:
        text = f"{text} Its order agrees with the mean ranks to {found.agreement:.2f} (Spearman; 1 is equal)."
    return Section("topsis", "Another method beside it", (Paragraph(text),))


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    names = ("candidate", "first", "top5", "top10", "expected_rank", "confidence", "topsis")
    return [{name: one[name] for name in names} for one in asked.to_dict()["candidates"]]


def _pictures(asked: Asked) -> Iterator[Picture]:
    with extra("charts", "a picture"):
        from mnna.models import pictures

    yield picture("acceptability", pictures.acceptability_picture(asked.answer, world(asked.facts)).to_dict())


ENDPOINT = Endpoint(
    word="criteria",
    group="Data and service",
    order=2,
    under="models",
    says="which country should be next by your criteria, whatever their weight",
    help="How often each candidate comes first by your criteria, over all weights they could have. It is no forecast.",
    function=criteria,
    params=params_of(
        "criteria",
        **{name: {"read": listed} for name in ("use", "candidates", "order")},
        bounds={"read": _bounds},
    ),
    ask=_ask,
    answers=classes("models.choice.criteria.CriteriaAnswer"),
    document=_document,
    rows=_rows,
    whole=_whole,
    asked=lambda asked: asked.given,
    address="/criteria",
    label="Criteria",
    button="Weigh",
    example={"country": "MEX", "use": "us_trade:up,homicide_rate:down", "on": "2026-06-30"},
    pictures=_pictures,
    form="forms/criteria.html",
    slow=True,
    working="weighing",
)
