"""`brief`: everything for one country in one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from mnna._version import NAME
from mnna.briefs.compose import Brief, brief, check, write
from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.compose import next_ally
from mnna.briefs.words_sections import WORDS_ANNEX
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import FORMS, Endpoint
from mnna.interfaces.params import Given, params_of
from mnna.present.csv import rows
from mnna.present.document import Document
from mnna.quick import Path
from mnna.registry.statuses import USUAL

if TYPE_CHECKING:
    from mnna.answers.enact import EnactAnswer


def _ask(given: Given, facts: Path | None) -> Brief | NextAnswer | EnactAnswer:
    idle = [name for name in ("vs", "designate", "claims", "models", "words") if given.get(name)]
    if idle and (given.get("enact") or given.get("memo") is True):
        do = "Leave it out, or ask for the whole brief."
        raise BadQuestion(f"a memo with --{idle[0]}", "a memo has no place for it", (), do)
    if bill := given.get("enact"):
        from mnna.answers.enact import enact

        return enact(bill, given.get("country"), given.get("on"), facts)
    if not given.get("country"):
        raise BadQuestion("a brief", "it names no country", (), "Name one, or a bill with --enact.")
    if given.get("memo") is True:
        return next_ally(given["country"], given.get("on"), facts)
    return brief(**ENDPOINT.arguments(given, facts))


class _Memo(NamedTuple):
    """The memo on a bill, as it is written to a file."""

    answer: EnactAnswer

    @property
    def document(self) -> Document:
        """The memo on one page, with its stamp."""
        return ENDPOINT.shown(self.answer)

    def with_cites(self, shown: Document) -> Document:
        """Return the memo with a one-line citation above its stamp, since it must fit on one page."""
        said = f"Cite: {NAME} {self.answer.stamp.version}, “{shown.title}” ({self.answer.on.isoformat()})"
        return replace(shown, notes=(*shown.notes, said))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON."""
        return self.answer.to_dict()


def _save(made: Brief | NextAnswer | EnactAnswer, given: Given) -> None:
    printed = made if isinstance(made, (Brief, NextAnswer)) else _Memo(made)
    write(printed, given["output"], given["paper"] or "letter")


def _document(made: Brief | NextAnswer | EnactAnswer) -> Document:
    if isinstance(made, (Brief, NextAnswer)):
        return made.document
    from mnna.briefs.enactment import memo

    return memo(made)


def _told(made: Brief | NextAnswer) -> Mapping[str, Any]:
    """Return the parameters of the question besides country and day."""
    if not isinstance(made, Brief):
        return {}
    words = any(section.id == WORDS_ANNEX for section in made.sections)
    return {"vs": made.versus, "designate": None if made.asked == USUAL else made.asked, "words": words}


ENDPOINT = Endpoint(
    word="brief",
    group="Country",
    order=1,
    says="everything for one country in one document",
    help="Everything for COUNTRY in one document: its status, what designation would change and would not, with "
    "citations and sources.",
    function=brief,
    params=params_of("brief", vs={"python": "versus"}),
    ask=_ask,
    ready=lambda given: bool(given.get("country")),
    answer=Brief,
    answers=lambda: (Brief, NextAnswer),
    document=_document,
    rows=lambda made: [{"country": made.country, "on": made.on.isoformat()} | row for row in rows(made.document)],
    asked=_told,
    check=check,
    save=_save,
    address="/brief/{country}",
    button="Write the brief",
    forms=(*FORMS, "html", "docx"),
    example={"country": "MEX", "vs": "COL", "on": "2026-11-24"},
)
PAGES = (
    ENDPOINT._replace(
        address="/brief", asks="A brief on which country?", onward="/brief/{country}", forms=(), tool="brief_form"
    ),
)
