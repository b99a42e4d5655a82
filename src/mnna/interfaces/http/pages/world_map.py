"""The map: who holds what on a day, from 1987 to today, with the same facts as a table under it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mnna.answers.holders import SHOWN, HoldersAnswer, holders
from mnna.interfaces.http.map_outline import SHEET
from mnna.interfaces.http.map_outline import shapes as outlines
from mnna.interfaces.http.page_spec import Document, Page, Question
from mnna.interfaces.http.params import ON, Param
from mnna.interfaces.http.schemas import standing as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import longdate
from mnna.registry.read_tables import TABLES, read_statuses
from mnna.registry.records import Span

FIRST = date(1987, 1, 1)
"""The first day of the slider: Congress spoke of major non-NATO allies from 1987 on."""
STATUS = Param(
    "status",
    "Show who holds this status instead of NATO members and major non-NATO allies.",
    {"type": "string", "enum": [kind.id for kind in read_statuses(TABLES)]},
    positional=True,
)


def _answer(question: Question) -> HoldersAnswer:
    return holders(question["status"], question["on"], question.facts)


def _view(question: Question, answer: HoldersAnswer, document: Document) -> Document:
    days = _change_days(answer.spans)
    today = date.today()
    return {
        "title": _title(answer, document),
        "sheet": SHEET,
        "outlines": outlines(),
        "on": answer.on,
        "months": (answer.on.year - FIRST.year) * 12 + answer.on.month - 1,
        "last": (today.year - FIRST.year) * 12 + today.month - 1,
        "today": today,
        "first": FIRST,
        "shown": answer.shown,
        "kinds": answer.registry.kinds,
        "kind_of": _kinds(document),
        "spans": [(span, _state(span, answer.on)) for span in answer.spans],
        "ever": {span.country for span in answer.spans},
        "before": max((each for each in days if each < answer.on), default=None),
        "after": min((each for each in days if each > answer.on), default=None),
        "chosen": question["status"],
    }


def _state(span: Span, on: date) -> str:
    return {True: "yes", False: "no", None: "unknown"}[span.covers(on)]


def _kinds(document: Document) -> dict[str, str]:
    """Country to what it is drawn as: the first shown status it holds, or `unknown`."""
    found: dict[str, str] = {}
    for row in document["held"]:
        held = row["status"] if row["status"] in SHOWN else "held"
        drawn = "unknown" if row["holds"] == "unknown" else held
        if found.get(row["country"], "unknown") == "unknown":
            found[row["country"]] = drawn
    return found


def _change_days(spans: Iterable[Span]) -> list[date]:
    days = {each for span in spans for each in (span.since, span.since_by, span.until, span.until_by) if each}
    return sorted(each for each in days if FIRST <= each <= date.today() + timedelta(days=1))


def _title(answer: HoldersAnswer, document: Document) -> str:
    counts, when = document["counts"], longdate(answer.on)
    if answer.shown == SHOWN:
        members, allies, treated = (counts[one] for one in ("nato", "mnna", "treated-as-mnna"))
        more = f", {treated} treated as one" if treated else ""
        return f"{when}: {allies} major non-NATO allies{more}, {members} NATO members"
    kind = answer.registry.kind(answer.shown[0])
    number = counts[kind.id]
    return f"{when}: {number} hold{'s' if number == 1 else ''} “{kind.title}”"


def _sheet(document: Document) -> Sheet:
    sheet = Sheet("Who holds what", f"on {longdate(document['on'])}")
    names = ("country", "name", "status", "holds", "since", "until", "instrument", "citation")
    sheet.table(names, ([row[name] for name in names] for row in document["held"]))
    return sheet.stamp(document)


PAGE = Page(
    word="holders",
    address="/map",
    label="Map",
    says="Who holds which status on a day",
    template="map.html",
    params=(STATUS, ON),
    answer=_answer,
    view=_view,
    rows=lambda document: document["held"],
    sheet=_sheet,
    shape=shapes.Holders,
    command="holders",
)
