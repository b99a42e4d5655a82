"""Every law, regulation, order and bill that names a status, and whether it is encoded here."""

from __future__ import annotations

from datetime import date

from mnna.answers.law_entries import Named, SweepMade, links, shaped
from mnna.registry.readings import reading_of
from mnna.statutes.naming import ENCODED, STANDINGS, NamedBy, Naming, named_by, namings, sweeps, swept
from mnna.statutes.provision import CaseLaw
from mnna.statutes.wording import worded


def ledger(status: str) -> tuple[Named, ...]:
    """Return what names the status: encoded law first, then law without effect, then law that was not read."""
    rows = [_of_question(one, status) for one in named_by(status)]
    rows += [_row(row) for row in namings() if row.status == status]
    return tuple(sorted(rows, key=lambda row: list(STANDINGS).index(row["standing"])))


def sweeps_for(status: str) -> tuple[SweepMade, ...]:
    """Return the searches made for a status; there may be none."""
    made = (sweep for sweep in sweeps() if sweep.status == status)
    return tuple(shaped(SweepMade, sweep, text_as_of=sweep.text_as_of or None) for sweep in made)


def _of_question(one: NamedBy, status: str) -> Named:
    newest, read = one.provisions[-1], (reading_of(provision.source) for provision in one.provisions)
    return {
        "standing": ENCODED,
        "kind": _kind(one.citations[-1]),
        "id": one.question.channel if isinstance(one.question, CaseLaw) else one.question.id,
        "title": one.question.question,
        "citation": one.citations[-1],
        "links": links(one.citations[-1]),
        "earlier": list(one.citations[:-1]),
        "says": worded(newest.says, newest.last_day()),
        "since": one.provisions[0].since.isoformat(),
        "until": newest.until.isoformat() if newest.until else None,
        "sweeps": list(swept(one.citations, status)),
        "source": newest.source,
        "confidence": newest.confidence,
        "checked_on": min(trust.read_on for trust in read if trust is not None).isoformat(),
    }


def _kind(citation: str) -> str:
    """Return the kind of a citation: regulation, order or law."""
    if " CFR " in citation:
        return "regulation"
    return "order" if citation.startswith("Executive Order") else "law"


def _row(row: Naming) -> Named:
    text = row.told_by
    told = {
        "standing": row.standing,
        "kind": row.kind,
        "id": row.text,
        "links": links(text.citation if text else row.citation),
        "earlier": [],
        "sweeps": [row.sweep],
    }
    if text is None:
        return shaped(Named, row, **told, since=None, until=None)
    return shaped(Named, text, **told, says=worded(text.says, text.until or date.max))
