"""The front page: what the site is, which country, and in short what a status would and would not change for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mnna.answers.inputs import day
from mnna.answers.partition import counted, titled
from mnna.answers.status import status_in
from mnna.answers.what_if import Change, WhatIfAnswer, what_if_in
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.gather import gather
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.interfaces.params import COUNTRY, Given
from mnna.interfaces.words.status import headline
from mnna.present.document import Block, Document, Items, Link, Paragraph, Section, Text
from mnna.present.findings import verdict
from mnna.present.numbers import number
from mnna.present.wording import capital
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import resolve, the
from mnna.registry.load import load_registry
from mnna.registry.records import Country
from mnna.registry.statuses import USUAL, alliance, our_statuses, treated_as
from mnna.statutes.listing import AUTHORITIES

WHAT = (
    "This site says which security-cooperation status a country holds with the United States, and what US law gives "
    "or denies it, with dates and citations."
)
MEANS = (
    "A major non-NATO ally (MNNA) is a country that the President has designated under section 517 of the Foreign "
    "Assistance Act of 1961."
)
ASKS = "Which country?"
PARAMS = (COUNTRY,)
ASKED_FIRST = "MEX"
"""The country the question was first asked about, after Colombia was named in March 2022."""
OTHERS = ("KEN", "IND", "UKR", "VNM", "CRI", "ARE", "TWN", "JPN")
SHOWN = ("gain", "lose", "open")


def view(given: Given, facts: Path | None) -> dict[str, Any]:
    """What the front page needs for a country; Mexico is the example where none is named."""
    from mnna.interfaces.http.declared import body

    asked = given["country"]
    country = resolve(asked or ASKED_FIRST)
    shown, difference = short_answer(country, facts, level=1 if asked else 2)
    return {
        "title": shown.title if asked else ASKS,
        "asked": asked,
        "what": WHAT,
        "means": MEANS,
        "asks": ASKS,
        "answer_title": shown.title,
        "body": body(shown),
        "country": country,
        "act": difference.assume[0].act,
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
    }


def short_answer(country: Country, facts: Path | None, level: int = 1) -> tuple[Document, WhatIfAnswer]:
    """The short answer for a country with headings of that level, and the difference it counts."""
    registry, today = load_registry(facts), day(None)
    answer = status_in(registry, country, today)
    held = {span.status for span in answer.held}
    act = "terminate" if USUAL in held else "designate"
    difference = what_if_in(registry, country, today, [Assumption(country.iso3, USUAL, today, act)])
    allies = sum(span.status == USUAL and bool(span.covers(today)) for span in registry.spans)
    there = (
        f"{allies} countries are major non-NATO allies today" if act == "designate" else f"It is one of {allies} today"
    )
    would = "If it were designated" if act == "designate" else "If the status ended"
    lead: tuple[Text, ...] = (
        (f"{headline(answer)}. {there}. ", Link("The status and the steps to it", f"/countries/{country.iso3}"), "."),
        f"{would}, it would {counted(difference.partition)}.",
        _lasts(country, facts),
    )
    made = Document(
        title=_title(country, held),
        lead=tuple(said for said in lead if said),
        sections=tuple(_sections(difference, level)),
    )
    return made, difference


def _sections(difference: WhatIfAnswer, level: int) -> Iterator[Section]:
    changes = {change.id: change for change in difference.changed}
    titles = titled(difference.partition)
    for group, ids in difference.partition.groups():
        if group in SHOWN and ids:
            items = tuple(_turn(changes[id_]) for id_ in ids)
            yield Section(group, titles[group], (Items(items, "small"),), level)
    if count := len(difference.partition.terms):
        keep = "question keeps its answer and changes" if count == 1 else "questions keep their answers and change"
        yield Section(
            "terms", titles["terms"], (Paragraph(f"{capital(number(count))} {keep} the terms or the steps."),), level
        )
    yield Section("same", titles["same"], tuple(_lasting(difference)), level)


def _turn(change: Change) -> Text:
    before, after = change.before.to_dict(), change.after.to_dict()
    return (Link(change.before.question, f"/law/{change.id}"), " ", verdict(before), " becomes ", verdict(after))


def _lasting(difference: WhatIfAnswer) -> Iterator[Block]:
    """The answers readers most often expect the status to change: a promise of defense, money, notices to Congress."""
    wanted = [one for one in difference.unchanged if AUTHORITIES[one.id].watched]
    yield Items((*map(_stays, wanted), _bars(difference)), "small")


def _stays(one: Finding) -> Text:
    return (Link(one.question, f"/law/{one.id}"), " ", verdict(one.to_dict()))


def _bars(difference: WhatIfAnswer) -> Text:
    """How many restrictions stand as they do, and how many apply or may."""
    same = [one for one in difference.unchanged if one.bears == "bar"]
    total = len(same) + sum(change.after.bears == "bar" for change in difference.changed)
    stand = f"{'All' if len(same) == total else f'{len(same)} of the'} {total} restrictions would stand as they do"
    apply = sum(one.verdict != "no" for one in same)
    if not apply:
        return f"{stand}."
    where = Link("Which", f"/countries/{difference.country.iso3}#restrictions")
    return (f"{stand}; {number(apply)} {'applies' if apply == 1 else 'apply'} or may apply. ", where, ".")


def _lasts(country: Country, facts: Path | None) -> str:
    """What the status does not bring, in the sentence of the brief; empty for what is no state."""
    try:
        return bottom_line(gather(country.iso3, None, None, USUAL, facts))[2]
    except BadQuestion:
        return ""


def _title(country: Country, held: set[str]) -> str:
    name = capital(the(country.name))
    if country.iso3 == "USA":
        return "The United States cannot be its own ally"
    kinds = our_statuses()
    if USUAL in held:
        return f"{name} is an ally already"
    if alliance(kinds).id in held:
        return f"{name} is in NATO"
    if any(kind.id in held for kind in treated_as(kinds, USUAL)):
        return f"{name} is treated as an ally already"
    if country.sovereign in ("no", "organisation"):
        return f"{name} is no state that could be named"
    return f"Should {the(country.name)} be next?"
