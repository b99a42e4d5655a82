"""The section on what the status changes in law: a row for each question, answered without the status and with it."""

from __future__ import annotations

from mnna.briefs.bottom_line import first_held
from mnna.briefs.gather import BriefContext, Contrast
from mnna.briefs.sections.question_rows import row, table
from mnna.present import wording
from mnna.present.days import day
from mnna.present.document import Block, Paragraph, Section
from mnna.present.numbers import counted
from mnna.registry.countries import the
from mnna.registry.records import StatusKind
from mnna.registry.statuses import alliance


def difference(context: BriefContext) -> Section:
    """Return the section on what the status would change, or what it changes where the country has it."""
    contrast, name = context.today, the(context.country.name)
    blocks = [Paragraph(_reading(context)), *_tables(contrast)]
    return Section("what-if", _title(contrast, name, context.kind), tuple(blocks))


def _title(contrast: Contrast, name: str, kind: StatusKind) -> str:
    if contrast.held:
        return f"What {name} has because it is {kind.being}"
    if contrast.held is None:
        return f"What depends on whether {name} is {kind.being}"
    return f"What would change if {name} were {kind.being}"


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
    return (
        f"{text} The President designates a country, 30 days after notice to Congress (22 USC 2321k). "
        f"The law sets no test."
    )


def _tables(contrast: Contrast) -> list[Block]:
    names = _HELD if contrast.held else _GAINED
    made = [(group, [row(pair) for pair in contrast.grants_in(group)]) for group in names]
    return [table(_caption(contrast, group, names[group]), rows, _LAST[group]) for group, rows in made if rows]


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
    "gain": wording.STEPS,
    "lose": wording.STEPS,
    "open": f"{wording.NEEDS}, and what is then {wording.STEPS.lower()}",
    "terms": wording.STEPS,
    "same": f"{wording.STEPS}, or {wording.ROUTES.lower()}",
}


def _caption(contrast: Contrast, group: str, title: str) -> str:
    """Return the caption of a group with its count; restrictions in it are shown in a later section."""
    ids = getattr(contrast.partition, group)
    bars = sum(1 for pair in contrast.bars if pair.id in ids)
    apart = f", of which {counted(bars, 'restriction')} below" if bars else ""
    return f"{title} ({len(ids)}{apart})"
