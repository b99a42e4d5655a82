"""The section on restrictions: which apply to the country, what each stops, and how each ends."""

from __future__ import annotations

from collections.abc import Mapping

from mnna.briefs.gather import BriefContext, Pair
from mnna.briefs.sections.question_rows import cited, on_record
from mnna.present.days import prose
from mnna.present.document import Block, Paragraph, Row, Section, Table, columns
from mnna.present.findings import verdict
from mnna.present.wording import NOTHING, ONLY_THE_CASE, TURNS_ON_CASE
from mnna.sentences import capital
from mnna.statutes.listing import subject


def restrictions(context: BriefContext) -> Section:
    """Return the section with every restriction: whether it applies, what it stops, and how it is lifted."""
    bars = context.today.bars
    changed = [pair for pair in bars if pair.without.verdict != pair.having.verdict]
    lead = f"The status changes {len(changed)} of these." if changed else "The status changes none of these."
    note = f"{lead} A restriction does not end the status. It stops what is named for as long as it applies."
    heads = columns(
        "subject applies",
        subject=("Restriction", 2.9),
        applies=("Answer", 1.5),
        cuts=("What it cuts", 5.4),
        lifted=("Waiver or end", 4.0),
        citations=("Citation", 2.7),
    )
    of_record = Table("Restrictions", heads, tuple(map(_bar, context.today.bars_of_record)))
    stopped = on_record(context.today)
    blocks: tuple[Block, ...] = (Paragraph(note), *([stopped] if stopped else []), of_record)
    if of_case := context.today.bars_of_case:
        blocks += Paragraph(ONLY_THE_CASE), Table(TURNS_ON_CASE, heads, tuple(map(_bar, of_case)))
    return Section("restrictions", "Restrictions that the status does not lift", blocks)


def _bar(pair: Pair) -> Row:
    one, other = verdict(pair.without.to_dict()), verdict(pair.having.to_dict())
    values = pair.having.terms
    answer = other if one == other else (one, ", with it ", other)
    lifted = _text(values, "waiver") if other.value != "no" or values.get("waiver") else NOTHING
    cells = capital(subject(pair.id)), answer, _text(values, "cuts", "reaches"), lifted, cited(pair.having.citations)
    return Row(pair.id, cells)


def _text(values: Mapping[str, object], *names: str) -> str:
    found = [str(values[name]) for name in names if values.get(name)]
    return capital(prose("; it reaches ".join(found))) or NOTHING
