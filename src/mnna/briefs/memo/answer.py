"""The record of the memo: the question, the answer in two sentences, and its parts, each with a citation or source.

The document of the memo is one page, whose sections follow a reader's questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Literal

from mnna.answers.partition import Partition
from mnna.answers.stamped import StampedWithFigures
from mnna.engine.record import HIDDEN, described, in_json, passed_on
from mnna.models.forecast.resemblance import Placed
from mnna.present.days import day
from mnna.present.document import Block, Cite, Command, Document, Items, Link, Paragraph, Section, Text
from mnna.present.inline import separated
from mnna.present.numbers import number
from mnna.present.wording import own_facts
from mnna.quick import QuickTuple
from mnna.registry.countries import the
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.registry.statuses import USUAL
from mnna.sentences import capital
from mnna.statutes.listing import subject

Standing = Literal["candidate", "ally", "member", "treated", "unknown"]
"""The country's relation to the status: it could gain it, has it, is in NATO, is treated as having it, or not known."""

InLaw = Literal["open in law", "barred in law"]


class Point(QuickTuple):
    """A statement with a citation of law or with source ids; at least one of the two is given.

    `in_practice` says, for a question of law, whether use by an ally is documented, likely, or was not found.
    """

    says: str
    citation: str = ""
    source: tuple[str, ...] = ()
    id: str = ""
    in_practice: str = ""


class Precedent(QuickTuple):
    """An ally that resembled the country when it was designated, the act that designated it, and what followed."""

    country: str
    since: date
    instrument: str
    says: str
    followed: str
    citation: str
    source: tuple[str, ...]


def _joined(sentences: tuple[str, ...]) -> str:
    return " ".join(sentences)


@dataclass(frozen=True, slots=True, repr=False)
class NextAnswer(StampedWithFigures):
    """The memo on a country as the next major non-NATO ally: law, changes, precedents, rank, arguments for and against.

    Where the country has the status, `gains` and `costs` are those of the end of the status.
    """

    country: Country
    on: date
    standing: Standing = field(metadata=described("What the country is to the status."))
    in_law: InLaw = field(
        metadata=described("`barred in law` where a list or determination on record bars it from what the law cuts.")
    )
    question: str
    answer: tuple[str, ...] = field(metadata=described("Two sentences.", of=_joined))
    answer_citation: str = field(metadata=described("The law that the first of the two sentences rests on."))
    law: tuple[Point, ...] = field(metadata=described("What the law asks for a designation."))
    gains: tuple[Point, ...] = field(metadata=described("Questions of law that would get a better answer."))
    costs: tuple[Point, ...] = field(metadata=described("What would get worse, and what the status does not bring."))
    open: tuple[Point, ...] = field(metadata=described("Questions whose answer would depend on a fact not known."))
    bars: tuple[Point, ...] = field(metadata=described("Restrictions that apply to it on the day."))
    bars_not_known: tuple[Point, ...] = field(
        metadata=described("Restrictions of which it is not known whether they apply that day.")
    )
    bars_of_a_case: tuple[Point, ...] = field(
        metadata=described("Restrictions that turn on the unit, the buyer or the purpose of a case.")
    )
    precedents: tuple[Precedent, ...] = field(metadata=described("The allies most like it at their own entry."))
    rank: Placed | None = field(metadata=described("Where past designations would place it; null where they cannot."))
    rank_note: str = field(metadata=described("The place in a sentence, or why there is none."))
    case_for: tuple[Point, ...] = field(metadata=described("What its advocates can cite; empty for a NATO member."))
    case_against: tuple[Point, ...] = field(metadata=described("What its opponents can cite."))
    would_change_it: tuple[Point, ...] = field(metadata=described("What would change the answer."))
    partition: Partition
    own_facts: tuple[str, ...] = field(metadata=described("The user's own rows that the answers rest on."))
    registry: Registry = field(metadata=HIDDEN)
    texts: tuple[date, ...] = field(default=(), metadata=HIDDEN)

    def older_texts(self) -> list[date]:
        """Return the days of those texts behind the answers that are older than the day asked about."""
        return list(self.texts)

    name: ClassVar[str] = passed_on("country.name", "The everyday name of the country.", after="country")

    @property
    @in_json(after="would_change_it", name="cite")
    def to_cite(self) -> str:
        """How to cite the memo."""
        stamp = self.stamp
        return (
            f"mnna {stamp.version}, “{self.question}” ({day(self.on)}), law {stamp.law}, facts {stamp.facts}, "
            f"figures {stamp.figures}"
        )

    @property
    def document(self) -> Document:
        """The memo as a one-page document, which every form prints."""
        return Document(
            title=self.question,
            subtitle=f"{self.name} ({self.country.iso3}), as of {day(self.on)}",
            lead=(*((self.day_note,) if self.day_note else ()), *_answered(self)),
            sections=tuple(sections(self)),
            notes=(*own_facts(self.own_facts), f"To cite: {self.to_cite}."),
            one_page=True,
        )

    def summary(self) -> str:
        """Return the answer in two sentences."""
        return " ".join(self.answer)


MOST = 8
"""How many questions of law a list names on the page where there are at least two more; the what-if has all."""

SENTENCES, CHANGES = 3, 3
"""The most sentences on the law, and the most points on what would change the answer; `--json` has all."""


_NOT_HELD = ("Would gain", "Would not bring", "The case for", "The case against")
_HELD = ("What its end would bring", "What its end would cost", "The case for keeping it", "The case for ending it")
"""The titles of gains, costs, arguments for and arguments against: without the status, and for an ally."""


def _answered(answer: NextAnswer) -> tuple[Text, Text]:
    """Return the two sentences, the first with its law, the second with its command and the producer of its figures."""
    first, second = answer.answer
    ended = f" --terminate {answer.registry.kind(USUAL).id}" if answer.standing == "ally" else ""
    asked = f"mnna what-if {answer.country.iso3}{ended}"
    by = f"; {_producer(answer.rank.source)}" if answer.rank and answer.rank.resembles else ""
    return (f"{first} [", Cite(answer.answer_citation), "]"), (f"{second} [", Command(asked), f"{by}]")


def opening(answer: NextAnswer) -> tuple[Section, ...]:
    """Return the memo as the first sections of a longer document: the answer, then its parts as subsections."""
    first = Section("memo", answer.question, tuple(Paragraph(said, marked=True) for said in _answered(answer)))
    return (first, *(replace(one, id=f"memo-{one.id}", level=2) for one in sections(answer)))


def sections(answer: NextAnswer) -> Iterator[Section]:
    """Yield the sections of the memo that are not empty."""
    gains, costs, pro, con = _HELD if answer.standing == "ally" else _NOT_HELD
    alike = f"Precedents: the allies most like {the(answer.name)} in the year before they were named"
    asked = " ".join(one.says for one in answer.law[:SENTENCES])
    barred = {one.id for one in answer.bars}  # a section of their own
    parts: tuple[tuple[str, str, Iterable[Block]], ...] = (
        ("law", "What the law asks", [Paragraph((f"{asked} [", Cite(answer.law[0].citation), "]"))]),
        ("gains", gains, _run(answer.gains, answer)),
        ("costs", costs, _costs(answer)),
        ("open", "Left open", _run(answer.open, answer)),
        ("bars", "What bars it today", _bars(answer)),
        ("precedents", alike, _lines(tuple(map(_point, answer.precedents)), answer)),
        ("rank", "Where history ranks it", _rank(answer)),
        ("for", pro, _lines(answer.case_for, answer)),
        ("against", con, _lines(tuple(one for one in answer.case_against if one.id not in barred), answer)),
        ("change", "What would change the answer", _lines(answer.would_change_it[:CHANGES], answer)),
    )
    for id_, title, blocks in parts:
        if told := tuple(blocks):
            yield Section(id_, title, told)


def _run(points: tuple[Point, ...], answer: NextAnswer) -> Iterator[Block]:
    if points:
        shown = points if len(points) <= MOST + 1 else points[:MOST]
        rest: tuple[Text, ...] = (f"and {number(len(points) - MOST)} more",) if shown != points else ()
        yield Items((*(_text(one, answer) for one in shown), *rest), "run")


def _costs(answer: NextAnswer) -> Iterator[Block]:
    worse = tuple(one for one in answer.costs if one.id)
    yield from _run(worse, answer)
    yield from (Paragraph(_text(one, answer)) for one in answer.costs if not one.id)


def _bars(answer: NextAnswer) -> Iterator[Block]:
    if answer.bars:
        named = tuple(one._replace(says=capital(subject(one.id))) for one in answer.bars)
        rests = Cite(answer.law[0].citation)
        none = "This does not bar" if len(answer.bars) == 1 else "None of these bars"
        yield Paragraph((*_listed(named), f". {none} the designation itself [", rests, "]."))
    else:
        record = Command(f"mnna status {answer.country.iso3}")
        yield Paragraph(("No list or determination on record bars it [", record, "].", *_of_a_case(answer)))
    if answer.bars_not_known:
        yield Paragraph(("Not known, as no list or text of that day was read: ", *_listed(answer.bars_not_known), "."))


def _of_a_case(answer: NextAnswer) -> Iterator[str | Cite]:
    """Yield words that restrictions on a unit or a case still apply, with their laws."""
    if answer.bars_of_a_case:
        yield " Restrictions on a unit or a case still apply ["
        yield Cite("; ".join(one.citation for one in answer.bars_of_a_case[:CHANGES]))
        yield "]."


def _listed(bars: tuple[Point, ...]) -> Iterator[str | Cite]:
    for place, bar in enumerate(bars):
        yield f"{'; ' if place else ''}{bar.says} ["
        yield Cite(bar.citation)
        yield "]"


def _point(one: Precedent) -> Point:
    return Point(f"{one.says}. {one.followed}", one.citation.split("; ")[-1], one.source)


def _rank(answer: NextAnswer) -> Iterator[Block]:
    """Yield the rank with the producer of its figures, or the reason why there is none with its law."""
    if answer.rank is None:
        yield Paragraph((answer.rank_note, " [", Cite(answer.answer_citation), "]"))
    elif answer.rank.rank or not answer.rank.left_out:
        yield Paragraph((answer.rank_note, f" [{_producer(answer.rank.source)}]"))
    else:
        yield Paragraph(answer.rank_note)


def _lines(points: tuple[Point, ...], answer: NextAnswer) -> Iterator[Block]:
    if points:
        yield Items(tuple(_text(one, answer) for one in points), "line")


def _text(point: Point, answer: NextAnswer) -> Text:
    sources = separated((_source(id_, answer) for id_ in point.source[:2]), "; ")
    rests = (Cite(point.citation),) if point.citation else sources
    used = f" ({point.in_practice})" if point.in_practice else ""
    return (f"{point.says}{used} [", *rests, "]")


def _source(id_: str, answer: NextAnswer) -> str | Link:
    """Return a source as a link with its publisher; for a source of figures, the name of its producer."""
    known = answer.registry.sources.get(id_)
    return Link(known.publisher or known.title, known.address) if known else _producer(id_)


def _producer(source: str) -> str:
    """Return the producer of a figure, without vintage and license, which `--json` has."""
    return source.split(";")[0]
