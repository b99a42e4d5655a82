"""Shared parts of all grammars: sentences with masked names, patterns over them, and drafts of claims.

`“Biden designated Kenya a major non-NATO ally on Monday”` is masked as `<P0> designated <C1> a <S2> on <D3>`. Patterns
match the masked text: `{C}` is a country or a list of countries, `{S}` a status, `{D}` a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from mnna.article_claims.reading.entities import COUNTRY, MANY, STATUS, Entity
from mnna.article_claims.reading.patterns import macros, pairs, pattern
from mnna.article_claims.reading.spoken_days import SpokenDay
from mnna.registry.days import today
from mnna.registry.load import load_registry

_TOKEN = re.compile(r"<([A-Z])(\d+)>")
_BETWEEN = re.compile(r"(?:,? and (?:the )?|, (?:the )?|,? as well as (?:the )?|,? along with (?:the )?|,? & |; )")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim drafted from a sentence: its parts (claim type, arguments), the start and end of its words in the
    sentence, and how the words were interpreted."""

    parts: tuple[tuple[str, Mapping[str, Any]], ...]
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Context:
    """What is certain from the sentences before one; a field is None, empty or False where it is not certain.

    `dated` is the day of the article and `subject` its country. `country` and `status` are what “the country” and “the
    status” mean. `counted` says whether the sentence before names or refers to a status. `it` is the country that the
    sentence before is about, `both` the several countries it names; `after_alliance` says whether it names an alliance.
    `after_sale` says whether the article has spoken of an arms sale, in this sentence or before. `other_subject` says
    that the sentence itself begins with a body that is no country, such as the European Union. `last` is the country
    that the last sentence which names any is about. `lists` has the lists of countries named before, the last one
    first, and `trade` the country whose trade the sentence before tells.
    """

    dated: date | None = None
    country: str | None = None
    status: str | None = None
    subject: str | None = None
    counted: bool = False
    it: str | None = None
    both: tuple[str, ...] = ()
    after_alliance: bool = False
    other_subject: bool = False
    after_sale: bool = False
    last: str | None = None
    lists: tuple[tuple[str, ...], ...] = ()
    trade: str | None = None

    @property
    def still(self) -> str | None:
        """The article's country, if the last sentence that names a country is not about another one; else None."""
        return self.subject if self.last in (None, self.subject) else None

    def without_subject(self) -> Context:
        """Return the context for a sentence about a body that is no country: nothing in it is put to the article's."""
        return replace(self, country=None, subject=None, it=None, both=(), trade=None, other_subject=True)


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence (`text`) and its masked lower-case form (`words`); `places` maps each sign of `words` to `text`."""

    text: str
    words: str
    places: Sequence[int]
    entities: tuple[Entity, ...]
    context: Context = field(default_factory=Context)

    def find(self, *forms: str) -> Iterator[Found]:
        """Yield every match of the patterns (with macros), all matches of the first pattern first."""
        for form in forms:
            for at in compiled(form).finditer(self.words):
                yield Found(self, at)

    def first(self, *forms: str) -> Found | None:
        """Return the first match of the patterns (with macros); None if none matches."""
        return next(self.find(*forms), None)

    def has(self, pattern: str) -> bool:
        """Return whether a pattern (with macros) matches anywhere in the sentence."""
        return compiled(pattern).search(self.words) is not None

    def status(self, place: int | None = None) -> str | None:
        """Return the status meant at a place: the last named before it, else the context's, else the first named.

        Without a place: the first named, else the context's. None if there is neither.
        """
        named = [(one.value, f"<{STATUS}{at}>") for at, one in enumerate(self.entities) if one.kind == STATUS]
        first = named[0][0] if named else None
        if place is None:
            return first or self.context.status
        before = [value for value, token in named if self.words.find(token) < place]
        return before[-1] if before else self.context.status or first

    def named(self, at: re.Match[str]) -> Any:
        """Return the value of the entity whose number the last group has."""
        return self.entities[int(at[at.lastindex or 0])].value

    @property
    def codes(self) -> list[str]:
        """Return the codes of the countries named, also in lists, in order and with repeats."""
        return [code for one in self.entities if one.kind in (COUNTRY, MANY) for code in one.value]

    def of(self, kind: str) -> list[Entity]:
        """Return the entities of one kind whose token is in `words`."""
        named = [(at, one) for at, one in enumerate(self.entities) if one.kind == kind]
        return [one for at, one in named if f"<{kind}{at}>" in self.words]

    @property
    def on(self) -> date:
        """The day of the article, or today where it has none."""
        return self.context.dated or today()

    def held(self, country: str, status: str) -> bool | None:
        """Return whether the country held the status on the day of the article; None if that is not known."""
        return load_registry().holds(country, status, self.on)


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a pattern in a masked sentence."""

    masked: Masked
    match: re.Match[str]

    def entity(self, group: str) -> Entity | None:
        """Return the entity of a group; None if the group is not in the match."""
        number = self.match.groupdict().get(group)
        return None if number is None else self.masked.entities[int(number)]

    def value(self, group: str) -> Any:
        """Return the value of the group's entity; None if the group did not match or the value is not certain."""
        found = self.entity(group)
        return found.value if found else None

    def fits(self, name: str) -> bool:
        """Return whether one of the tests of that name holds: a pattern of what stands `before`, `inside` or `after`
        the match, in the `clause` after it, or in the whole sentence (`words`)."""
        return any(compiled(form).search(getattr(self, place)) for place, form in pairs(name))

    def day(self) -> SpokenDay | None:
        """Return the day of the act: after, inside or before the match, or at the start of the sentence; else None."""
        after = re.match(pattern("grammar.day_after"), self.after)
        inside = re.search(r"<D(\d+)>", re.sub(pattern("grammar.dated_aside"), ",", self.match[0]))
        head = re.match(pattern("grammar.day_at_head"), self.masked.words)
        head = None if head and re.search(pattern("grammar.of_another_clause"), self.before[head.end() :]) else head
        between = re.search(r"(?:\b(?:on|in) )?<D(\d+)>,? (?:\w+ )?$", self.before)
        shared = re.search(pattern("grammar.day_shared"), self.before)
        at = after or inside or between or head or shared
        return self.masked.named(at) if at else None

    def other_day(self) -> bool:
        """Return whether the clause names a day that does not (or not certainly) belong to the act."""
        before, after = re.split(r"[,;:—(]", self.before)[-1], re.split(r"[,;:—.]", self.after)[0]
        return self.day() is None and "<D" in before + after

    @property
    def before(self) -> str:
        """Return the masked words before the match."""
        return self.masked.words[: self.match.start()]

    @property
    def after(self) -> str:
        """Return the masked words after the match."""
        return self.masked.words[self.match.end() :]

    @property
    def inside(self) -> str:
        """Return the masked words of the match."""
        return self.match[0]

    @property
    def words(self) -> str:
        """Return the masked words of the sentence."""
        return self.masked.words

    @property
    def clause(self) -> str:
        """Return the masked words after the match, up to the next comma, semicolon or period."""
        return re.split(r"[,;.]", self.after)[0]

    @property
    def place(self) -> tuple[int, int]:
        """Return the start and end of the match in the original sentence."""
        places = self.masked.places
        return _whole(self.masked, places[self.match.start()], places[max(self.match.end() - 1, 0)] + 1)

    def draft(self, type_: str, means: str, /, **args: Any) -> Draft:
        """Return a draft of one part for this match; `means` explains the words."""
        return self.drafts(means, (type_, args))

    def drafts(self, means: str, *parts: tuple[str, Mapping[str, Any]]) -> Draft:
        """Return a draft of several parts for this match; `means` explains the words."""
        start, end = self.place
        return Draft(parts, start, end, f"“{self.masked.text[start:end]}”: {means}")


def _whole(masked: Masked, start: int, end: int) -> tuple[int, int]:
    """Return the place extended to whole names and without outer spaces and punctuation."""
    for one in masked.entities:
        if one.start < start < one.end:
            start = one.start
        if one.start < end < one.end:
            end = one.end
    text = masked.text[start:end]
    return start + len(text) - len(text.lstrip(' ,;“"')), end - (len(text) - len(text.rstrip(" ,;")))


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern compiled, with its macros expanded."""

    def macro(found: re.Match[str]) -> str:
        name, _, group = found[1].partition(":")
        return macros()[name].replace("{}", group or name.lower())

    return re.compile(re.sub(r"\{([A-Z]+(?::\w+)?)\}", macro, pattern))


def masked(text: str, entities: tuple[Entity, ...], context: Context) -> Masked:
    """Return the sentence with its names masked; countries in one list become one entity."""
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
    """Return a status extended by the quotation marks around it; any other entity unchanged."""
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
        last = found[-1] if found and one.kind == COUNTRY and found[-1].kind in (COUNTRY, MANY) else None
        if last and _BETWEEN.fullmatch(text[last.end : one.start]) and not _apart(text, last, one):
            both = tuple(dict.fromkeys((*last.value, *one.value)))
            found[-1] = Entity(MANY, last.start, one.end, both, text[last.start : one.end])
        else:
            found.append(one)
    return tuple(found)


_SET_APART = re.compile(pattern("grammar.set_apart"), re.IGNORECASE)


def _apart(text: str, first: Entity, then: Entity) -> bool:
    """Return whether two countries with a comma between are no list: “Unlike Kenya, Japan is …”."""
    if text[first.end : then.start].strip() not in (",", ", the"):
        return False
    if then.said.endswith(("’s", "'s")):  # “Algeria, Morocco's neighbor, is …”
        return True
    goes_on = re.match(r"(?:,? and|, (?:the )?[A-Z])", text[then.end :])
    return not goes_on and _SET_APART.search(text[: first.start]) is not None
