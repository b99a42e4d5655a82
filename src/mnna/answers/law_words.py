"""The official words of the paragraphs that an answer rests on, with a note where they may not be those of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from mnna.answers.law_entries import current, shaped
from mnna.answers.words_shape import OfficialWords
from mnna.registry.readings import default_day
from mnna.statutes import citations
from mnna.statutes.official_words import Words, outer_ids, outermost, words_of
from mnna.statutes.provision import Authority, CaseLaw
from mnna.statutes.texts import Text

if TYPE_CHECKING:
    from mnna.engine.finding import Finding


def words_shown(found: Words, on: date, asked_for: bool = True) -> OfficialWords:
    """Return the words of one paragraph as JSON."""
    note = "; ".join(filter(None, (found.mark(on), found.note)))
    return shaped(OfficialWords, found, note=note, asked_for=asked_for)


def words_of_law(
    wanted: Iterable[citations.Citation], own: Iterable[Authority | CaseLaw], texts: Iterable[Text]
) -> tuple[OfficialWords, ...]:
    """Return the words of the paragraphs asked for, then of those that today's law of each question and text cite.

    Where a question or text was asked for by its id, the paragraph it states is the one asked for.
    """
    on, asked = default_day(), tuple(wanted)
    texts_of_today = [current(one) for one in own]
    stated = [(law.citation, min(on, law.last_day())) for law in texts_of_today]
    stated += [(text.citation, min(on, text.until or date.max)) for text in texts]
    found = [words_shown(one, on) for one in outermost(asked)]
    found += [words_shown(one, day, not asked) for text, day in stated for one in words_of(text)]
    for law in texts_of_today:
        cited = dict.fromkeys(getattr(node, "citation", "") for tree in law.trees for node in tree.walk())
        found += [words_shown(one, min(on, law.last_day()), False) for text in cited for one in words_of(text)]
    return _each_once(found)


def words_of_findings(findings: Iterable[Finding], on: date) -> tuple[OfficialWords, ...]:
    """Return the words of every paragraph that decided the findings, each once, in the order of the findings."""
    cited = dict.fromkeys(text for finding in findings for text in finding.citations)
    return _each_once([words_shown(one, on) for text in cited for one in words_of(text)])


def _each_once(found: list[OfficialWords]) -> tuple[OfficialWords, ...]:
    """Return the words without duplicates, and without paragraphs inside others."""
    first = {one["uslm"]: one for one in reversed(found)}
    return tuple(first[id_] for id_ in outer_ids(one["uslm"] for one in found))
