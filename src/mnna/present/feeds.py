"""Write dated entries as an Atom feed (RFC 4287) or a calendar (RFC 5545). Equal entries give equal bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

from mnna._version import NAME, __version__
from mnna.errors import extra
from mnna.present.plain import clean
from mnna.quick import QuickTuple

NEEDS = "feeds"
"""The optional dependency group that holds the feed and calendar libraries."""


class FeedEntry(QuickTuple):
    """One dated entry. `key` identifies its subject and stays the same when its words are corrected.

    `address` is the link to the official text; it may be empty.
    """

    key: str
    on: date
    title: str
    text: str
    category: str
    address: str = ""


class Feed(QuickTuple):
    """A titled list of entries; `read_on` is the day on which their sources were last read."""

    key: str
    title: str
    says: str
    read_on: date
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed) -> bytes:
    """Return the feed as Atom, newest entry first; raise `CannotAnswer` if the library is not installed."""
    with extra(NEEDS, "an Atom feed"):
        from feedgen.feed import FeedGenerator
    made = FeedGenerator()
    made.id(_urn(feed.key))
    made.title(clean(feed.title))
    made.subtitle(clean(feed.says))
    made.author({"name": NAME})
    made.generator(NAME, version=__version__)
    made.updated(_moment(max((entry.on for entry in feed.entries), default=feed.read_on)))
    for id_, entry in sorted(_numbered(feed.entries), key=lambda pair: pair[1].on, reverse=True):
        one = made.add_entry(order="append")
        one.id(id_)
        one.title(clean(entry.title))
        one.updated(_moment(entry.on))
        one.published(_moment(entry.on))
        one.content(clean(entry.text), type="text")
        one.category(term=entry.category)
        if entry.address:
            one.link(href=entry.address)
    return bytes(made.atom_str(pretty=True))


def calendar(feed: Feed) -> bytes:
    """Return the entries as all-day events, oldest first; raise `CannotAnswer` if the library is not installed."""
    with extra(NEEDS, "a calendar"):
        from icalendar import Calendar, Event
    made = Calendar()
    made.add("prodid", f"-//{NAME}//{NAME} {__version__}//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", clean(feed.title))
    for id_, entry in sorted(_numbered(feed.entries), key=lambda pair: pair[1].on):
        event = Event()
        event.add("uid", id_)
        event.add("dtstamp", _moment(feed.read_on))
        event.add("dtstart", entry.on)
        event.add("summary", clean(entry.title))
        event.add("description", clean(entry.text))
        event.add("categories", [entry.category])
        event.add("transp", "TRANSPARENT")
        if entry.address:
            event.add("url", entry.address)
        made.add_component(event)
    return bytes(made.to_ical())


def _numbered(entries: Iterable[FeedEntry]) -> Iterator[tuple[str, FeedEntry]]:
    """Yield each entry after its unique id, which is made from its key and its number among entries of that key."""
    seen = Counter[str]()
    for entry in entries:
        seen[entry.key] += 1
        yield _urn(f"{entry.key}#{seen[entry.key]}"), entry


def _urn(key: str) -> str:
    return uuid5(NAMESPACE_URL, f"{NAME}:{key}").urn


def _moment(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)
