"""`holders`: which countries hold a status on a day; its page is the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from mnna.answers.holders import SHOWN, HoldersAnswer, holders
from mnna.answers.spans import Holder
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import Given, params_of
from mnna.present import days
from mnna.present.document import Block, Cite, Document, Paragraph, Row, Section, Table, heads
from mnna.present.places import country
from mnna.present.wording import NOTHING, UNKNOWN, own_mark
from mnna.quick import Path, quick_replace
from mnna.registry.days import held_days, today
from mnna.registry.records import Span

FIRST = date(1987, 1, 1)
"""The first day of the map's slider: Congress first spoke of major non-NATO allies in 1987."""


def _title(answer: HoldersAnswer) -> str:
    when, counts = days.day(answer.on), list(answer.counts.values())
    if answer.shown == SHOWN:
        allies, treated, members = counts
        more = f", {treated} treated as one" if treated else ""
        return f"{when}: {allies} major non-NATO allies{more}, {members} NATO members"
    kind, number = answer.registry.kind(answer.shown[0]), counts[0]
    return f"{when}: {number} hold{'s' if number == 1 else ''} “{kind.title}”"


def _document(answer: HoldersAnswer) -> Document:
    titles = {status: answer.registry.kind(status).title for status in answer.shown}
    sections = (
        Section(status, title, tuple(_blocks(answer, status)), count=answer.counts[status])
        for status, title in titles.items()
    )
    return Document(title=_title(answer), sections=tuple(sections))


def _blocks(answer: HoldersAnswer, status: str) -> Iterator[Block]:
    rows = [row for row in answer.held if row.status == status]
    if rows:
        columns = heads({"Country": 2, "Held": 2, "By": 3, "Rests on": 2})
        caption = f"Who holds it on {days.day(answer.on)}"
        yield Table(caption, columns, tuple(Row(row.country, _cells(row)) for row in rows))
    else:
        yield Paragraph("No country, as far as the registry knows.")
    if answer.unnamed[status] == "unknown":
        other = answer.registry.kind(status).excluded_by
        out = f", unless it is named under “{answer.registry.kind(other).title}”" if other else ""
        yield Paragraph(f"No complete list is known for that day: a country not named is unknown, not out{out}.")


def _cells(row: Holder) -> tuple[Any, ...]:
    name = country(row.name, row.country)
    held = held_days(row.since, row.since_by, row.until, row.until_by)
    doubt = f"{UNKNOWN} on that day: " if row.holds == "unknown" else ""
    rests = Cite(row.citation) if row.citation else f"{row.confidence} confidence"
    return ((name, f" ({row.country})"), f"{doubt}{held}", f"{row.instrument or NOTHING}{own_mark(row.own)}", rests)


def _view(question: Any, answer: HoldersAnswer, document: dict[str, Any]) -> dict[str, Any]:
    """Return the template variables of the map: outlines, colors, and the days of its slider and its steps."""
    from mnna.briefs.map_outline import SHEET, shapes

    two = _two(question, answer)
    shown, kinds = two or answer, _kinds(answer.held) if two is None else _kinds_of_two(two)
    both = sum(drawn == "both" for drawn in kinds.values())  # none where one status is shown
    changes, now, on = _change_days(shown.spans), today(), answer.on
    return ({} if two is None else {"title": _title_of_two(two, both)}) | {
        "sheet": SHEET,
        "outlines": shapes(),
        "on": on,
        "months": _months(on),
        "last": _months(now),
        "today": now,
        "first": FIRST,
        "shown": shown.shown,
        "counts": shown.counts,
        "both": None if two is None else both,
        "anybody": bool(shown.held),
        "kinds": answer.registry.kinds,
        "kind_of": kinds,
        "spans": [(span, {True: "yes", False: "no", None: "unknown"}[span.covers(on)]) for span in shown.spans],
        "ever": {span.country for span in shown.spans},
        "before": max((each for each in changes if each < on), default=None),
        "after": min((each for each in changes if each > on), default=None),
        "chosen": question["status"],
        "beside": None if two is None else two.shown[1],
    }


def _ask(given: Given, facts: Path | None) -> HoldersAnswer:
    """Return the holders of one status; raises an error where `beside`, which only the page uses, is not a status."""
    answer = holders(**ENDPOINT.arguments(given, facts))
    if given.get("beside"):
        answer.registry.asked(given["beside"])
    return answer


def _two(question: Any, answer: HoldersAnswer) -> HoldersAnswer | None:
    """Return the answer for two statuses, where the page asks for a second one; else None."""
    if not question["beside"]:
        return None
    return quick_replace(answer, shown=(answer.shown[0], answer.registry.asked(question["beside"]).id))


def _title_of_two(two: HoldersAnswer, both: int) -> str:
    names = (f"{two.counts[status]} hold “{two.registry.kind(status).title}”" for status in two.shown)
    return f"{days.day(two.on)}: {', '.join(names)}, {both} both"


def _kinds_of_two(two: HoldersAnswer) -> dict[str, str]:
    """Return country to how the map draws it: which of two statuses it certainly holds, or `unknown`."""
    first, second = two.shown
    sure = {(row.country, row.status) for row in two.held if row.holds == "yes"}
    drawn = {(True, True): "both", (True, False): "held", (False, True): "second", (False, False): "unknown"}
    return {row.country: drawn[(row.country, first) in sure, (row.country, second) in sure] for row in two.held}


def _months(day: date) -> int:
    return (day.year - FIRST.year) * 12 + day.month - 1


def _kinds(held: Iterable[Holder]) -> dict[str, str]:
    """Return country to how the map draws it: the first shown status it holds, or `unknown`."""
    found: dict[str, str] = {}
    for row in held:
        drawn = row.status if row.status in SHOWN else "held"
        if found.get(row.country, "unknown") == "unknown":
            found[row.country] = "unknown" if row.holds == "unknown" else drawn
    return found


def _change_days(spans: Iterable[Span]) -> list[date]:
    found = {each for span in spans for each in (span.since, span.since_by, span.until, span.until_by) if each}
    return sorted(each for each in found if FIRST <= each <= today() + timedelta(days=1))


ENDPOINT = Endpoint(
    word="holders",
    order=1,
    under="status",
    says="which countries hold a status on a day",
    help="Which countries hold STATUS; without one, the NATO members and the major non-NATO allies.",
    function=holders,
    params=params_of("holders"),
    ask=_ask,
    answer=HoldersAnswer,
    asked=lambda answer: {"status": answer.shown[0] if answer.shown != SHOWN else None},
    document=_document,
    rows=lambda answer: answer.to_dict()["held"],
    address="/map",
    label="Map",
    template="map.html",
    view=_view,
    example={"status": "mnna", "on": "2022-06-01"},
)
