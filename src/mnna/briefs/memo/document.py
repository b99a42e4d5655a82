"""The document of the memo: one page, whose sections follow a reader's questions, each statement with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mnna.briefs.memo.answer import NextAnswer, Point, Precedent
from mnna.present.days import day
from mnna.present.document import Block, Cite, Command, Document, Items, Link, Paragraph, Section, Text
from mnna.present.numbers import number
from mnna.present.wording import own_facts
from mnna.registry.countries import the
from mnna.registry.statuses import USUAL
from mnna.sentences import capital
from mnna.statutes.listing import subject

MOST = 8
"""How many questions of law a list names on the page where there are at least two more; the what-if has all."""

SENTENCES, CHANGES = 3, 3
"""The most sentences on the law, and the most points on what would change the answer; `--json` has all."""


_NOT_HELD = ("Would gain", "Would not bring", "The case for", "The case against")
_HELD = ("What its end would bring", "What its end would cost", "The case for keeping it", "The case for ending it")
"""The titles of gains, costs, arguments for and arguments against: without the status, and for an ally."""


def memo(answer: NextAnswer) -> Document:
    """Return the memo as a one-page document."""
    return Document(
        title=answer.question,
        subtitle=f"{answer.name} ({answer.country.iso3}), as of {day(answer.on)}",
        lead=(*((answer.day_note,) if answer.day_note else ()), *_answered(answer)),
        sections=tuple(sections(answer)),
        notes=(*own_facts(answer.own_facts), f"To cite: {answer.to_cite}."),
        one_page=True,
    )


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
    held = answer.standing == "ally"
    gains, costs, pro, con = _HELD if held else _NOT_HELD
    parts: tuple[tuple[str, str, Iterable[Block]], ...] = (
        ("law", "What the law asks", _law(answer)),
        ("gains", gains, _run(answer.gains, answer)),
        ("costs", costs, _costs(answer)),
        ("open", "Left open", _run(answer.open, answer)),
        ("bars", "What bars it today", _bars(answer)),
        (
            "precedents",
            f"Precedents: the allies most like {the(answer.name)} in the year before they were named",
            _precedents(answer),
        ),
        ("rank", "Where history ranks it", _rank(answer)),
        ("for", pro, _lines(answer.case_for, answer)),
        ("against", con, _lines(_not_told(answer), answer)),
        ("change", "What would change the answer", _lines(answer.would_change_it[:CHANGES], answer)),
    )
    for id_, title, blocks in parts:
        if told := tuple(blocks):
            yield Section(id_, title, told)


def _law(answer: NextAnswer) -> Iterator[Block]:
    first = answer.law[0]
    yield Paragraph((f"{' '.join(one.says for one in answer.law[:SENTENCES])} [", Cite(first.citation), "]"))


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


def _not_told(answer: NextAnswer) -> tuple[Point, ...]:
    """Return the arguments against, without the bars, which have their own section."""
    bars = {one.id for one in answer.bars}
    return tuple(one for one in answer.case_against if one.id not in bars)


def _precedents(answer: NextAnswer) -> Iterator[Block]:
    if answer.precedents:
        yield Items(tuple(_text(_point(one), answer) for one in answer.precedents), "line")


def _point(one: Precedent) -> Point:
    return Point(f"{one.says}. {one.followed}", one.citation.split("; ")[-1], one.source)


def _rank(answer: NextAnswer) -> Iterator[Block]:
    """Yield the rank with the producer of its figures, or the reason why there is none with its law."""
    figures = answer.rank and (answer.rank.rank or not answer.rank.left_out)
    rests: tuple[str | Cite, ...] = ()
    if answer.rank is None:
        rests = (" [", Cite(answer.answer_citation), "]")
    elif figures:
        rests = (f" [{_producer(answer.rank.source)}]",)
    yield Paragraph((answer.rank_note, *rests) if rests else answer.rank_note)


def _lines(points: tuple[Point, ...], answer: NextAnswer) -> Iterator[Block]:
    if points:
        yield Items(tuple(_text(one, answer) for one in points), "line")


def _text(point: Point, answer: NextAnswer) -> Text:
    rests = (Cite(point.citation),) if point.citation else tuple(_sources(point.source[:2], answer))
    used = f" ({point.in_practice})" if point.in_practice else ""
    return (f"{point.says}{used} [", *rests, "]")


def _sources(ids: Iterable[str], answer: NextAnswer) -> Iterator[str | Link]:
    """Yield each source as a link with its publisher; for a source of figures, the name of its producer."""
    for place, id_ in enumerate(ids):
        known = answer.registry.sources.get(id_)
        if place:
            yield "; "
        yield Link(known.publisher or known.title, known.address) if known else _producer(id_)


def _producer(source: str) -> str:
    """Return the producer of a figure, without vintage and license, which `--json` has."""
    return source.split(";")[0]
