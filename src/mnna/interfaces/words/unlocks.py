"""`unlocks`: which single status or fact would turn a no into a yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mnna.answers.unlocks import Step, Unlock, UnlocksAnswer, UnlockSet, unlocks
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import params_of
from mnna.interfaces.words.authorities import finding_block
from mnna.present import days
from mnna.present.document import Block, Document, Items, Link, Paragraph, Section, Text, Verdict
from mnna.present.wording import sentence
from mnna.registry.countries import the
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.listing import subject

MOST_SHOWN = 12
"""How many sets are printed; JSON has all."""


def title(answer: UnlocksAnswer) -> str:
    """Return how many single changes would make the answer yes."""
    whom, count = the(answer.country.name), len(answer.unlocks)
    if answer.verdict == "yes":
        return f"For {whom} the answer is yes already"
    number = f"{count} single change{'' if count == 1 else 's'}" if count else "No single change"
    return f"{number} would make the answer yes for {whom}"


def _document(answer: UnlocksAnswer) -> Document:
    code, on = answer.country.iso3, str(answer.on)
    now = finding_block(answer.finding, code, on, full=True)
    links = tuple(link for link in now.links if not link.address.startswith("/unlocks"))
    found = (_changes(answer.unlocks, answer),) if answer.unlocks else (_none(answer),)
    sections = [
        Section("now", "As it stands", (now._replace(open=True, links=links),)),
        Section("yes", "One of these alone would make it yes", found),
    ]
    if answer.opens:
        sections.append(Section("opens", "One of these alone would leave it open", (_changes(answer.opens, answer),)))
    if together := [one for one in answer.sets if len(one.changes) > 1 or one.leads_to == "no"]:
        shown = tuple(_together(one) for one in together[:MOST_SHOWN])
        sections.append(Section("sets", "Smallest sets of changes", (Items(shown),), count=len(together)))
    return Document(
        title=title(answer),
        subtitle=f"{capital(subject(answer.authority))}: {answer.country.name} ({code}) on {days.day(answer.on)}",
        sections=tuple(sections),
    )


def _none(answer: UnlocksAnswer) -> Block:
    if answer.verdict == "yes":
        return Paragraph("It is yes already.")
    more = " The law itself names how this could change, above." if answer.routes else ""
    return Paragraph(f"No single status or fact would do.{more}")


def _changes(found: Iterable[Unlock], answer: UnlocksAnswer) -> Items:
    return Items(tuple(_change(one, answer) for one in found))


def _change(one: Unlock, answer: UnlocksAnswer) -> Text:
    if one.kind == "fact":
        return f"{sentence(one.words)} This must be settled as: {one.act}."
    act = "Gain" if one.act == "designate" else "Lose"
    whole = f"/what-if?country={answer.country.iso3}&{one.act}={one.id}&on={answer.on}"
    return (f"{act} the status ", Link(f"“{one.words}”", whole), ".")


def _together(one: UnlockSet) -> Text:
    """Return a set of changes in words, each with who must act."""
    said = "; ".join(f"{_step(step)}{f' ({step.who})' if step.who else ''}" for step in one.changes)
    return (capital(said), ": ", Verdict(one.leads_to), ".")


def _step(step: Step) -> str:
    if step.kind == "status":
        return f"{'gain' if step.act == 'designate' else 'lose'} the status “{step.words}”"
    return f"settle as {step.act} that {step.words}"


def _rows(answer: UnlocksAnswer) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    who = {name: told[name] for name in ("country", "on", "authority", "verdict")}
    who["own_facts"] = list(answer.finding.own_facts)
    rows = [who | {"leads_to": "yes"} | one for one in told["unlocks"]]
    rows += [who | {"leads_to": "unknown"} | one for one in told["opens"]]
    return rows or [who | {"leads_to": None}]


ENDPOINT = Endpoint(
    word="unlocks",
    under="what-if",
    says="which single status or fact would turn a no into a yes",
    help="Which single status or fact would make AUTHORITY answer yes for COUNTRY, and which smallest sets would.",
    function=unlocks,
    params=params_of(
        "unlocks", authority={"choices": lambda: [(id_, capital(subject(id_))) for id_ in catalog.AUTHORITIES]}
    ),
    answer=UnlocksAnswer,
    document=_document,
    rows=_rows,
    address="/unlocks",
    asks="What would turn a no into a yes?",
    button="What would make it yes?",
    example={"authority": "depleted-uranium-rounds", "country": "MEX", "on": "2026-06-01"},
)
