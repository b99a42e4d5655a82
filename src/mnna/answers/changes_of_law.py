"""Changes of the law encoded here: its texts, its figures, the official words, and the verdicts for one country."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

from mnna.answers.changes_shape import Changed, ChangeKind, ids
from mnna.engine.finding import Finding, find_here, situation
from mnna.engine.verdicts import Verdicts
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.registry.status_changes import turns_of
from mnna.rules.english import spoken
from mnna.rules.nodes import Dated
from mnna.sentences import capital, without_needs
from mnna.statutes import catalog, official_words
from mnna.statutes.law_changes import figure_changes, law_changes
from mnna.statutes.provision import Authority
from mnna.statutes.texts import KINDS, Text, texts
from mnna.statutes.wording import worded

PROPOSED = "proposal"


def of_law(since: date, until: date) -> Iterator[Changed]:
    """Yield every change of the text that answers a question, from `since` to `until`."""
    for on, law, before, after in law_changes(since, until):
        said = "the first text encoded here" if not before else "a new text answers" if after else "no text is left"
        what, newest = f"{law.question.rstrip('?')}: {said}", after or before
        assert newest is not None
        old = worded(before.says, on - timedelta(days=1)) if before else None
        new = worded(after.says, on) if after else None
        yield Changed(on, "law", None, law.id, what, old, new, newest.citation, ids(newest.source))


def of_figures(since: date, until: date) -> Iterator[Changed]:
    """Yield every change of an amount, a number of days or a date of the law."""
    for on, figure, before, after in figure_changes(since, until):
        what, newest = f"{capital(figure.phrase)}: {_turn(before, after)}", after or before
        assert newest is not None
        values, cited = (_value(before), _value(after)), "; ".join(newest.cited())
        yield Changed(on, "parameter", None, figure.id, what, *values, cited, ids(newest.source))


def _turn(before: Dated | None, after: Dated | None) -> str:
    if before is None:
        assert after is not None
        return f"{spoken(after.value)} from this day"
    return f"{spoken(before.value)} until then, {spoken(after.value) if after else 'none'} from this day"


def _value(dated: Dated | None) -> str | int | Decimal | None:
    value = None if dated is None else dated.value
    return value.isoformat() if isinstance(value, date) else value


def of_texts(since: date, until: date) -> Iterator[Changed]:
    """Yield the beginning and end of texts beside the questions, and the last amendment of each section held.

    Bills are among those texts.
    """
    for text in texts():
        for on, begins in ((text.since, True), (text.until, False)):
            if on is not None and since <= on <= until:
                yield _of_text(text, on, begins)
    for section in official_words.sections().values():
        if (on := section.unchanged_since) is not None and since <= on <= until:
            heading, edition = section.heading.rstrip("."), official_words.edition(section.id, section.release)
            cited, last = official_words.cited(section.id), "last amended; the words held are those since this day"
            yield Changed(on, "text", None, section.id, f"{cited}, {heading}: {last}", None, edition, cited, ())


def _of_text(text: Text, on: date, begins: bool) -> Changed:
    kind: ChangeKind = "proposal" if text.kind == PROPOSED else "text"
    what = f"{text.title} ({KINDS[text.kind]}){'' if begins else ': no longer applies'}"
    says = worded(text.says, on)
    old, new = (None, says) if begins else (says, None)
    return Changed(on, kind, None, text.id, what, old, new, text.citation, ids(text.source))


# The verdicts for one country.


def of_verdicts(registry: Registry, country: Country, since: date, until: date) -> Iterator[Changed]:
    """Yield every change of a verdict for the country, with the law or with its statuses."""
    here = cache(lambda on: situation(registry, country.iso3, on, {}))
    for authority in catalog.authorities().values():
        verdicts = Verdicts(authority)
        turns = set(verdicts.changes).union(*(turns_of(registry, country.iso3, status) for status in verdicts.asked))
        days = sorted(day for day in turns if since <= day <= until)
        asked = [since - timedelta(days=1), *days] if days else []
        found = [find_here(authority, registry, country.iso3, here(on)) for on in asked]
        for on, (before, after) in zip(days, pairwise(found), strict=True):
            if before.verdict != after.verdict:
                yield _verdict(authority, country, on, before, after)


def _verdict(authority: Authority, country: Country, on: date, before: Finding, after: Finding) -> Changed:
    text, cited = authority.at(on), "; ".join(after.citations[:2])
    source = ids(text.source) if text else ()
    what = f"{country.name}: {authority.question} {without_needs(after.because, after.needs)}"
    return Changed(on, "law", country.iso3, authority.id, what, before.verdict, after.verdict, cited, source)
