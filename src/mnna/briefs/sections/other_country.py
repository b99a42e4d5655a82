"""The section on the other country: what the status changed for it when it was designated, or would change."""

from __future__ import annotations

from collections.abc import Sequence

from mnna.briefs.bottom_line import by, later, named
from mnna.briefs.gather import BriefContext, Contrast, Pair
from mnna.briefs.sections.question_rows import row, says, table
from mnna.present import wording
from mnna.present.days import day
from mnna.present.document import Block, Cell, Lines, Paragraph, Row, Said, Section
from mnna.present.numbers import listed, number
from mnna.registry.countries import the
from mnna.registry.days import a_day
from mnna.sentences import capital


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
