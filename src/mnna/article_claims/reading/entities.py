"""Find what a sentence names: countries, statuses, days, numbers, money, regions, Presidents, the US, laws.

Each entity has its place in the sentence and its meaning. The grammars use entities in their patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mnna.article_claims.reading.numbers import MONEY, NUMBER, ORDINAL, dollars, number, ordinal
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.sentences import overlaps
from mnna.article_claims.reading.spoken_days import days
from mnna.article_claims.regions import regions
from mnna.registry.countries import countries, fold, names
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL
from mnna.tables import table

FOLDER = Path(__file__).parent
COUNTRY, MANY, PEOPLE, STATUS, DAY, NUMERAL, PLACE, MONEYS, REGION, PRESIDENT, AMERICA, LAW = "CLASDNOMRPUX"
"""The kinds: a country, several in a list, an adjective of one, a status, a day, a number, an ordinal, an amount of
money, a region, a President, the United States or its government, a citation."""
HOME = "USA"

_AMERICA = re.compile(pattern("entities.america"))
_LAW = re.compile(pattern("entities.law"))
_DATELINE = re.compile(pattern("entities.dateline"))
"""A dateline, “WASHINGTON, June 24 (Reuters) -”: its day is the article's, so it is not an entity."""
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?")
_WITH_US = re.compile(r"(?:US|USA|American?)-(?P<then>[A-Z].*)|(?P<first>[A-Z].*)-(?:US|American)")
_TITLES = ("major-security-partner",)
"""Statuses whose name in small letters is said of many: “a major security partner of the United States”."""
_LONGEST = 6
_NOT_A_COUNTRY, _NOT_BEFORE = re.compile(pattern("entities.not_a_country")), re.compile(pattern("entities.not_before"))
_PLACE_OF = re.compile(pattern("entities.place_of"))


class Entity(NamedTuple):
    """One entity: its kind, its start and end in the sentence, its meaning (`value`), and its words (`said`)."""

    kind: str
    start: int
    end: int
    value: Any
    said: str


def entities(text: str, dated: date | None, capitals: frozenset[str] = frozenset()) -> tuple[Entity, ...]:
    """Return the entities of a sentence, in order and without overlaps. `dated` is the day of the article.

    `capitals` has the countries that the article names, so that “Nairobi” can stand for Kenya.
    """
    taken: list[Entity] = []
    for found in _all(text, dated, capitals):
        if not overlaps(found.start, found.end, taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def _all(text: str, dated: date | None, capitals: frozenset[str]) -> Iterator[Entity]:
    """Yield every possible entity, also overlapping ones, in order of priority."""

    def each(
        kind: str, form: re.Pattern[str], value: Callable[[re.Match[str]], Any], start: int = 0
    ) -> Iterator[Entity]:
        return (Entity(kind, at.start(), at.end(), value(at), at[0]) for at in form.finditer(text, start))

    yield from each(LAW, _LAW, lambda at: at[0])
    found = [(at, status) for status, form in _statuses() for at in form.finditer(text)]
    found = [(at, status) for at, status in found if status not in _TITLES or _as_title(at)]
    for at, status in sorted(found, key=lambda one: one[0].start() - one[0].end()):
        yield Entity(STATUS, at.start(), at.end(), status, at[0])
    yield from each(MONEYS, MONEY, dollars)
    line = _DATELINE.match(text)
    for day in days(text, dated):
        if day.start >= after_dateline(text):
            yield Entity(DAY, day.start, day.end, day.value, text[day.start : day.end])
    yield from each(PRESIDENT, _presidents(), lambda at: at[1])
    place = line.end() if line and line[0].split(",")[0].split("(")[0].isupper() else 0
    yield from (one for one in _countries(text, capitals) if one.start >= place)
    for region, form in _regions():
        yield from (Entity(REGION, at.start(), at.end(), region, at[0]) for at in form.finditer(text))
    yield from each(AMERICA, _AMERICA, lambda _: HOME)
    yield from each(PLACE, ORDINAL, ordinal, place)
    yield from each(NUMERAL, NUMBER, number)


def _as_title(at: re.Match[str]) -> bool:
    """Return whether a name is a title: in capitals, of several, or in quotation marks."""
    quoted = at.string[max(at.start() - 1, 0) : at.start()] in ("“", "‘", "'", '"')
    return at[0][0].isupper() or at[0].endswith("s") or quoted


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (status id, pattern) for each name of a status, ignoring case and quotation marks inside."""
    before, after = pattern("entities.not_non"), pattern("entities.as_status")
    rows = table(FOLDER / "status_names.csv")
    return tuple((row["status"], re.compile(f"{before}{_loose(row['words'])}{after}", re.IGNORECASE)) for row in rows)


def _loose(words: str) -> str:
    """Return the pattern with spaces that also match line breaks and quotes, and any hyphen in “non-NATO”."""
    return words.replace(" ", r"[\s“”\"'‘’]+").replace("non-nato", r"non[-‑–‐\s]?nato")


def _hyphens(words: str) -> str:
    """Return the pattern of the words with any hyphen where they have one."""
    return re.escape(words).replace(r"\-", "[-‑–‐]")


@cache
def _regions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = [(word, region.name) for region in regions().values() for word in region.words]
    words.sort(key=lambda pair: len(pair[0]), reverse=True)
    return tuple(
        (name, re.compile(rf"\b{_hyphens(word)}(?:s|ns)?\b(?! Times)", 0 if word == "Gulf" else re.IGNORECASE))
        for word, name in words
    )


@cache
def _presidents() -> re.Pattern[str]:
    """Return the pattern of Presidents by full name, or by a last name: one that several have had only after the title,
    as in “President Bush”, which means any of them."""
    led = {row.leader for row in load_registry().leaders if row.country == HOME}
    last = [name.split()[-1] for name in led]
    known = [*led, *(name for name in last if last.count(name) == 1), "George W Bush", "George Bush", "Donald J. Trump"]
    listed = "|".join(re.escape(name) for name in sorted(set(known), key=len, reverse=True))
    listed += "".join(rf"|(?<=President ){re.escape(name)}" for name in sorted({*last} - {*known}))
    return re.compile(pattern("entities.of_president") + rf"({listed})\b")


@cache
def _peoples() -> dict[str, str]:
    rows = table(FOLDER / "demonyms.csv")
    return {fold(word): row["country"] for row in rows for word in row["words"].split(";")}


def after_dateline(text: str) -> int:
    """Return where a sentence begins after its dateline; 0 if it has none."""
    line = _DATELINE.match(text)
    return line.end() if line else 0


@cache
def _capitals() -> dict[str, str]:
    return {fold(country.capital): code for code, country in countries().items() if country.capital and code != HOME}


def governments(texts: Iterable[str]) -> frozenset[str]:
    """Return the countries that ever held the usual status and whose capital stands for them in one of the texts."""
    ever = load_registry().named[USUAL]
    said = (at["capital"] for text in texts for at in _AS_GOVERNMENT.finditer(text))
    return frozenset(code for name in said if (code := _capitals().get(fold(name))) in ever)


_AS_GOVERNMENT = re.compile(pattern("entities.as_government"), re.MULTILINE)


def _countries(text: str, capitals: frozenset[str]) -> Iterator[Entity]:
    """Yield the countries and peoples named; of names that begin at one word the longest."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        start, upper = words[at].start(), text[words[at].start()].isupper()
        ends = [word.end() for word in words[at : at + _LONGEST]][::-1] if upper else []
        named = (
            (found, len(ends) - number)
            for number, end in enumerate(ends)
            if (found := _named(text, start, end, capitals))
        )
        found, many = next(named, (None, 1))
        if found is None and (pair := _WITH_US.fullmatch(words[at][0])):  # “US-Colombia” or “Saudi-US”
            first, last = (start + place for place in pair.span("then" if pair["then"] else "first"))
            found = _named(text, first, last, capitals)
        if found is not None:
            yield found
        at += many


def _named(text: str, start: int, end: int, capitals: frozenset[str]) -> Entity | None:
    said = text[start:end]
    key = fold(said.removesuffix("’s").removesuffix("'s"))
    before, after = text[:start], text[end:]
    if _NOT_A_COUNTRY.search(before) or _NOT_BEFORE.match(after) or (said.isupper() and len(said) < 3 and said != "UK"):
        return None
    people = _peoples().get(key)
    code = None if people else names().get(key) or ("KOR" if key == "korea" else None)
    if people := people or (None if code else _peoples().get(key.removesuffix("s"))):
        return Entity(PEOPLE, start, end, people, said)
    if code is None and (capital := _capitals().get(key)) in capitals and not _PLACE_OF.search(before):
        code = capital
    return Entity(COUNTRY, start, end, (code,), said) if code not in (None, HOME, "NATO") else None
