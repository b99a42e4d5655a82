"""What the search box finds: countries, statuses, law, citations, sources, topics, notices, figures and pages."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

from mnna.quick import QuickTuple
from mnna.registry.countries import countries, names


class Entry(QuickTuple):
    """One thing to find: what it is, its title, the address of its page, and other words it is known by."""

    kind: str
    title: str
    address: str
    words: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """Everything there is to find, the most asked for first."""
    parts = (_countries, _statuses, _law, _topics, _sources, _notices, _figures, _pages)
    return tuple(entry for part in parts for entry in part())


def _countries() -> Iterator[Entry]:
    known: dict[str, list[str]] = {}
    for name, code in names().items():
        known.setdefault(code, []).append(name)
    for code, country in countries().items():
        others = " ".join(dict.fromkeys((code, *known.get(code, ()))))
        yield Entry("Country", country.name, f"/countries/{code}", others)


def _statuses() -> Iterator[Entry]:
    from mnna.registry.read_tables import TABLES, read_statuses

    for kind in read_statuses(TABLES):
        yield Entry("Status", kind.title, f"/map?status={kind.id}", f"{kind.id} {kind.citation}")


def _law() -> Iterator[Entry]:
    from mnna.answers.law import law

    found = law("")
    for one in found.entries:
        named = " ".join(dict.fromkeys(text["citation"] for text in one["provisions"]))
        yield Entry("Law", one["question"], f"/law/{quote(one['id'])}", f"{one['id']} {named}")
    for text in found.texts:
        yield Entry("Text", text["title"], f"/law/{quote(text['id'])}", f"{text['id']} {text['citation']}")
    cited = {re.split("[;,]", text["citation"])[0].strip() for one in found.entries for text in one["provisions"]}
    for first in sorted(one for one in cited if re.match(r"\d+ (USC|CFR) ", one)):
        yield Entry("Citation", first, f"/law/{quote(first, safe='()')}")


def _topics() -> Iterator[Entry]:
    from mnna.statutes.listing import TOPICS

    for topic, title in TOPICS.items():
        yield Entry("Topic", title, f"/law#{topic}", topic)


def _sources() -> Iterator[Entry]:
    from mnna.registry.load import load_registry

    for one in load_registry().sources.values():
        yield Entry("Source", one.title, f"/sources/{quote(one.id)}", f"{one.id} {one.publisher}")


def _notices() -> Iterator[Entry]:
    from mnna.registry.notices import notices

    for one in notices():
        if one.transmittal:
            known = f"{one.transmittal} {' '.join(one.recipients)}"
            yield Entry("Notice", f"Notice {one.transmittal}: {one.what}", f"/notices/{one.recipients[0]}", known)


def _figures() -> Iterator[Entry]:
    from mnna.answers.indicators import indicators

    for one in indicators().to_dict()["indicators"]:
        yield Entry("Figure", one["title"], f"/indicators/{one['id']}", one["id"])


def _pages() -> Iterator[Entry]:
    from mnna.interfaces.http.pages import pages

    for page in pages():
        if "{" not in page.address:
            yield Entry("Page", page.label, page.address, f"{page.word} {page.says}")


def plain(text: str) -> str:
    """A text without accents, signs and capitals, as it is compared."""
    apart = unicodedata.normalize("NFKD", text.replace("§", " ").lower())
    return " ".join(re.sub(r"[^\w()]+", " ", "".join(c for c in apart if not unicodedata.combining(c))).split())


def score(entry: Entry, asked: str) -> int:
    """How well an entry fits what was typed; 0 where it does not: every word must begin a word of it."""
    title, all_ = plain(entry.title), f" {plain(entry.title)} {plain(entry.words)} "
    if not asked or not all(f" {word}" in all_ for word in asked.split()):
        return 0
    if title == asked:
        return 5
    if title.startswith(asked):
        return 4
    return 3 if f" {asked} " in f" {plain(entry.words)} " else 2 if f" {asked}" in all_ else 1


def search(asked: str, most: int = 60) -> list[Entry]:
    """What fits, the best first; where two fit alike, in the order of the index."""
    wanted = plain(asked)
    found = [(-score(entry, wanted), at, entry) for at, entry in enumerate(entries())]
    return [entry for fit, _, entry in sorted(found) if fit][:most]


def script(found: Iterable[Entry]) -> str:
    """The entries as a script that a page can load from anywhere, also from a folder without a server."""
    rows = json.dumps([list(one) for one in found], ensure_ascii=False, separators=(",", ":"))
    return f"window.MNNA_INDEX = {rows};\n"
