"""`status`: who holds what on a day, by which act, the steps to it, and where official lists differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from mnna.answers import spans
from mnna.answers.spans import HeldStatus, RoadStep
from mnna.answers.status import HEADLINE, StatusAnswer, StatusList, status
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import Given, params_of
from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Cell, Document, Items, Lines, Paragraph, Row, Said, Section, Table, heads
from mnna.present.inline import Cite, Day, Link, Text
from mnna.present.wording import NOTHING, own_mark, sentence
from mnna.quick import Path, quick_replace
from mnna.registry.countries import the
from mnna.registry.days import a_day, held_days
from mnna.registry.load import load_registry
from mnna.registry.readings import reading
from mnna.registry.records import StatusKind, asked_for
from mnna.registry.statuses import usual
from mnna.sentences import capital


def headline(answer: StatusAnswer) -> str:
    """Return the answer in one sentence: what the country is to the United States in law on that day."""
    name, kinds = capital(the(answer.name)), answer.registry.kinds
    if answer.country.iso3 == "USA":
        return "The United States is the country whose law answers here"
    for id_ in HEADLINE:
        span = next((span for span in answer.held if span.status == id_), None)
        if span is not None:
            return f"{name} has been {kinds[id_].being} since {a_day(span.since, span.since_by)}"
    for id_, _ in answer.open_:
        if id_ in HEADLINE:
            return f"Whether {the(answer.name)} is {kinds[id_].being} on that day is not known"
    ended = [span for span in answer.past if span.status in HEADLINE]
    if ended and ended[-1].until:
        return f"{name} was {kinds[ended[-1].status].being} until {a_day(ended[-1].until, ended[-1].until_by)}"
    return f"{name} is neither a NATO member nor a major non-NATO ally"


def _ask(given: Given, facts: Path | None) -> StatusAnswer | StatusList:
    if given.get("list") and given.get("country"):
        raise BadQuestion("mnna status --list", "it lists all, and names a country", (), "Leave one of the two out.")
    if given.get("list"):
        kinds = tuple(load_registry(facts).kinds.values())
        read = dict.fromkeys(trust for kind in kinds if (trust := reading(kind.reading)) is not None)
        return StatusList(kinds, tuple(read))
    if given.get("country") is None:
        raise BadQuestion("mnna status", "it names no country", (), "Name a country, for example: mnna status COL")
    return status(given["country"], given.get("on"), facts)


def _document(answer: StatusAnswer | StatusList) -> Document:
    if isinstance(answer, StatusList):
        return _list_of_statuses(answer)
    return Document(
        title=headline(answer),
        subtitle=f"{answer.name} ({answer.country.iso3}) on {days.day(answer.on)}",
        sections=tuple(section for section in _sections(answer) if section.blocks),
        notes=(answer.note,) if answer.note else (),
    )


def _list_of_statuses(answer: StatusList) -> Document:
    columns = heads({"Status": 2, "Id": 1, "What it is": 4, "Read": 2})
    rows = [
        Row(kind.id, (kind.title, kind.id, (f"{kind.definition} ", *_cited(kind.citation)), Lines(_read(kind))))
        for kind in answer.kinds
    ]
    return Document(
        title="Every status there is", sections=(Section("statuses", "Statuses", (Table("", columns, tuple(rows)),)),)
    )


def _read(kind: StatusKind) -> tuple[str, ...]:
    """Return the day of the list, when it was read, and when it expires."""
    trust = reading(kind.reading)
    if trust is None:
        return ("not stated",)
    until = "no end" if trust.trusted_to == date.max else days.day(trust.trusted_to)
    return (f"as of {days.day(trust.text_as_of)}", f"read on {days.day(trust.read_on)}", f"expires after {until}")


def _sections(answer: StatusAnswer) -> Iterator[Section]:
    titles = {kind.id: kind.title for kind in answer.registry.kinds.values()}
    told = tuple(Paragraph(sentence(text)) for text in answer.disagreements)
    yield Section("lists", "Official lists disagree", told)
    yield from _today(answer, titles)
    unknown = tuple((f"{titles[status]}: ", sentence(why)) for status, why in answer.open_)
    yield Section("notknown", "Not known", (Items(unknown, "small"),) if unknown else (), count=len(unknown))
    yield Section("road", "The steps: an announcement is not a designation", tuple(_roads(answer, titles)))
    every = (span for kind in titles for span in answer.registry.spans_of(answer.country.iso3, kind))
    doubt = {(span.status, span.since) for span in every if span.holds == "unknown"}
    past = _spans("Statuses held before", spans.held(answer.past), titles, doubt)
    yield Section("past", "Held before", past, count=len(answer.past))
    yield Section("proposed", "Proposed, which changes nothing by itself", _proposals(answer))


def _today(answer: StatusAnswer, titles: Mapping[str, str]) -> Iterator[Section]:
    """Yield the statuses held on the day, then the lists that bar the country or withhold something from it."""
    kinds = answer.registry.kinds
    first = sorted(spans.held(answer.held), key=lambda span: span.status not in HEADLINE)
    holds = [row for row in first if kinds[row.status].bears != "bars"]
    barred = [row for row in first if kinds[row.status].bears == "bars"]
    but = ", except those below that bar or withhold" if barred else ""
    none = (Paragraph(f"No status the registry knows on that day{but}."),)
    yield Section("holds", "Holds", _spans("Statuses held on the day", holds, titles) or none, count=len(holds))
    yield Section("barred", "On lists that bar or withhold", _spans("On the day", barred, titles), count=len(barred))


def _spans(
    caption: str,
    rows: Sequence[HeldStatus],
    titles: Mapping[str, str],
    doubt: Collection[tuple[str, date | None]] = (),
) -> tuple[Table, ...]:
    """Return the table of spans, none for no rows; `doubt` are statuses and days from which they are not known."""
    columns = heads({"Status": 2, "Held": 2, "By": 3, "Rests on": 2})
    made = tuple(Row(row.status, _cells(row, titles[row.status], (row.status, row.until) in doubt)) for row in rows)
    return (Table(caption, columns, made),) if made else ()


def _cells(row: HeldStatus, title: str, open_after: bool) -> tuple[Cell, ...]:
    mark = " (assumed)" if row.assumed and not row.own else own_mark(row.own)
    after = "; not known after that" if open_after else ""
    held = f"{held_days(row.since, row.since_by, row.until, row.until_by)}{after}"
    rests = Lines((*_cited(row.citation), f"{row.confidence} confidence{mark}", places.sources(row.source)))
    by = Said(prose(row.instrument) or NOTHING, prose(row.note))
    return (Link(title, f"/map?status={row.status}"), held, by, rests)


def _cited(citation: str) -> tuple[Cite, ...]:
    return (Cite(citation),) if citation else ()


def _roads(answer: StatusAnswer, titles: Mapping[str, str]) -> Iterator[Items]:
    """Yield the steps by status, those of the headline statuses first."""
    steps: dict[str, list[RoadStep]] = {}
    for step in spans.road(answer.steps):
        steps.setdefault(step.status, []).append(step)
    for id_, found in sorted(steps.items(), key=lambda item: (item[0] not in HEADLINE, item[0])):
        yield Items(tuple(map(_step, found)), title=titles[id_])


def _step(step: RoadStep) -> Text:
    what = prose(". ".join(filter(None, (step.event, step.instrument, step.note.rstrip(".")))))
    mark = own_mark(step.own)
    when, sure = capital(a_day(step.on, step.on_by)), capital(step.confidence)
    return (f"{when}, {step.step}: {what}. {sure} confidence{mark}, ", *places.sources(step.source))


def _proposals(answer: StatusAnswer) -> tuple[Table, ...]:
    columns = heads({"Day": 1, "To do what": 2, "By": 2, "What came of it": 3, "Rests on": 2}, strong="To do what")
    rows = tuple(
        Row(
            row.id,
            (
                Day(row.on),
                prose(capital(f"{asked_for(row.direction).removeprefix('to ')}: {row.instrument}")),
                f"{row.proposer or 'nobody named'} ({row.kind})",
                Said(prose(row.outcome), prose(row.note)),
                Lines((f"{row.confidence} confidence", places.sources(row.source))),
            ),
        )
        for row in spans.proposed(answer.proposals)
    )
    return (Table("Proposals", columns, rows),) if rows else ()


def _rows(answer: StatusAnswer) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    who = {"country": told["country"], "name": told["name"], "on": told["on"]}
    held = [who | {"holds": "yes"} | span for span in told["statuses"]]
    past = [who | {"holds": "no longer"} | span for span in told["past"]]
    unknown = [{"holds": "unknown", "status": row["status"], "note": row["why"]} for row in told["unknown"]]
    return held + past + [who | row for row in unknown]


def _page(answer: StatusAnswer) -> Document:
    """Return the document of the page: links, the answer, the spans over time, and what the law gives."""
    from mnna.answers.authorities import authorities_in
    from mnna.briefs.timeline import timeline
    from mnna.interfaces.words import authorities

    shown = _document(answer)
    kind = usual(answer.registry.kinds)
    law = authorities.sections(authorities_in(answer.registry, answer.country, answer.on))
    return quick_replace(
        shown,
        sections=(
            Section("onward", "Go on", (Items(tuple(_onward(answer, kind.id)), "run"),)),
            *shown.sections,
            Section("time", "In time", (timeline((answer,), kind, answer.on),)),
            *law,
        ),
    )


def _onward(answer: StatusAnswer, status: str) -> Iterator[Link]:
    code, held = answer.country.iso3, any(span.status == status for span in answer.held)
    act, asks = ("terminate", "ending the status") if held else ("designate", "designation")
    yield Link(f"What {asks} would change", f"/what-if?country={code}&{act}={status}&on={answer.on}")
    yield Link("All of it as a brief", f"/brief/{code}?on={answer.on}")
    yield Link("The political record", f"/timeline?country={code}")
    yield Link("What changed, and a feed of it", f"/changes?country={code}")


ENDPOINT = Endpoint(
    word="status",
    group="Country",
    order=2,
    says="who holds what on a day, by which act",
    help="Which security-cooperation statuses COUNTRY holds, by which act, and where official lists differ.",
    function=status,
    params=params_of("status"),
    ask=_ask,
    answer=StatusAnswer,
    document=_document,
    page=_page,
    rows=_rows,
    address="/countries/{country}",
    label="Country",
    button="Show that day",
    example={"country": "COL", "on": "2024-06-01"},
)
