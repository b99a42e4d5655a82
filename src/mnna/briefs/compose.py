"""The record of a brief, the function that makes it, and those that write it in any form.

It is made in two steps: the answers are gathered, then the sections are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from mnna import files
from mnna.answers.inputs import stamp
from mnna.answers.law_words import words_of_findings
from mnna.answers.partition import Partition
from mnna.answers.stamped import Stamp
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo.answer import opening
from mnna.briefs.memo.compose import of_context, refused
from mnna.briefs.sections import all_sections
from mnna.briefs.sections.sources import checked
from mnna.briefs.words_sections import words_annex
from mnna.engine.answer import Answer
from mnna.engine.record import described, json_text
from mnna.errors import BadQuestion
from mnna.present.days import day
from mnna.present.document import Document, Section, Text, as_json, spelled
from mnna.present.forms import written
from mnna.present.paper import Paper
from mnna.registry.countries import the
from mnna.registry.readings import first_line
from mnna.registry.statuses import USUAL
from mnna.sentences import capital
from mnna.statutes.citations import official


class BriefSection(NamedTuple):
    """A section of the brief; each block has a `kind`, such as paragraph, items, table or picture."""

    id: str
    title: str
    blocks: tuple[Mapping[str, Any], ...]


def _sentences(lead: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(spelled(said) for said in lead)


def _plain(sections: tuple[Section, ...]) -> tuple[BriefSection, ...]:
    return tuple(BriefSection(one.id, one.title, tuple(map(as_json, one.blocks))) for one in sections)


def _joined(notes: tuple[Text, ...]) -> str:
    return " ".join(spelled(note) for note in notes)


@dataclass(frozen=True, slots=True, repr=False)
class Brief(Answer):
    """A brief: everything about one country on one day.

    `asked` is the status whose gain or loss is examined. `partition` groups the questions of law by how their answers
    change if the country gains the status, or loses it where it holds it.
    """

    country: str
    name: str
    versus: str | None = field(metadata=described("The country beside it."))
    versus_name: str | None
    on: date
    asked: str = field(metadata=described("The status whose gain or loss is weighed.", name="status"))
    title: str
    subtitle: str
    day_note: str = field(metadata=described("What is to be said first of the day; empty where there is nothing."))
    lead: tuple[Text, ...] = field(
        metadata=described(
            "Where the country stands, what the status changes in law, and what it does not.",
            name="bottom_line",
            of=_sentences,
        )
    )
    sections: tuple[Section, ...] = field(metadata=described("The parts, in the order of reading.", of=_plain))
    notes: tuple[Text, ...] = field(
        metadata=described("When law and facts were last compared with their sources.", name="checked", of=_joined)
    )
    partition: Partition
    stamp: Stamp

    @property
    def bottom_line(self) -> tuple[str, ...]:
        """Three statements: the country's status, what the examined status changes in law, and what it does not."""
        return _sentences(self.lead)

    @property
    def document(self) -> Document:
        """The brief as a document, which every form prints."""
        return Document(
            title=self.title,
            subtitle=self.subtitle,
            lead=(self.day_note, *self.lead) if self.day_note else self.lead,
            sections=self.sections,
            stamp=tuple(self.stamp._asdict().items()),
            notes=self.notes,
            numbered=True,
        )

    def section(self, id_: str) -> Section:
        """Return the section with the id `id_`; raises `KeyError` where there is none."""
        return self.document.section(id_)

    def summary(self) -> str:
        """Return the title, the day and the bottom line."""
        return f"{self.title}, on {self.on}: {' '.join(self.bottom_line)}"


def brief(
    country: str,
    versus: str | None = None,
    on: date | str | None = None,
    *,
    designate: str = USUAL,
    facts: Path | None = None,
    claims: bool = False,
    models: bool = False,
    words: bool = False,
) -> Brief:
    """Return the brief on one country on one day (default today), compared with the country `versus` if given.

    `designate` is the status whose gain or loss is examined. `claims` adds the claims of the article of 2022, from its
    day on. `models` adds who is next and what designation changed, from 1997 to today. `words` adds an annex with the
    official text of the law that decided the answers. Raises `UnknownCountry`, `UnknownWord`, `BadDate`, `BadFacts`,
    and `BadQuestion` for the United States, for an organization, or for a country compared with itself; with `models`
    `CannotAnswer` where their packages are missing.
    """
    context = gather(country, versus, on, designate, facts)
    name, other = capital(the(context.country.name)), context.versus.country if context.versus else None
    first = () if context.kind.id != USUAL or refused(context) else opening(of_context(context))
    about = f"Security-cooperation status with the United States, and what it means to be {context.kind.being}."
    return Brief(
        country=context.country.iso3,
        name=context.country.name,
        versus=other.iso3 if other else None,
        versus_name=other.name if other else None,
        on=context.on,
        asked=context.kind.id,
        title=f"{name}, with {the(other.name)} beside it" if other else name,
        subtitle=f"{about} As of {day(context.on)}.",
        day_note=first_line(context.on, context.today.older_texts),
        lead=bottom_line(context),
        sections=(*first, *all_sections(context, claims, models), *_annex(context, words)),
        notes=(checked(context),),
        partition=context.today.partition,
        stamp=Stamp(**stamp(context.registry)),
    )


def _annex(context: BriefContext, words: bool) -> tuple[Section, ...]:
    """Return the annex with the text of the law that decided the answers on the day of the brief, if `words` is set."""
    if not words:
        return ()
    today = context.today
    findings = [pair.having if today.held else pair.without for pair in today.pairs]
    return (words_annex(words_of_findings(findings, context.on)),)


class Printed(Protocol):
    """A brief or a memo, as `render` and `write` need it."""

    @property
    def document(self) -> Document:
        """The whole document."""

    def with_cites(self, shown: Document) -> Document:
        """Return the document `shown` with a note at its end on how to cite it."""

    def to_dict(self) -> dict[str, Any]:
        """Return the brief or memo as a JSON object."""


FORMS = ("pdf", "docx", "html", "md", "json")
"""The forms, by file ending."""


def render(brief: Printed, form: str, paper: Paper = "letter") -> bytes:
    """Return the brief as the bytes of one form: `pdf`, `docx`, `html`, `md` or `json`.

    `paper` is `letter` or `a4` and is used by PDF and Word only. Raises `BadQuestion` for another form.
    """
    if (plain := known(form)) == "json":
        return json_text(brief.to_dict()).encode()
    return written(brief.with_cites(brief.document), plain, official, paper)


def known(form: str) -> str:
    """Return the form in lower case and without a dot; raises `BadQuestion`, which lists the forms, for another."""
    plain = form.lower().removeprefix(".")
    if plain not in FORMS:
        raise BadQuestion(
            f"a brief as {form or 'a file without an ending'}",
            "there is no such form",
            FORMS,
            "Let the file's name end in one of these, for example mexico.pdf.",
        )
    return plain


def write(brief: Printed, path: Path | str, paper: Paper = "letter") -> Path:
    """Write the brief to a file whose ending names the form, and return its path.

    The file is written atomically. Raises `BadQuestion` for another ending or a missing folder, and `CannotAnswer`
    where the file cannot be written.
    """
    target = Path(path)
    check(target)
    files.save(target, render(brief, target.suffix, paper))
    return target


def check(target: Path) -> None:
    """Raise `BadQuestion` for a folder, an unknown ending, or a missing parent folder, before the work is done."""
    files.check(target, (f".{form}" for form in FORMS))
