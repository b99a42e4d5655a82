"""The memo set out on one page: sections in the order of a reader's questions, each statement with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mnna.briefs.memo.answer import NextAnswer, Point, Precedent
from mnna.present.days import day
from mnna.present.document import Block, Cite, Command, Document, Items, Link, Paragraph, Section, Text
from mnna.present.numbers import number
from mnna.present.wording import OWN_FACTS
from mnna.registry.countries import the
from mnna.registry.statuses import USUAL
from mnna.sentences import capital
from mnna.statutes.listing import subject

MOST = 8
"""How many questions of law a list names on the page; the what-if has all."""

SENTENCES, CHANGES = 3, 3
"""How many sentences on the law, and how many things that would change the answer; `--json` has all."""


_NOT_HELD = ("Would gain", "Would not bring", "The case for", "The case against")
_HELD = ("What its end would bring", "What its end would cost", "The case for keeping it", "The case for ending it")
"""The titles of what the act would bring and cost and of the case each way: for others, and for an ally."""


def memo(answer: NextAnswer) -> Document:
    """The memo as a document for one sheet of paper."""
    return Document(
        title=answer.question,
        subtitle=f"{answer.name} ({answer.country.iso3}), as of {day(answer.on)}",
        lead=(*((answer.day_note,) if answer.day_note else ()), *_answered(answer)),
        sections=tuple(sections(answer)),
        notes=(*_own(answer), f"To cite: {answer.to_cite}."),
        one_page=True,
    )


def _own(answer: NextAnswer) -> tuple[str, ...]:
    return (f"{OWN_FACTS}: {'; '.join(answer.own_facts)}.",) if answer.own_facts else ()


def _answered(answer: NextAnswer) -> tuple[Text, Text]:
    """The two sentences, each with what it rests on: the law; the what-if that counts, and the figures that rank."""
    first, second = answer.answer
    ended = f" --terminate {answer.registry.kind(USUAL).id}" if answer.standing == "ally" else ""
    asked = f"mnna what-if {answer.country.iso3}{ended}"
    by = f"; {_producer(answer.rank.source)}" if answer.rank and answer.rank.resembles else ""
    return (f"{first} [", Cite(answer.answer_citation), "]"), (f"{second} [", Command(asked), f"{by}]")


def opening(answer: NextAnswer) -> tuple[Section, ...]:
    """The memo as the first part of a longer document: its answer, and its parts one level down."""
    first = Section("memo", answer.question, tuple(Paragraph(said, marked=True) for said in _answered(answer)))
    return (first, *(replace(one, id=f"memo-{one.id}", level=2) for one in sections(answer)))


def sections(answer: NextAnswer) -> Iterator[Section]:
    """The parts of the memo that have something to say."""
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
        more = len(points) - MOST
        rest: tuple[Text, ...] = (f"and {number(more)} more",) if more > 0 else ()
        yield Items((*(_text(one, answer) for one in points[:MOST]), *rest), "run")


def _costs(answer: NextAnswer) -> Iterator[Block]:
    worse = tuple(one for one in answer.costs if one.id)
    yield from _run(worse, answer)
    yield from (Paragraph(_text(one, answer)) for one in answer.costs if not one.id)


def _bars(answer: NextAnswer) -> Iterator[Block]:
    if answer.bars:
        named = tuple(one._replace(says=capital(subject(one.id))) for one in answer.bars)
        rests = Cite(answer.law[0].citation)
        yield Paragraph((*_listed(named), ". None of these bars the designation itself [", rests, "]."))
    else:
        record = Command(f"mnna status {answer.country.iso3}")
        yield Paragraph(("No list or determination on record bars it [", record, "].", *_of_a_case(answer)))
    if answer.bars_not_known:
        yield Paragraph(("Not known, as no list or text of that day was read: ", *_listed(answer.bars_not_known), "."))


def _of_a_case(answer: NextAnswer) -> Iterator[str | Cite]:
    """That restrictions on a unit or a case still apply, and which laws these are."""
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
    """The case against, without the bars, which stand in a section of their own."""
    bars = {one.id for one in answer.bars}
    return tuple(one for one in answer.case_against if one.id not in bars)


def _precedents(answer: NextAnswer) -> Iterator[Block]:
    if answer.precedents:
        yield Items(tuple(_text(_point(one), answer) for one in answer.precedents), "line")


def _point(one: Precedent) -> Point:
    return Point(f"{one.says}. {one.followed}", one.citation.split("; ")[-1], one.source)


def _rank(answer: NextAnswer) -> Iterator[Block]:
    """The place with the figures it rests on; why there is none, with the law that says so."""
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
    """Each source by its publisher with its address; the producer of a figure as it names itself."""
    for place, id_ in enumerate(ids):
        known = answer.registry.sources.get(id_)
        if place:
            yield "; "
        yield Link(known.publisher or known.title, known.address) if known else _producer(id_)


def _producer(source: str) -> str:
    """Who made a figure, without the vintage and the license, which `--json` has."""
    return source.split(";")[0]
