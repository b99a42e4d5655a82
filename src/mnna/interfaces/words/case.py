"""`case`: whether one arms transfer must be notified to Congress, under which threshold, with how long a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.answers.case import CaseAnswer, case
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, ON, Given, channels, once, params_of, written
from mnna.present import days, places, wording
from mnna.present.document import Document, Facts, FindingBlock, Link, Section
from mnna.present.numbers import amount, listed
from mnna.quick import Path
from mnna.sentences import capital
from mnna.statutes.listing import CHANNELS

RECIPIENT, CHANNEL, ENACT, *_FACTS, GIVEN = params_of(
    "case",
    channel={
        "choices": channels,
        "names": lambda: [(name, one.id) for one in CHANNELS.values() for name in one.aliases],
    },
    lease_months={"schema": {"type": "string", "pattern": "^[0-9]{1,4}$"}},
    origin={"choices": lambda: [("government", "Government sale"), ("commercial", "Commercial sale")]},
)
FOLDED = "What some channels turn on"
VALUES = tuple(param for param in _FACTS if param.kind == "money")
OF_CHANNELS = tuple(param._replace(folded=FOLDED, hint=param.says[:-1]) for param in _FACTS if param.kind != "money")
"""The facts that only some channels use, in a section of the form that opens."""


def _ask(given: Given, facts: Path | None) -> CaseAnswer:
    for needed in (RECIPIENT, CHANNEL):
        if not given.get(needed.name):
            near = [value for value, _ in needed.choices()] if needed.choices else []
            raise BadQuestion("a case", f"it needs a {needed.name}", near, needed.says)
    stated = {param.name: given.get(param.name) for param in (*VALUES, *OF_CHANNELS)}
    named = [(name, text) for name, text in stated.items() if text is not None]
    more = once("given", [*named, *(text.partition("=")[::2] for text in given.get("given") or ())])
    enact = given.get("enact") and ENACT.value(given["enact"])
    return case(given["recipient"], given["channel"], given.get("on"), facts=facts, enact=enact or None, **more)


def headline(answer: CaseAnswer) -> str:
    """Return the answer in a sentence, with the presumptions it rests on."""
    notice = answer.notice
    if notice.verdict == "unknown":
        return "Not known whether Congress must be notified"
    rests = [wording.presumed(text).partition("; ")[0] for text in answer.rests_on()]
    if_ = f", if {listed(rests)}" if rests else ""
    if notice.verdict == "no":
        return f"No notice to Congress needed{if_}"
    return f"Notify Congress{if_}" + (f": {notice.review_days} calendar days of review" if notice.review_days else "")


def _document(answer: CaseAnswer) -> Document:
    who, on = answer.recipient, answer.on
    links = (places.law("The rule", answer.channel), Link(f"{who.name} on that day", f"/countries/{who.iso3}?on={on}"))
    finding = FindingBlock(answer.findings[0].to_dict(), "full", links, open=True)
    given = tuple(_given(answer))
    bill = f", if {answer.enact} were law" if answer.enact else ""
    way = dict(channels())[answer.channel].partition(", ")[0]
    return Document(
        title=headline(answer),
        subtitle=f"{way}: {who.name} ({who.iso3}), {days.day(on)}{bill}",
        sections=(
            Section("answer", "The answer", (finding,)),
            *((Section("given", "What was given", (Facts(given),)),) if given else ()),
        ),
    )


def _given(answer: CaseAnswer) -> Iterator[tuple[str, str]]:
    labels = {param.name: param for param in (*VALUES, *OF_CHANNELS)}
    for name, value in answer.given.items():
        if isinstance(value, bool):
            shown = "Yes" if value else "No"
        else:
            shown = amount(float(value), "usd") if labels[name].kind == "money" else capital(str(value))  # type: ignore[arg-type]
        yield labels[name].label.removesuffix(", US dollars"), shown


def _rows(answer: CaseAnswer) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    notify, threshold = told["notify"], told["notify"]["threshold"] or {"measure": None, "usd": None}
    row = {name: told[name] for name in ("recipient", "channel", "on")} | told["given"]
    row |= {"notify": notify["verdict"], "threshold_measure": threshold["measure"], "threshold_usd": threshold["usd"]}
    names = (
        "review_days",
        "group",
        "because",
        "needs",
        "steps",
        "presumes",
        "caveats",
        "as_of",
        "own_facts",
        "confidence",
    )
    return [row | {name: notify[name] for name in names} | {"citation": notify["citations"]}]


ENDPOINT = Endpoint(
    word="case",
    group="Transfers",
    order=1,
    says="whether one arms transfer must be notified to Congress",
    help="Whether Congress must be notified of a transfer to RECIPIENT, under which threshold, with how long a review. "
    "What is not given is unknown, not zero.",
    function=case,
    params=(RECIPIENT, CHANNEL, ON, FACTS, ENACT._replace(folded=FOLDED), *VALUES, *OF_CHANNELS, GIVEN),
    ask=_ask,
    answer=CaseAnswer,
    asked=lambda answer: {name: written(value) for name, value in answer.given.items()},
    document=_document,
    rows=_rows,
    address="/case",
    asks="Must Congress be notified of this transfer?",
    button="Must Congress be told?",
    example={"recipient": "COL", "channel": "fms", "mde": "20e6", "total": "20e6", "on": "2023-05-01"},
)
