"""`rank`: which country resembles past designees most, by one fixed rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mnna.errors import BadQuestion, extra
from mnna.interfaces.documents.models import Asked, event, world
from mnna.interfaces.documents.ranking import of_country, other_choices, ranked
from mnna.interfaces.documents.specifications import every_specification, who_could_be_named
from mnna.interfaces.endpoint import Endpoint, classes
from mnna.interfaces.params import ON, Given, params_of
from mnna.models import api
from mnna.models.api import rank
from mnna.present.document import Document, Link, Paragraph, Picture, Section
from mnna.present.vega import picture
from mnna.quick import Path

if TYPE_CHECKING:
    from mnna.models.forecast.rank import Ranking

PARAMS = params_of("rank", event=event("announced"))
EVENT, VIEWS = PARAMS[1], PARAMS[-3:]


def _ask(given: Given, facts: Path | None) -> Asked:
    views = {param.name: param.option for param in VIEWS if given.get(param.name)}
    options = " ".join(views.values())
    if views and given.get("country"):
        wrong = "this view looks at all countries"
        first = next(iter(views.values()))
        raise BadQuestion(f"mnna rank {given['country']} {first}", wrong, (), "Leave one of them out.")
    if len(views) > 1:
        raise BadQuestion(f"mnna rank {options}", "these are two questions", (), "Ask one at a time.")
    on, dated = given.get("on"), given.get("event") or EVENT.default
    found: Any
    if "multiverse" in views:
        found = api.multiverse(on, str(dated), given.get("progress"), facts)
    elif "risk_set" in views:
        found = api.risk_set(on, str(dated), facts)
    else:
        found = rank(on, str(dated), given.get("country"), facts)
    return Asked(found, given, facts)


def _whole(answer: Any) -> Asked:
    """Return an answer of Python with its question, as far as the answer has it."""
    told = {"on": answer.on, "event": answer.event}
    if not hasattr(answer, "ranking"):
        return Asked(answer, told | {"multiverse": True}, None)
    return Asked(answer, told | {"country": answer.country and answer.country.country}, None)


def _document(asked: Asked) -> Document:
    if asked.given.get("multiverse"):
        return every_specification(asked)
    if asked.given.get("risk_set"):
        return who_could_be_named(asked)
    if asked.given.get("sensitivity"):
        return other_choices(asked)
    return ranked(asked) if asked.answer.country is None else of_country(asked)


def _page(asked: Asked) -> Document:
    """Return the document of the page; one country comes first, above all that the page shows without it."""
    found: Ranking = asked.answer
    if not hasattr(found, "ranking"):
        return _document(asked)
    whole, other = ranked(asked), other_choices(asked)
    choices = replace(other.sections[0], title="The rule under other choices", folded=True, level=2)
    at = next(place for place, one in enumerate(whole.sections, start=1) if one.id == "rivals")
    sections = (*whole.sections[:at], choices, *_onward(asked), *whole.sections[at:])
    if found.country is None:
        return replace(whole, sections=sections)
    own = of_country(asked)
    top = [one for one in own.sections if one.id in ("own", "years")]
    return replace(own, sections=(*top, *sections))


def _onward(asked: Asked) -> Iterator[Section]:
    if asked.answer.backtest.placings:
        given = [(name, asked.given[name]) for name in ("event", "on") if asked.given.get(name)]
        address = f"/rank/multiverse?{urlencode(given)}".rstrip("?")
        link_ = Link("Every possible rule of up to four features, tested the same way", address)
        told = Paragraph((link_, ", so that nobody can pick the best one afterwards."))
        yield Section("every", "Every other rule", (told,), level=2)


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    told = asked.to_dict()
    of = {"on": told["on"], "event": told["event"]}
    if "all" in told:
        return [of | one for one in told["all"]]
    return [
        of | {name: one[name] for name in ("country", "rank", "score", "years_in_top10")} for one in told["ranking"]
    ]


def _pictures(asked: Asked) -> Iterator[Picture]:
    with extra("charts", "a picture"):
        from mnna.models import pictures

    if asked.given.get("multiverse"):
        yield picture("specifications", pictures.multiverse_picture(asked.answer).to_dict())
    elif not asked.given.get("risk_set") and asked.answer.backtest.placings:
        yield picture("backtest", pictures.backtest_picture(asked.answer.backtest, world(asked.facts)).to_dict())


def _foot(question: Any) -> tuple[str, str]:
    call = question.python().partition("(")[2]
    return f"{question.command()} --multiverse", f"from mnna.models import api; api.multiverse({call}"


ENDPOINT = Endpoint(
    word="rank",
    group="Data and service",
    order=1,
    under="models",
    says="which country resembles past designees most, by a tested rule",
    help="Which country resembles past designees most, by one fixed rule, with every case in which the rule was wrong.",
    function=rank,
    params=PARAMS,
    ask=_ask,
    answers=classes("models.forecast.rank.Ranking", "models.forecast.rank.RankingOfCountry"),
    document=_document,
    page=_page,
    rows=_rows,
    whole=_whole,
    asked=lambda asked: asked.given,
    address="/rank",
    label="Rank",
    button="Rank",
    example={"country": "MEX", "on": "2026-06-30"},
    pictures=_pictures,
    slow=True,
    working="testing the rule",
)
PAGES = (
    ENDPOINT._replace(
        help="How every possible rule of up to four features did, so that nobody can pick the best one afterwards.",
        params=(ON, EVENT),
        ask=lambda given, facts: _ask(given | {"multiverse": True}, facts),
        answers=classes("models.forecast.multiverse.Multiverse"),
        page=None,
        address="/rank/multiverse",
        label="Every possible rule",
        button="Test all",
        example={"on": "1999-06-30"},
        foot=_foot,
    ),
)
