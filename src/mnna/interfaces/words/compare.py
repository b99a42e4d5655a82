"""`compare`: a candidate and past designees, each in the year before its designation; or one measure over the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mnna.answers.compare import MEASURES, Comparison, MeasureList, Timelines, compare, measure_list, timelines
from mnna.errors import BadQuestion
from mnna.interfaces.documents.comparison import compared, measures, over_the_years, with_links
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, MOST, ON, Given, params_of
from mnna.present.document import Document, Picture
from mnna.quick import Path

CANDIDATE, TO, LINES, *_OTHERS = params_of(
    "compare",
    country={"python": "candidate"},
    lines={"choices": lambda: [(one.id, one.title) for one in MEASURES.values()]},
)


def _ask(given: Given, facts: Path | None) -> Comparison | Timelines | MeasureList:
    if given.get("list") and given.get("country"):
        raise BadQuestion("mnna compare --list", "it lists all, and names a country", (), "Leave one of the two out.")
    if given.get("list"):
        return measure_list()
    if given.get("country") is None:
        do = "Name a country, for example: mnna compare MEX --to COL"
        raise BadQuestion("mnna compare", "it names no country", (), do)
    to, on = list(given.get("to") or ()), given.get("on")
    if given.get("lines"):
        return timelines(given["lines"], [given["country"], *to], on, facts=facts)
    return compare(given["country"], to or None, on, facts)


def _rows(answer: Comparison | Timelines) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    if isinstance(answer, Timelines):
        of = {name: told[name] for name in ("measure", "unit", "source")}
        return [of | one for one in told["points"]] or [of | {"country": code} for code in told["countries"]]
    return [line for row in told["measures"] for line in _lines(row)]


def _lines(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    of = {"measure": row["id"], "title": row["title"], "unit": row["unit"], "source": row["source"]}
    names = ("country", "year", "value", "state", "percentile_among_entrants", "percentile_at_risk")
    for role, one in (("candidate", row["candidate"]), *(("other", one) for one in row["others"])):
        yield of | {"role": role} | {name: one.get(name) for name in names}


def _told(answer: Comparison | Timelines | MeasureList) -> Mapping[str, Any]:
    """Return the parameters of the question besides the day.

    All designees are the default, and more than an address can name: they are left out.
    """
    if isinstance(answer, Timelines):
        first, *others = answer.countries
        return {"lines": answer.measure.id, "country": first, "to": tuple(others)}
    if isinstance(answer, Comparison):
        return {"country": answer.candidate, "to": answer.to if len(answer.to) <= MOST else ()}
    return {}


def _pictures(answer: Comparison | Timelines | MeasureList) -> Iterator[Picture]:
    if isinstance(answer, MeasureList):
        return
    from mnna.answers import pictures  # it imports Altair, which is slow

    drawn = pictures.timelines(answer) if isinstance(answer, Timelines) else pictures.comparison(answer)
    yield Picture("picture", drawn.title, drawn.alt, f"Sources: {drawn.sources}.", drawn.svg(), drawn.spec)


def _foot(question: Any) -> tuple[str, str]:
    asked = question.asked
    parts = [repr(asked["lines"]), repr([asked["country"], *asked.get("to", ())])]
    parts += [f"on={asked['on']!r}"] if "on" in asked else []
    parts += ["facts=DIR"] if question.facts else []
    call = f"timelines({', '.join(parts)})".replace("'", '"')
    return question.command(), f"from mnna.answers.compare import timelines; {call}"


DOCUMENTS: Mapping[type, Callable[[Any], Document]] = {
    Comparison: compared,
    Timelines: over_the_years,
    MeasureList: measures,
}
ENDPOINT = Endpoint(
    word="compare",
    group="Country",
    order=5,
    says="a candidate beside those who joined, each as it was then",
    help="How COUNTRY compares with countries that were designated, each in the year before its own designation.",
    function=compare,
    params=(CANDIDATE, TO, LINES, *_OTHERS),
    ask=_ask,
    answer=Comparison,
    document=lambda answer: DOCUMENTS[type(answer)](answer),
    rows=_rows,
    asked=_told,
    pictures=_pictures,
)
PAGES = (
    ENDPOINT._replace(
        params=(CANDIDATE._replace(needed=True), TO, ON),
        address="/compare",
        asks="How does a candidate compare with those who joined?",
        button="Compare",
        example={"country": "MEX", "to": ("COL",), "on": "2026-06-01"},
        slow=True,
    ),
    ENDPOINT._replace(
        help="One measure over the years for several countries, with the statuses each held.",
        params=(
            LINES._replace(doors=("cli", "http"), says="The measure.", needed=True, label="Measure"),
            COUNTRY,
            TO._replace(says="A country to set beside it.", label="Beside", hint=""),
            ON,
        ),
        answer=Timelines,
        page=with_links,
        address="/compare/lines",
        label="Over the years",
        asks="How has one measure gone over the years?",
        button="Show the years",
        example={"country": "MEX", "to": ("COL",), "lines": "homicide_rate", "on": "2026-06-01"},
        slow=True,
        foot=_foot,
    ),
)
