"""The section on proposals: bills, letters, remarks and articles that asked for the status or for its end."""

from __future__ import annotations

from mnna.briefs.gather import BriefContext
from mnna.present.days import day, prose
from mnna.present.document import Column, Paragraph, Row, Said, Section, Table
from mnna.present.wording import CONFIDENCE, sentence
from mnna.registry.countries import countries
from mnna.registry.records import Proposal, asked_for
from mnna.sentences import capital


def proposals(context: BriefContext) -> Section | None:
    """Return the section with every proposal on record up to the day and its outcome; None without any."""
    rows = [row for answer in context.answers for row in answer.proposals if row.on <= context.on.isoformat()]
    if not rows:
        return None
    columns = (
        Column("day", "When", 1.6),
        Column("what", "What and who", 4.6),
        Column("outcome", "What became of it", 5.0),
    )
    table = Table("Proposals on record", columns, tuple(_proposal(row, context) for row in rows))
    note = Paragraph("A proposal changes nothing by itself. None of these is a designation or its end.")
    return Section("proposals", "What was proposed", (note, table))


def _proposal(row: Proposal, context: BriefContext) -> Row:
    who = f"{row.proposer}, {row.proposer_role}" if row.proposer_role else row.proposer
    country = "" if row.country == context.country.iso3 else f" ({countries()[row.country].name})"
    asked = asked_for(row.direction)
    what = f"{row.kind}{', ' if asked.startswith('to ') else ': '}{asked}"
    doubt = "" if row.confidence == "high" else f" {CONFIDENCE[row.confidence]}."
    cells = (
        Said(day(row.on)),
        Said(capital(what) + country, prose(sentence("; ".join(filter(None, (who, row.instrument)))))),
        Said(
            prose(sentence(row.outcome)),
            prose(sentence(row.note)) + doubt if row.note and not country else doubt.strip(),
        ),
    )
    return Row(row.id, cells)
