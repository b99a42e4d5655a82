"""A part of the law on two days: our texts and figures on each day, and the official words where they are held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from mnna.dates import spoken
from mnna.engine.record import Record, described
from mnna.errors import BadDate, BadQuestion
from mnna.quick import quick_dataclass, quick_pattern
from mnna.quick import quick_field as field
from mnna.registry.days import day
from mnna.rules.english import english
from mnna.rules.english import spoken as english_value
from mnna.rules.nodes import Dated, Param
from mnna.statutes import citations
from mnna.statutes.official_words import Words, outermost, words_of
from mnna.statutes.provision import Authority, CaseLaw, parameters
from mnna.statutes.wording import worded


@quick_dataclass(frozen=True, repr=False)
class Compared(Record):
    """A question with the text that answers it on each of the two days; null is no text encoded."""

    id: str
    question: str
    before: str | None = field(metadata=described("Our text of the first day, with its rule in English."))
    after: str | None = field(metadata=described("Our text of the last day, with its rule in English."))
    difference: str = field(
        metadata=described("The later text; `[-...-]` stood only in the earlier, `{+...+}` only in the later.")
    )
    cited_before: str
    cited_after: str


@quick_dataclass(frozen=True, repr=False)
class FigureThenAndNow(Record):
    """A figure of the law on the two days; null is none in force."""

    id: str
    phrase: str
    before: str | None
    after: str | None
    citation: str


@quick_dataclass(frozen=True, repr=False)
class WordsThenAndNow(Record):
    """The official words of a paragraph, and whether they are the words of each of the two days."""

    citation: str
    uslm: str
    unchanged_since: date | None
    before: str | None = field(metadata=described("The words of the first day; null where they are not held."))
    after: str | None = field(metadata=described("The words of the last day; null where they are not held."))
    note: str


@quick_dataclass(frozen=True, repr=False)
class Between(Record):
    """What the law says on two days."""

    since: date
    until: date
    questions: tuple[Compared, ...]
    figures: tuple[FigureThenAndNow, ...]
    words: tuple[WordsThenAndNow, ...]


def two_days(asked: Sequence[date | str]) -> tuple[date, date]:
    """Return the two days; raises `BadDate` for the wrong order, `BadQuestion` for a number of days other than two."""
    asked = (asked,) if isinstance(asked, (str, date)) else asked
    if len(asked) != 2:
        days = "one day" if len(asked) == 1 else f"{len(asked)} days"
        raise BadQuestion(f"the law between {days}", "it takes two days", (), "Write 2000-01-01 2024-01-01.")
    first, last = map(day, asked)
    if first > last:
        raise BadDate(f"between {first} and {last}", "the first day is after the last", (), "Exchange the two.")
    return first, last


def between(
    name: str, laws: Iterable[Authority | CaseLaw], wanted: Iterable[citations.Citation], since: date, until: date
) -> Between:
    """Return the questions, figures and official words of both days; raises `BadQuestion` where there are none."""
    asked = tuple(laws)
    found = tuple(_compared(law, since, until) for law in asked)
    texts = [text for law in asked for text in (law.at(since), law.at(until)) if text is not None]
    figures = {figure.id: figure for text in texts for figure in parameters(text)}
    placed = outermost(tuple(wanted)) or tuple(one for text in texts[-1:] for one in words_of(text.citation))
    if not asked and not placed:
        wrong = "no rule rests on it, and its words are not held"
        raise BadQuestion(f"the law {name!r} between two days", wrong, (), "Ask for it without --between.")
    return Between(
        since,
        until,
        found,
        tuple(_figure(figure, since, until) for figure in figures.values()),
        tuple(_words(one, since, until) for one in placed),
    )


def _compared(law: Authority | CaseLaw, since: date, until: date) -> Compared:
    before, after = law.at(since), law.at(until)
    texts = ((before, since), (after, until))
    said = [f"{worded(text.says, on)}\n{english(text.trees[0])}" if text else None for text, on in texts]
    difference = word_diff(said[0] or "", said[1] or "")
    cited = [text.citation if text else "" for text in (before, after)]
    return Compared(law.id, law.question, said[0], said[1], difference, *cited)


def _figure(figure: Param, since: date, until: date) -> FigureThenAndNow:
    before, after = figure.at(since), figure.at(until)
    newest = after or before or figure.history[-1]
    return FigureThenAndNow(figure.id, figure.phrase, _value(before), _value(after), "; ".join(newest.cited()))


def _value(dated: Dated | None) -> str | None:
    return None if dated is None else english_value(dated.value)


def _words(held: Words, since: date, until: date) -> WordsThenAndNow:
    before, after = (held.text if held.of_day(on) else None for on in (since, until))
    return WordsThenAndNow(held.citation, held.uslm, held.unchanged_since, before, after, _note(held, since, until))


def _note(held: Words, since: date, until: date) -> str:
    if held.unchanged_since is None:
        return f"Whether the words of {spoken(held.as_of)} are those of either day is not known."
    last = spoken(held.unchanged_since)
    if held.of_day(since):
        return f"The section was last amended on {last}, so the words are the same on both days."
    if held.of_day(until):
        return f"The section was amended up to {last}, so only the words of the later day are held."
    return f"The section was amended on {last}, after both days, and earlier words are not held."


GONE, NEW = ("[-", "-]"), ("{+", "+}")
"""The marks around words that only the first text has, and around those that only the second has."""

_PIECE = quick_pattern(r"\n\s*|[^\s]+")


def word_diff(before: str, after: str) -> str:
    """Return the second text with removed and added words marked; line breaks are kept.

    >>> word_diff("at least $14 million", "at least $25 million")
    'at least [-$14-] {+$25+} million'
    """
    from difflib import SequenceMatcher  # needed only to compare two days

    first, second = _PIECE.findall(before), _PIECE.findall(after)
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            parts += second[c:d]
        else:
            parts += [*_marked(first[a:b], GONE), *_marked(second[c:d], NEW)]
    return "".join(_spaced(before, part) for before, part in pairwise(["\n", *parts])).strip("\n")


def _spaced(before: str, part: str) -> str:
    """Return a piece with the space before it, except at the beginning and the end of a line."""
    return part if "\n" in (before[0], part[0]) else f" {part}"


def _marked(pieces: list[str], marks: tuple[str, str]) -> list[str]:
    """Return the words between the marks, each line marked separately."""
    runs = groupby(pieces, key=lambda piece: piece.startswith("\n"))
    return [one for ends, run in runs for one in (run if ends else [f"{marks[0]}{' '.join(run)}{marks[1]}"])]
