"""`effects`: what designation changed for past designees, and how large a change the test could have found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.errors import BadQuestion, extra
from mnna.interfaces.documents.effects import every_outcome, in_country, over_all
from mnna.interfaces.documents.models import Asked, event, world
from mnna.interfaces.endpoint import Endpoint, classes
from mnna.interfaces.params import ON, Given, params_of
from mnna.models import api
from mnna.models.api import effects
from mnna.present.document import Document, Picture
from mnna.present.vega import picture
from mnna.quick import Path
from mnna.series.uses import outcomes

OUTCOME, ONE, EVENT, *_OTHERS = params_of(
    "effects",
    outcome={"choices": lambda: [(name, one.label) for name, one in outcomes().items()]},
    event=event("determined"),
)


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
        raise BadQuestion("mnna effects", wrong, tuple(outcomes()), do)
    if every and country is not None:
        raise BadQuestion("mnna effects --all", "it does not take --country", (), "Name one outcome for that.")
    if country is not None and (given.get("draws") is not None or given.get("seed") is not None):
        wrong = "nothing is drawn at random there: every other country is tried"
        raise BadQuestion("--draws or --seed with --country", wrong, (), "Leave them out.")


def _whole(answer: Any) -> Asked:
    """Return an answer of Python with its question, as far as the answer has it."""
    if hasattr(answer, "outcomes"):
        return Asked(answer, {"all": True}, None)
    return Asked(answer, {"outcome": answer.outcome, "country": getattr(answer, "country", None)}, None)


def _document(asked: Asked) -> Document:
    if asked.given.get("all"):
        return every_outcome(asked)
    return in_country(asked) if asked.given.get("country") else over_all(asked)


def _rows(asked: Asked) -> list[Mapping[str, Any]]:
    told = asked.to_dict()
    of = {name: told[name] for name in ("outcome", "unit", "country") if name in told}
    if "synthetic" in told:
        return [of | one for one in told["synthetic"]["path"]]
    return [of | one for one in told["event_study"]] or [of | {"reading": told["reading"]}]


def _pictures(asked: Asked) -> Iterator[Picture]:
    with extra("charts", "a picture"):
        from mnna.models import pictures

    if asked.given.get("country"):
        yield picture("synthetic", pictures.synthetic_picture(asked.answer, world(asked.facts)).to_dict())
        return
    for one in asked.answer.outcomes if asked.given.get("all") else (asked.answer,):
        if one.event_study:
            yield picture(f"study-{one.outcome.replace('_', '-')}", pictures.event_study_picture(one).to_dict())


ENDPOINT = Endpoint(
    word="effects",
    order=3,
    under="models",
    says="what designation changed where it happened",
    help=f"What designation changed in OUTCOME ({', '.join(outcomes())}), how sure that is, and how large a "
    "change the test could have found.",
    function=effects,
    params=(OUTCOME, ONE, EVENT, *_OTHERS),
    ask=_ask,
    answers=classes("models.effects.effect.Effect", "models.effects.country.CountryEffect"),
    document=_document,
    rows=_rows,
    whole=_whole,
    asked=lambda asked: asked.given,
    pictures=_pictures,
    working="testing against chance",
)
PAGES = (
    ENDPOINT._replace(
        params=(OUTCOME._replace(needed=True), ONE, EVENT, ON),
        address="/effects",
        asks="What did designation change where it happened?",
        button="What changed?",
        example={"outcome": "us_troops", "on": "2026-06-30"},
        slow=True,
    ),
)
