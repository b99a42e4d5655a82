"""The sections on what the status changes in law, for the country and for the other one, and on what that was used for.

Each question has a row, answered without the status and with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from mnna.briefs.bottom_line import by, first_held, later, named
from mnna.briefs.gather import BriefContext, Contrast, Pair
from mnna.briefs.sections.history import published
from mnna.briefs.sections.question_rows import row, says, table
from mnna.present import wording
from mnna.present.days import day
from mnna.present.document import Block, Cell, Lines, Paragraph, Row, Said, Section, Table, columns
from mnna.present.numbers import counted, listed, number
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.practice import counted as counted_uses
from mnna.registry.statuses import alliance
from mnna.sentences import capital
from mnna.statutes.listing import subject


def difference(context: BriefContext) -> Section:
    """Return the section on what the status would change, or what it changes where the country has it."""
    contrast, name = context.today, the(context.country.name)
    titles = {True: "What {} has because it is {}", None: "What depends on whether {} is {}"}
    title = titles.get(contrast.held, "What would change if {} were {}").format(name, context.kind.being)
    return Section("what-if", title, (Paragraph(_reading(context)), *_tables(contrast)))


def _reading(context: BriefContext) -> str:
    text = (
        "Each row answers one question of law, without the status and with it. “Allowed” means that the law permits "
        "it, not that it happens. The steps in the row must still be taken."
    )
    if context.today.held:
        return f"{text} The column “Without” shows the law if the status ended on this day."
    if context.kind.usual == "no":
        return text
    if context.on < (first := first_held(context.registry, context.kind)):
        return f"{text} The status did not exist before {day(first)} (22 USC 2321k). The rows assume that it did."
    if context.holds(alliance(context.registry.kinds).id):
        return f"{text} The status is for countries outside NATO. The rows show what it would add in law."
    made = "The President designates a country, 30 days after notice to Congress (22 USC 2321k). The law sets no test."
    return f"{text} {made}"


def _tables(contrast: Contrast) -> list[Block]:
    names = _HELD if contrast.held else _GAINED
    made = [(group, [row(pair) for pair in contrast.grants_in(group)]) for group in names]
    return [
        table(_caption(contrast, group, names[group]), rows, _LAST.get(group, wording.STEPS))
        for group, rows in made
        if rows
    ]


_GAINED = {
    "gain": "With the status it would gain these",
    "lose": "With the status it would lose these",
    "open": "These depend on a fact not known here",
    "terms": "The status would change the terms or steps of these",
    "same": "The status would not change these",
}
_HELD = {
    "lose": "Without the status it would lose these",
    "gain": "Without the status it would gain these",
    "open": "These depend on a fact not known here",
    "terms": "The status changes the terms or steps of these",
    "same": "The status does not change these",
}
_LAST = {
    "open": f"{wording.NEEDS}, and what is then {wording.STEPS.lower()}",
    "same": f"{wording.STEPS}, or {wording.ROUTES.lower()}",
}
"""The heading of the column of steps, in the groups where it holds something else too."""


def _caption(contrast: Contrast, group: str, title: str) -> str:
    """Return the caption of a group with its count; restrictions in it are shown in a later section."""
    ids = getattr(contrast.partition, group)
    bars = sum(1 for pair in contrast.bars if pair.id in ids)
    apart = f", of which {counted(bars, 'restriction')} below" if bars else ""
    return f"{title} ({len(ids)}{apart})"


def practice(context: BriefContext) -> Section | None:
    """Return the section with a sentence of counts and a row for each question; None without such questions."""
    if not (pairs := used(context.today)):
        return None
    said = Paragraph(counted_uses((pair.id for pair in pairs), context.on))
    heads = columns("subject", subject=("Question", 2), practice=(wording.IN_PRACTICE, 6))
    rows = tuple(_uses(pair, context.registry) for pair in pairs)
    return Section("practice", wording.IN_PRACTICE, (said, Table("What such permissions were used for", heads, rows)))


def used(contrast: Contrast) -> tuple[Pair, ...]:
    """Return the questions that the status changes and for which uses by allies were searched."""
    moved = [id_ for group, ids in contrast.partition.groups() if group != "same" for id_ in ids]
    return tuple(pair for pair in contrast.grants if pair.id in moved and pair.having.in_practice)


def _uses(pair: Pair, registry: Registry) -> Row:
    uses = pair.having.to_dict()["in_practice"]
    told = tuple(wording.use(row, lambda id_: published(registry.sources[id_])) for row in uses)
    return Row(pair.id, (capital(subject(pair.id)), Lines(told)))


def other_country(context: BriefContext) -> Section | None:
    """Return the section on the day the other country got the status, or on the brief's day if it never did.

    None without another country.
    """
    contrast = context.versus
    if contrast is None:
        return None
    name, being = the(contrast.country.name), context.kind.being
    changed = [pair for pair in contrast.grants if pair.id not in contrast.partition.same]
    blocks: list[Block] = [Paragraph(_when(context, contrast) + _road(context, contrast))]
    if changed:
        rows = [_short(pair, context.today) for pair in changed]
        verb = "changed" if contrast.span else "would change"
        blocks.append(table(f"What the status {verb} ({len(rows)})", rows, wording.STEPS))
    title = f"For comparison: {name}, {'at its designation' if contrast.span else f'if it were {being}'}"
    return Section("beside", title, (*blocks, _unchanged(contrast, changed)))


def _short(pair: Pair, today: Contrast) -> Row:
    """Return a row that does not repeat the law or the steps if the section on the first country has them."""
    here, full = today.pair(pair.id), row(pair)
    subject_cell, before, after, left, citations = full.cells
    assert isinstance(subject_cell, Said)
    told = says(here) == subject_cell.body
    same = here.having.steps == pair.having.steps and here.having.needs == pair.having.needs
    again: Cell = Lines(("As above.",)) if same and pair.having.steps else left
    return Row(pair.id, (Said(subject_cell.head) if told else subject_cell, before, after, again, citations))


def _when(context: BriefContext, contrast: Contrast) -> str:
    being = context.kind.being
    name, span, on = capital(the(contrast.country.name)), contrast.span, day(contrast.on)
    if span is not None:
        ended = f" It ceased to be one on {a_day(span.until, span.until_by)}." if span.until else ""
        began = f"{name} became {being} on {a_day(span.since, span.since_by)}{by(span)}"
        return f"{began}. The rows show the law of {on}.{ended}"
    if contrast.held is None:
        whether = f"Whether {the(contrast.country.name)} is {being} on {on} is not known"
        return f"{whether}. The rows show what depends on it."
    coming = later(context, contrast.country)
    return f"{name} has never been {being}{coming}. The rows show what the status would change in the law of {on}."


def _road(context: BriefContext, contrast: Contrast) -> str:
    """Return a sentence on the steps before the designation, which readers often mistake for the designation."""
    if contrast.span is None or context.versus_status is None:
        return ""
    steps = [step for step in context.versus_status.steps if step.status == context.kind.id and step.on <= contrast.on]
    told = [f"{step.step} on {a_day(step.on, step.on_by)}" for step in steps if step.step in ("announced", "notified")]
    if not told:
        return ""
    return f" It was {listed(told)}; {'neither was' if len(told) > 1 else 'that was not'} the designation itself."


_ORDER = ("yes", "no", "unknown")


def _unchanged(contrast: Contrast, changed: Sequence[Pair]) -> Paragraph:
    rest = [pair for pair in contrast.grants if pair not in changed]
    groups: dict[str, list[str]] = {}
    for pair in sorted(rest, key=lambda one: _ORDER.index(one.having.verdict)):
        finding = pair.having.to_dict()
        groups.setdefault(wording.verdict_words(finding["verdict"], wording.fits(finding)), []).append(pair.id)
    said = [f"{words}: {named(ids)}." for words, ids in groups.items()]
    if not said:
        return Paragraph("No answer is the same without the status and with it.")
    count = "one answer is" if len(rest) == 1 else f"{number(len(rest))} answers are"
    return Paragraph(f"The other {count} the same without the status and with it. {' '.join(said)}")
