"""The section on the sources of a brief, and the note on when law and facts were last compared with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mnna.briefs.gather import BriefContext
from mnna.briefs.sections.difference import used
from mnna.briefs.sections.history import entries
from mnna.briefs.sections.status import without_bars
from mnna.present.days import day
from mnna.present.document import Items, Link, Section
from mnna.present.wording import sentence
from mnna.registry.readings import reading_of
from mnna.registry.records import Source, Span
from mnna.statutes import catalog

OFFICIAL = {
    "uscode.house.gov": "Statutes, in the United States Code at uscode.house.gov",
    "www.ecfr.gov": "Regulations, in the Code of Federal Regulations at www.ecfr.gov",
}
"""The hosts whose addresses follow from the citation, with a title; a PDF need not print their addresses."""


def sources(context: BriefContext) -> Section:
    """Return the section with every source of the facts and of the law in the brief, with its address."""
    ids = dict.fromkeys([*_facts(context), *_law(context)])
    known = context.registry.sources
    found = sorted((known[id_] for id_ in ids if id_ in known), key=lambda one: one.title.lower())
    blocks = []
    for host, title in OFFICIAL.items():
        here = tuple(Link(one.title, one.address) for one in found if _host(one) == host)
        blocks += [Items(here, "run", title)] if here else []
    rest = tuple(_source(one) for one in found if _host(one) not in OFFICIAL)
    blocks += [Items(rest, "small", "Other sources")] if rest else []
    return Section("sources", "Sources", tuple(blocks))


def _host(source: Source) -> str:
    return source.address.partition("://")[2].partition("/")[0]


def _source(source: Source) -> Link:
    title = source.title.removeprefix(f"{source.publisher}: ")
    publisher = f" {source.publisher}." if source.publisher else ""
    own = " Your own facts." if source.own else ""
    return Link(f"{sentence(title)}{publisher}{own}", source.address)


def _facts(context: BriefContext) -> Iterator[str]:
    for answer in context.answers:
        for span in [*answer.held, *without_bars(answer.past, answer.registry)]:
            yield from span.source
        for step in answer.steps:
            yield from step.source
        for row in answer.proposals:
            if row.on <= context.on.isoformat():
                yield from row.source
    for entry in entries(context):
        yield from entry.source


def _law(context: BriefContext) -> Iterator[str]:
    for contrast in (context.today, context.versus):
        for pair in contrast.pairs if contrast else ():
            provision = catalog.authority(pair.id).at(pair.on)
            yield from provision.source.split(";") if provision else ()
    for pair in used(context.today):
        for use in pair.having.in_practice:
            yield from use.source


def checked(context: BriefContext) -> str:
    """Return sentences on the days of the texts of law, and on when the facts were compared with their sources."""
    provisions = [catalog.authority(pair.id).at(pair.on) for pair in context.today.pairs]
    texts = [reading_of(provision.source) for provision in provisions if provision]
    law = sorted({text.text_as_of for text in texts if text})
    spans: list[Span] = without_bars([*context.status.held, *context.status.past], context.registry)
    facts = sorted({span.checked_on for span in spans if span.checked_on})
    said = [f"The texts of the law are {_between(law, 'of')}."] if law else []
    said += [f"The facts were compared with their sources {_between(facts, 'on')}."] if facts else []
    return " ".join(said) or "No dated check of law or facts is on record for this brief."


def _between(days: list[date], at: str) -> str:
    """Return words for the days; `at` is the word before a single one."""
    return f"{at} {day(days[0])}" if days[0] == days[-1] else f"{at} days between {day(days[0])} and {day(days[-1])}"
