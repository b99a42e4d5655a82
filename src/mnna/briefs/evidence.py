"""What the brief rests on: what is not known, the sources with their addresses, and when they were last checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mnna.briefs.difference import need
from mnna.briefs.matter import Matter, encoded
from mnna.briefs.record import entries
from mnna.briefs.standing import good
from mnna.present.days import day, prose
from mnna.present.document import Items, Link, Paragraph, Section
from mnna.present.wording import capital, sentence
from mnna.registry.records import Source, Span
from mnna.statutes import catalog
from mnna.statutes.listing import subject


def unknowns(matter: Matter) -> Section | None:
    """The facts that would settle what is open on restrictions and lists; the tables above name those of each row."""
    items = [*_needs(matter), *_lists(matter)]
    if not items:
        return None
    note = Paragraph("An answer is given as unknown where one of these facts would decide it; none is guessed.")
    return Section("unknown", "What we do not know", (note, Items(tuple(items), "small")))


def _needs(matter: Matter) -> Iterator[Link]:
    told: set[str] = set()
    for pair in matter.today.bars:
        if "unknown" not in (pair.without.verdict, pair.having.verdict):
            continue
        fresh = [text for text in map(need, pair.having.needs) if text not in told]
        told.update(fresh)
        if not encoded(pair):
            fresh = [f"the law in force on {day(matter.on)} is not encoded here"]
        if fresh:
            yield Link(f"{capital(subject(pair.id))}: {'; '.join(text.rstrip('.') for text in fresh)}.")


def _lists(matter: Matter) -> Iterator[Link]:
    """Statuses that stay open: why, or in one line those whose list is not complete here for anybody."""
    told = " ".join(text for pair in matter.today.pairs for text in pair.having.needs)
    partial: list[str] = []
    for status, why in matter.standing.open_:
        kind = matter.registry.kind(status)
        if f"“{kind.title}”" in told:
            continue
        if why == kind.note:
            partial.append(kind.title)
        else:
            yield Link(prose(f"{kind.title}: {sentence(why)}"))
    if partial:
        yield Link(f"Lists not complete here, so that a name not found is not a no: {'; '.join(partial)}.")


OFFICIAL = {
    "uscode.house.gov": "Statutes, in the United States Code at uscode.house.gov",
    "www.ecfr.gov": "Regulations, in the Code of Federal Regulations at www.ecfr.gov",
}
"""Publishers whose addresses follow from the citation, so that paper need not spell each out."""


def sources(matter: Matter) -> Section:
    """Every source behind the facts and the law shown, with its address."""
    ids = dict.fromkeys([*_facts(matter), *_law(matter)])
    known = matter.registry.sources
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


def _facts(matter: Matter) -> Iterator[str]:
    for answer in (matter.standing, matter.versus_standing):
        if answer is None:
            continue
        for span in [*answer.held, *good(answer.past, answer.registry)]:
            yield from span.source
        for step in answer.steps:
            yield from step.source
        for row in answer.proposals:
            if row.on <= matter.on.isoformat():
                yield from row.source
    for entry in entries(matter):
        yield from entry.source


def _law(matter: Matter) -> Iterator[str]:
    for contrast in (matter.today, matter.versus):
        for pair in contrast.pairs if contrast else ():
            provision = catalog.authority(pair.id).at(pair.on)
            yield from provision.source.split(";") if provision else ()


def checked(matter: Matter) -> str:
    """When law and facts were last compared with their sources, in a sentence."""
    provisions = [catalog.authority(pair.id).at(pair.on) for pair in matter.today.pairs]
    law = sorted({provision.checked_on for provision in provisions if provision})
    spans: list[Span] = good([*matter.standing.held, *matter.standing.past], matter.registry)
    facts = sorted({span.checked_on for span in spans if span.checked_on})
    said = [f"law {_range(law)}"] if law else []
    said += [f"facts {_range(facts)}"] if facts else []
    if not said:
        return "No dated check of law or facts stands behind this brief."
    later = "; nothing later is verified" if law and matter.on > law[0] else ""
    return f"Last compared with its sources: {', '.join(said)}{later}."


def _range(days: list[date]) -> str:
    return day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"
