"""`coverage`: what was read of each list and text, when it was read, and when it expires."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mnna.answers.coverage import CoverageAnswer, Covered, coverage
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, ON
from mnna.present import days
from mnna.present.document import Column, Day, Document, Paragraph, Row, Section, Table, Text
from mnna.sentences import capital

STATES = {"flat": "plain", "as of": "as of the text's day", "expired": "not known: expired"}
"""What an answer that rests on a list or text is on the day, in words."""

FIGURES = "Figures of countries and years are no lists: each series says its vintage and its last year."


def _document(answer: CoverageAnswer) -> Document:
    counts = Counter(one.state for one in answer.covered)
    kinds = {kind: [one for one in answer.covered if one.kind == kind] for kind in ("list", "text")}
    return Document(
        title=f"What was read: {len(answer.covered)} lists and texts, of which {counts['expired']} have expired",
        subtitle=f"Trusted or expired on {days.day(answer.on)}",
        sections=(
            Section("lists", "Lists of statuses", _table("Lists", kinds["list"]), count=len(kinds["list"])),
            Section("texts", "Texts of law", _table("Texts", kinds["text"]), count=len(kinds["text"])),
            Section("figures", "Figures", (Paragraph(FIGURES),)),
        ),
    )


def _table(caption: str, rows: Iterable[Covered]) -> tuple[Table, ...]:
    columns = (
        Column("title", "List or text", 3, strong=True),
        Column("text", "Text as of"),
        Column("read", "Read on"),
        Column("expires", "Expires after"),
        Column("counts", "Answers on the day", 1.3),
        Column("because", "What was read, and why it is trusted so long", 3),
    )
    return (Table(caption, columns, tuple(map(_row, rows))),)


def _row(one: Covered) -> Row:
    expires: Text = Day(str(one.expires)) if one.expires else "no end"
    why = f"{capital(one.what)}. {one.because}" if one.kind == "list" else one.because
    days_of = (Day(str(one.text_as_of)), Day(str(one.read_on)), expires)
    return Row(one.id, (capital(one.title), *days_of, STATES[one.state], why))


ENDPOINT = Endpoint(
    word="coverage",
    group="Country",
    under="status",
    says="what was read of each list, and when it expires",
    help="What was read of each list and text of law, of which day, when, and until when it is trusted.",
    function=coverage,
    params=(ON, FACTS),
    answer=CoverageAnswer,
    document=_document,
    rows=lambda answer: answer.to_dict()["covered"],
    address="/coverage",
    label="What was read",
    button="Show that day",
    example={"on": "2026-11-28"},
)
