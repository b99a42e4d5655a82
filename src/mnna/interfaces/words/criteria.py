"""`criteria`: which candidate comes first by the criteria that should count, over all weights of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mnna.engine.record import Answer
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.model_documents import Asked, named, numbers, picture, rests_on, stamp, world
from mnna.interfaces.params import COUNTRY, FACTS, ON, Given, Param
from mnna.models import api
from mnna.models.api import criteria
from mnna.present import days
from mnna.present.document import (
    Block,
    Column,
    Document,
    Items,
    Link,
    Notice,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from mnna.present.numbers import decimals, share
from mnna.present.wording import capital, note
from mnna.registry.countries import the
from mnna.series.uses import use

if TYPE_CHECKING:
    from mnna.models.choice.criteria import Candidate, CriteriaAnswer

SHOWN = 15
"""So many candidates are listed unless all are asked for."""
TERMINAL: tuple[Any, ...] = ("cli", "python")


def listed(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The parts of a list written with commas or `>`."""
    if text is None or isinstance(text, str):
        return tuple(part.strip() for part in (text or "").replace(">", ",").split(",") if part.strip())
    return tuple(text)


def _bounds(texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    with api.models_needed("the comparison by criteria"):
        from mnna.models.choice.preferences import share as bound

        return dict(bound(part) for text in texts for part in listed(text))


USE = Param(
    "use",
    "The criteria, divided by commas, each with the better direction: us_trade:up,homicide_rate:down. Default ten.",
    metavar="NAME:up,NAME:down",
    read=listed,
    listed=True,
    annotation="Sequence[str | Criterion]",
    default=(),
    example="us_trade:up,homicide_rate:down",
    label="Criteria",
    hint="name:up or name:down, with commas; empty for ten of ours",
)
ORDER = Param(
    "order",
    "Criteria from the most to the least important: us_trade>homicide_rate.",
    metavar='"A>B>C"',
    read=listed,
    listed=True,
    keyword=True,
    annotation="Sequence[str]",
    default=(),
    example="us_trade>homicide_rate",
    label="The most important first",
    hint="a>b, or empty",
)
CANDIDATES = Param(
    "candidates",
    "Which countries are compared; default all that could be named.",
    metavar="COUNTRY,...",
    read=listed,
    keyword=True,
    doors=TERMINAL,
    annotation="Sequence[str] | None",
)
BOUNDS = Param(
    "bounds",
    "Lowest and highest share of a criterion.",
    metavar="NAME=LOW..HIGH",
    many=True,
    read=_bounds,
    keyword=True,
    doors=TERMINAL,
    annotation="Mapping[str, tuple[float, float]] | None",
)


SCREEN = Param(
    "screen",
    "Leave out countries that the registry bars, such as state sponsors of terrorism.",
    kind="flag",
    keyword=True,
    annotation="bool",
    default=False,
    doors=TERMINAL,
)


def _whole_number(name: str, says: str, default: int, least: int, most: int | None = None) -> Param:
    limits = {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})
    return Param(
        name,
        f"{says}; default {default:,}.",
        limits,
        kind="integer",
        keyword=True,
        doors=TERMINAL,
        annotation="int",
        default=default,
    )


def _ask(given: Given, facts: Path | None) -> Asked:
    return Asked(criteria(**ENDPOINT.arguments(given, facts)), given, facts)


def _document(asked: Asked) -> Document:
    found: CriteriaAnswer = asked.answer
    candidates = found.candidates
    own = next((one for one in candidates if one.candidate == found.country), None)
    first = own or max(candidates, key=lambda one: one.first)
    name = capital(the(named(first.candidate)))
    return Document(
        title=f"{name} comes first for {share(first.first)} of all weightings",
        subtitle=f"{len(candidates)} candidates by {len(found.criteria)} criteria, on {days.day(found.on)}",
        lead=(found.reading,),
        sections=(
            Section("not", "What this is not", (Notice(note(found.should)),)),
            *([_central(found, own)] if own else []),
            _often(asked, candidates),
            _criteria(found),
            _other_method(found),
            rests_on(asked, found.sources),
        ),
        stamp=stamp(asked.facts),
    )


def _goals(found: CriteriaAnswer) -> dict[str, str]:
    return {one.indicator: one.goal or use(one.indicator).short or one.indicator for one in found.criteria}


def _central(found: CriteriaAnswer, own: Candidate) -> Section:
    name, goals = named(own.candidate), _goals(found)
    title = f"For {the(name)} to come first one must value"
    if own.central_weights is None:
        none = f"Nothing that was tried: of {found.draws:,} weightings none put it first."
        return Section("own", title, (Paragraph(none),))
    weights = sorted(own.central_weights.items(), key=lambda one: -one[1])
    rows = ((capital(goals[id_]), share(weight), decimals(weight * len(goals), 1)) for id_, weight in weights)
    told = f"The mean of the {share(own.first)} of weightings that put {the(name)} first"
    if own.confidence is not None:
        told += f"; at exactly these it is first in {100 * own.confidence:.0f} of 100 draws of the missing figures"
    table = numbers("", ("", "Central weight", "Times an equal share"), rows)
    return Section("own", title, (table, Paragraph(f"{told}.")))


def _often(asked: Asked, candidates: Sequence[Candidate]) -> Section:
    found: CriteriaAnswer = asked.answer
    rows = list(candidates if asked.given.get("all") else candidates[:SHOWN])
    rows += [one for one in candidates if one.candidate == found.country and one not in rows]
    by_topsis = sorted(candidates, key=lambda one: -one.topsis)
    rank = {one.candidate: place for place, one in enumerate(candidates, 1)}
    place = {one.candidate: place for place, one in enumerate(by_topsis, 1)}
    heads = (
        "",
        "First",
        "In top 5",
        "In top 10",
        "Mean rank",
        "Confidence",
        "No figures",
        "First, if",
        "TOPSIS",
        "Its place",
    )
    cells = (_row(asked, one, rank[one.candidate], place[one.candidate]) for one in rows)
    told = (
        "Confidence: how often it comes first at its own central weights, missing figures drawn from the others'; a "
        "dash where no weighting puts it first, or no missing figure matters: how well figures are measured is not in "
        "the data. No figures: the share of the weights on criteria it has no figure for. First, if: its share of "
        "first places should all missing figures be the worst for it, or the best."
    )
    title = f"Of {found.draws:,} weightings, the share that put it ..."
    return Section(
        "often", title, (numbers(f"{len(rows)} of {len(candidates)} candidates", heads, cells), Paragraph(told))
    )


def _row(asked: Asked, one: Candidate, rank: int, place: int) -> tuple[Text, ...]:
    more = {name: asked.given[name] for name in ("use", "order", "on") if isinstance(asked.given.get(name), str)}
    address = f"/criteria?{urlencode({'country': one.candidate} | more)}"
    return (
        (f"{rank}. ", Link(named(one.candidate), address)),
        *map(share, (one.first, one.top5, one.top10)),
        decimals(one.expected_rank, 1),
        decimals(None if one.confidence is None or one.confidence != one.confidence else one.confidence),
        share(one.imputed) if one.imputed else "",
        f"{share(one.first_worst)} to {share(one.first_best)}" if one.first_worst != one.first_best else "",
        decimals(one.topsis),
        str(place),
    )


def _criteria(found: CriteriaAnswer) -> Section:
    columns = (
        Column("goal", "Criterion", 3, strong=True),
        Column("better", "Better"),
        Column("scale", "Scale"),
        Column("missing", "No figure", number=True),
    )
    goals = _goals(found)
    rows = tuple(
        Row(
            one.indicator,
            (
                (
                    f"{capital(goals[one.indicator])} (",
                    Link(use(one.indicator).short or one.indicator, f"/indicators/{one.indicator}"),
                    ")",
                ),
                one.better,
                one.scale,
                str(len(found.missing.get(one.indicator, ()))),
            ),
        )
        for one in found.criteria
    )
    barred = [f"{capital(the(named(code)))}: {why}." for code, why in found.barred.items()]
    title = "Left out" if found.screened else "Barred by the registry, though compared here"
    blocks: list[Block] = [
        Table("", columns, rows),
        Items(tuple(barred), title=title),
        Paragraph("A missing figure is drawn anew for every weighting from the other candidates' figures."),
        Paragraph("Which criteria are chosen is a weighting too: several of one kind make that kind count more."),
    ]
    if found.order:
        blocks.append(Paragraph(f"Your order, the most important first: {' > '.join(found.order)}."))
    for name, (low, high) in found.bounds.items():
        blocks.append(Paragraph(f"Your bounds: {name} counts for {low:g} to {high:g} of the whole."))
    return Section("criteria", "The criteria", tuple(blocks))


def _other_method(found: CriteriaAnswer) -> Section:
    text = "TOPSIS at equal weights, missing figures at the middle"
    if found.agreement == found.agreement:
        text = f"{text}, agrees with the mean ranks to {found.agreement:.2f} (Spearman; 1 is alike)"
    sure = f"Which comes first is uncertain by {found.acceptability.entropy:.1f} bits (0: always the same one)."
    return Section("topsis", "Another method beside it", (Paragraph(f"{text}. {sure}"),))


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    names = ("candidate", "first", "top5", "top10", "expected_rank", "confidence", "topsis")
    return [{name: one[name] for name in names} for one in asked.to_dict()["candidates"]]


def _pictures(asked: Asked) -> Iterator[Picture]:
    from mnna.models import pictures

    drawn = pictures.acceptability_picture(asked.answer, world(asked.facts))
    yield picture("acceptability", "How often each rank", drawn)


def _answers() -> tuple[type[Answer], ...]:
    from mnna.models.choice.criteria import CriteriaAnswer

    return (CriteriaAnswer,)


ENDPOINT = Endpoint(
    word="criteria",
    group="Data and service",
    order=2,
    under="models",
    says="which country should be next, under every weighting of your criteria",
    help="How often each candidate comes first, over all weights of the criteria that should count; not a forecast.",
    function=criteria,
    params=(
        USE,
        COUNTRY._replace(
            needed=False,
            keyword=True,
            annotation="str | None",
            says="A candidate to say more about.",
            label="A candidate",
            hint="Leave it empty for all.",
        ),
        CANDIDATES,
        ON._replace(keyword=True),
        ORDER,
        BOUNDS,
        _whole_number("draws", "How many weightings are drawn", 100_000, 100, 1_000_000),
        _whole_number("seed", "The seed of the weightings drawn", 2321, 0),
        SCREEN,
        FACTS._replace(keyword=True),
        Param("all", "List every candidate, not the first fifteen.", kind="flag", doors=("cli",)),
    ),
    ask=_ask,
    answers=_answers,
    document=_document,
    rows=_rows,
    address="/criteria",
    label="Criteria",
    button="Weigh",
    example={"country": "MEX", "use": "us_trade:up,homicide_rate:down", "on": "2026-06-30"},
    pictures=_pictures,
    slow=True,
    working="weighing",
)
