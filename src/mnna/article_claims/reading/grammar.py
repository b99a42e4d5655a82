"""What the grammars of all families share: a sentence with its names masked, patterns over it, and drafts.

`“Biden designated Kenya a major non-NATO ally on Monday”` is masked as `<R0> designated <C1> a <S2> on <D3>`. A pattern
is written over that: `{C}` is a country or a list of them, `{S}` a status, `{D}` a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from mnna.article_claims.reading.entities import COUNTRY, MANY, STATUS, Entity
from mnna.article_claims.reading.patterns import macros, pattern
from mnna.article_claims.reading.spoken_days import SpokenDay

_TOKEN = re.compile(r"<([A-Z])(\d+)>")
_BETWEEN = re.compile(r"(?:,? and (?:the )?|, (?:the )?|,? as well as (?:the )?|,? along with (?:the )?|,? & |; )")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a sentence claims: parts, each a type with its arguments, the place of its words in the sentence, and how
    they were read."""

    parts: tuple[tuple[str, Mapping[str, Any]], ...]
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentences before one settle: the country and the status that a word such as “it” can only mean, the
    country that the article is about, the country of which the last sentence was told (`it`), and the two that it named
    (`both`), and whether it named an alliance; each None or empty where that is not certain."""

    dated: date | None = None
    country: str | None = None
    status: str | None = None
    subject: str | None = None
    counted: bool = False
    it: str | None = None
    both: tuple[str, ...] = ()
    after_alliance: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with its names masked, in lower case: `words`, and the place of each sign in the sentence."""

    text: str
    words: str
    places: Sequence[int]
    entities: tuple[Entity, ...]
    context: Context = field(default_factory=Context)

    def find(self, *forms: str) -> Iterator[Found]:
        """Every place where a pattern with macros holds, the places of the first of several first."""
        for form in forms:
            for at in compiled(form).finditer(self.words):
                yield Found(self, at)

    def first(self, *forms: str) -> Found | None:
        """The first place where a pattern with macros holds."""
        return next(self.find(*forms), None)

    def has(self, pattern: str) -> bool:
        """Whether a pattern holds anywhere."""
        return compiled(pattern).search(self.words) is not None

    def status(self, place: int | None = None) -> str | None:
        """The status that is spoken of at a place: the last named before it, else the one that is settled, else the
        first named; without a place the first named, else the one that is settled."""
        named = [(one.value, f"<{STATUS}{at}>") for at, one in enumerate(self.entities) if one.kind == STATUS]
        first = named[0][0] if named else None
        if place is None:
            return first or self.context.status
        before = [value for value, token in named if self.words.find(token) < place]
        return before[-1] if before else self.context.status or first

    @property
    def codes(self) -> list[str]:
        """The countries that are named, in lists too."""
        return [code for one in self.entities if one.kind in (COUNTRY, MANY) for code in one.value]

    def of(self, kind: str) -> list[Entity]:
        """What is named of one kind."""
        named = [(at, one) for at, one in enumerate(self.entities) if one.kind == kind]
        return [one for at, one in named if f"<{kind}{at}>" in self.words]


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a pattern holds in a sentence."""

    masked: Masked
    match: re.Match[str]

    def entity(self, group: str) -> Entity | None:
        """What the group names; None where it took no part."""
        number = self.match.groupdict().get(group)
        return None if number is None else self.masked.entities[int(number)]

    def value(self, group: str) -> Any:
        """What the group means; None where it took no part or is not certain."""
        found = self.entity(group)
        return found.value if found else None

    def day(self) -> SpokenDay | None:
        """The day that belongs to the act: right after it, inside it, or at the head of the sentence."""
        after = re.match(pattern("grammar.day_after"), self.after)
        inside = re.search(r"<D(\d+)>", re.sub(pattern("grammar.dated_aside"), ",", self.match[0]))
        head = re.match(pattern("grammar.day_at_head"), self.masked.words)
        head = None if head and re.search(pattern("grammar.of_another_clause"), self.before[head.end() :]) else head
        between = re.search(r"(?:\b(?:on|in) )?<D(\d+)>,? (?:\w+ )?$", self.before)
        shared = re.search(pattern("grammar.day_shared"), self.before)
        at = after or inside or between or head or shared
        found: SpokenDay | None = self.masked.entities[int(at[1])].value if at else None
        return found

    def other_day(self) -> bool:
        """Whether the clause names a day that does not belong to the act, or not certainly."""
        before, after = re.split(r"[,;:—(]", self.before)[-1], re.split(r"[,;:—.]", self.after)[0]
        return self.day() is None and "<D" in before + after

    @property
    def before(self) -> str:
        """The words before those that the pattern covers."""
        return self.masked.words[: self.match.start()]

    @property
    def after(self) -> str:
        """The words after those that the pattern covers."""
        return self.masked.words[self.match.end() :]

    @property
    def place(self) -> tuple[int, int]:
        """Where the words that the pattern covers stand in the sentence."""
        places = self.masked.places
        return _whole(self.masked, places[self.match.start()], places[max(self.match.end() - 1, 0)] + 1)

    def draft(self, type_: str, means: str, /, **args: Any) -> Draft:
        """The claim read here, with what the words mean."""
        return self.drafts(means, (type_, args))

    def drafts(self, means: str, *parts: tuple[str, Mapping[str, Any]]) -> Draft:
        """The claim of several parts read here, with what the words mean."""
        start, end = self.place
        return Draft(parts, start, end, f"“{self.masked.text[start:end]}”: {means}")


def _whole(masked: Masked, start: int, end: int) -> tuple[int, int]:
    """The place with every name that it cuts taken whole."""
    for one in masked.entities:
        if one.start < start < one.end:
            start = one.start
        if one.start < end < one.end:
            end = one.end
    text = masked.text[start:end]
    return start + len(text) - len(text.lstrip(' ,;“"')), end - (len(text) - len(text.rstrip(" ,;")))


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with its macros written out."""

    def macro(found: re.Match[str]) -> str:
        name, _, group = found[1].partition(":")
        return macros()[name].replace("{}", group or name.lower())

    return re.compile(re.sub(r"\{([A-Z]+(?::\w+)?)\}", macro, pattern))


def masked(text: str, entities: tuple[Entity, ...], context: Context) -> Masked:
    """The sentence with its names masked and countries that stand in one list taken together."""
    entities = tuple(_unquoted(text, one) for one in _listed(text, entities))
    words: list[str] = []
    places: list[int] = []
    at = 0
    for number, one in enumerate(entities):
        words.append(_plain(text[at : one.start]))
        places.extend(range(at, one.start))
        token = f"<{one.kind}{number}>"
        words.append(token)
        places.extend([one.start] * (len(token) - 1) + [one.end - 1])
        at = one.end
    words.append(_plain(text[at:]))
    places.extend(range(at, len(text)))
    return Masked(text, "".join(words), places, entities, context)


_QUOTES = "“”\"'‘’[]"


def _unquoted(text: str, one: Entity) -> Entity:
    """A status together with the quotation marks that stand around it."""
    before, after = text[max(one.start - 1, 0) : one.start], text[one.end : one.end + 1]
    if one.kind != STATUS or not before or not after or before not in _QUOTES or after not in _QUOTES:
        return one
    return Entity(one.kind, one.start - 1, one.end + 1, one.value, one.said)


def _plain(text: str) -> str:
    low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return low.translate({ord("<"): "(", ord(">"): ")", ord("’"): "'", 0xA0: " ", ord("‑"): "-", ord("\n"): " "})


def _listed(text: str, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    found: list[Entity] = []
    for one in entities:
        last = found[-1] if found else None
        joined = last is not None and _BETWEEN.fullmatch(text[last.end : one.start])
        listed = joined and not _apart(text, found[-1], one)
        if last is not None and one.kind == COUNTRY and last.kind in (COUNTRY, MANY) and listed:
            both = tuple(dict.fromkeys((*last.value, *one.value)))
            found[-1] = Entity(MANY, last.start, one.end, both, text[last.start : one.end])
        else:
            found.append(one)
    return tuple(found)


_SET_APART = re.compile(pattern("grammar.set_apart"), re.IGNORECASE)


def _apart(text: str, first: Entity, then: Entity) -> bool:
    """Whether two countries are no list: “Unlike Kenya, Japan is …”."""
    if text[first.end : then.start].strip() not in (",", ", the"):
        return False
    goes_on = re.match(r"(?:,? and|, (?:the )?[A-Z])", text[then.end :])
    return not goes_on and _SET_APART.search(text[: first.start]) is not None
