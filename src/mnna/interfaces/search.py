"""The search: an index of countries, statuses, law, citations, sources, topics, notices, figures and pages."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from mnna.answers.indicators import indicators
from mnna.answers.law import law
from mnna.errors import alike
from mnna.interfaces.http.declared import pages
from mnna.quick import QuickTuple
from mnna.registry.countries import countries, names
from mnna.registry.load import load_registry
from mnna.registry.notices import notices
from mnna.registry.statuses import our_statuses
from mnna.statutes.listing import TOPICS
from mnna.tables import table


class Entry(QuickTuple):
    """One entry of the index: its kind, its title, the address of its page, and other words it is found by."""

    kind: str
    title: str
    address: str
    words: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries of the index, the kinds that are asked for most first."""
    return tuple(_with_short_forms(entry) for entry in _entries())


def _entries() -> Iterator[Entry]:
    yield from _countries()
    for kind in our_statuses().values():
        yield Entry("Status", kind.title, f"/map?status={kind.id}", f"{kind.id} {kind.citation}")
    yield from _law()
    for topic, title in TOPICS.items():
        yield Entry("Topic", title, f"/law#{topic}", topic)
    for source in load_registry().sources.values():
        yield Entry("Source", source.title, f"/sources/{quote(source.id)}", f"{source.id} {source.publisher}")
    for notice in notices():
        if number := notice.transmittal:
            known = f"{number} {' '.join(notice.recipients)}"
            yield Entry("Notice", f"Notice {number}: {notice.what}", f"/notices/{notice.recipients[0]}", known)
    for figure in indicators().to_dict()["indicators"]:
        yield Entry("Figure", figure["title"], f"/indicators/{figure['id']}", figure["id"])
    for page in pages():
        if "{" not in page.address:
            yield Entry("Page", page.label, page.address, f"{page.word} {page.says}")


def _with_short_forms(entry: Entry) -> Entry:
    """Return the entry with the short form of each name in it added to its words."""
    own = plain(f"{entry.title} {entry.words}")
    more = dict.fromkeys(short for short, long in _short_forms() if long in own)
    return entry._replace(words=" ".join((entry.words, *more)).strip()) if more else entry


@cache
def _short_forms() -> tuple[tuple[str, str], ...]:
    return tuple((row["short"], plain(row["long"])) for row in table(Path(__file__).with_name("short_forms.csv")))


def _countries() -> Iterator[Entry]:
    known: dict[str, list[str]] = {}
    for name, code in names().items():
        known.setdefault(code, []).append(name)
    for code, country in countries().items():
        others = " ".join(dict.fromkeys((code, *known.get(code, ()))))
        yield Entry("Country", country.name, f"/countries/{code}", others)


def _law() -> Iterator[Entry]:
    found = law("")
    for one in found.entries:
        named = " ".join(dict.fromkeys(text["citation"] for text in one["provisions"]))
        yield Entry("Law", one["question"], f"/law/{quote(one['id'])}", f"{one['id']} {named}")
    for text in found.texts:
        yield Entry("Text", text["title"], f"/law/{quote(text['id'])}", f"{text['id']} {text['citation']}")
    cited = {re.split("[;,]", text["citation"])[0].strip() for one in found.entries for text in one["provisions"]}
    for first in sorted(one for one in cited if re.match(r"\d+ (USC|CFR) ", one)):
        yield Entry("Citation", first, f"/law/{quote(first, safe='()')}")


def plain(text: str) -> str:
    """Return a text for comparison: without accents, signs, capitals, the word "section", and points in "U.S.C."."""
    apart = unicodedata.normalize("NFKD", text.replace("§", " ").lower())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    short = re.sub(r"\b(?:[a-z]\.){2,}", lambda found: found[0].replace(".", ""), bare)
    apart = re.sub(r"\b(\d+)(usc|cfr)(\d)", r"\1 \2 \3", short)
    words = re.sub(r"[^\w()]+|\bsections?\b|(?<![\w)])\(", " ", apart)
    return " ".join(words.split())


def score(entry: Entry, asked: str) -> int:
    """Return how well an entry matches, 1 to 6; 0 where a word of the query does not begin a word of the entry."""
    title, all_ = plain(entry.title), f" {plain(entry.title)} {plain(entry.words)} "
    if not asked or not all(f" {word}" in all_ for word in asked.split()):
        return 0
    if title == asked:
        return 6
    if f"{title} ".startswith(f"{asked} "):
        return 5
    if f" {asked} " in all_:
        return 4
    return 3 if title.startswith(asked) else 2 if f" {asked}" in all_ else 1


def search(asked: str, most: int = 60) -> list[Entry]:
    """Return up to `most` matching entries, the best first; equal matches in the order of the index."""
    wanted = plain(asked)
    found = [(-score(entry, wanted), at, entry) for at, entry in enumerate(entries())]
    return [*_of_country(asked), *(entry for fit, _, entry in sorted(found) if fit)][:most]


def some(asked: str, most: int = 20) -> list[Entry]:
    """Return entries that match some words of a question: countries first, then those that match most words."""
    wanted = [word for word in plain(asked).split() if word not in COMMON]
    fits = ((_hits(one, wanted), one) for one in entries())
    found = [(one.kind != "Country", -fit, one.kind != "Page", at, one) for at, (fit, one) in enumerate(fits) if fit]
    return [one for *_, one in sorted(found)][:most]


def _hits(entry: Entry, words: Iterable[str]) -> int:
    all_ = f" {plain(entry.title)} {plain(entry.words)}"
    return sum(f" {word}" in all_ for word in words)


COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are at by can did do does for from get has have how i in is it its may of on or the this to was were "
        "what when which who why will with would",
    )
)
"""Words that say nothing about what is searched for."""


def _of_country(asked: str) -> Iterator[Entry]:
    """Yield the pages of a country that a query names, as in "Colombia notices"."""
    words = plain(asked).split()
    for country, rest in ((words[:-1], words[-1:]), (words[1:], words[:1])):
        if (code := names().get(" ".join(country))) is not None:
            for page in pages():
                label = plain(page.label)
                called = (plain(page.word), label, label.split()[0], label.split()[-1])
                if re.findall("{.*?}", page.address) == ["{country}"] and rest[0] in called:
                    address = page.address.format(country=code)
                    yield Entry("Page", f"{page.label}: {countries()[code].name}", address)


def corrected(asked: str) -> str:
    """Return the query with each unknown word changed to the nearest known one; empty where nothing changes."""
    known = _vocabulary()
    near = [
        next(iter(() if any(one.startswith(word) for one in known) else alike(word, known, 1, 0.75)), word)
        for word in plain(asked).split()
    ]
    return "" if near == plain(asked).split() else " ".join(near)


@cache
def _vocabulary() -> tuple[str, ...]:
    """Return every word of a title or a name, each once."""
    return tuple(dict.fromkeys(word for one in entries() for word in plain(f"{one.title} {one.words}").split()))


def script(found: Iterable[Entry]) -> str:
    """Return the entries as a script that a page can load from anywhere, also from a folder without a server."""
    rows = json.dumps([list(one) for one in found], ensure_ascii=False, separators=(",", ":"))
    return f"window.MNNA_INDEX = {rows};\n"
